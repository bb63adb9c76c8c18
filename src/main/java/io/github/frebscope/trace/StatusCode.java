package io.github.frebscope.trace;

import java.util.Comparator;
import java.util.Optional;

/**
 * An HTTP status with IIS's sub-status: {@code 502.3}, {@code 404}.
 *
 * <p>IIS leaves a sub-status of 0 out; so does {@link #toString()}. A trace that was not fired by a
 * status has the trigger status {@code 0}.
 *
 * @param status the HTTP status, 0 to 999; 0 when there was none
 * @param subStatus IIS's sub-status, 0 when there was none
 */
public record StatusCode(int status, int subStatus) implements Comparable<StatusCode> {
  private static final Comparator<StatusCode> ORDER =
      Comparator.comparingInt(StatusCode::status).thenComparingInt(StatusCode::subStatus);

  /**
   * Checks the range.
   *
   * @throws IllegalArgumentException if a number is negative or {@code status} is over 999
   */
  public StatusCode {
    if (status < 0 || status > 999 || subStatus < 0) {
      throw new IllegalArgumentException("no HTTP status: " + status + "." + subStatus);
    }
  }

  /** A status without a sub-status. */
  public static StatusCode of(int status) {
    return new StatusCode(status, 0);
  }

  /** A status with a sub-status. */
  public static StatusCode of(int status, int subStatus) {
    return new StatusCode(status, subStatus);
  }

  /**
   * Reads {@code 502} or {@code 502.3}.
   *
   * @return empty when the text is not of that form or out of range
   */
  public static Optional<StatusCode> parse(String text) {
    int dot = text.indexOf('.');
    try {
      int status = Integer.parseInt(dot < 0 ? text : text.substring(0, dot));
      int sub = dot < 0 ? 0 : Integer.parseInt(text.substring(dot + 1));
      return status < 0 || status > 999 || sub < 0
          ? Optional.empty()
          : Optional.of(new StatusCode(status, sub));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Whether the status is 400 or more. */
  public boolean isError() {
    return status >= 400;
  }

  @Override
  public int compareTo(StatusCode other) {
    return ORDER.compare(this, other);
  }

  /** {@code 502.3}, or {@code 502} when there is no sub-status. */
  @Override
  public String toString() {
    return subStatus == 0 ? Integer.toString(status) : status + "." + subStatus;
  }
}

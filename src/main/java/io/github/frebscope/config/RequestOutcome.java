package io.github.frebscope.config;

import io.github.frebscope.internal.text.Texts;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a request ended, as far as it is known.
 *
 * @param urlPath the absolute path of its URL
 * @param status the HTTP status
 * @param subStatus IIS's sub-status; empty when it is not known
 * @param timeTaken how long it took; empty when it is not known
 * @param gravestEvent the level of its gravest traced event, 1 to 5; empty when it is not known
 */
public record RequestOutcome(
    String urlPath,
    int status,
    OptionalInt subStatus,
    Optional<Duration> timeTaken,
    OptionalInt gravestEvent) {
  /** Refuses nulls. */
  public RequestOutcome {
    Objects.requireNonNull(urlPath, "urlPath");
    Objects.requireNonNull(subStatus, "subStatus");
    Objects.requireNonNull(timeTaken, "timeTaken");
    Objects.requireNonNull(gravestEvent, "gravestEvent");
  }

  /** A request of which URL and status are known. */
  public static RequestOutcome of(String urlPath, int status) {
    return new RequestOutcome(
        urlPath, status, OptionalInt.empty(), Optional.empty(), OptionalInt.empty());
  }

  /** A request of which URL, status and sub-status are known. */
  public static RequestOutcome of(String urlPath, int status, int subStatus) {
    return new RequestOutcome(
        urlPath, status, OptionalInt.of(subStatus), Optional.empty(), OptionalInt.empty());
  }

  /** The same, with the time it took. */
  public RequestOutcome taking(Duration time) {
    return new RequestOutcome(urlPath, status, subStatus, Optional.of(time), gravestEvent);
  }

  /** The same, with the level of its gravest event. */
  public RequestOutcome withEvent(int level) {
    return new RequestOutcome(urlPath, status, subStatus, timeTaken, OptionalInt.of(level));
  }

  /** {@code 502.3 at /shop after 812 ms}: one line. */
  @Override
  public String toString() {
    return status
        + (subStatus.isPresent() ? "." + subStatus.getAsInt() : "")
        + " at "
        + Texts.shown(urlPath)
        + timeTaken.map(time -> " after " + time.toMillis() + " ms").orElse("");
  }
}

package io.github.frebscope.trace;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * A length of time as IIS's clock measured it, with its error.
 *
 * <p>IIS stamps events with a clock that ticks about every 15.6 ms. What lies between two stamps
 * has in truth lasted up to a tick less or a tick more; between two equal stamps anything up to a
 * tick. Sums of several stretches can have an error of several ticks.
 *
 * <p>Immutable and safe for use by several threads. Ordered by length.
 *
 * @param length what the stamps say, never negative
 * @param error how much it can be wrong in either direction, never negative
 */
public record MeasuredTime(Duration length, Duration error) implements Comparable<MeasuredTime> {
  /** The tick of IIS's clock, rounded up from 15.625 ms. */
  public static final Duration TICK = Duration.ofMillis(16);

  private static final long ALMOST_A_MILLISECOND = 999_999;

  /** Nothing between two equal stamps: less than a tick. */
  public static final MeasuredTime BELOW_TICK = new MeasuredTime(Duration.ZERO, TICK);

  /**
   * Refuses nulls and negative durations.
   *
   * @throws IllegalArgumentException if one of them is negative
   */
  public MeasuredTime {
    Objects.requireNonNull(length, "length");
    Objects.requireNonNull(error, "error");
    if (length.isNegative() || error.isNegative()) {
      throw new IllegalArgumentException("negative: " + length + ", " + error);
    }
  }

  /** A length between two stamps; the error is a tick. A negative one counts as zero. */
  public static MeasuredTime of(Duration length) {
    return ofTicks(length, 1);
  }

  /** A length whose error is that many ticks. A negative one counts as zero. */
  public static MeasuredTime ofTicks(Duration length, int ticks) {
    Duration positive = length.isNegative() ? Duration.ZERO : length;
    return new MeasuredTime(positive, TICK.multipliedBy(ticks));
  }

  /** What lies between two stamps; zero length when the second is earlier. */
  public static MeasuredTime between(Instant from, Instant to) {
    return of(Duration.between(from, to));
  }

  /** Whether it cannot be told from nothing: it is no longer than its error. */
  public boolean isBelowClock() {
    return length.compareTo(error) <= 0;
  }

  /** The shortest it can have been; zero or more. */
  public Duration atLeast() {
    return isBelowClock() ? Duration.ZERO : length.minus(error);
  }

  /** The longest it can have been. */
  public Duration atMost() {
    return length.plus(error);
  }

  /** By length, then by error. */
  @Override
  public int compareTo(MeasuredTime other) {
    int byLength = length.compareTo(other.length);
    return byLength != 0 ? byLength : error.compareTo(other.error);
  }

  /**
   * {@code 8,063 ms ±16 ms}; what is below the clock as its bound, {@code <16 ms}; {@code none} for
   * zero without error. Whole milliseconds, thousands grouped.
   */
  @Override
  public String toString() {
    if (length.isZero() && error.isZero()) {
      return "none";
    }
    return isBelowClock()
        ? "<" + milliseconds(atMost().plusNanos(ALMOST_A_MILLISECOND))
        : milliseconds(length) + " ±" + milliseconds(error);
  }

  private static String milliseconds(Duration duration) {
    // Not by String.format: every verdict has some of these, and it takes a good part of their
    // time.
    StringBuilder text = new StringBuilder().append(duration.toMillis());
    for (int at = text.length() - 3; at > 0; at -= 3) {
      text.insert(at, ',');
    }
    return text.append(" ms").toString();
  }
}

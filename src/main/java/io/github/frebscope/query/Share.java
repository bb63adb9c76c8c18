package io.github.frebscope.query;

import io.github.frebscope.trace.MeasuredTime;
import java.time.Duration;
import java.util.Locale;

/**
 * What part one length of time, or one count, is of another, between 0 and 1.
 *
 * <p>Immutable and safe for use by several threads. Ordered by part, then by bound.
 *
 * @param part by the stamps; 0 when the whole is zero
 * @param atMost the most that it can be, by the clock's error
 * @param isBelowClock whether the part cannot be told from nothing; never of counts, which are
 *     exact
 */
public record Share(double part, double atMost, boolean isBelowClock) implements Comparable<Share> {
  private static final int TENTHS_OF_PERCENT = 1000;
  private static final double NANOS_A_SECOND = 1e9;

  static Share of(MeasuredTime part, MeasuredTime whole) {
    return new Share(
        ratio(part.length(), whole.length(), 0),
        Math.min(1, ratio(part.atMost(), whole.atLeast(), 1)),
        part.isBelowClock());
  }

  /** What part a count is of another; nothing of nothing is 0. */
  static Share of(long part, long whole) {
    double exact = whole == 0 ? 0 : (double) part / whole;
    return new Share(exact, exact, false);
  }

  private static double ratio(Duration part, Duration whole, double otherwise) {
    return whole.isZero() ? otherwise : seconds(part) / seconds(whole);
  }

  /** By part, then by the most that it can be. */
  @Override
  public int compareTo(Share other) {
    int byPart = Double.compare(part, other.part);
    return byPart != 0 ? byPart : Double.compare(atMost, other.atMost);
  }

  /** Sums of damaged stamps can be too long to count in nanoseconds. */
  private static double seconds(Duration length) {
    return length.getSeconds() + length.getNano() / NANOS_A_SECOND;
  }

  /**
   * {@code 93.1 %}; {@code 0.0 %} of no rows at all; {@code <0.4 %} when only its bound is known;
   * {@code -} when not even that.
   */
  @Override
  public String toString() {
    if (!isBelowClock) {
      long tenths = Math.round(part * TENTHS_OF_PERCENT);
      return tenths > 0 || part == 0 ? percent(tenths) : "<" + percent(1);
    }
    return atMost >= 1 ? "-" : "<" + percent((long) Math.ceil(atMost * TENTHS_OF_PERCENT));
  }

  private static String percent(long tenths) {
    return String.format(Locale.ROOT, "%d.%d %%", tenths / 10, tenths % 10);
  }
}

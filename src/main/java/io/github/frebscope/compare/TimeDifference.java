package io.github.frebscope.compare;

import io.github.frebscope.trace.MeasuredTime;

/**
 * A step that took longer in one of two traces, beyond what the clock can have added.
 *
 * <p>Immutable and safe for use by several threads. Ordered by the difference.
 *
 * @param spans the step
 * @param left how long it took on the left
 * @param right how long it took on the right
 * @param isExclusive whether the times are those of the step without the spans inside it; otherwise
 *     they are of all of it, because the difference cannot be told of one step inside it
 */
public record TimeDifference(
    SpanPair spans, MeasuredTime left, MeasuredTime right, boolean isExclusive)
    implements Comparable<TimeDifference> {
  /** Whether the left one is the longer. */
  public boolean isLeftLonger() {
    return left.length().compareTo(right.length()) > 0;
  }

  /** How much longer the longer one took, with the errors of both. */
  public MeasuredTime difference() {
    return new MeasuredTime(
        left.length().minus(right.length()).abs(), left.error().plus(right.error()));
  }

  /** By the difference. */
  @Override
  public int compareTo(TimeDifference other) {
    return difference().compareTo(other.difference());
  }

  /** {@code 8,063 ms ±16 ms | <16 ms}, and the step. */
  @Override
  public String toString() {
    return left + " | " + right + ", " + spans.left();
  }
}

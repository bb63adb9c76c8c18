package io.github.frebscope.compare;

import io.github.frebscope.timeline.Span;

/**
 * Two spans of two traces that are the same step of the two requests.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param left the one of the left trace
 * @param right the one of the right trace
 */
public record SpanPair(Span left, Span right) {
  /** Whether one of them has an end, or a start, that the other has not. */
  public boolean isStateDifferent() {
    return left.state() != right.state();
  }

  /** Both in one line. */
  @Override
  public String toString() {
    return left + " | " + right;
  }
}

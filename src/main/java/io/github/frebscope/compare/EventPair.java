package io.github.frebscope.compare;

import io.github.frebscope.internal.text.Texts;
import io.github.frebscope.trace.TraceEvent;

/**
 * Two events of two traces that tell the same step of the two requests; their data can differ.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param left the one of the left trace
 * @param right the one of the right trace
 */
public record EventPair(TraceEvent left, TraceEvent right) {
  /** {@code events 160 and 171 MODULE_SET_RESPONSE_ERROR_STATUS}. */
  @Override
  public String toString() {
    return "events " + left.index() + " and " + right.index() + " " + Texts.shown(left.name());
  }
}

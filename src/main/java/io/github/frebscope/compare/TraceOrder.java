package io.github.frebscope.compare;

import io.github.frebscope.timeline.Span;
import io.github.frebscope.trace.TraceEvent;

/** Where spans lie in their trace, by the numbers of their events. */
final class TraceOrder {
  private TraceOrder() {}

  /** The number of its first event; a part without events lies before or after all others. */
  static int first(Span span) {
    return span.firstEvent().map(TraceEvent::index).orElse(outside(span));
  }

  /** The number of its last event. */
  static int last(Span span) {
    return span.lastEvent().map(TraceEvent::index).orElse(outside(span));
  }

  private static int outside(Span span) {
    return span.is("BEFORE_FIRST_EVENT") ? -1 : Integer.MAX_VALUE;
  }
}

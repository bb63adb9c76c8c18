package io.github.frebscope.timeline;

import io.github.frebscope.trace.TraceEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * The events of a span without an end that may as well belong to what it lies in: those after its
 * last certain point, which is its start or the end of a span inside it. In a 502.3 the status is
 * set while ARR_REQUEST_HEADERS is open; when all goes well, after it.
 */
final class OpenEnds {
  private OpenEnds() {}

  /** An event and the innermost span that it belongs to. */
  record Placed(TraceEvent event, Span span) {}

  /** The span's own events, in order. */
  static List<Placed> own(Span span) {
    List<Placed> own = new ArrayList<>();
    span.events().forEach(event -> own.add(new Placed(event, span)));
    return own;
  }

  /** The events without a certain place, in no particular order; empty for a span with an end. */
  static List<Placed> of(Span span) {
    List<Placed> uncertain = new ArrayList<>();
    collect(span, uncertain);
    return uncertain;
  }

  /** The number of the first event without a certain place, or more than any number. */
  static int firstOf(Span span) {
    if (span.state() != SpanState.OPEN) {
      return Integer.MAX_VALUE;
    }
    Span last = lastChild(span);
    if (last != null) {
      int inLast = firstOf(last);
      List<TraceEvent> events = last.allEvents();
      return Math.min(inLast, events.get(events.size() - 1).index() + 1);
    }
    return span.startEvent().map(start -> start.index() + 1).orElse(0);
  }

  private static void collect(Span span, List<Placed> uncertain) {
    int first = firstOf(span);
    if (first == Integer.MAX_VALUE) {
      return;
    }
    Span last = lastChild(span);
    if (last != null) {
      collect(last, uncertain);
    }
    for (Placed placed : own(span)) {
      if (placed.event().index() >= first) {
        uncertain.add(placed);
      }
    }
  }

  private static Span lastChild(Span span) {
    List<Span> children = span.children();
    for (int i = children.size() - 1; i >= 0; i--) {
      if (!children.get(i).allEvents().isEmpty()) {
        return children.get(i);
      }
    }
    return null;
  }
}

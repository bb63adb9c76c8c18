package io.github.frebscope.compare;

import io.github.frebscope.timeline.Span;
import io.github.frebscope.timeline.SpanState;
import io.github.frebscope.trace.TraceEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What one of two traces has and the other has not, while their trees are aligned. */
final class Unmatched {
  /** Spans that are missing with all that lies in them. */
  final List<Span> whole = new ArrayList<>();

  /** Spans that are missing while what lies in them was compared. */
  final List<Span> alone = new ArrayList<>();

  /** Events that are missing in a span that is not. */
  final List<PlacedEvent> events = new ArrayList<>();

  private final TracedExtent other;

  /** Of a trace, when that is what the other one could tell. */
  Unmatched(TracedExtent other) {
    this.other = other;
  }

  /** Spans and events that are to be compared with what lies in the same span. */
  static final class Candidates {
    final List<Span> spans = new ArrayList<>();
    final List<PlacedEvent> events = new ArrayList<>();

    void add(Candidates more) {
      spans.addAll(more.spans);
      events.addAll(more.events);
    }

    void sort() {
      spans.sort(Comparator.comparingInt(TraceOrder::first));
      events.sort(Comparator.comparingInt(placed -> placed.event().index()));
    }
  }

  /** The events that begin and end a span. */
  static List<TraceEvent> ends(Span span) {
    return Stream.concat(span.startEvent().stream(), span.endEvent().stream()).toList();
  }

  /** What lies in a span, looking through those that the other trace could not have. */
  Candidates inside(Span span) {
    Candidates inside = new Candidates();
    for (TraceEvent event : span.events()) {
      inside.events.add(new PlacedEvent(event, span));
    }
    for (Span child : span.children()) {
      if (other.outside(child).isPresent()) {
        inside.add(lookThrough(child));
      } else {
        inside.spans.add(child);
      }
    }
    return inside;
  }

  /** What lies in a span that itself is missing, without its start and end. */
  Candidates lookThrough(Span span) {
    alone.add(span);
    Candidates inside = inside(span);
    List<TraceEvent> ends = ends(span);
    inside.events.removeIf(placed -> placed.span() == span && ends.contains(placed.event()));
    return inside;
  }

  /**
   * Takes what found no partner in a span. When the span has no end, all after its start may as
   * well belong to what it lies in: in a 502.3 the status is set while ARR_REQUEST_HEADERS is open;
   * when all goes well, after it. That is handed out.
   */
  Candidates add(Span span, Candidates left) {
    Candidates uncertain = new Candidates();
    boolean isOpen = span.state() == SpanState.OPEN && span.parent().isPresent();
    int start = span.startEvent().map(TraceEvent::index).orElse(-1);
    (isOpen ? uncertain.spans : whole).addAll(left.spans);
    for (PlacedEvent placed : left.events) {
      (isOpen && placed.event().index() != start ? uncertain.events : events).add(placed);
    }
    return uncertain;
  }

  void sort() {
    events.sort(Comparator.comparingInt(placed -> placed.event().index()));
  }
}

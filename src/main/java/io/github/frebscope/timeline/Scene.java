package io.github.frebscope.timeline;

import io.github.frebscope.trace.TraceEvent;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;

/** One timeline while a pattern is looked for in it: events by their places, and their spans. */
final class Scene {
  private final Timeline timeline;
  private final List<TraceEvent> events;
  private Span[] innermost;

  Scene(Timeline timeline) {
    this.timeline = timeline;
    events = timeline.trace().events();
  }

  List<Span> spans() {
    return timeline.spans().toList();
  }

  TraceEvent event(int place) {
    return events.get(place);
  }

  /** The innermost span of the event at a place. */
  Span spanAt(int place) {
    if (innermost == null) {
      innermost = new Span[events.size()];
      fill(timeline.root());
    }
    return innermost[place];
  }

  private void fill(Span span) {
    int next = span.from();
    for (Span child : span.children()) {
      fill(span, next, child.from());
      fill(child);
      next = child.to();
    }
    fill(span, next, span.to());
  }

  private void fill(Span span, int from, int to) {
    for (int place = from; place < to; place++) {
      innermost[place] = span;
    }
  }

  /** The places of the events that pass all tests. */
  BitSet places(List<IntPredicate> tests) {
    BitSet places = new BitSet(events.size());
    for (int place = 0; place < events.size(); place++) {
      if (passes(place, tests)) {
        places.set(place);
      }
    }
    return places;
  }

  private static boolean passes(int place, List<IntPredicate> tests) {
    for (IntPredicate test : tests) {
      if (!test.test(place)) {
        return false;
      }
    }
    return true;
  }
}

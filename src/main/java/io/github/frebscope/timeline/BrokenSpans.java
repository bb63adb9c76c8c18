package io.github.frebscope.timeline;

import io.github.frebscope.catalog.SpanKind;
import io.github.frebscope.trace.TraceEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * The spans whose end did not come where they lie. When it comes elsewhere, the two tell each
 * other.
 */
final class BrokenSpans {
  /** What an orphan and the span that misses it have in common; no name for ends without one. */
  private record Key(SpanKind kind, String name, Call call) {}

  /** The latest first. Those that an end was found for are taken out when they are met. */
  private final Map<Key, Deque<Draft>> byKey = new HashMap<>();

  void add(Draft broken) {
    if (broken.startPlace >= 0 && !broken.kind.ends().isEmpty()) {
      put(broken, "");
      if (!broken.name.isEmpty()) {
        put(broken, broken.name);
      }
    }
  }

  private void put(Draft broken, String name) {
    byKey
        .computeIfAbsent(new Key(broken.kind, name, broken.call), key -> new ArrayDeque<>())
        .push(broken);
  }

  /** Looks for the latest span that misses just this end, and tells both. */
  void pairWithOrphan(Draft orphan, List<TraceEvent> events, int place) {
    Deque<Draft> candidates = byKey.get(new Key(orphan.kind, orphan.name, orphan.call));
    if (candidates == null) {
      return;
    }
    int depth = events.get(place).requestDepth();
    for (Iterator<Draft> rest = candidates.iterator(); rest.hasNext(); ) {
      Draft open = rest.next();
      if (open.counterpart >= 0) {
        rest.remove();
      } else if (events.get(open.startPlace).requestDepth() == depth) {
        rest.remove();
        open.counterpart = events.get(place).index();
        orphan.counterpart = events.get(open.startPlace).index();
        return;
      }
    }
  }
}

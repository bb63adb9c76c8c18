package io.github.frebscope.timeline;

import io.github.frebscope.trace.TraceEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The spans whose end did not come where they lie. When it comes elsewhere, the two tell each
 * other.
 */
final class BrokenSpans {
  private final Map<String, Deque<Draft>> byKind = new HashMap<>();

  void add(Draft broken) {
    if (broken.startPlace >= 0 && !broken.kind.ends().isEmpty()) {
      byKind.computeIfAbsent(broken.kind.id(), id -> new ArrayDeque<>()).push(broken);
    }
  }

  /** Looks for the latest span that misses just this end, and tells both. */
  void pairWithOrphan(Draft orphan, List<TraceEvent> events, int place) {
    Deque<Draft> candidates = byKind.get(orphan.kind.id());
    if (candidates == null) {
      return;
    }
    int depth = events.get(place).requestDepth();
    for (Draft open : candidates) {
      boolean sameName = orphan.name.isEmpty() || orphan.name.equals(open.name);
      boolean sameCall = orphan.call == null || orphan.call.equals(open.call);
      if (sameName && sameCall && events.get(open.startPlace).requestDepth() == depth) {
        open.counterpart = events.get(place).index();
        orphan.counterpart = events.get(open.startPlace).index();
        candidates.remove(open);
        return;
      }
    }
  }
}

package io.github.frebscope.compare;

import io.github.frebscope.trace.TraceEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Events without a partner in their step that the other trace has in another one: the first of a
 * key with the first, and so on. So nobody is told that something is missing which only lies
 * elsewhere.
 */
final class Elsewhere {
  private final Map<Integer, Integer> leftToRight = new HashMap<>();
  private final Map<Integer, Integer> rightToLeft = new HashMap<>();

  /** Both lists hold all events without a partner, in order. */
  Elsewhere(List<TraceEvent> left, List<TraceEvent> right) {
    Map<String, Deque<TraceEvent>> byKey = new HashMap<>();
    for (TraceEvent event : right) {
      byKey.computeIfAbsent(ComparisonKeys.of(event), key -> new ArrayDeque<>()).add(event);
    }
    for (TraceEvent event : left) {
      Deque<TraceEvent> same = byKey.get(ComparisonKeys.of(event));
      if (same != null && !same.isEmpty()) {
        TraceEvent other = same.remove();
        leftToRight.put(event.index(), other.index());
        rightToLeft.put(other.index(), event.index());
      }
    }
  }

  OptionalInt ofLeft(TraceEvent event) {
    return number(leftToRight.get(event.index()));
  }

  OptionalInt ofRight(TraceEvent event) {
    return number(rightToLeft.get(event.index()));
  }

  private static OptionalInt number(Integer index) {
    return index == null ? OptionalInt.empty() : OptionalInt.of(index);
  }
}

package io.github.frebscope.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Which events a digest keeps. The fast way of reading a file makes the same choice from bytes; a
 * test holds the two against each other.
 */
final class Digest {
  private Digest() {}

  static List<TraceEvent> of(List<TraceEvent> events, Set<String> names) {
    List<TraceEvent> kept = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      TraceEvent event = events.get(i);
      if (names.contains(event.name())
          || Trace.STRUCTURAL_EVENTS.contains(event.name())
          || event.isWarningOrWorse()
          || i == 0
          || i == events.size() - 1
          || !event.time().equals(events.get(i - 1).time())
          || !event.time().equals(events.get(i + 1).time())) {
        kept.add(event);
      }
    }
    return kept;
  }
}

package io.github.frebscope.classify;

import io.github.frebscope.cause.Evidence;
import io.github.frebscope.trace.TraceEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes evidence from events. */
final class Proof {
  private static final int MOST_CHARACTERS = 200;

  private Proof() {}

  /** An event with what it shows. */
  static Evidence of(TraceEvent event, String reason) {
    return new Evidence(event.index(), event.name(), reason);
  }

  /** Each event once, with what was said of it first. */
  static List<Evidence> unique(List<Evidence> evidence) {
    Map<Integer, Evidence> byEvent = new LinkedHashMap<>();
    evidence.forEach(e -> byEvent.putIfAbsent(e.event(), e));
    return List.copyOf(byEvent.values());
  }

  /** A text in an event's data on one line, cut when it is long. */
  static String words(TraceEvent event, String data) {
    String text = event.data(data).orElse("").strip().replaceAll("\\s+", " ");
    return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS) + "...";
  }
}

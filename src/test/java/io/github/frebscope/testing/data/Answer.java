package io.github.frebscope.testing.data;

import io.github.frebscope.testing.script.TraceScript;
import io.github.frebscope.trace.StatusCode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What the author of a story knows about it, as lines {@code key: value}. {@code null} says that
 * the file cannot tell; {@code a | b} that either is right.
 */
final class Answer {
  private static final String UNKNOWN = "null";

  private final TraceScript script;
  private final Map<String, String> known = new LinkedHashMap<>();
  private int emitted = -1;
  private long wait;

  Answer(TraceScript script) {
    this.script = script;
  }

  void decidedBy(int event, long waitMillis) {
    emitted = event;
    wait = waitMillis;
  }

  void by(String module, String area, String notification, long errorCode) {
    put("module", module);
    put("area", area);
    put("notification", notification);
    put("errorCode", Long.toString(errorCode));
  }

  void nobody() {
    emitted = -1;
  }

  /** Sets or replaces what is known. */
  Answer put(String key, String value) {
    known.put(key, value);
    return this;
  }

  /** The text of the answer for a file of that many complete events. */
  String text(int events, boolean wholeFile) {
    OptionalInt deciding = emitted < 0 ? OptionalInt.empty() : script.numberInFile(emitted);
    boolean there = deciding.isPresent() && deciding.getAsInt() < events;
    Map<String, String> all = new LinkedHashMap<>();
    all.put("status", script.status().toString());
    all.put("triggerStatus", script.trigger().map(StatusCode::toString).orElse("0"));
    all.put("appPool", script.site().pool());
    all.put("failureReason", script.trigger().isPresent() ? "STATUS_CODE" : "TIME_TAKEN");
    for (String key : new String[] {"module", "area", "notification", "errorCode"}) {
      all.put(key, there ? known.getOrDefault(key, UNKNOWN) : UNKNOWN);
    }
    all.put("cause", there ? known.getOrDefault("cause", UNKNOWN) : UNKNOWN);
    all.put("decidingEvent", there ? Integer.toString(deciding.getAsInt()) : UNKNOWN);
    all.put("backend", UNKNOWN);
    all.put("waitMs", there ? known.getOrDefault("waitMs", Long.toString(wait)) : UNKNOWN);
    all.put("complete", Boolean.toString(script.isComplete() && wholeFile));
    all.put("events", Integer.toString(events));
    known.forEach(
        (key, value) -> {
          if (!all.containsKey(key) || key.equals("backend") || value.contains(" | ")) {
            all.put(key, value);
          }
        });
    StringBuilder out = new StringBuilder();
    all.forEach((key, value) -> out.append(key).append(": ").append(value).append('\n'));
    return out.toString();
  }
}

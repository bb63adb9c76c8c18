package io.github.frebscope.classify;

import io.github.frebscope.catalog.Exchanges;
import io.github.frebscope.catalog.ModuleInfo;
import io.github.frebscope.catalog.Modules;
import io.github.frebscope.trace.Completeness;
import io.github.frebscope.trace.Trace;
import io.github.frebscope.trace.TraceEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The longest silence of a trace and what went on in it: what a slow request was slow at.
 *
 * <p>A digest keeps both sides of every step of the clock, so no silence is missed.
 *
 * @param after the event it came after
 * @param length how long it was
 */
record LongestSilence(TraceEvent after, Duration length) {
  private static final String MODULE_START = "NOTIFY_MODULE_START";

  /** Modules whose own events are enough to know that they are at work. */
  private static final Map<String, String> BY_AREA =
      Map.of(
          "RequestRouting", Names.ARR,
          "ANCM", Names.ANCM_V2,
          "CGI", Names.CGI,
          "FastCGI", Names.FAST_CGI,
          "Rewrite", Names.REWRITE,
          "WebSocket", Names.WEB_SOCKET,
          "iisnode", Names.IISNODE);

  /** The longest one; the first of equals. Empty when nothing takes any time. */
  static Optional<LongestSilence> of(Trace trace) {
    List<TraceEvent> events = trace.events();
    LongestSilence longest = null;
    for (int i = 1; i < events.size(); i++) {
      Duration silence = Duration.between(events.get(i - 1).time(), events.get(i).time());
      longest = longer(longest, events.get(i - 1), silence);
    }
    return Optional.ofNullable(
        trace.completeness() == Completeness.TIME_LIMIT
            ? longer(longest, events.get(events.size() - 1), untilWritten(trace))
            : longest);
  }

  private static LongestSilence longer(LongestSilence longest, TraceEvent after, Duration silence) {
    return silence.compareTo(longest == null ? Duration.ZERO : longest.length) > 0
        ? new LongestSilence(after, silence)
        : longest;
  }

  /** Until IIS wrote the file, no other event came. */
  private static Duration untilWritten(Trace trace) {
    return trace
        .request()
        .timeTaken()
        .flatMap(
            taken ->
                trace
                    .start()
                    .flatMap(s -> trace.end().map(e -> taken.minus(Duration.between(s, e)))))
        .orElse(Duration.ZERO);
  }

  /** The module at work and its area; empty when the event before the silence does not tell. */
  Optional<String> module() {
    if (after.is(MODULE_START)) {
      return Codes.text(after, "ModuleName");
    }
    return Exchanges.doingAfter(after).flatMap(text -> after.area()).map(BY_AREA::get);
  }

  /**
   * {@code The longest silence, 4,562 ms ±16 ms, came after ANCM_REQUEST_FORWARD_START (event 120),
   * in AspNetCoreModuleV2 (ANCM): connecting ...}.
   */
  String sentence() {
    return " The longest silence, "
        + Wording.duration(length)
        + ", came after "
        + after.name()
        + " (event "
        + after.index()
        + ")"
        + module().map(m -> ", in " + m + area(m)).orElse("")
        + Exchanges.doingAfter(after).map(text -> ": " + text).orElse("")
        + ".";
  }

  private static String area(String module) {
    return Modules.find(module).map(ModuleInfo::area).map(a -> " (" + a + ")").orElse("");
  }
}

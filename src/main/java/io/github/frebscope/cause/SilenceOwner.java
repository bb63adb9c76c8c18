package io.github.frebscope.cause;

import io.github.frebscope.trace.TraceEvent;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whose silence it was before a status was set. */
final class SilenceOwner {
  /** NOTIFY_MODULE_START and what modules write while they work are of this level. */
  private static final int VERBOSE = 5;

  /** Areas whose events come from the module that deals with the request. */
  private static final Set<String> OF_HANDLERS =
      Set.of("RequestRouting", "ANCM", "CGI", "FastCGI", "WebSocket", "iisnode");

  private SilenceOwner() {}

  /**
   * Whether the events before the silence were recorded closely enough to know that the module was
   * at work: one of its own, or one of a level at which every module's start is recorded.
   */
  static boolean isModule(List<TraceEvent> events, TraceEvent setBy) {
    Optional<TraceEvent> last =
        events.stream()
            .filter(e -> e.index() < setBy.index() && !e.time().equals(setBy.time()))
            .reduce((first, second) -> second);
    return last.filter(
            e -> e.level() == VERBOSE || e.area().filter(OF_HANDLERS::contains).isPresent())
        .isPresent();
  }
}

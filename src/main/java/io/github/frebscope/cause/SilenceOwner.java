package io.github.frebscope.cause;

import io.github.frebscope.trace.TraceEvent;
import java.util.List;
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
    for (int i = events.size() - 1; i >= 0; i--) {
      TraceEvent event = events.get(i);
      if (event.index() < setBy.index() && !event.time().equals(setBy.time())) {
        return event.level() == VERBOSE || event.area().filter(OF_HANDLERS::contains).isPresent();
      }
    }
    return false;
  }
}

package io.github.frebscope.query;

import io.github.frebscope.timeline.Timeline;
import io.github.frebscope.trace.TraceEvent;
import java.util.Objects;

/**
 * An event together with the trace that it stands in.
 *
 * @param trace the summary of the trace
 * @param timeline where the time of the trace went
 * @param event the event
 */
public record TracedEvent(TraceSummary trace, Timeline timeline, TraceEvent event) {
  /** Refuses nulls. */
  public TracedEvent {
    Objects.requireNonNull(trace, "trace");
    Objects.requireNonNull(timeline, "timeline");
    Objects.requireNonNull(event, "event");
  }

  /** The event and the file, one line of at most 80 characters. */
  @Override
  public String toString() {
    return Cut.MIDDLE.apply(TerminalText.line(event + " in " + trace.file()), ResultTable.WIDTH);
  }
}

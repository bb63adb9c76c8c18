package io.github.frebscope.compare;

import io.github.frebscope.timeline.Span;
import io.github.frebscope.timeline.Timeline;
import io.github.frebscope.trace.Completeness;
import io.github.frebscope.trace.TraceEvent;
import java.util.List;

/** The spans of a trace whose beginning or end lies outside of what was traced. */
final class CutSpans {
  private final List<TraceEvent> events;
  private final boolean isBegun;
  private final Completeness completeness;

  CutSpans(Timeline timeline) {
    events = timeline.trace().events();
    isBegun = timeline.root().startEvent().isPresent();
    completeness = timeline.trace().completeness();
  }

  /**
   * Whether a span may have lasted longer than its time says.
   *
   * @param isExclusive whether the time is without the spans inside it. With them, the time of the
   *     request is that of the root element, which is right unless that was written too early.
   */
  boolean contains(Span span, boolean isExclusive) {
    boolean isComplete = completeness == Completeness.COMPLETE;
    if (span.isUntraced() || (span.parent().isEmpty() && !isExclusive)) {
      return completeness == Completeness.TIME_LIMIT || completeness == Completeness.MID_REQUEST;
    }
    return (!isComplete && reachesEnd(span)) || (!isBegun && reachesStart(span));
  }

  /** A part without events is the silence at the end of the trace. */
  private boolean reachesEnd(Span span) {
    return span.lastEvent().isEmpty()
        || span.lastEvent().get().index() == events.get(events.size() - 1).index();
  }

  private boolean reachesStart(Span span) {
    return span.firstEvent().filter(e -> e.index() == events.get(0).index()).isPresent();
  }
}

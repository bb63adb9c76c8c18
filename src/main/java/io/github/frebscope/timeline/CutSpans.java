package io.github.frebscope.timeline;

import io.github.frebscope.trace.Completeness;

/** The spans of a trace whose beginning or end lies outside of what was traced. */
final class CutSpans {
  private final int count;
  private final boolean isBegun;
  private final Completeness completeness;

  CutSpans(Timeline timeline) {
    count = timeline.trace().events().size();
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
    return (!isComplete && span.to() == count) || (!isBegun && span.from() == 0);
  }
}

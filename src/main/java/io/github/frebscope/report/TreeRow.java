package io.github.frebscope.report;

import io.github.frebscope.timeline.Gap;
import io.github.frebscope.timeline.Span;
import io.github.frebscope.trace.TraceEvent;
import java.util.List;

/** A row of the tree of a timeline. */
sealed interface TreeRow {
  /** How deep it is in the tree; 0 is the request. */
  int depth();

  /** A span. */
  record SpanRow(int depth, Span span) implements TreeRow {}

  /** An event that matters. */
  record EventRow(int depth, TraceEvent event) implements TreeRow {}

  /** A gap that matters. */
  record GapRow(int depth, Gap gap, boolean isLargest) implements TreeRow {}

  /** Spans of no interest that follow each other, and warnings like those that are shown. */
  record FoldRow(int depth, List<Span> spans, int warnings) implements TreeRow {}
}

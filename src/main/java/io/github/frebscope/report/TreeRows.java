package io.github.frebscope.report;

import io.github.frebscope.timeline.Gap;
import io.github.frebscope.timeline.Span;
import io.github.frebscope.timeline.Timeline;
import io.github.frebscope.trace.TraceEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lays the tree of a timeline out in rows, in the order of the trace. */
final class TreeRows {
  private final TreeSelection selection;
  private final Gap largest;
  private final Map<Integer, Gap> gapsByEvent = new HashMap<>();
  private final List<TreeRow> rows = new ArrayList<>();

  private TreeRows(Timeline timeline, TreeSelection selection) {
    this.selection = selection;
    List<Gap> gaps = timeline.largestGaps(Integer.MAX_VALUE);
    largest = gaps.isEmpty() ? null : gaps.get(0);
    for (Gap gap : gaps) {
      if (selection.shows(gap) && gap.after().isPresent() && !gap.span().isUntraced()) {
        gapsByEvent.put(gap.after().get().index(), gap);
      }
    }
  }

  static List<TreeRow> of(Timeline timeline, TreeSelection selection) {
    TreeRows rows = new TreeRows(timeline, selection);
    rows.span(timeline.root(), 0);
    return rows.rows;
  }

  private void span(Span span, int depth) {
    rows.add(new TreeRow.SpanRow(depth, span));
    List<TraceEvent> own = span.events();
    Hidden hidden = new Hidden();
    int next = 0;
    for (Span child : span.children()) {
      int first = child.allEvents().isEmpty() ? -1 : child.allEvents().get(0).index();
      while (next < own.size() && first >= 0 && own.get(next).index() < first) {
        event(span, own.get(next++), depth + 1, hidden);
      }
      if (first >= 0) {
        gapBefore(first, span, depth + 1, hidden);
      }
      if (selection.shows(child)) {
        fold(hidden, depth + 1);
        span(child, depth + 1);
      } else {
        hidden.spans.add(child);
        hidden.warnings += (int) child.allEvents().stream().filter(selection::passesOver).count();
      }
    }
    while (next < own.size()) {
      event(span, own.get(next++), depth + 1, hidden);
    }
    fold(hidden, depth + 1);
    // A span without an end goes on after its last event.
    if (!span.allEvents().isEmpty()) {
      gapBefore(last(span) + 1, span, depth + 1, hidden);
    }
  }

  private static int last(Span span) {
    List<TraceEvent> events = span.allEvents();
    return events.get(events.size() - 1).index();
  }

  private void event(Span span, TraceEvent event, int depth, Hidden hidden) {
    gapBefore(event.index(), span, depth, hidden);
    if (selection.shows(event)) {
      fold(hidden, depth);
      rows.add(new TreeRow.EventRow(depth, event));
    } else if (selection.passesOver(event)) {
      hidden.warnings++;
    }
  }

  private void gapBefore(int event, Span span, int depth, Hidden hidden) {
    Gap gap = gapsByEvent.get(event);
    if (gap != null && gap.span() == span) {
      gapsByEvent.remove(event);
      fold(hidden, depth);
      rows.add(new TreeRow.GapRow(depth, gap, gap.equals(largest)));
    }
  }

  private void fold(Hidden hidden, int depth) {
    if (!hidden.spans.isEmpty() || hidden.warnings > 0) {
      rows.add(new TreeRow.FoldRow(depth, List.copyOf(hidden.spans), hidden.warnings));
      hidden.spans.clear();
      hidden.warnings = 0;
    }
  }

  /** What was passed over since the last row. */
  private static final class Hidden {
    final List<Span> spans = new ArrayList<>();
    int warnings;
  }
}

package io.github.frebscope.report;

import io.github.frebscope.classify.Verdict;
import io.github.frebscope.timeline.Gap;
import io.github.frebscope.timeline.Span;
import io.github.frebscope.timeline.Timeline;
import io.github.frebscope.trace.MeasuredTime;
import io.github.frebscope.trace.TraceEvent;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What of a timeline is worth a row: spans that lasted, requests, the spans of events that matter
 * (evidence, warnings and worse), and the gaps in which the time went.
 */
final class TreeSelection {
  private static final int MOST_GAPS = 5;

  /** A gap with less than this part of the request's time explains nothing. */
  private static final int LEAST_PART = 20;

  private final Verdict verdict;
  private final boolean all;
  private final Duration least;
  private final Set<Gap> gaps;
  private final Map<Span, Boolean> shown = new HashMap<>();

  /**
   * A selection.
   *
   * @param least the shortest span and gap that is shown for its length; zero for the clock's limit
   */
  TreeSelection(Timeline timeline, Verdict verdict, boolean all, Duration least) {
    this.verdict = verdict;
    this.all = all;
    this.least = least;
    gaps = new HashSet<>(gaps(timeline, least));
  }

  /** The gaps in which the time went, the longest first. */
  static List<Gap> gaps(Timeline timeline, Duration least) {
    if (!least.isZero()) {
      return timeline.largestGaps(Integer.MAX_VALUE).stream()
          .filter(gap -> gap.length().length().compareTo(least) >= 0)
          .toList();
    }
    Duration total = timeline.root().inclusive().length();
    return timeline.largestGaps(MOST_GAPS).stream()
        .filter(gap -> gap.length().length().multipliedBy(LEAST_PART).compareTo(total) >= 0)
        .toList();
  }

  boolean shows(Gap gap) {
    return gaps.contains(gap);
  }

  boolean shows(TraceEvent event) {
    return all || matters(event);
  }

  boolean shows(Span span) {
    return shown.computeIfAbsent(span, this::decide);
  }

  private Boolean decide(Span span) {
    return all
        || span.isRequest()
        || lasted(span.inclusive())
        || span.allEvents().stream().anyMatch(this::matters);
  }

  private boolean lasted(MeasuredTime time) {
    return !time.isBelowClock() && time.length().compareTo(least) >= 0;
  }

  private boolean matters(TraceEvent event) {
    return event.isWarningOrWorse() || EventSelection.isEvidence(verdict, event);
  }
}

package io.github.frebscope.report;

import io.github.frebscope.classify.Verdict;
import io.github.frebscope.timeline.Gap;
import io.github.frebscope.timeline.Span;
import io.github.frebscope.timeline.Timeline;
import io.github.frebscope.trace.MeasuredTime;
import io.github.frebscope.trace.TraceEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What of a timeline is worth a row: spans that lasted, requests, the spans of events that matter
 * (evidence, warnings and worse), and the gaps in which the time went.
 */
final class TreeSelection {
  private static final int MOST_GAPS = 5;

  /** A gap with less than this part of the request's time explains nothing. */
  private static final int LEAST_PART = 20;

  /** A tree with more is no longer read; the longest spans and the first and last warnings stay. */
  private static final int MOST_SPANS = 60;

  private static final int MOST_WARNINGS = 20;
  private static final int MOST_REQUESTS = 20;

  private final boolean all;
  private final Duration least;
  private final Set<Gap> gaps;
  private final TreeSet<Integer> mattering = new TreeSet<>();
  private final Set<Integer> passedOver = new HashSet<>();
  private final Set<Span> lasting = new HashSet<>();
  private final boolean hasFewRequests;
  private final Map<Span, Boolean> shown = new HashMap<>();

  /**
   * A selection.
   *
   * @param least the shortest span and gap that is shown for its length; zero for the clock's limit
   */
  TreeSelection(Timeline timeline, Verdict verdict, boolean all, Duration least) {
    this.all = all;
    this.least = least;
    gaps = new HashSet<>(gaps(timeline, least));
    chooseEvents(timeline, verdict);
    timeline
        .spans()
        .filter(span -> lasted(span.inclusive()))
        .sorted(Comparator.comparing((Span span) -> span.inclusive().length()).reversed())
        .limit(MOST_SPANS)
        .forEach(lasting::add);
    hasFewRequests = timeline.spans().filter(Span::isRequest).count() <= MOST_REQUESTS;
  }

  private void chooseEvents(Timeline timeline, Verdict verdict) {
    List<Integer> warnings = new ArrayList<>();
    for (TraceEvent event : timeline.trace().events()) {
      if (EventSelection.isEvidence(verdict, event)) {
        mattering.add(event.index());
      } else if (event.isWarningOrWorse()) {
        warnings.add(event.index());
      }
    }
    int half = MOST_WARNINGS / 2;
    for (int i = 0; i < warnings.size(); i++) {
      boolean isAtAnEnd = i < half || i >= warnings.size() - half;
      (isAtAnEnd ? mattering : passedOver).add(warnings.get(i));
    }
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
    return all || mattering.contains(event.index());
  }

  /** Whether it is a warning that is left out because there are so many. */
  boolean passesOver(TraceEvent event) {
    return !all && passedOver.contains(event.index());
  }

  boolean shows(Span span) {
    return shown.computeIfAbsent(span, this::decide);
  }

  private Boolean decide(Span span) {
    return all
        || (span.isRequest() && hasFewRequests)
        || lasting.contains(span)
        || holdsWhatMatters(span.allEvents());
  }

  private boolean lasted(MeasuredTime time) {
    return !time.isBelowClock() && time.length().compareTo(least) >= 0;
  }

  private boolean holdsWhatMatters(List<TraceEvent> events) {
    if (events.isEmpty()) {
      return false;
    }
    Integer first = mattering.ceiling(events.get(0).index());
    return first != null && first <= events.get(events.size() - 1).index();
  }
}

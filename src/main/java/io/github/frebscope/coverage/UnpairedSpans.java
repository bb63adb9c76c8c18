package io.github.frebscope.coverage;

import static java.util.stream.Collectors.joining;

import io.github.frebscope.catalog.EventCatalog;
import io.github.frebscope.catalog.EventKind;
import io.github.frebscope.catalog.SpanKind;
import io.github.frebscope.timeline.Span;
import io.github.frebscope.timeline.SpanState;
import io.github.frebscope.timeline.Timeline;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Spans of which one end is missing although it would have been recorded.
 *
 * <p>A missing start proves that an event is missing, and so does the missing end of a module or of
 * a child request. Work inside a module does break off without an end when it fails, and that
 * happens in whole traces. Nothing is said of spans of which the missing end lies elsewhere, or was
 * never seen in any real trace.
 */
final class UnpairedSpans {
  private final Predicate<String> isRecorded;
  private final Map<SpanKind, Integer> open = new LinkedHashMap<>();
  private final Map<SpanKind, Integer> unended = new LinkedHashMap<>();
  private final Map<SpanKind, Integer> unstarted = new LinkedHashMap<>();

  /**
   * Looks at all spans inside the request.
   *
   * @param isRecorded whether an event of that name would have been recorded
   */
  UnpairedSpans(Timeline timeline, Predicate<String> isRecorded) {
    this.isRecorded = isRecorded;
    timeline.spans().skip(1).filter(s -> s.counterpart().isEmpty()).forEach(this::take);
  }

  private void take(Span span) {
    if (span.state() == SpanState.OPEN && isMissed(span.kind().ends())) {
      boolean alwaysEnds = span.isRequest() || (span.isModule() && !span.isAsynchronous());
      (alwaysEnds ? unended : open).merge(span.kind(), 1, Integer::sum);
    } else if (span.state() == SpanState.ORPHAN && isMissed(span.kind().starts())) {
      unstarted.merge(span.kind(), 1, Integer::sum);
    }
  }

  private boolean isMissed(List<String> names) {
    return !names.isEmpty()
        && names.stream().anyMatch(UnpairedSpans::isObserved)
        && names.stream().allMatch(isRecorded);
  }

  private static boolean isObserved(String name) {
    Collection<EventKind> kinds = EventCatalog.byName(name);
    return kinds.stream().anyMatch(EventKind::observed);
  }

  /** How many broke off, by their kinds, in the order of the trace. */
  Map<SpanKind, Integer> open() {
    return Collections.unmodifiableMap(open);
  }

  /** What proves that events are missing; empty for nothing. */
  Optional<String> broken() {
    String ends = text(unended, " without end");
    String starts = text(unstarted, " without start");
    String both = ends.isEmpty() || starts.isEmpty() ? ends + starts : ends + ", " + starts;
    return both.isEmpty() ? Optional.empty() : Optional.of(both);
  }

  /** {@code 2 child request without end}. */
  static String text(Map<SpanKind, Integer> kinds, String what) {
    return kinds.entrySet().stream()
        .map(e -> e.getValue() + " × " + e.getKey().title() + what)
        .collect(joining(", "));
  }
}

package io.github.frebscope.compare;

import io.github.frebscope.catalog.Levels;
import io.github.frebscope.timeline.Span;
import io.github.frebscope.timeline.Timeline;
import io.github.frebscope.trace.Completeness;
import io.github.frebscope.trace.Trace;
import io.github.frebscope.trace.TraceEvent;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a trace would hardly tell even if it happened: events of areas, levels and times of which it
 * has no event at all. So it may say "may not have been traced" of what would have been, and never
 * the other way round.
 */
final class TracedExtent {
  private final Map<String, Integer> highestLevels = new HashMap<>();
  private final Set<String> areas = new HashSet<>();
  private final boolean isDamaged;
  private final boolean isBegun;
  private final boolean isEnded;

  TracedExtent(Timeline timeline) {
    Trace trace = timeline.trace();
    for (TraceEvent event : trace.events()) {
      highestLevels.merge(provider(event), event.level(), Math::max);
      areas.add(area(event));
    }
    isDamaged = !trace.isReadWhole() && trace.completeness() != Completeness.TORN;
    isBegun = timeline.root().startEvent().isPresent();
    isEnded = trace.isComplete();
  }

  /**
   * Why this trace may not have what the other one has.
   *
   * @param events what only the other trace has, not empty
   * @param partners the numbers of the first and last event of the other trace that have a
   *     counterpart in this one; empty when there are none
   */
  Optional<String> caution(List<TraceEvent> events, int[] partners) {
    TraceEvent first = events.get(0);
    TraceEvent last = events.get(events.size() - 1);
    if (!isEnded && (partners.length == 0 || first.index() > partners[1])) {
      return Optional.of("the other trace ends before the request does");
    }
    if (!isBegun && (partners.length == 0 || last.index() < partners[0])) {
      return Optional.of("the other trace begins later");
    }
    if (isDamaged) {
      return Optional.of("events of the other trace are lost");
    }
    return outside(first);
  }

  /**
   * Why this trace could not have a span, even if all that lies in it is traced: its start and its
   * end are events that it has none of. Empty when it could, and for spans without events.
   */
  Optional<String> outside(Span span) {
    Optional<TraceEvent> start = span.startEvent();
    Optional<TraceEvent> end = span.endEvent();
    if (start.isEmpty() && end.isEmpty()) {
      boolean isBuilt = span.is("NOTIFICATION") && !span.children().isEmpty();
      return isBuilt ? outside(span.children().get(0)) : Optional.empty();
    }
    Optional<String> ofStart = start.flatMap(this::outside);
    Optional<String> ofEnd = end.flatMap(this::outside);
    boolean isOutside =
        start.isPresent() == ofStart.isPresent() && end.isPresent() == ofEnd.isPresent();
    return isOutside ? ofStart.or(() -> ofEnd) : Optional.empty();
  }

  private Optional<String> outside(TraceEvent event) {
    Integer highest = highestLevels.get(provider(event));
    if (highest == null) {
      return Optional.of("the other trace has no events of " + providerText(event));
    }
    if (!areas.contains(area(event))) {
      return Optional.of("the other trace has no events of area " + event.area().orElse("(none)"));
    }
    return event.level() > highest
        ? Optional.of(
            "the other trace has no events of level "
                + Levels.text(event.level())
                + " of "
                + providerText(event))
        : Optional.empty();
  }

  private static String providerText(TraceEvent event) {
    return event.provider().isEmpty() ? "its provider" : event.provider();
  }

  private static String provider(TraceEvent event) {
    return event.providerGuid().isEmpty() ? event.provider() : event.providerGuid();
  }

  private static String area(TraceEvent event) {
    return provider(event) + '\n' + event.area().orElse("");
  }
}

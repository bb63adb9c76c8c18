package io.github.frebscope.timeline;

import io.github.frebscope.catalog.ExchangePhase;
import io.github.frebscope.catalog.ExchangeStep;
import io.github.frebscope.catalog.Exchanges;
import io.github.frebscope.catalog.SpanKinds;
import io.github.frebscope.trace.TraceEvent;
import java.util.List;
import java.util.Optional;

/** What was going on in a gap, by the events around it and the span it lies in. */
final class WhatGoesOn {
  private WhatGoesOn() {}

  static Optional<String> doing(Gap gap) {
    Span span = gap.span();
    if (span.isUntraced()) {
      return Optional.empty();
    }
    if (span.kind() == SpanKinds.WAITING) {
      return byEnd(gap)
          .or(() -> byEvents(gap))
          .or(() -> byModule(gap))
          .or(() -> span.kind().doing());
    }
    Optional<String> exact = isAllOf(span, gap) ? span.kind().doing() : Optional.empty();
    return exact.or(() -> byEvents(gap)).or(() -> span.kind().doing());
  }

  /** Whether the gap is a span from its start to its end: then nothing tells more than that. */
  private static boolean isAllOf(Span span, Gap gap) {
    return gap.before().isPresent()
        && gap.before().equals(span.startEvent())
        && gap.after().isPresent()
        && gap.after().equals(span.endEvent());
  }

  /** A module that returned may wait for the end of what it began: of its time in a queue. */
  private static Optional<String> byEnd(Gap gap) {
    return gap.span()
        .outwards()
        .takeWhile(span -> !span.isModule())
        .filter(span -> gap.after().isPresent() && gap.after().equals(span.endEvent()))
        .findFirst()
        .flatMap(span -> span.kind().doing().filter(doing -> span.kind() != SpanKinds.WAITING));
  }

  private static Optional<String> byEvents(Gap gap) {
    Optional<ExchangeStep> next = gap.after().flatMap(Exchanges::step);
    return next.flatMap(ExchangeStep::before).or(() -> byEventBefore(gap, next));
  }

  /** What the event before says, unless the one after shows that it was otherwise. */
  private static Optional<String> byEventBefore(Gap gap, Optional<ExchangeStep> next) {
    Optional<ExchangeStep> last = gap.before().flatMap(Exchanges::step);
    Optional<ExchangePhase> meant = last.flatMap(ExchangeStep::phase);
    Optional<ExchangePhase> proved = next.flatMap(ExchangeStep::since);
    boolean isOtherwise = meant.isPresent() && proved.isPresent() && !meant.equals(proved);
    return isOtherwise ? Optional.empty() : last.flatMap(ExchangeStep::after);
  }

  /** A module that returned goes on with what its last telling event began. */
  private static Optional<String> byModule(Gap gap) {
    if (gap.before().isEmpty()) {
      return Optional.empty();
    }
    TraceEvent last = gap.before().get();
    List<TraceEvent> events = gap.span().parent().map(Span::allEvents).orElse(List.of());
    for (int i = events.size() - 1; i >= 0; i--) {
      TraceEvent event = events.get(i);
      boolean isBefore =
          event.index() <= last.index() && event.requestDepth() == last.requestDepth();
      if (isBefore && Exchanges.step(event).isPresent() && !isOver(event, gap.span())) {
        return Exchanges.doingAfter(event);
      }
    }
    return Optional.empty();
  }

  /** Whether all that an event tells is that a span began, and that is over: a flush. */
  private static boolean isOver(TraceEvent event, Span span) {
    boolean tellsMore =
        Exchanges.step(event).flatMap(ExchangeStep::after).isPresent()
            || SpanKinds.begunBy(event.name()).isEmpty();
    return !tellsMore
        && span.outwards().noneMatch(around -> around.startEvent().equals(Optional.of(event)));
  }
}

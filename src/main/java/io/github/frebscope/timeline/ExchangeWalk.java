package io.github.frebscope.timeline;

import io.github.frebscope.catalog.ExchangePhase;
import io.github.frebscope.catalog.ExchangeStep;
import io.github.frebscope.catalog.Exchanges;
import io.github.frebscope.catalog.Modules;
import io.github.frebscope.trace.TraceEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Follows the exchange of one module call with its backend through the events of that call, without
 * those of other modules and child requests inside it, and notes when which phase began.
 */
final class ExchangeWalk {
  /** A phase begins; it lasts until the next mark. */
  record Mark(long nanos, ExchangePhase phase) {}

  private final Clock clock;
  private final Span span;
  private final List<Mark> marks = new ArrayList<>();
  private ExchangePhase current = ExchangePhase.BEFORE;
  private String area = "";

  /** The phase before the answer was there, as far as only events of others tell. */
  private Optional<ExchangePhase> beforeAnswer = Optional.empty();

  private ExchangeWalk(Clock clock, Span span) {
    this.clock = clock;
    this.span = span;
  }

  /**
   * The marks of the exchange in a span, in order of time, the first of them later than all that
   * lies before the exchange; empty when there is no exchange.
   *
   * @param span a module, or a request for events outside of modules
   */
  static List<Mark> of(Clock clock, Span span) {
    ExchangeWalk walk = new ExchangeWalk(clock, span);
    for (int place : OwnPlaces.of(span)) {
      walk.take(place);
    }
    walk.end();
    return walk.marks;
  }

  /** The place of the first event of an exchange; -1 when there is none. */
  static int firstPlace(Clock clock, Span span) {
    for (int place : OwnPlaces.of(span)) {
      if (beginsExchange(Exchanges.step(clock.event(place).orElseThrow()))) {
        return place;
      }
    }
    return -1;
  }

  /** An event that ends something is no exchange by itself: queues are full, programs missing. */
  private static boolean beginsExchange(Optional<ExchangeStep> step) {
    return step.filter(ExchangeStep::isOfGateways)
        .flatMap(ExchangeStep::phase)
        .filter(phase -> phase != ExchangePhase.AFTER)
        .isPresent();
  }

  private void take(int place) {
    TraceEvent event = clock.event(place).orElseThrow();
    Optional<ExchangeStep> step = Exchanges.step(event).filter(s -> s.phase().isPresent());
    if (step.isEmpty() || !step.get().countsIn(current) || !isByTheModule(event)) {
      return;
    }
    if (current == ExchangePhase.BEFORE) {
      if (beginsExchange(step)) {
        begin(event, step.get(), clock.at(place));
      }
      return;
    }
    if (step.get().isFirstOfAnswer()) {
      takeBackAnswer();
    }
    if (isPossible(step.get())) {
      proceed(step.get(), clock.at(place));
    }
  }

  private void begin(TraceEvent event, ExchangeStep step, long now) {
    area = event.area().orElse("");
    if (step.since().isPresent() && span.isModule()) {
      marks.add(new Mark(span.startNanos(), step.since().get()));
    } else if (!step.opens()) {
      // What led to this was not traced.
      marks.add(new Mark(span.startNanos(), ExchangePhase.UNKNOWN));
    }
    mark(step.phase().orElseThrow(), now);
  }

  /** Late callbacks and the like do not lead back; only a new attempt does, or more body. */
  private boolean isPossible(ExchangeStep step) {
    if (step.opens()) {
      return true;
    }
    if (current == ExchangePhase.AFTER) {
      return step.since().filter(s -> s == ExchangePhase.BODY).isPresent();
    }
    ExchangePhase next = step.phase().orElseThrow();
    return current != ExchangePhase.BODY || next.compareTo(ExchangePhase.BODY) >= 0;
  }

  private void proceed(ExchangeStep step, long now) {
    boolean isOver = current == ExchangePhase.AFTER;
    if (step.opens() && isOver) {
      // Between two attempts the module looks for another connection or process.
      correct(ExchangePhase.CONNECTING_AND_SENDING);
    } else if (!step.opens() || isStillSending()) {
      step.since().ifPresent(this::correct);
    }
    boolean isAnswer = step.phase().orElseThrow() == ExchangePhase.BODY;
    if (!isAnswer || step.isOfGateways()) {
      beforeAnswer = Optional.empty();
    } else if (current != ExchangePhase.BODY) {
      beforeAnswer = Optional.of(current);
    }
    mark(step.phase().orElseThrow(), now);
  }

  /** What was taken for the answer was none. */
  private void takeBackAnswer() {
    if (beforeAnswer.isEmpty() || current != ExchangePhase.BODY) {
      return;
    }
    for (int i = marks.size() - 1; marks.get(i).phase() == ExchangePhase.BODY; i--) {
      marks.set(i, new Mark(marks.get(i).nanos(), beforeAnswer.get()));
    }
    current = beforeAnswer.get();
    beforeAnswer = Optional.empty();
  }

  private boolean isStillSending() {
    return current == ExchangePhase.CONNECTING_AND_SENDING || current == ExchangePhase.UNKNOWN;
  }

  private void correct(ExchangePhase phase) {
    Mark last = marks.remove(marks.size() - 1);
    marks.add(new Mark(last.nanos(), phase));
  }

  private void mark(ExchangePhase phase, long now) {
    marks.add(new Mark(now, phase));
    current = phase;
  }

  /**
   * What a module began ends with its call at the latest. When calls were not traced, nobody knows
   * how long after its last event the exchange lasted. When the trace ends in the middle of the
   * call, the phase lasts to the last event.
   */
  private void end() {
    if (current == ExchangePhase.BEFORE || current == ExchangePhase.AFTER) {
      return;
    }
    if (!span.isModule()) {
      correct(ExchangePhase.UNKNOWN);
    } else if (span.state() != SpanState.OPEN || span.to() < clock.count()) {
      mark(ExchangePhase.AFTER, span.endNanos());
    }
  }

  /** A status is set by a module that the event names, which need not be the one around it. */
  private boolean isByTheModule(TraceEvent event) {
    Optional<String> name = event.data("ModuleName");
    if (name.isEmpty()) {
      return true;
    }
    return span.isModule()
        ? name.get().equals(span.name())
        : Modules.find(name.get()).filter(m -> m.area().equals(area)).isPresent();
  }
}

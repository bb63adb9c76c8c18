package io.github.frebscope.query;

import io.github.frebscope.timeline.Span;
import io.github.frebscope.timeline.Timeline;
import io.github.frebscope.trace.MeasuredTime;
import io.github.frebscope.trace.TraceEvent;
import java.util.Objects;
import java.util.Optional;

/**
 * An event together with the trace that it stands in: a row of an {@link EventSet}.
 *
 * <pre>{@code
 * traces.events().where(e -> e.gap().map(g -> !g.isBelowClock()).orElse(false))
 * }</pre>
 *
 * <p>One that is kept keeps its whole trace in memory. Immutable and safe for use by several
 * threads. Two are equal when they are the same event of equal traces.
 */
public final class TracedEvent {
  private final WholeTrace whole;
  private final TraceEvent event;

  TracedEvent(WholeTrace whole, TraceEvent event) {
    this.whole = whole;
    this.event = Objects.requireNonNull(event, "event");
  }

  /**
   * An event of a trace.
   *
   * @param trace the summary of the trace
   * @param timeline its timeline
   * @param event one of its events
   */
  public static TracedEvent of(TraceSummary trace, Timeline timeline, TraceEvent event) {
    return new TracedEvent(new WholeTrace(trace, timeline), event);
  }

  /** The summary of the trace. */
  public TraceSummary trace() {
    return whole.summary();
  }

  /** The event. */
  public TraceEvent event() {
    return event;
  }

  /** Where the time of the trace went; made when one of its events is first asked for it. */
  public Timeline timeline() {
    return whole.timeline();
  }

  /** The innermost span that it lies in; one that it begins or ends is that one. */
  public Optional<Span> span() {
    return timeline().spanOf(event);
  }

  /** The span that it begins or ends; empty when it does neither. */
  public Optional<Span> edgeOf() {
    return span().filter(span -> isStart(span) || isEnd(span));
  }

  /**
   * The span that it stands for: the one that it begins, or ends when its beginning was not
   * recorded. So no span has two events that stand for it, and a span that has no event of its own
   * has none.
   */
  public Optional<Span> standsFor() {
    return span().filter(span -> isStart(span) || (span.startEvent().isEmpty() && isEnd(span)));
  }

  private boolean isStart(Span span) {
    return span.startEvent().filter(event::equals).isPresent();
  }

  private boolean isEnd(Span span) {
    return span.endEvent().filter(event::equals).isPresent();
  }

  /**
   * The silence since the event before it; empty for the first event of a trace, and in one where
   * no stamp can be read. As in a timeline, stamps that go back count as standing still.
   */
  public Optional<MeasuredTime> gap() {
    return whole.gap(event);
  }

  /**
   * How long after the first event of its trace it happened; empty when it is not of the trace, or
   * no stamp can be read.
   */
  public Optional<MeasuredTime> offset() {
    return whole.offset(event);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TracedEvent that
        && event.equals(that.event)
        && trace().equals(that.trace());
  }

  @Override
  public int hashCode() {
    return Objects.hash(event, trace().file());
  }

  /** The event and the file, one line of at most 80 characters. */
  @Override
  public String toString() {
    return Cut.MIDDLE.apply(TerminalText.line(event + " in " + trace().file()), ResultTable.WIDTH);
  }
}

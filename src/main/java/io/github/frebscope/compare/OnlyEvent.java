package io.github.frebscope.compare;

import io.github.frebscope.timeline.Span;
import io.github.frebscope.trace.TraceEvent;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An event that only one of two traces has in a span that both have.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param event the event
 * @param span the innermost span that it belongs to
 * @param elsewhere the number of an event of the other trace that tells the same, but belongs to
 *     another step there; empty when there is none
 * @param caution why it may just not have been traced on the other side; empty when nothing speaks
 *     for that
 */
public record OnlyEvent(
    TraceEvent event, Span span, OptionalInt elsewhere, Optional<String> caution) {
  /** The event in one line, and the caution. */
  @Override
  public String toString() {
    return event + caution.map(c -> " (" + c + ")").orElse("");
  }
}

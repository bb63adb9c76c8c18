package io.github.frebscope.timeline;

import io.github.frebscope.trace.TraceEvent;
import java.util.Optional;

/**
 * An event that only one of two traces has, while both have the span it belongs to.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param event the event
 * @param span the innermost span that it belongs to
 * @param caution why it may just not have been traced on the other side; empty when nothing speaks
 *     for that
 */
public record OnlyEvent(TraceEvent event, Span span, Optional<String> caution) {
  /** The event in one line, and the caution. */
  @Override
  public String toString() {
    return event + caution.map(c -> " (" + c + ")").orElse("");
  }
}

package io.github.frebscope.timeline;

import io.github.frebscope.trace.TraceEvent;
import java.util.List;
import java.util.Optional;

/**
 * A span, with all that lies in it, that only one of two traces has.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param span the span; what lies in it is not listed by itself
 * @param events its events and those of the spans inside it, without those after the last known
 *     point of a span that has no end: these may as well belong to what it lies in, and are
 *     compared there
 * @param caution why it may just not have been traced on the other side; empty when nothing speaks
 *     for that
 */
public record OnlySpan(Span span, List<TraceEvent> events, Optional<String> caution) {
  /** Copies the events. */
  public OnlySpan {
    events = List.copyOf(events);
  }

  /** The span in one line, and the caution. */
  @Override
  public String toString() {
    return span + caution.map(c -> " (" + c + ")").orElse("");
  }
}

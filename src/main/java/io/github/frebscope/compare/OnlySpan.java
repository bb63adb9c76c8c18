package io.github.frebscope.compare;

import io.github.frebscope.timeline.Span;
import io.github.frebscope.trace.TraceEvent;
import java.util.List;
import java.util.Optional;

/**
 * A span that only one of two traces has.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param span the span
 * @param isWhole whether all that lies in it is missing on the other side too, and is not listed by
 *     itself. Otherwise the other trace could not have it, or it has no end: what lies in it is
 *     compared as if it lay in the span around
 * @param events the events that are missing with it: its own and those of the spans inside it when
 *     these are missing too; otherwise its start and its end, as far as they are there
 * @param caution why it may just not have been traced on the other side; empty when nothing speaks
 *     for that
 */
public record OnlySpan(
    Span span, boolean isWhole, List<TraceEvent> events, Optional<String> caution) {
  /** Copies the events. */
  public OnlySpan {
    events = List.copyOf(events);
  }

  /** The span, and those inside it when they are missing too, in order. */
  public List<Span> spans() {
    return isWhole ? span.stream().toList() : List.of(span);
  }

  /** The span in one line, and the caution. */
  @Override
  public String toString() {
    return span + caution.map(c -> " (" + c + ")").orElse("");
  }
}

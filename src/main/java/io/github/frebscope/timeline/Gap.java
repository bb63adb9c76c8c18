package io.github.frebscope.timeline;

import io.github.frebscope.trace.MeasuredTime;
import io.github.frebscope.trace.TraceEvent;
import java.util.Optional;

/**
 * Silence between an event and the next one, and what was going on meanwhile.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param before the event that it follows; empty for what lies before the first event
 * @param after the event that ended it; empty for what lies after the last event
 * @param length how long it was
 * @param span the innermost span that was open
 */
public record Gap(
    Optional<TraceEvent> before, Optional<TraceEvent> after, MeasuredTime length, Span span) {
  /**
   * What was going on, for example {@code connecting to the backend or sending headers}; empty when
   * the events tell nothing in particular.
   */
  public Optional<String> doing() {
    return span.kind().doing();
  }

  /**
   * {@code 8,063 ms ±16 ms in ApplicationRequestRouting, EXECUTE_REQUEST_HANDLER, after
   * ARR_REQUEST_HEADERS_START (event 159): connecting to the backend or sending headers}.
   */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder().append(length);
    if (!span.isUntraced()) {
      text.append(" in ").append(span.module().orElse("no module"));
      span.notification().ifPresent(n -> text.append(", ").append(n));
      if (span.request().is("GENERAL_CHILD_REQUEST")) {
        text.append(" of a child request");
      }
    }
    before.ifPresent(e -> text.append(", after ").append(e.name()).append(place(e)));
    doing().ifPresent(d -> text.append(": ").append(d));
    return text.toString();
  }

  private static String place(TraceEvent event) {
    return " (event " + event.index() + ")";
  }
}

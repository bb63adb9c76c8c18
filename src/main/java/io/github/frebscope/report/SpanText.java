package io.github.frebscope.report;

import io.github.frebscope.query.TerminalText;
import io.github.frebscope.timeline.Span;
import io.github.frebscope.timeline.SpanState;
import io.github.frebscope.trace.TraceEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words of one span, redacted and safe to print. */
final class SpanText {
  private final Redaction redaction;

  SpanText(Redaction redaction) {
    this.redaction = redaction;
  }

  /** {@code ARR request headers in ApplicationRequestRouting, EXECUTE_REQUEST_HANDLER}. */
  String place(Span span) {
    List<String> around = new ArrayList<>();
    if (!span.isModule() && !span.is("NOTIFICATION")) {
      span.module().map(TerminalText::line).ifPresent(around::add);
    }
    if (!span.is("NOTIFICATION")) {
      span.notification().map(n -> n + post(span)).map(TerminalText::line).ifPresent(around::add);
    }
    Span request = span.request();
    if (request != span && request.parent().isPresent()) {
      around.add("a child request");
    }
    return title(span) + (around.isEmpty() ? "" : " in " + String.join(", ", around));
  }

  /** The name of a span: of a request its URL, of a COM call a whole statement. */
  String name(Span span) {
    return TerminalText.line(
        span.isRequest() ? redaction.url(span.name()) : redaction.text(span.name()));
  }

  private String title(Span span) {
    if (span.name().isEmpty() || (span.isRequest() && span.parent().isEmpty())) {
      return span.kind().title();
    }
    return span.kind().title() + " " + name(span) + (span.is("NOTIFICATION") ? post(span) : "");
  }

  private static String post(Span span) {
    return span.isPostNotification() ? " (post)" : "";
  }

  /** The place, how long if the clock tells, and which events; that it has no end or start. */
  String line(Span span) {
    List<TraceEvent> events = span.allEvents();
    StringBuilder text = new StringBuilder(place(span));
    if (!span.inclusive().isBelowClock()) {
      text.append(", ").append(span.inclusive());
    }
    if (!events.isEmpty()) {
      int first = events.get(0).index();
      int last = events.get(events.size() - 1).index();
      text.append(first == last ? ", event " + first : ", events " + first + "-" + last);
    }
    return text.append(state(span)).toString();
  }

  private static String state(Span span) {
    return span.state() == SpanState.CLOSED ? "" : ", " + span.state().text();
  }

  /** {@code (event 158)}, the first that tells of it; empty when none does. */
  static String at(Span span) {
    return first(span).map(event -> " (" + event + ")").orElse("");
  }

  /** {@code (event 158; B: event 160)}: the first events that tell of a span and its partner. */
  static String at(Span span, String side, Span partner) {
    String other = first(partner).map(event -> side + ": " + event).orElse("");
    String both =
        Stream.of(first(span).orElse(""), other)
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining("; "));
    return both.isEmpty() ? "" : " (" + both + ")";
  }

  private static Optional<String> first(Span span) {
    return span.allEvents().stream().findFirst().map(event -> "event " + event.index());
  }
}

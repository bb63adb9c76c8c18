package io.github.frebscope.report;

import io.github.frebscope.catalog.ErrorCode;
import io.github.frebscope.catalog.ErrorCodes;
import io.github.frebscope.query.TerminalText;
import io.github.frebscope.trace.DataField;
import io.github.frebscope.trace.TraceEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** The words of one event, redacted and safe to print. */
final class EventText {
  /** The same in all events of a trace, or shown elsewhere. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "ContextId", "Context ID", "ConnId", "ConnID", "RawConnId", "ModuleName", "Notification");

  private final Redaction redaction;

  EventText(Redaction redaction) {
    this.redaction = redaction;
  }

  /** {@code ApplicationRequestRouting in EXECUTE_REQUEST_HANDLER}; empty without a module. */
  String module(TraceEvent event) {
    Optional<String> module = event.data("ModuleName");
    Optional<String> notification =
        event.description("Notification").or(() -> event.data("Notification"));
    return TerminalText.line(
        module.orElse("")
            + notification.map(n -> module.isPresent() ? " in " + n : "in " + n).orElse(""));
  }

  /** {@code HttpStatus=502, HttpSubStatus=3, ...}: one line, texts in place of numbers. */
  String shortData(TraceEvent event) {
    List<String> texts = new ArrayList<>();
    for (DataField field : event.data()) {
      if (!LEFT_OUT.contains(field.name()) && !field.value().isEmpty()) {
        texts.add(TerminalText.line(field.name()) + "=" + value(event, field));
      }
    }
    return String.join(", ", texts);
  }

  /** The value of a data in one line, its text in place of a number. */
  String value(TraceEvent event, DataField field) {
    return error(event, field)
        .or(() -> description(event, field))
        .orElseGet(() -> TerminalText.line(redaction.data(event, field).strip()));
  }

  /** Every data in a line, further lines of a value under its first. */
  List<String> allData(TraceEvent event) {
    List<String> lines = new ArrayList<>();
    for (DataField field : event.data()) {
      String head = TerminalText.line(field.name()) + " = ";
      String tail =
          error(event, field)
              .or(() -> description(event, field))
              .map(text -> " (" + text + ")")
              .orElse("");
      List<String> value = TerminalText.lines(redaction.data(event, field));
      if (value.size() <= 1) {
        lines.add((head + String.join("", value) + tail).stripTrailing());
      } else {
        lines.add(head.stripTrailing() + tail);
        value.forEach(line -> lines.add("  " + line));
      }
    }
    return lines;
  }

  private Optional<String> description(TraceEvent event, DataField field) {
    String text = redaction.description(event, field.name()).replaceAll("\\s+", " ").strip();
    return text.isEmpty() ? Optional.empty() : Optional.of(TerminalText.line(text));
  }

  /** {@code 0x80072EE2 ERROR_WINHTTP_TIMEOUT}; success says 0 and nothing else. */
  private static Optional<String> error(TraceEvent event, DataField field) {
    OptionalLong code =
        field.name().equals("ErrorCode") ? event.number("ErrorCode") : OptionalLong.empty();
    if (code.isEmpty()) {
      return Optional.empty();
    }
    long number = code.getAsLong();
    return number == 0
        ? Optional.of("0")
        : ErrorCodes.find(number)
            .map(ErrorCode::name)
            .map(name -> ErrorCodes.hex(number) + " " + name);
  }
}

package io.github.frebscope.report;

import io.github.frebscope.catalog.ErrorCode;
import io.github.frebscope.catalog.ErrorCodes;
import io.github.frebscope.catalog.Statuses;
import io.github.frebscope.classify.Verdict;
import io.github.frebscope.query.TerminalText;
import io.github.frebscope.query.ValueText;
import io.github.frebscope.trace.RequestInfo;
import io.github.frebscope.trace.StatusCode;
import io.github.frebscope.trace.Trace;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** What the root element says, label by label. */
final class RequestBlock {
  private static final int INDENT = 11;

  private static final DateTimeFormatter EXACT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

  private RequestBlock() {}

  static void print(Page page, Trace trace, Redaction redaction) {
    RequestInfo request = trace.request();
    page.heading(TerminalText.line(trace.file()));
    label(
        page,
        "Request",
        request.verb().orElse("?") + " " + request.url().map(redaction::url).orElse("?"));
    label(page, "Status", request.status().map(RequestBlock::status).orElse("not told"));
    label(page, "Trigger", trigger(request));
    label(page, "Server", server(trace));
    trace.start().ifPresent(start -> label(page, "Start", exact(start) + " UTC"));
    request.timeTaken().ifPresent(taken -> label(page, "Took", ValueText.of(taken)));
    label(page, "User", user(request));
    request.activityId().ifPresent(id -> label(page, "Activity", id));
    label(
        page,
        "Trace",
        ValueText.count(trace.eventCount())
            + (trace.eventCount() == 1 ? " event, " : " events, ")
            + trace.completeness().text());
  }

  /** {@code 0x80072EE2 ERROR_WINHTTP_TIMEOUT: text}, as far as the code is known. */
  static Optional<String> error(Verdict verdict) {
    OptionalLong code = verdict.errorCode();
    if (code.isEmpty()) {
      return Optional.empty();
    }
    String hex = ErrorCodes.hex(code.getAsLong());
    if (verdict.isExitCode()) {
      return Optional.of(code.getAsLong() + " (" + hex + "), usually the program's exit code");
    }
    return Optional.of(
        code.getAsLong() == 0
            ? "0: it names no error"
            : ErrorCodes.find(code.getAsLong())
                .map((ErrorCode e) -> hex + " " + e.name() + ": " + e.text())
                .orElse(hex));
  }

  private static String status(StatusCode status) {
    return status + Statuses.textOrGeneral(status).map(text -> " " + text).orElse("");
  }

  private static String trigger(RequestInfo request) {
    String reason = request.failureReason().orElse("not told");
    return reason
        + request.triggerStatus().filter(s -> s.status() != 0).map(s -> " " + s).orElse("");
  }

  private static String server(Trace trace) {
    RequestInfo request = trace.request();
    List<String> parts = new ArrayList<>();
    parts.add(trace.server().orElse("unknown"));
    request.siteId().ifPresent(site -> parts.add("site " + site));
    request.appPool().ifPresent(pool -> parts.add("pool " + pool));
    request.processId().ifPresent(process -> parts.add("process " + process));
    return String.join(", ", parts);
  }

  private static String user(RequestInfo request) {
    String type = request.authenticationType().orElse("not told");
    return request
            .userName()
            .filter(name -> !name.isEmpty())
            .map(name -> name + ", " + type)
            .orElse(type)
        + request
            .tokenUserName()
            .filter(name -> !name.isEmpty())
            .map(name -> ", ran as " + name)
            .orElse("");
  }

  private static String exact(Instant time) {
    return EXACT.format(time);
  }

  private static void label(Page page, String label, String text) {
    page.labelled(label, INDENT, TerminalText.line(text));
  }
}

package io.github.frebscope.classify;

import io.github.frebscope.catalog.ErrorCode;
import io.github.frebscope.catalog.ErrorCodes;
import io.github.frebscope.trace.MeasuredTime;
import io.github.frebscope.trace.StatusCode;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** The words for numbers in explanations. */
final class Wording {
  private static final Set<StatusCode> MISLEADING =
      Set.of(StatusCode.of(500), StatusCode.of(502), StatusCode.of(503));

  private Wording() {}

  /** {@code 502.3 (forwarder connection error)}. */
  static String status(StatusCode status, String module) {
    return text(Names.usual(module), status)
        .map(text -> status + " (" + withoutFullStop(text) + ")")
        .orElse(status.toString());
  }

  /** {@link #status(StatusCode, String)} when no module is known. */
  static String status(StatusCode status) {
    return status(status, "");
  }

  /** As an event set it: {@code 503 (Service Unavailable)}. */
  static String status(StatusEvent set) {
    Optional<String> reason = Codes.text(set.event(), "HttpReason");
    return set.status().subStatus() == 0 && reason.isPresent()
        ? set.status() + " (" + reason.get() + ")"
        : status(set.status(), set.module().orElse(""));
  }

  /**
   * The official text. That of a 500, 502 or 503 without a sub-status means one special case, an
   * ISAPI error, an invalid answer and a stopped application pool, so it would mislead for all
   * others.
   */
  private static Optional<String> text(String module, StatusCode status) {
    return MISLEADING.contains(status)
        ? Optional.empty()
        : Repertoire.meaning(module, status).map(Wording::firstSentence);
  }

  /** Some texts go on with what another version calls it; one name is enough in a sentence. */
  private static String firstSentence(String text) {
    int end = text.indexOf(". (");
    return end < 0 ? text : text.substring(0, end);
  }

  /**
   * What an error code says, to be put behind a status. 0 is a value, but not the "operation
   * completed successfully" that IIS prints for it, and no proof that Windows reported no error:
   * ASP.NET Core Module writes the error of a failed start to the event log only. What CGI and
   * FastCGI report can be the exit code of a program.
   */
  static String errorCode(long code, StatusCode status, String module) {
    String hex = ErrorCodes.hex(code);
    if (code == 0) {
      return " with error code 0, which names no error";
    }
    String usual = Names.usual(module);
    if (Repertoire.isExitCode(usual, status, code)) {
      String what = usual.equals(Names.CGI) ? "CGI" : "FastCGI";
      return ": error code "
          + code
          + " ("
          + hex
          + "), for "
          + what
          + " usually the program's exit code";
    }
    Optional<ErrorCode> known = ErrorCodes.find(code);
    return known
        .map(error -> ": " + error.name() + " " + hex + " (" + withoutFullStop(error.text()) + ")")
        .orElse(": error code " + hex);
  }

  /** {@code 8,063 ms ±16 ms}: the length between two stamps of IIS's clock with its error. */
  static String duration(Duration duration) {
    return MeasuredTime.of(duration).toString();
  }

  /** {@code after 8,063 ms ±16 ms of silence}, or {@code at once (<16 ms)}. */
  static String silence(Duration silence) {
    MeasuredTime time = MeasuredTime.of(silence);
    return time.isBelowClock() ? "at once (" + time + ")" : "after " + time + " of silence";
  }

  /** The text without a full stop, so that a sentence can go on after it. */
  static String withoutFullStop(String text) {
    String line = text.strip();
    return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
  }
}

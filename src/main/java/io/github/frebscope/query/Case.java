package io.github.frebscope.query;

import io.github.frebscope.catalog.Cause;
import io.github.frebscope.catalog.ErrorCodes;
import io.github.frebscope.classify.Origin;
import io.github.frebscope.classify.Verdict;
import io.github.frebscope.internal.url.UrlParts;
import io.github.frebscope.trace.Completeness;
import io.github.frebscope.trace.StatusCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * One trace as the rules over a set see it. Nulls, and -1 of the process, mean that it does not
 * tell.
 *
 * @param trace the summary
 * @param server the server
 * @param process the worker process
 * @param unit the application pool, or the site where that is not told
 * @param host the host that the client asked, in small letters and without its port
 * @param path the path that the client asked, without its query
 * @param backend who was asked for the answer
 * @param cause the id of the cause
 * @param start when it began
 * @param module the module that set the status
 * @param status the status; 0 when there is none
 * @param code the error code as an HRESULT; 0 for none, or when it is what a program returned
 * @param waited the silence before the failure; the whole request where that is not told
 * @param isFailure whether the client was let down
 */
record Case(
    TraceSummary trace,
    String server,
    long process,
    String unit,
    String host,
    String path,
    String backend,
    String cause,
    Instant start,
    String module,
    int status,
    long code,
    Duration waited,
    boolean isFailure) {
  static final String GONE = "CLIENT_GONE";
  static final String NO_SERVER = "NO_SERVER";

  private static final int SERVER_ERROR = 500;

  /** What a browser fetches besides pages, and a server sends as it is. */
  private static final Set<String> STATIC =
      Set.of(
          "css", "js", "map", "png", "gif", "jpg", "jpeg", "svg", "ico", "webp", "woff", "woff2",
          "ttf");

  static Case of(TraceSummary trace) {
    Verdict verdict = trace.verdict();
    return new Case(
        trace,
        trace.server().orElse(null),
        trace.processId().orElse(-1),
        trace
            .appPool()
            .orElse(trace.site().isPresent() ? "site " + trace.site().getAsLong() : null),
        trace.url().flatMap(UrlParts::host).orElse(null),
        trace.url().flatMap(UrlParts::path).orElse(null),
        verdict.backend().orElse(null),
        verdict.cause().map(Cause::id).orElse(null),
        trace.start().orElse(null),
        verdict.module().orElse(null),
        verdict.status().or(trace::status).map(StatusCode::status).orElse(0),
        code(verdict),
        verdict.waited().or(trace::timeTaken).orElse(null),
        trace.isFailure());
  }

  /** Whether it failed on this side: the client had not left. */
  boolean isFault() {
    return isFailure && !isCause(GONE);
  }

  /** Whether it failed with a status of 500 or more; a page that is not there is no outage. */
  boolean isServerError() {
    return isFault() && status >= SERVER_ERROR;
  }

  /** Whether the request was answered well, and the trace tells so to its end. */
  boolean isAnswer() {
    return !isFailure && trace.completeness() == Completeness.COMPLETE;
  }

  boolean isCause(String... ids) {
    return cause != null && Arrays.asList(ids).contains(cause);
  }

  boolean isRelayed() {
    return trace.verdict().origin() == Origin.RELAYED;
  }

  boolean isForStaticFile() {
    int dot = path == null ? -1 : path.lastIndexOf('.');
    return dot >= 0 && STATIC.contains(path.substring(dot + 1).toLowerCase(Locale.ROOT));
  }

  /** Failures of one kind: the cause, or else module, status and code. */
  String sort() {
    return cause != null ? cause : module + " " + status + " " + code;
  }

  private static long code(Verdict verdict) {
    return verdict.errorCode().isEmpty() || verdict.isExitCode()
        ? 0
        : ErrorCodes.hresult(verdict.errorCode().getAsLong());
  }
}

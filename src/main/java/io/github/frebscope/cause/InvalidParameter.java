package io.github.frebscope.cause;

import io.github.frebscope.catalog.ExchangePhase;
import io.github.frebscope.trace.TraceEvent;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * ASP.NET Core Module has one code for a request that it cannot send and for an answer that it
 * cannot read. What tells them apart is whether an answer had begun; version 1 writes no events of
 * the exchange, but the response headers it had read until then are events of IIS.
 */
final class InvalidParameter {
  private static final String SET_RESPONSE_HEADER = "GENERAL_SET_RESPONSE_HEADER";
  private static final String TOKEN = "MS-ASPNETCORE-TOKEN";

  static final Set<String> EVENTS = Set.of(SET_RESPONSE_HEADER);

  private static final Duration AT_ONCE = Duration.ofMillis(100);
  private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  private InvalidParameter() {}

  /** The request could not be sent. */
  static Optional<Finding> request(Failure failure, Finding finding) {
    if (begun(failure).isPresent() || isSent(failure)) {
      return Optional.empty();
    }
    boolean untold = failure.phase() == ExchangePhase.BEFORE;
    boolean waited = waited(failure);
    boolean chunked = isChunkedWithoutBody(failure);
    if (untold && waited && failure.isWaitOfModule()) {
      return Optional.empty(); // what cannot be sent fails at once
    }
    boolean seen = isInformationTraced(failure) && setsResponseHeader(failure).isEmpty();
    return Optional.of(
        finding
            .value("fault", fault(failure, chunked))
            .proof(
                failure.first(Headers.ARRIVED).filter(e -> chunked),
                "a request without a body, with Transfer-Encoding: chunked")
            .proof(failure.phaseBegan(), "the module began to send it; nothing came back")
            .atMostIf(
                untold && !seen,
                Confidence.LOW,
                "what would show the beginning of an answer was not traced")
            .atMostIf(
                untold && waited, Confidence.LOW, "how long the module itself took was not traced")
            .atMostIf(
                !untold && waited,
                Confidence.MEDIUM,
                "it did not fail at once, as a request does that cannot be sent")
            .atMostIf(
                untold && !chunked,
                Confidence.MEDIUM,
                "the module's exchange with its process was not traced, and no header proves the"
                    + " fault")
            .atMostIf(
                untold && failure.setHeader(TOKEN).isEmpty(),
                chunked ? Confidence.MEDIUM : Confidence.LOW,
                "no event shows that there was a process to send it to"));
  }

  /** The answer could not be read. */
  static Optional<Finding> answer(Failure failure, Finding finding) {
    Optional<TraceEvent> begun = begun(failure);
    if (begun.isPresent()) {
      return Optional.of(finding.proof(begun, "the answer had begun"));
    }
    if (isSent(failure)) {
      return Optional.of(
          finding
              .proof(failure.phaseBegan(), "the request was sent")
              .atMost(Confidence.LOW, "no event shows that an answer had begun"));
    }
    if (failure.phase() != ExchangePhase.BEFORE) {
      return Optional.empty(); // traced, and no answer in it
    }
    Optional<TraceEvent> header = setsResponseHeader(failure);
    if (header.isPresent()) {
      return Optional.of(
          finding
              .proof(header, "a response header was set before")
              .atMost(Confidence.MEDIUM, "another module may have set that response header"));
    }
    if (waited(failure) && failure.isWaitOfModule()) {
      return Optional.of(
          finding.atMost(
              Confidence.MEDIUM, "only the wait before it shows that the request had been sent"));
    }
    return isChunkedWithoutBody(failure)
        ? Optional.empty()
        : Optional.of(
            finding.atMost(Confidence.LOW, "nothing in the trace shows that an answer had begun"));
  }

  /** The process has the whole request. */
  private static boolean isSent(Failure failure) {
    return failure.phase() == ExchangePhase.WAITING;
  }

  private static boolean waited(Failure failure) {
    return failure.waited().filter(w -> w.atLeast().compareTo(AT_ONCE) >= 0).isPresent();
  }

  /** What shows that the answer had begun: the module's event, or the first header of it. */
  private static Optional<TraceEvent> begun(Failure failure) {
    return failure
        .answered()
        .or(
            () ->
                failure
                    .lastBefore(Headers.SET)
                    .filter(e -> failure.setHeader(TOKEN).isPresent())
                    .flatMap(
                        sent -> setsResponseHeader(failure).filter(e -> e.index() > sent.index())));
  }

  /** Without the event of the failure, headers of an answer and of an error page look alike. */
  private static Optional<TraceEvent> setsResponseHeader(Failure failure) {
    return failure.setBy().flatMap(e -> failure.lastBefore(SET_RESPONSE_HEADER));
  }

  /** Response headers are recorded wherever the request's headers are. */
  private static boolean isInformationTraced(Failure failure) {
    return failure.setBy().isPresent() && failure.first(Headers.ARRIVED).isPresent();
  }

  private static boolean isChunkedWithoutBody(Failure failure) {
    return failure.trace().request().verb().filter(WITHOUT_BODY::contains).isPresent()
        && failure
            .header("Transfer-Encoding")
            .filter(v -> v.toLowerCase(Locale.ROOT).contains("chunked"))
            .isPresent();
  }

  private static Optional<String> fault(Failure failure, boolean chunked) {
    if (chunked) {
      String verb = failure.trace().request().verb().orElse("");
      return Optional.of("a " + verb + " with Transfer-Encoding: chunked, which WinHTTP refuses");
    }
    boolean forwardedTwice =
        failure.isBy("AspNetCoreModule")
            && failure.header("X-Forwarded-For").filter(v -> v.contains(",")).isPresent();
    return forwardedTwice
        ? Optional.of(
            "perhaps its X-Forwarded-For with a comma, which old versions of the module refuse")
        : Optional.empty();
  }
}

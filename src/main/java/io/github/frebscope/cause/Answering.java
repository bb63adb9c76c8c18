package io.github.frebscope.cause;

import io.github.frebscope.catalog.ErrorCodes;
import io.github.frebscope.catalog.ExchangePhase;
import io.github.frebscope.trace.TraceEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The gateway had a backend, and no answer came of it, or no whole one. */
final class Answering {
  private static final String FLUSHED = "GENERAL_FLUSH_RESPONSE_END";

  /** What the ASP.NET Core Module sets when it has a process to send the request to. */
  private static final String TOKEN = "MS-ASPNETCORE-TOKEN";

  /** A connection that was found closed fails in no more time. */
  private static final Duration AT_ONCE = Duration.ofMillis(100);

  private static final String KEPT =
      "It failed at once, as a connection does that was kept for use and closed meanwhile.";
  private static final String IN_THE_ANSWER =
      "The connection between {module} and {peer|its backend} was cut in the middle of the"
          + " answer[, after {waited}].";

  private static final Set<String> RESET_EVENTS =
      Stream.concat(Upload.EVENTS.stream(), Stream.of(FLUSHED)).collect(Collectors.toSet());

  static final List<CauseRule> RULES =
      List.of(
          TableRule.of("TIMEOUT_RECEIVE", Upload.EVENTS, Answering::timeOut),
          TableRule.of("APP_HANG", Answering::hang),
          TableRule.of("BACKEND_RESET", RESET_EVENTS, Answering::reset),
          TableRule.of("BACKEND_CRASH", Answering::crash),
          TableRule.of("INVALID_RESPONSE", Answering::invalid),
          TableRule.of("RESP_HEADERS_TOO_BIG", Answering::tooBig),
          TableRule.of("UPLOAD_REJECTED", Upload.EVENTS, Answering::upload),
          TableRule.of("CANCELLED_HANDLE", Set.of(FLUSHED), Answering::cancelled));

  private Answering() {}

  private static Optional<Finding> timeOut(Failure failure, Finding finding) {
    TimeOut timeOut = TimeOut.of(failure);
    Finding found = Waiting.worded(failure, timeOut, finding);
    return switch (timeOut.stage()) {
      case CONNECTING ->
          timeOut.isLocal()
              ? Optional.of(found.atMost(Confidence.LOW, "no event shows that it was connected"))
              : Waiting.connecting(failure, timeOut, found);
      case SENDING ->
          Optional.of(
              found
                  .proof(failure.connected(), "the connection was there")
                  .atMost(Confidence.MEDIUM, "the request was still being sent"));
      case ANSWERING -> Optional.of(Waiting.traced(failure, timeOut, found));
      case UNTRACED -> Optional.of(Waiting.untraced(failure, timeOut, found));
    };
  }

  private static Optional<Finding> hang(Failure failure, Finding finding) {
    return TimeOut.of(failure).stage() == TimeOut.Stage.CONNECTING
        ? Optional.empty()
        : Optional.of(
            finding.atMost(
                Confidence.LOW, "one trace cannot show that no request at all is answered"));
  }

  private static Optional<Finding> reset(Failure failure, Finding finding) {
    boolean answered = failure.answered().isPresent();
    boolean atOnce = failure.waited().filter(w -> w.atMost().compareTo(AT_ONCE) < 0).isPresent();
    boolean upload = Upload.of(failure).state() != Upload.State.NONE;
    return Optional.of(
        (answered ? finding.saying(IN_THE_ANSWER) : finding)
            .value("hint", Optional.of(KEPT).filter(text -> atOnce && !upload))
            .proof(sent(failure), "the request was sent")
            .proof(failure.answered(), "the answer had begun")
            .atMost(Confidence.MEDIUM, "the code does not tell who ended the connection, or why")
            .atMostIf(
                isClientLost(failure),
                Confidence.LOW,
                "sending to the client had failed before, so the gateway itself may have ended it")
            .atMostIf(
                isLocal(failure) && Upload.of(failure).state() == Upload.State.UNFINISHED,
                Confidence.LOW,
                "a large body was still on its way, when a refusal looks the same"));
  }

  private static Optional<Finding> crash(Failure failure, Finding finding) {
    return Optional.of(
        finding
            .atMostIf(
                !failure.isCode("ERROR_PROCESS_ABORTED"),
                Confidence.LOW,
                "only the event log of the backend's server shows a crash")
            .atMostIf(
                failure.phaseBegan().isEmpty() && failure.setHeader(TOKEN).isEmpty(),
                Confidence.MEDIUM,
                "no event shows that the process had the request: one that ends while it starts gives"
                    + " that code, too"));
  }

  private static Optional<Finding> invalid(Failure failure, Finding finding) {
    return Optional.of(
        finding
            .proof(sent(failure), "the request was sent")
            .proof(failure.answered(), "the answer's headers had come")
            .atMostIf(
                isConnecting(failure),
                Confidence.MEDIUM,
                "no event shows that the request had been sent"));
  }

  private static Optional<Finding> tooBig(Failure failure, Finding finding) {
    String what =
        failure.isCode("ERROR_WINHTTP_HEADER_COUNT_EXCEEDED") ? "more headers" : "larger headers";
    return Optional.of(finding.value("toobig", what).proof(sent(failure), "the request was sent"));
  }

  private static Optional<Finding> upload(Failure failure, Finding finding) {
    Upload upload = Upload.of(failure);
    if (upload.state() == Upload.State.NONE || failure.answered().isPresent()) {
      return Optional.empty();
    }
    boolean unfinished = upload.state() == Upload.State.UNFINISHED;
    boolean untraced = upload.state() == Upload.State.UNTRACED;
    return Optional.of(
        finding
            .value("read", Optional.of(upload.read()).filter(r -> unfinished))
            .value("length", upload.length())
            .proof(
                failure.lastBefore("GENERAL_READ_ENTITY_END").filter(e -> unfinished),
                "the body was still being read")
            .atMost(
                Confidence.MEDIUM,
                "a backend that fails during an upload for another reason looks the same")
            .atMostIf(untraced, Confidence.MEDIUM, "how much of a body was sent was not traced")
            .atMostIf(
                !unfinished && !untraced,
                Confidence.LOW,
                "nothing shows that a part of the body was missing")
            .atMostIf(
                !isLocal(failure),
                Confidence.LOW,
                "this is known of applications behind the ASP.NET Core Module"));
  }

  private static Optional<Finding> cancelled(Failure failure, Finding finding) {
    return Optional.of(
        finding
            .atMost(Confidence.MEDIUM, "the code does not tell who cancelled it")
            .atMostIf(
                isClientLost(failure),
                Confidence.LOW,
                "sending to the client had failed before, so it was the client who left"));
  }

  private static boolean isClientLost(Failure failure) {
    return failure
        .before()
        .anyMatch(e -> e.is(FLUSHED) && ErrorCodes.in(e, "ErrorCode").orElse(0) != 0);
  }

  /** The event that shows that the request was out, if that is still the state of things. */
  private static Optional<TraceEvent> sent(Failure failure) {
    return failure.phaseBegan().filter(e -> failure.phase() == ExchangePhase.WAITING);
  }

  private static boolean isConnecting(Failure failure) {
    return failure.phase() == ExchangePhase.CONNECTING_AND_SENDING && !failure.isConnected();
  }

  private static boolean isLocal(Failure failure) {
    return !failure.isBy("ApplicationRequestRouting");
  }
}

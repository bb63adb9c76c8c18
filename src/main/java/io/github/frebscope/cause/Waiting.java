package io.github.frebscope.cause;

import java.util.Optional;

/** A time-out of WinHTTP seen as a wait for an answer: how sure that is, and what is said of it. */
final class Waiting {
  private static final String UNTRACED = "how far the exchange got was not traced";
  private static final String STOPPED =
      "{Peer|The backend} began to answer and then stopped: {module} gave up[ after {waited}]"
          + "[, {limit}].";

  private Waiting() {}

  /** The finding with the values for its texts. */
  static Finding worded(Failure failure, TimeOut timeOut, Finding finding) {
    return finding
        .value("limit", timeOut.limit().map(timeOut::words))
        .value("setting", timeOut.setting())
        .value("join", failure.setHeader("X-ARR-LOG-ID").map(id -> "by its X-ARR-LOG-ID " + id));
  }

  /**
   * No event shows a connection. A gateway that gives up at its own limit, and not when Windows
   * does, may have had one and waited for the TLS handshake.
   */
  static Optional<Finding> connecting(Failure failure, TimeOut timeOut, Finding finding) {
    return failure.isCode("ERROR_WINHTTP_TIMEOUT")
            && timeOut.limit().isPresent()
            && !timeOut.isTcp()
        ? Optional.of(finding.atMost(Confidence.MEDIUM, "no event shows that the request was sent"))
        : Optional.empty();
  }

  /** The request was out: it was the answer that did not come, however long that took. */
  static Finding traced(Failure failure, TimeOut timeOut, Finding finding) {
    Finding found = failure.answered().isPresent() ? finding.saying(STOPPED) : finding;
    boolean unknown =
        timeOut.limit().isEmpty()
            && !timeOut.isTcp()
            && !timeOut.isTooShort()
            && !timeOut.contradictsConfiguration();
    boolean tcpOnly = timeOut.isTcp() && timeOut.limit().isEmpty() && !timeOut.isLocal();
    boolean early = unknown && timeOut.isBelowTcp() && !timeOut.isLocal();
    return found
        .value("limit", Optional.of(timeOut.otherThanUsual()).filter(text -> unknown && !early))
        .proof(
            failure.answered().isPresent() ? failure.answered() : failure.phaseBegan(),
            failure.answered().isPresent()
                ? "the answer had begun; nothing ends it"
                : "the request was sent; no answer is traced")
        .atMostIf(
            tcpOnly,
            Confidence.MEDIUM,
            "the silence is as long as " + timeOut.tcp() + ", and no time-out of the gateway is")
        .atMostIf(
            early,
            Confidence.MEDIUM,
            "the silence is shorter than any default, and WinHTTP has the same code for a connection"
                + " that Windows gives up (10060)")
        .atMostIf(
            Upload.of(failure).isAwaited(),
            Confidence.MEDIUM,
            "a part of the request's body was still awaited from the client")
        .atMostIf(
            timeOut.contradictsConfiguration(),
            Confidence.MEDIUM,
            "the silence is not the time-out that is configured")
        .atMostIf(
            timeOut.isTooShort() || failure.waited().isEmpty(),
            Confidence.MEDIUM,
            "the trace shows no wait as long as a time-out");
  }

  /** Only the length of the silence tells, and who the backend is. */
  static Finding untraced(Failure failure, TimeOut timeOut, Finding finding) {
    boolean limit = timeOut.limit().isPresent();
    return finding
        .atMostIf(
            Upload.of(failure).isAwaited(),
            Confidence.MEDIUM,
            "a part of the request's body was still awaited from the client")
        .atMostIf(!timeOut.isLocal(), Confidence.MEDIUM, UNTRACED)
        .atMostIf(
            limit && !failure.isWaitOfModule(),
            Confidence.MEDIUM,
            "others may have taken a part of the silence")
        .atMostIf(
            limit && timeOut.isTcp() && !timeOut.isLocal(),
            Confidence.MEDIUM,
            "the silence is also as long as " + timeOut.tcp())
        .atMostIf(
            !limit,
            timeOut.isTcp() && !timeOut.isLocal() ? Confidence.LOW : Confidence.MEDIUM,
            timeOut.length());
  }
}

package io.github.frebscope.cause;

import io.github.frebscope.catalog.ExchangePhase;
import io.github.frebscope.catalog.TimeLimit;
import io.github.frebscope.trace.MeasuredTime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The gateway could not reach its backend. */
final class Connecting {
  /**
   * Windows tries a refused connection again, twice and half a second apart, before it gives up; an
   * exhausted range of ports fails at once, without a packet.
   */
  private static final Duration REFUSED_TAKES = Duration.ofMillis(400);

  static final List<CauseRule> RULES =
      List.of(
          TableRule.of("CONNECT_REFUSED", Connecting::refused),
          TableRule.of("CONNECT_TIMEOUT", Connecting::timeOut),
          TableRule.of("PORT_EXHAUSTION", Connecting::portExhaustion),
          TableRule.of("DNS_FAIL"),
          TableRule.of("TLS_CHANNEL"),
          TableRule.of("TLS_CERT"),
          TableRule.of("CLIENT_CERT_NEEDED"),
          TableRule.of("NO_SERVER", Connecting::noServer));

  private Connecting() {}

  private static Optional<Finding> refused(Failure failure, Finding finding) {
    return Optional.of(
        finding
            .proof(failure.phaseBegan(), "the attempt to connect began; nothing ends it")
            .atMostIf(
                isTcpTimeOut(failure),
                Confidence.MEDIUM,
                "the attempt took as long as one that nobody answers")
            .atMostIf(
                !isLongerThanRefusalTakes(failure),
                Confidence.MEDIUM,
                "it failed faster than a refused connection usually does"));
  }

  private static boolean isLongerThanRefusalTakes(Failure failure) {
    return failure.isWaitOfModule()
        && failure.waited().filter(w -> w.atLeast().compareTo(REFUSED_TAKES) >= 0).isPresent();
  }

  private static boolean isTcpTimeOut(Failure failure) {
    return failure.waited().filter(failure.limits().get("tcp-connect")::matches).isPresent();
  }

  /** WinHTTP has one code for both time-outs: the phase tells them apart, or else the length. */
  private static Optional<Finding> timeOut(Failure failure, Finding finding) {
    if (failure.isConnected()) {
      return Optional.empty();
    }
    TimeLimit tcp = failure.limits().get("tcp-connect");
    boolean connecting = failure.phase() == ExchangePhase.CONNECTING_AND_SENDING;
    Optional<MeasuredTime> wait = failure.waited();
    if (wait.filter(tcp::isAbove).isPresent() && !isBudget(failure)) {
      return Optional.empty(); // Windows had not yet given up
    }
    if (!connecting && !isTcpTimeOut(failure)) {
      return Optional.empty();
    }
    return Optional.of(
        finding
            .proof(
                failure.phaseBegan().filter(e -> connecting),
                "the attempt to connect began; nothing ends it")
            .atMostIf(
                !connecting,
                Confidence.MEDIUM,
                "how far the exchange got was not traced; only the length of the silence tells")
            .atMostIf(
                !isTcpTimeOut(failure),
                Confidence.MEDIUM,
                "the silence is not the " + tcp + ", so sending may have taken the time"));
  }

  private static boolean isBudget(Failure failure) {
    return failure
        .waited()
        .flatMap(w -> failure.limits().matching(w, "arr-farm", "arr-proxy", "ancm-request"))
        .isPresent();
  }

  private static Optional<Finding> portExhaustion(Failure failure, Finding finding) {
    if (failure.isCode("WSAEADDRINUSE", "WSAENOBUFS")) {
      return Optional.of(finding);
    }
    return isLongerThanRefusalTakes(failure)
        ? Optional.empty() // no port, no packet, no wait
        : Optional.of(
            finding.atMost(
                Confidence.LOW, "one trace cannot show that connections to all backends fail"));
  }

  private static Optional<Finding> noServer(Failure failure, Finding finding) {
    return Optional.of(
        finding.proof(
            failure.lastBefore("ARR_REQUEST_ROUTED", "ARR_SERVER_ROUTED"),
            "ARR had routed the request before"));
  }
}

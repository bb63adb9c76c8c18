package io.github.frebscope.cause;

import io.github.frebscope.catalog.ExchangePhase;
import io.github.frebscope.catalog.TimeLimit;
import io.github.frebscope.trace.TraceEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The gateway could not reach its backend. */
final class Connecting {
  /**
   * Windows tries a refused connection again, twice and half a second apart, before it gives up; an
   * exhausted range of ports fails at once, without a packet.
   */
  private static final Duration REFUSED_TAKES = Duration.ofMillis(400);

  private static final String NO_CONNECTION = "ERROR_WINHTTP_CANNOT_CONNECT";
  private static final String SOCKET_TIMEOUT = "WSAETIMEDOUT";
  private static final String NOT_ROUTED = "ARR_WEBFARM_NOT_ROUTED";
  private static final String REWRITTEN = "REWRITE_ACTION";

  static final List<CauseRule> RULES =
      List.of(
          TableRule.of("CONNECT_REFUSED", Connecting::refused),
          TableRule.of("CONNECT_TIMEOUT", Connecting::timeOut),
          TableRule.of("PORT_EXHAUSTION", Connecting::portExhaustion),
          TableRule.of("DNS_FAIL", Connecting::ofServers),
          TableRule.of("TLS_CHANNEL", Set.of(REWRITTEN), Connecting::channel),
          TableRule.of("TLS_CERT", Certificates::ofBackend),
          TableRule.of("CLIENT_CERT_NEEDED", Certificates::ofGateway),
          TableRule.of("NO_SERVER", Connecting::noServer));

  private Connecting() {}

  private static Optional<Finding> refused(Failure failure, Finding finding) {
    Finding found =
        finding
            .proof(attempt(failure), "the attempt to connect began; nothing ends it")
            .atMostIf(
                failure.isConnected(),
                Confidence.MEDIUM,
                "an event shows a connection, which must have been another one");
    return Optional.of(failure.isCode(NO_CONNECTION) ? timed(failure, found) : found);
  }

  /** The code says that there is no connection, and not why: a refusal takes its time. */
  private static Finding timed(Failure failure, Finding found) {
    TimeLimit tcp = failure.limits().get("tcp-connect");
    return found
        .atMostIf(
            failure.waited().filter(tcp::matches).isPresent(),
            Confidence.MEDIUM,
            "the attempt took as long as one that nobody answers")
        .atMostIf(
            failure.waited().filter(w -> !tcp.matches(w) && !tcp.isAbove(w)).isPresent(),
            Confidence.MEDIUM,
            "the attempt took longer than one that nobody answers")
        .atMostIf(
            !failure.isWaitOfModule() && !isFasterThanRefusal(failure),
            Confidence.MEDIUM,
            "how long the attempt took was not traced")
        .atMostIf(
            isFasterThanRefusal(failure),
            Confidence.MEDIUM,
            "it failed faster than a refused connection usually does");
  }

  /** The event that began the attempt, while nothing shows that it succeeded. */
  private static Optional<TraceEvent> attempt(Failure failure) {
    return failure
        .phaseBegan()
        .filter(e -> failure.phase() == ExchangePhase.CONNECTING_AND_SENDING)
        .filter(e -> !failure.isConnected());
  }

  /** It had no more time than the silence, whoever else was at work in it. */
  private static boolean isFasterThanRefusal(Failure failure) {
    return failure.waited().filter(w -> w.atLeast().compareTo(REFUSED_TAKES) < 0).isPresent();
  }

  private static boolean isLongerThanRefusalTakes(Failure failure) {
    return failure.isWaitOfModule()
        && failure.waited().filter(w -> w.atLeast().compareTo(REFUSED_TAKES) >= 0).isPresent();
  }

  /** WinHTTP has one code for both time-outs: the phase tells them apart, or else the length. */
  private static Optional<Finding> timeOut(Failure failure, Finding finding) {
    TimeOut timeOut = TimeOut.of(failure);
    return switch (timeOut.stage()) {
      case CONNECTING -> Optional.of(connecting(failure, timeOut, finding));
      case SENDING, ANSWERING -> Optional.empty();
      case UNTRACED -> untraced(failure, timeOut, finding);
    };
  }

  private static Finding connecting(Failure failure, TimeOut timeOut, Finding finding) {
    String limit = timeOut.limit().map(timeOut::words).orElse("");
    return worded(timeOut, finding)
        .proof(attempt(failure), "the attempt to connect began; nothing ends it")
        .atMostIf(
            !timeOut.isTcp() && !failure.isCode(SOCKET_TIMEOUT),
            Confidence.MEDIUM,
            "the silence is not as long as "
                + timeOut.tcp()
                + ", so a TLS handshake, sending, or further addresses may have taken the time")
        .atMostIf(
            timeOut.isTcp() && !limit.isEmpty(),
            Confidence.MEDIUM,
            "the silence is also as long as "
                + limit
                + ", so a TLS handshake or sending may have taken it")
        .atMostIf(
            timeOut.isLocal(),
            Confidence.LOW,
            "the process is on this very server, which refuses or accepts a connection at once");
  }

  /** Without the phase only the length of the silence can tell. */
  private static Optional<Finding> untraced(Failure failure, TimeOut timeOut, Finding finding) {
    boolean socket = failure.isCode(SOCKET_TIMEOUT);
    if (timeOut.isLocal() && !socket) {
      return Optional.empty(); // who does not listen on this very server is refused
    }
    return Optional.of(
        worded(timeOut, finding)
            .atMost(
                Confidence.MEDIUM,
                "how far the exchange got was not traced"
                    + (timeOut.isTcp() ? "; only the length of the silence tells" : ""))
            .atMostIf(
                timeOut.limit().isPresent() && !timeOut.isTcp() && !socket,
                Confidence.LOW,
                "the silence is not as long as " + timeOut.tcp()));
  }

  private static Finding worded(TimeOut timeOut, Finding finding) {
    return finding.value("limit", Optional.of(timeOut.tcp()).filter(text -> timeOut.isTcp()));
  }

  private static Optional<Finding> portExhaustion(Failure failure, Finding finding) {
    if (failure.isCode("WSAEADDRINUSE", "WSAENOBUFS")) {
      return Optional.of(
          finding.atMostIf(
              failure.isCode("WSAENOBUFS"),
              Confidence.MEDIUM,
              "the code also stands for memory of the network stack that is used up"));
    }
    return isLongerThanRefusalTakes(failure) || failure.isConnected()
        ? Optional.empty() // no port, no packet, no wait
        : Optional.of(
            finding.atMost(
                Confidence.LOW, "one trace cannot show that connections to all backends fail"));
  }

  /** Names and certificates are a matter of other servers: a process here is asked by http. */
  static Optional<Finding> ofServers(Failure failure, Finding finding) {
    return Optional.of(
        finding.atMostIf(
            !failure.isBy("ApplicationRequestRouting"),
            Confidence.MEDIUM,
            "the module asks a process on this very server, by its address and without TLS"));
  }

  /** Who is asked by http has no TLS; whether that is so, the trace need not tell. */
  private static Optional<Finding> channel(Failure failure, Finding finding) {
    if (failure.isCode("ERROR_WINHTTP_SECURE_CHANNEL_ERROR")) {
      return ofServers(failure, finding);
    }
    return attempt(failure).isEmpty() || isPlain(failure)
        ? Optional.empty()
        : Optional.of(
            finding.atMost(
                Confidence.LOW, "the code stands for connections that were cut off as well"));
  }

  /** A rewritten URL tells the scheme. */
  private static boolean isPlain(Failure failure) {
    return !failure.isBy("ApplicationRequestRouting")
        || failure
            .lastBefore(REWRITTEN)
            .flatMap(e -> e.data("RewriteURL"))
            .filter(url -> url.regionMatches(true, 0, "http:", 0, 5))
            .isPresent();
  }

  private static Optional<Finding> noServer(Failure failure, Finding finding) {
    Finding said =
        failure.farm().isEmpty() && failure.lastBefore(NOT_ROUTED).isPresent()
            ? finding.saying("ARR found no server for {backend|the request}.")
            : finding;
    return Optional.of(
        said.proof(
                failure.lastBefore("ARR_REQUEST_ROUTED", "ARR_SERVER_ROUTED"),
                "ARR had routed the request before")
            .atMostIf(
                failure.phaseBegan().isPresent(),
                Confidence.MEDIUM,
                "ARR had begun to ask a server before, so not all of them were out from the start")
            .atMostIf(
                failure.errorCode().orElse(0) != 0,
                Confidence.MEDIUM,
                "an error code came with it, and a farm without servers gives none"));
  }
}

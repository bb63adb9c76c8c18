package io.github.frebscope.cause;

import java.util.List;
import java.util.Optional;

/** Stages inside Application Request Routing that have a status of their own. */
final class ArrInternals {
  static final List<CauseRule> RULES =
      List.of(
          TableRule.of("WEBSOCKET_FAIL", ArrInternals::webSocket),
          TableRule.of("MAP_FAIL", ArrInternals::onlyTheNameIsKnown),
          TableRule.of("FORWARD_FAIL", ArrInternals::onlyTheNameIsKnown),
          TableRule.of("EXECUTE_FAIL", ArrInternals::onlyTheNameIsKnown));

  private static final String NO_CONNECTION = "ERROR_WINHTTP_CANNOT_CONNECT";

  private ArrInternals() {}

  private static Optional<Finding> webSocket(Failure failure, Finding finding) {
    boolean asked = failure.header("Upgrade").filter("websocket"::equalsIgnoreCase).isPresent();
    return Optional.of(
        finding
            .proof(failure.first(Headers.ARRIVED).filter(e -> asked), "asked for a WebSocket")
            .proof(failure.phaseBegan(), "how far ARR had got")
            .value(
                "reach",
                Optional.of("No connection was made: see first that the backend runs and listens.")
                    .filter(text -> failure.isCode(NO_CONNECTION)))
            .atMostIf(
                !asked,
                Confidence.MEDIUM,
                "the trace does not show that the client asked for a WebSocket"));
  }

  private static Optional<Finding> onlyTheNameIsKnown(Failure failure, Finding finding) {
    return Optional.of(
        finding
            .proof(failure.phaseBegan(), "how far ARR had got")
            .atMost(Confidence.LOW, "only the official name of this status is documented"));
  }
}

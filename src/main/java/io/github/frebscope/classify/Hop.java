package io.github.frebscope.classify;

import io.github.frebscope.trace.TraceEvent;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A server's place on the way of a request through Application Request Routing, and the ids by
 * which the traces of both boxes can be joined: ARR gives every request that it sends on a header
 * {@code X-ARR-LOG-ID}. A front end <em>sets</em> it; in the trace of the server behind it is
 * <em>there</em> when the request arrives.
 *
 * @param role the place
 * @param receivedLogId the id with which the request arrived; empty when it had none, or the
 *     headers were not traced
 * @param sentLogId the id with which it was sent on; empty when it was not, or that was not traced
 */
public record Hop(Role role, Optional<String> receivedLogId, Optional<String> sentLogId) {
  static final Hop UNKNOWN = new Hop(Role.UNKNOWN, Optional.empty(), Optional.empty());
  static final Set<String> EVENTS = Set.of(Names.REQUEST_HEADERS, Names.SET_REQUEST_HEADER);

  private static final String LOG_ID = "X-ARR-LOG-ID";

  /** Refuses nulls. */
  public Hop {
    Objects.requireNonNull(role, "role");
    Objects.requireNonNull(receivedLogId, "receivedLogId");
    Objects.requireNonNull(sentLogId, "sentLogId");
  }

  /** The place of the server that wrote a trace. */
  static Hop of(Facts facts) {
    List<TraceEvent> own = facts.ownEvents().toList();
    Optional<String> received =
        own.stream()
            .filter(e -> e.is(Names.REQUEST_HEADERS))
            .findFirst()
            .flatMap(e -> e.data("Headers"))
            .flatMap(Hop::logId);
    Optional<String> sent =
        own.stream()
            .filter(e -> Backend.isHeader(e, LOG_ID))
            .reduce((first, second) -> second)
            .flatMap(e -> Codes.text(e, "HeaderValue"));
    boolean front = own.stream().anyMatch(Hop::isOfFrontEnd);
    return front || received.isPresent() ? new Hop(role(front, received), received, sent) : UNKNOWN;
  }

  private static Role role(boolean front, Optional<String> received) {
    if (!front) {
      return Role.MEMBER;
    }
    return received.isPresent() ? Role.MEMBER_AND_FRONT_END : Role.FRONT_END;
  }

  private static boolean isOfFrontEnd(TraceEvent event) {
    return Backend.showsArr(event)
        || (StatusEvent.EVENTS.contains(event.name())
            && Codes.text(event, "ModuleName")
                .map(Names::usual)
                .filter(Names.ARR::equals)
                .isPresent());
  }

  private static Optional<String> logId(String headers) {
    return headers
        .lines()
        .filter(line -> line.regionMatches(true, 0, LOG_ID + ":", 0, LOG_ID.length() + 1))
        .map(line -> line.substring(LOG_ID.length() + 1).strip())
        .filter(id -> !id.isEmpty())
        .findFirst();
  }

  /** {@code member, X-ARR-LOG-ID 5d0c8a1e-...}. */
  @Override
  public String toString() {
    return role
        + receivedLogId.map(id -> ", received with X-ARR-LOG-ID " + id).orElse("")
        + sentLogId.map(id -> ", sent with X-ARR-LOG-ID " + id).orElse("");
  }
}

package io.github.frebscope.classify;

import io.github.frebscope.internal.text.HeaderLines;
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
 * <p>Other headers prove no ARR: {@code X-Forwarded-For}, {@code X-Original-URL} and {@code
 * Max-Forwards} come from other proxies, from rewrite rules and from clients as well.
 *
 * @param role the place
 * @param receivedLogId the id with which the request arrived, as written; empty when it had none,
 *     or the headers were not traced
 * @param sentLogId the id with which it was sent on, as written; empty when it was not, or that was
 *     not traced
 */
public record Hop(Role role, Optional<String> receivedLogId, Optional<String> sentLogId) {
  static final Hop UNKNOWN = new Hop(Role.UNKNOWN, Optional.empty(), Optional.empty());
  static final Set<String> EVENTS = Set.of(Names.REQUEST_HEADERS, Names.SET_REQUEST_HEADER);

  private static final String LOG_ID = "X-ARR-LOG-ID";

  /** Headers that bear ARR's name, of which it sends the first always. */
  private static final List<String> OF_ARR = List.of(LOG_ID, "X-ARR-SSL", "X-ARR-ClientCert");

  /** Refuses nulls. */
  public Hop {
    Objects.requireNonNull(role, "role");
    Objects.requireNonNull(receivedLogId, "receivedLogId");
    Objects.requireNonNull(sentLogId, "sentLogId");
  }

  /**
   * The place of the server that wrote a trace. A child request arrives with the headers that were
   * set for its parent, so only the request itself tells what came in; what a child sends on leaves
   * the server as well.
   */
  static Hop of(Facts facts) {
    List<TraceEvent> events = facts.trace().events();
    Optional<TraceEvent> arrival =
        facts.ownEvents().filter(e -> e.is(Names.REQUEST_HEADERS)).findFirst();
    Optional<String> received = arrival.flatMap(e -> arrived(events, e, LOG_ID));
    boolean behind =
        arrival.filter(e -> OF_ARR.stream().anyMatch(h -> isArrived(events, e, h))).isPresent();
    Optional<String> sent =
        events.stream()
            .filter(e -> Backend.isHeader(e, LOG_ID))
            .reduce((first, second) -> second)
            .flatMap(e -> Codes.text(e, "HeaderValue"));
    boolean front = events.stream().anyMatch(Hop::isOfFrontEnd);
    return front || behind ? new Hop(role(front, behind), received, sent) : UNKNOWN;
  }

  private static Role role(boolean front, boolean behind) {
    if (!front) {
      return Role.MEMBER;
    }
    return behind ? Role.MEMBER_AND_FRONT_END : Role.FRONT_END;
  }

  private static boolean isOfFrontEnd(TraceEvent event) {
    return Backend.showsArr(event)
        || (StatusEvent.EVENTS.contains(event.name())
            && Codes.text(event, "ModuleName")
                .map(Names::usual)
                .filter(Names.ARR::equals)
                .isPresent());
  }

  private static boolean isArrived(List<TraceEvent> events, TraceEvent arrival, String name) {
    return arrived(events, arrival, name).isPresent();
  }

  /** Modules that run before IIS lists the headers can have set one already. */
  private static Optional<String> arrived(
      List<TraceEvent> events, TraceEvent arrival, String name) {
    return arrival
        .data("Headers")
        .flatMap(lines -> HeaderLines.find(lines, name))
        .filter(value -> !value.isEmpty())
        .filter(
            value ->
                events.stream()
                    .filter(e -> e.index() < arrival.index() && Backend.isHeader(e, name))
                    .noneMatch(
                        e -> Codes.text(e, "HeaderValue").filter(value::equals).isPresent()));
  }

  /** {@code member, received with X-ARR-LOG-ID 5d0c8a1e-...}. */
  @Override
  public String toString() {
    return role
        + receivedLogId.map(id -> ", received with X-ARR-LOG-ID " + id).orElse("")
        + sentLogId.map(id -> ", sent with X-ARR-LOG-ID " + id).orElse("");
  }
}

package io.github.frebscope.classify;

import io.github.frebscope.cause.Confidence;
import io.github.frebscope.trace.StatusCode;
import io.github.frebscope.trace.TraceEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Clues that a module took part. They count for server errors only: a 401 or 404 can be decided
 * before any handler runs.
 */
final class PresenceClues {
  private static final int SERVER_ERROR = 500;
  private static final int BAD_GATEWAY = 502;

  /** Events that a handler's module writes when it runs, by the module. */
  private static final Map<String, String> RUNNING =
      Map.of(
          "GENERAL_CGI_HANDLER", Names.CGI,
          "CGI_START", Names.CGI,
          "FASTCGI_START", Names.FAST_CGI,
          "GENERAL_ISAPI_HANDLER", Names.ISAPI,
          "CALL_ISAPI_EXTENSION", Names.ISAPI,
          "ANCM_REQUEST_FORWARD_START", Names.ANCM_V2,
          "ANCM_INPROC_EXECUTE_REQUEST_START", Names.ANCM_V2);

  private static final Map<String, String> HANDLER_NAMES =
      Map.of("ApplicationRequestRoutingHandler", Names.ARR);

  static final List<ClueRule> RULES =
      List.of(
          new ClueRule(
              "arr-routed",
              Set.of(Names.SERVER_ROUTED, Names.REQUEST_ROUTED, Names.FARM_NOT_ROUTED),
              PresenceClues::arrRouted),
          new ClueRule(
              "arr-headers-set", Set.of(Names.SET_REQUEST_HEADER), PresenceClues::arrHeaders),
          new ClueRule(
              "ancm-headers-set", Set.of(Names.SET_REQUEST_HEADER), PresenceClues::ancmHeaders),
          new ClueRule("handler-chosen", Set.of(Names.HANDLER_CHANGED), PresenceClues::chosen),
          new ClueRule("handler-ran", RUNNING.keySet(), PresenceClues::ran),
          new ClueRule("sub-status", Set.of(), PresenceClues::subStatus));

  private PresenceClues() {}

  /** ARR prepares a request before its handler runs, so another module can still have ended it. */
  private static boolean isGatewayFailure(StatusCode status) {
    return status.status() == BAD_GATEWAY || Repertoire.isOwn(Names.ARR, status);
  }

  private static Optional<Clue> arrRouted(Facts facts, StatusCode status) {
    List<TraceEvent> routed =
        facts
            .ownEvents()
            .filter(
                e ->
                    e.is(Names.SERVER_ROUTED)
                        || e.is(Names.REQUEST_ROUTED)
                        || e.is(Names.FARM_NOT_ROUTED))
            .toList();
    return routed.isEmpty() || !isGatewayFailure(status)
        ? Optional.empty()
        : Optional.of(
            Clue.presence(facts, "arr-routed", Names.ARR, routed, "ARR routed the request"));
  }

  /** Set here, not merely present in the request: then this server is the front end. */
  private static Optional<Clue> arrHeaders(Facts facts, StatusCode status) {
    return facts
        .last(e -> e.requestDepth() == 0 && Backend.isHeader(e, "X-ARR-LOG-ID"))
        .filter(e -> isGatewayFailure(status))
        .map(
            e ->
                Clue.presence(
                    facts,
                    "arr-headers-set",
                    Names.ARR,
                    List.of(e),
                    "ARR prepared the request for a backend (X-ARR-LOG-ID)"));
  }

  /** Both versions of the module set this header, so it tells the area and not the module. */
  private static Optional<Clue> ancmHeaders(Facts facts, StatusCode status) {
    return facts
        .last(e -> e.requestDepth() == 0 && Backend.isHeader(e, "MS-ASPNETCORE-TOKEN"))
        .filter(e -> status.status() >= SERVER_ERROR)
        .map(
            e ->
                new Clue(
                    "ancm-headers-set",
                    Optional.empty(),
                    Handlers.area(facts, Names.ANCM_V1),
                    Confidence.LOW,
                    List.of(e),
                    "ASP.NET Core Module prepared the request for its process",
                    Origin.UNKNOWN,
                    Optional.empty()));
  }

  /**
   * The handler that was chosen may never have run: any module before it can have ended the
   * request. So it counts only for a status that is documented as its own.
   */
  private static Optional<Clue> chosen(Facts facts, StatusCode status) {
    Optional<TraceEvent> chosen = Handlers.chosen(facts);
    Optional<String> byName =
        chosen.flatMap(e -> Codes.text(e, "NewHandlerName")).map(HANDLER_NAMES::get);
    return Handlers.chosenModule(facts)
        .or(() -> byName)
        .filter(module -> Repertoire.isOwn(module, status))
        .map(
            module ->
                Clue.presence(
                    facts,
                    "handler-chosen",
                    module,
                    chosen.stream().toList(),
                    module + " was chosen as the handler"));
  }

  private static Optional<Clue> ran(Facts facts, StatusCode status) {
    return facts
        .last(e -> e.requestDepth() == 0 && RUNNING.containsKey(e.name()))
        .filter(e -> status.status() >= SERVER_ERROR)
        .map(
            e -> {
              String module = RUNNING.get(e.name());
              return Clue.presence(
                  facts, "handler-ran", module, List.of(e), module + " ran as the handler");
            });
  }

  private static Optional<Clue> subStatus(Facts facts, StatusCode status) {
    List<String> owners = Repertoire.owners(status);
    return owners.size() != 1
        ? Optional.empty()
        : Optional.of(
            Clue.presence(
                facts,
                "sub-status",
                owners.get(0),
                List.of(),
                "only " + owners.get(0) + " is documented to answer " + status));
  }
}

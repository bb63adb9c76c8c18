package io.github.frebscope.classify;

import io.github.frebscope.cause.Confidence;
import io.github.frebscope.classify.ArrExchange.Step;
import io.github.frebscope.trace.StatusCode;
import io.github.frebscope.trace.TraceEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;

/** Clues in which a module reports its own failure, though not the status that came of it. */
final class FailureClues {
  private static final int BAD_GATEWAY = 502;
  private static final String FORWARD_START = "ANCM_REQUEST_FORWARD_START";
  private static final String FORWARD_END = "ANCM_REQUEST_FORWARD_END";
  private static final String FORWARD_FAIL = "ANCM_REQUEST_FORWARD_FAIL";
  private static final String START_FAIL = "ANCM_START_APPLICATION_FAIL";

  /** The CGI events that go with one status each (Microsoft KB 943891). */
  private static final Map<String, StatusCode> CGI_STATUS =
      Map.of(
          "CGI_TIMEOUT", StatusCode.of(BAD_GATEWAY, 1),
          "CGI_PREMATURE_TERMINATION", StatusCode.of(BAD_GATEWAY, 2));

  static final List<ClueRule> RULES =
      List.of(
          new ClueRule(
              "processing-error", Set.of("REQUEST_PROCESSING_ERROR"), FailureClues::processing),
          new ClueRule("arr-relayed", ArrExchange.EVENTS, FailureClues::arrRelayed),
          new ClueRule("arr-open-step", ArrExchange.EVENTS, FailureClues::arrOpenStep),
          new ClueRule("ancm-forward-fail", Set.of(FORWARD_FAIL), FailureClues::ancmForwardFail),
          new ClueRule(
              "ancm-forward-open",
              Set.of(FORWARD_START, FORWARD_END),
              FailureClues::ancmForwardOpen),
          new ClueRule("ancm-start-fail", Set.of(START_FAIL), FailureClues::ancmStartFail),
          new ClueRule("fastcgi-error", Set.of(), FailureClues::fastCgi),
          new ClueRule("cgi-failure", CGI_STATUS.keySet(), FailureClues::cgi),
          new ClueRule(
              "websocket-failure",
              Set.of("WEBSOCKET_INITIALIZE_FAILED", "WEBSOCKET_HANDSHAKE_NOT_SUCCESS"),
              FailureClues::webSocket),
          new ClueRule("iisnode-error", Set.of(), FailureClues::iisnode),
          new ClueRule("asp-error", Set.of(), FailureClues::asp));

  private FailureClues() {}

  private static Optional<TraceEvent> last(Facts facts, Predicate<TraceEvent> wanted) {
    return facts.last(e -> e.requestDepth() == 0 && wanted.test(e));
  }

  private static boolean isError(TraceEvent event) {
    return event.level() == 1 || event.level() == 2;
  }

  private static Optional<Clue> processing(Facts facts, StatusCode status) {
    return last(facts, e -> e.is("REQUEST_PROCESSING_ERROR"))
        .flatMap(
            e ->
                Codes.text(e, "ModuleName")
                    .filter(module -> !Names.FOLLOWERS.contains(module))
                    .map(
                        module ->
                            Clue.failure(
                                facts,
                                "processing-error",
                                module,
                                e,
                                module + " ended the request with an error")));
  }

  private static ArrExchange exchange(Facts facts) {
    return ArrExchange.before(facts.trace().events(), 0, Integer.MAX_VALUE);
  }

  private static Optional<Clue> arrRelayed(Facts facts, StatusCode status) {
    ArrExchange exchange = exchange(facts);
    return exchange
        .answer()
        .filter(answer -> status.subStatus() == 0)
        .filter(answer -> !isFollowedByStatus(facts, answer))
        .map(
            answer ->
                new Clue(
                    "arr-relayed",
                    Optional.of(Names.ARR),
                    Handlers.area(facts, Names.ARR),
                    Confidence.MEDIUM,
                    List.of(answer),
                    "the backend had answered ARR, which passes the backend's status on",
                    Origin.RELAYED,
                    Optional.of(
                        Silence.before(facts.trace().events(), answer, OptionalLong.empty()))));
  }

  /** Then it is traced what ARR made of the answer, and that was another status. */
  private static boolean isFollowedByStatus(Facts facts, TraceEvent answer) {
    return facts.history().last().filter(set -> set.index() > answer.index()).isPresent();
  }

  private static Optional<Clue> arrOpenStep(Facts facts, StatusCode status) {
    ArrExchange exchange = exchange(facts);
    boolean fits = status.status() == BAD_GATEWAY || Repertoire.isOwn(Names.ARR, status);
    if (exchange.step() == Step.NONE || exchange.answer().isPresent() || !fits) {
      return Optional.empty();
    }
    return exchange
        .latest()
        .map(
            open ->
                new Clue(
                    "arr-open-step",
                    Optional.of(Names.ARR),
                    Handlers.area(facts, Names.ARR),
                    Confidence.MEDIUM,
                    List.of(open),
                    "ARR got no answer: it broke while " + exchange.step().text(),
                    Origin.OWN,
                    Optional.of(Silence.after(facts.trace().events(), open))));
  }

  /** Two modules write these events: V2, and a fork of HttpPlatformHandler. The handler tells. */
  private static String ancmModule(Facts facts) {
    return Handlers.chosenModule(facts)
        .filter(module -> Handlers.area(facts, module).equals("ANCM"))
        .or(() -> Handlers.chosenModule(facts).filter(Names.HTTP_PLATFORM::equalsIgnoreCase))
        .orElse(Names.ANCM_V2);
  }

  private static Optional<Clue> ancmForwardFail(Facts facts, StatusCode status) {
    return last(facts, e -> e.is(FORWARD_FAIL))
        .map(
            e ->
                Clue.failure(
                    facts,
                    "ancm-forward-fail",
                    ancmModule(facts),
                    e,
                    "forwarding to the application's process failed"));
  }

  private static Optional<Clue> ancmForwardOpen(Facts facts, StatusCode status) {
    return last(facts, e -> e.is(FORWARD_START) || e.is(FORWARD_END) || e.is(FORWARD_FAIL))
        .filter(e -> e.is(FORWARD_START))
        .map(
            e ->
                new Clue(
                    "ancm-forward-open",
                    Optional.of(ancmModule(facts)),
                    "ANCM",
                    Confidence.MEDIUM,
                    List.of(e),
                    "forwarding to the application's process began and did not end",
                    Origin.OWN,
                    Optional.of(Silence.after(facts.trace().events(), e))));
  }

  private static Optional<Clue> ancmStartFail(Facts facts, StatusCode status) {
    return last(facts, e -> e.is(START_FAIL))
        .filter(e -> status.status() == BAD_GATEWAY || status.status() == 500)
        .map(
            e ->
                Clue.failure(
                    facts,
                    "ancm-start-fail",
                    ancmModule(facts),
                    e,
                    "the application could not be started"));
  }

  /** FASTCGI_QUEUE_FULL answers 503.4, the others 500. What an application printed is no proof. */
  private static Optional<Clue> fastCgi(Facts facts, StatusCode status) {
    return last(
            facts,
            e ->
                e.name().startsWith("FASTCGI_")
                    && isError(e)
                    && !e.name().startsWith("FASTCGI_STDERR_"))
        .filter(
            e ->
                e.is("FASTCGI_QUEUE_FULL")
                    ? status.equals(StatusCode.of(503, 4))
                    : status.equals(StatusCode.of(500)))
        .map(
            e ->
                Clue.failure(
                    facts, "fastcgi-error", Names.FAST_CGI, e, "FastCGI reported " + e.name()));
  }

  private static Optional<Clue> cgi(Facts facts, StatusCode status) {
    return last(facts, e -> status.equals(CGI_STATUS.get(e.name())))
        .map(
            e ->
                Clue.failure(
                    facts,
                    "cgi-failure",
                    Names.CGI,
                    e,
                    e.is("CGI_TIMEOUT")
                        ? "the CGI program ran out of time"
                        : "the CGI program ended too early"));
  }

  /** A 502 of a WebSocket request comes from ARR, which has clues of its own. */
  private static Optional<Clue> webSocket(Facts facts, StatusCode status) {
    return last(
            facts,
            e -> e.is("WEBSOCKET_INITIALIZE_FAILED") || e.is("WEBSOCKET_HANDSHAKE_NOT_SUCCESS"))
        .map(
            e ->
                Clue.failure(
                    facts,
                    "websocket-failure",
                    status.equals(StatusCode.of(BAD_GATEWAY, 5)) ? Names.ARR : Names.WEB_SOCKET,
                    e,
                    "the WebSocket could not be opened"))
        .filter(clue -> status.status() != BAD_GATEWAY || takesPart(facts));
  }

  private static boolean takesPart(Facts facts) {
    return facts.ownEvents().anyMatch(Backend::showsArr);
  }

  private static Optional<Clue> iisnode(Facts facts, StatusCode status) {
    return last(facts, e -> e.is("IISNODE") && isError(e))
        .map(
            e ->
                Clue.failure(
                    facts, "iisnode-error", Names.IISNODE, e, "iisnode reported an error"));
  }

  private static Optional<Clue> asp(Facts facts, StatusCode status) {
    return last(facts, e -> e.name().startsWith("ASP_") && isError(e))
        .filter(e -> status.status() == 500 || status.status() == 503)
        .map(
            e ->
                Clue.failure(
                    facts, "asp-error", Names.ISAPI, e, "classic ASP reported " + e.name()));
  }
}

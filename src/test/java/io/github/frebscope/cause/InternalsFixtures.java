package io.github.frebscope.cause;

import static io.github.frebscope.cause.Confidence.HIGH;
import static io.github.frebscope.cause.Confidence.LOW;
import static io.github.frebscope.cause.Confidence.MEDIUM;
import static io.github.frebscope.cause.Plays.farm;
import static io.github.frebscope.cause.Plays.ms;
import static io.github.frebscope.cause.Plays.proxy;

import io.github.frebscope.testing.script.Arr;
import io.github.frebscope.testing.script.Handler;
import io.github.frebscope.testing.script.TraceScript;
import java.util.List;

/** ARR's own stages: internals.txt. */
final class InternalsFixtures {
  private static final long INVALID_PARAMETER = 2147942487L;
  private static final long NOT_FOUND = 2147942402L;

  static final List<CauseFixture> ALL =
      List.of(
          CauseFixture.of("a WebSocket is not to be had", InternalsFixtures::webSocket)
              .is("WEBSOCKET_FAIL", HIGH),
          CauseFixture.of(
                  "ARR says WebSocket, and the request does not",
                  farm(a -> a.webSocketFails(ms(30), 0)))
              .is("WEBSOCKET_FAIL", MEDIUM),
          CauseFixture.of("ARR cannot map a request", proxy(a -> a.stageFails(2, NOT_FOUND)))
              .is("MAP_FAIL", LOW)
              .nearMissOf("FORWARD_FAIL"),
          CauseFixture.of("ARR cannot map, without a code", farm(a -> a.stageFails(2, 0)))
              .is("MAP_FAIL", LOW),
          CauseFixture.of(
                  "ARR cannot forward a request", farm(a -> a.stageFails(6, INVALID_PARAMETER)))
              .is("FORWARD_FAIL", LOW)
              .nearMissOf("EXECUTE_FAIL"),
          CauseFixture.of("ARR cannot forward, without a code", proxy(a -> a.stageFails(6, 0)))
              .is("FORWARD_FAIL", LOW)
              .nearMissOf("WEBSOCKET_FAIL"),
          CauseFixture.of(
                  "ARR cannot execute a request", proxy(a -> a.stageFails(7, INVALID_PARAMETER)))
              .is("EXECUTE_FAIL", LOW)
              .nearMissOf("MAP_FAIL"),
          CauseFixture.of("ARR cannot execute, without a code", farm(a -> a.stageFails(7, 0)))
              .is("EXECUTE_FAIL", LOW));

  private InternalsFixtures() {}

  private static TraceScript webSocket() {
    TraceScript script = new TraceScript(Plays.edge());
    script.request().headers("Upgrade: WebSocket", "Sec-WebSocket-Version: 13");
    Arr arr = new Arr(script.request()).toFarm(Plays.FARM, Plays.MEMBER);
    script.request().handledBy(Handler.ARR, () -> arr.webSocketFails(ms(46), Arr.CANNOT_CONNECT));
    script.request().play();
    return script;
  }
}

package io.github.frebscope.cause;

import static io.github.frebscope.cause.Confidence.MEDIUM;
import static io.github.frebscope.cause.HardCase.NONE;
import static io.github.frebscope.cause.HardPlays.app;
import static io.github.frebscope.cause.HardPlays.connecting;
import static io.github.frebscope.cause.HardPlays.core;
import static io.github.frebscope.cause.HardPlays.farm;
import static io.github.frebscope.cause.HardPlays.forward;
import static io.github.frebscope.cause.HardPlays.proxy;
import static io.github.frebscope.cause.HardPlays.sent;
import static io.github.frebscope.cause.HardPlays.sentTo;
import static io.github.frebscope.cause.HardPlays.silent;
import static io.github.frebscope.cause.HardPlays.steps;
import static io.github.frebscope.cause.Plays.MEMBER;
import static io.github.frebscope.cause.Plays.ms;
import static io.github.frebscope.testing.script.Arr.CONNECTION_ERROR;
import static io.github.frebscope.testing.script.Arr.INVALID_RESPONSE;

import io.github.frebscope.testing.script.Ancm;
import io.github.frebscope.testing.script.Handler;
import io.github.frebscope.testing.script.Recording;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The backend was reached, and then something went wrong: or seems to have. */
class HardCausesAnswerTest {
  private static final long INVALID_PARAMETER = 2147942487L;
  private static final long NOT_CONNECTED = 2147943629L;
  private static final long NETNAME_DELETED = 2147942464L;
  private static final long RESET = 2147952454L;
  private static final Recording UNROUTED = Recording.EVERYTHING.without("RequestRouting");

  static Stream<HardCase> cases() {
    return Stream.concat(cut(), answered());
  }

  private static Stream<HardCase> cut() {
    return Stream.of(
        HardCase.of("farm, 12030 at once on a kept connection", farm(sent(0, CONNECTION_ERROR)))
            .right("BACKEND_RESET", "BACKEND_CRASH", NONE)
            .atMost(MEDIUM)
            .wrong("TIMEOUT_RECEIVE", "CONNECT_REFUSED"),
        HardCase.of(
                "farm, 12030 before the headers were sent", farm(connecting(0, CONNECTION_ERROR)))
            .right("BACKEND_RESET", NONE)
            .atMost(MEDIUM)
            .wrong("CONNECT_REFUSED"),
        HardCase.of("farm, 12030 after 29.99 s", farm(sent(29_990, CONNECTION_ERROR)))
            .right("BACKEND_RESET", "BACKEND_CRASH", NONE)
            .atMost(MEDIUM)
            .wrong("TIMEOUT_RECEIVE"),
        HardCase.of("ARR 1, 12030 after 4 s", farm(silent(4_015, CONNECTION_ERROR)))
            .right("BACKEND_RESET", NONE)
            .atMost(MEDIUM),
        HardCase.of(
                "12030, only warnings",
                Recording.EVERYTHING.upTo(3),
                farm(sent(4_015, CONNECTION_ERROR)))
            .right("BACKEND_RESET", NONE)
            .atMost(MEDIUM),
        HardCase.of(
                "12030 in the body", farm((r, a) -> a.failsInTheAnswer(ms(700), CONNECTION_ERROR)))
            .right("BACKEND_RESET", NONE)
            .atMost(MEDIUM),
        HardCase.of(
                "version 1, 12030 after 5 s",
                core(Handler.ANCM1, (r, a) -> a.version1Fails(ms(5_015), CONNECTION_ERROR, "")))
            .right("BACKEND_RESET", "BACKEND_CRASH", NONE)
            .atMost(MEDIUM),
        HardCase.of(
                "version 2, 12030, GET",
                core(Handler.ANCM2, (r, a) -> a.version2Fails(ms(315), CONNECTION_ERROR, "")))
            .right("BACKEND_RESET", "BACKEND_CRASH", NONE)
            .atMost(MEDIUM)
            .wrong("UPLOAD_REJECTED"),
        HardCase.of(
                "version 2, 12030, 40 MB up",
                Plays.upload(
                    Handler.ANCM2, 41_943_040L, a -> a.uploadBreaks(9, ms(15), CONNECTION_ERROR)))
            .right("UPLOAD_REJECTED", "BACKEND_RESET", NONE)
            .atMost(MEDIUM),
        HardCase.of(
                "version 2, 12030, all of 24 kB was up and then 3 s",
                Plays.upload(
                    Handler.ANCM2, 24_576L, a -> a.uploadBreaks(3, ms(3_015), CONNECTION_ERROR)))
            .right("BACKEND_RESET", "BACKEND_CRASH", NONE)
            .atMost(MEDIUM),
        HardCase.of(
                "version 2, 10054 in an upload",
                Plays.upload(Handler.ANCM2, 41_943_040L, a -> a.uploadBreaks(9, ms(15), RESET)))
            .right("UPLOAD_REJECTED", "BACKEND_RESET", "CLIENT_GONE", NONE)
            .atMost(MEDIUM),
        HardCase.of(
                "version 2, 10054, GET",
                core(Handler.ANCM2, (r, a) -> a.version2Fails(ms(315), RESET, "")))
            .right("BACKEND_RESET", "CLIENT_GONE", NONE)
            .atMost(MEDIUM),
        HardCase.of("farm, 10054", farm(sent(315, RESET)))
            .right("BACKEND_RESET", "CLIENT_GONE", NONE)
            .atMost(MEDIUM),
        HardCase.of(
                "version 1, 0x8007042B",
                core(Handler.ANCM1, (r, a) -> a.version1Fails(ms(1_015), 2147943467L, "")))
            .right("BACKEND_CRASH", "START_EXITED", NONE),
        HardCase.of(
                "a WebSocket whose backend is lost, 502.3",
                HardPlays.farm(
                    r -> r.headers("Upgrade: websocket", "Connection: Upgrade"),
                    sent(61_000, CONNECTION_ERROR)))
            .right("BACKEND_RESET", "WEBSOCKET_FAIL", NONE)
            .atMost(MEDIUM),
        HardCase.of("12017 after 4 s", farm(sent(4_015, 2147954417L)))
            .right("CANCELLED_HANDLE", NONE)
            .atMost(MEDIUM)
            .wrong("TIMEOUT_RECEIVE"),
        HardCase.of("995 after 4 s", farm(sent(4_015, 2147943395L)))
            .right("CANCELLED_HANDLE", "CLIENT_GONE", NONE)
            .atMost(MEDIUM),
        HardCase.of(
                "1236 after 4 s",
                core(Handler.ANCM1, (r, a) -> a.version1Fails(ms(4_015), 2147943636L, "")))
            .right("CANCELLED_HANDLE", "CLIENT_GONE", NONE)
            .atMost(MEDIUM));
  }

  private static Stream<HardCase> answered() {
    return Stream.of(
        HardCase.of(
                "12152 at once",
                farm(
                    steps(
                        15,
                        INVALID_RESPONSE,
                        "ARR_REQUEST_HEADERS_START",
                        "ARR_REQUEST_HEADERS_END",
                        "ARR_RESPONSE_HEADERS_START")))
            .right("INVALID_RESPONSE")
            .wrong("BACKEND_RESET", "TLS_CHANNEL"),
        HardCase.of(
                "12152 from a port of TLS",
                proxy("http://tiles.mosaic.example:443", sent(15, INVALID_RESPONSE)))
            .right("INVALID_RESPONSE")
            .backend("tiles.mosaic.example:443"),
        HardCase.of("12152 while connecting", farm(connecting(15, INVALID_RESPONSE)))
            .right("INVALID_RESPONSE", NONE),
        HardCase.of(
                "version 1, 12152",
                core(Handler.ANCM1, (r, a) -> a.version1Fails(ms(31), INVALID_RESPONSE, "")))
            .right("INVALID_RESPONSE"),
        HardCase.of(
                "version 2, 12182",
                core(Handler.ANCM2, (r, a) -> a.version2Fails(ms(31), 2147954582L, "")))
            .right("RESP_HEADERS_TOO_BIG"),
        HardCase.of(
                "relayed, 0.4 s",
                farm((r, a) -> a.answers(ms(468), 502, "Bad Gateway", "text/html", "no")))
            .right("RELAYED_502")
            .wrong("APP_502", "BACKEND_RESET", "NO_SERVER")
            .backend(MEMBER),
        HardCase.of(
                "relayed after 30 s",
                farm((r, a) -> a.answers(ms(30_015), 502, "Bad Gateway", "text/html", "no")))
            .right("RELAYED_502")
            .wrong("TIMEOUT_RECEIVE"),
        HardCase.of(
                "relayed, routing not traced",
                UNROUTED,
                farm((r, a) -> a.answers(ms(468), 502, "Bad Gateway", "text/html", "no")))
            .right("RELAYED_502", NONE)
            .atMost(MEDIUM)
            .wrong("NO_SERVER"),
        HardCase.of(
                "relayed, only warnings",
                Recording.EVERYTHING.upTo(3),
                farm((r, a) -> a.answers(ms(468), 502, "Bad Gateway", "text/html", "no")))
            .right("RELAYED_502", NONE)
            .atMost(MEDIUM),
        HardCase.of(
                "a second server answers 502",
                farm(
                    (r, a) -> {
                      r.emit("ARR_REQUEST_HEADERS_START");
                      r.pass(ms(2_015));
                      r.emit(
                          "ARR_SERVER_ROUTED",
                          "1",
                          "mosaic-app3.mosaic.example",
                          "1",
                          "61",
                          "0",
                          "1",
                          "512",
                          "812",
                          "40");
                      a.answers(ms(468), 502, "Bad Gateway", "text/html", "no");
                    }))
            .right("RELAYED_502")
            .backend("mosaic-app3.mosaic.example"),
        HardCase.of(
                "a first server answers, a second does not",
                farm(
                    (r, a) -> {
                      HardPlays.emit(
                          r,
                          "ARR_REQUEST_HEADERS_START",
                          "ARR_REQUEST_HEADERS_END",
                          "ARR_RESPONSE_HEADERS_START",
                          "ARR_RESPONSE_HEADERS_END");
                      r.emit("ARR_REQUEST_HEADERS_START");
                      r.pass(ms(2_015));
                      HardPlays.fails(r, 0, 0, "");
                    }))
            .right(NONE)
            .wrong("RELAYED_502", "APP_502"),
        HardCase.of(
                "relayed 504",
                farm((r, a) -> a.answers(ms(468), 504, "Gateway Timeout", "text/html", "no")))
            .right(NONE)
            .wrong("RELAYED_502", "TIMEOUT_RECEIVE"),
        HardCase.of(
                "relayed 503",
                farm((r, a) -> a.answers(ms(30_015), 503, "Unavailable", "text/html", "no")))
            .right(NONE)
            .wrong("RELAYED_502", "NO_SERVER"),
        HardCase.of(
                "version 2 passes a 502 on",
                core(Handler.ANCM2, (r, a) -> a.answers(ms(468), 502, "Bad Gateway", "no")))
            .right("APP_502", "RELAYED_502", NONE)
            .wrong("BACKEND_RESET", "TIMEOUT_RECEIVE"),
        HardCase.of(
                "version 1 passes a 502 on after 120 s",
                core(Handler.ANCM1, (r, a) -> a.version1Passes(ms(120_015), 502, "Bad Gateway")))
            .right("APP_502", "RELAYED_502", NONE)
            .wrong("TIMEOUT_RECEIVE"),
        HardCase.of(
                "version 2, 0x80070057 at once, GET with a body",
                app(
                    Handler.ANCM2,
                    r -> r.headers("Transfer-Encoding: chunked"),
                    r -> new Ancm(r).version2CannotSend(INVALID_PARAMETER)))
            .right("MALFORMED_REQUEST")
            .wrong("BAD_BACKEND_HEADERS", "START_EMPTY_CONFIG"),
        HardCase.of(
                "version 2, 0x80070057 at once, nothing odd in the request",
                core(Handler.ANCM2, (r, a) -> a.version2CannotSend(INVALID_PARAMETER)))
            .right("MALFORMED_REQUEST", NONE),
        HardCase.of(
                "version 2, 0x80070057 after 2 s",
                core(Handler.ANCM2, (r, a) -> a.version2Fails(ms(2_015), INVALID_PARAMETER, "")))
            .right("BAD_BACKEND_HEADERS", NONE)
            .atMost(MEDIUM),
        HardCase.of(
                "version 1, 0x80070057 after 0.3 s",
                core(Handler.ANCM1, (r, a) -> a.version1Fails(ms(343), INVALID_PARAMETER, "")))
            .right("BAD_BACKEND_HEADERS", "MALFORMED_REQUEST", NONE)
            .atMost(MEDIUM),
        HardCase.of(
                "version 1, 0x80070057 at once, only warnings",
                Recording.EVERYTHING.upTo(3),
                core(Handler.ANCM1, (r, a) -> a.version1Fails(ms(0), INVALID_PARAMETER, "")))
            .right("MALFORMED_REQUEST", NONE)
            .atMost(MEDIUM),
        HardCase.of("ARR, 0x80070057 at once", farm(connecting(0, INVALID_PARAMETER)))
            .right("MALFORMED_REQUEST", NONE)
            .atMost(MEDIUM)
            .wrong("BAD_BACKEND_HEADERS"),
        HardCase.of(
                "a start without a page, 0x80070057",
                core(Handler.ANCM1, (r, a) -> a.doesNotStartWithoutPage(ms(0), INVALID_PARAMETER)))
            .right("START_EMPTY_CONFIG", "MALFORMED_REQUEST", NONE)
            .atMost(MEDIUM),
        HardCase.of(
                "version 1, 0x8007000D",
                core(Handler.ANCM1, (r, a) -> a.version1Fails(ms(0), 2147942413L, "")))
            .right(NONE)
            .wrong("INVALID_RESPONSE", "BAD_BACKEND_HEADERS", "MALFORMED_REQUEST"),
        HardCase.of(
                "version 1, the flush fails first",
                core(Handler.ANCM1, (r, a) -> a.version1LosesTheClient(ms(1_187), NOT_CONNECTED)))
            .right("CLIENT_GONE")
            .wrong("BACKEND_RESET"),
        HardCase.of(
                "version 1, 0x800704CD and no flush",
                core(Handler.ANCM1, (r, a) -> a.version1Fails(ms(1_187), NOT_CONNECTED, "")))
            .right("CLIENT_GONE"),
        HardCase.of(
                "version 1, 0x80070040",
                core(Handler.ANCM1, (r, a) -> a.version1Fails(ms(1_187), NETNAME_DELETED, "")))
            .right("CLIENT_GONE"),
        HardCase.of("farm, 0x800704CD", farm(sent(4_015, NOT_CONNECTED)))
            .right("CLIENT_GONE", NONE)
            .wrong("TIMEOUT_RECEIVE"),
        HardCase.of(
                "12002 and then the error page's flush fails",
                farm(
                    (r, a) -> {
                      sent(30_015, io.github.frebscope.testing.script.Arr.TIMEOUT).accept(r, a);
                      r.clientLeaves(NOT_CONNECTED);
                    }))
            .right("TIMEOUT_RECEIVE"),
        HardCase.of(
                "version 2, 400.0 and 10054", core(Handler.ANCM2, (r, a) -> a.clientHasGone(RESET)))
            .right("CLIENT_GONE"),
        HardCase.of(
                "version 2, 502.3 after the client's reading failed",
                core(
                    Handler.ANCM2,
                    (r, a) -> {
                      forward(r, sentTo());
                      r.emit("GENERAL_READ_ENTITY_START");
                      r.pass(ms(300));
                      r.emit("GENERAL_READ_ENTITY_END", "0", Long.toString(RESET));
                      r.emit("ANCM_REQUEST_FORWARD_FAIL", "2147954417");
                      HardPlays.fails(r, 3, 2147954417L, "");
                    }))
            .right("CLIENT_GONE", "CANCELLED_HANDLE", NONE));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void answers_as_documented(HardCase hard) {
    hard.check();
  }
}

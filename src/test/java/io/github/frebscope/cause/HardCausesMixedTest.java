package io.github.frebscope.cause;

import static io.github.frebscope.cause.Confidence.MEDIUM;
import static io.github.frebscope.cause.HardCase.NONE;
import static io.github.frebscope.cause.HardPlays.app;
import static io.github.frebscope.cause.HardPlays.connecting;
import static io.github.frebscope.cause.HardPlays.core;
import static io.github.frebscope.cause.HardPlays.farm;
import static io.github.frebscope.cause.HardPlays.forward;
import static io.github.frebscope.cause.HardPlays.sent;
import static io.github.frebscope.cause.HardPlays.sentTo;
import static io.github.frebscope.cause.Plays.MEMBER;
import static io.github.frebscope.cause.Plays.ms;
import static io.github.frebscope.testing.script.Arr.CANNOT_CONNECT;
import static io.github.frebscope.testing.script.Arr.CONNECTION_ERROR;
import static io.github.frebscope.testing.script.Arr.INVALID_RESPONSE;
import static io.github.frebscope.testing.script.Arr.TIMEOUT;

import io.github.frebscope.testing.script.Handler;
import io.github.frebscope.testing.script.Recording;
import io.github.frebscope.testing.script.RequestScript;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Signs of several causes in one trace, and codes where they do not belong. */
class HardCausesMixedTest {
  private static final long NOT_CONNECTED = 2147943629L;

  static Stream<HardCase> cases() {
    return Stream.of(signs(), codes()).flatMap(s -> s);
  }

  private static void flushFails(RequestScript r) {
    r.clientLeaves(NOT_CONNECTED);
    r.flush("{");
  }

  private static Stream<HardCase> signs() {
    return Stream.of(
        HardCase.of(
                "the client leaves, then the backend's connection is cut",
                farm(
                    (r, a) -> {
                      HardPlays.emit(
                          r,
                          "ARR_REQUEST_HEADERS_START",
                          "ARR_REQUEST_HEADERS_END",
                          "ARR_RESPONSE_HEADERS_START",
                          "ARR_RESPONSE_HEADERS_END",
                          "ARR_RESPONSE_ENTITY_START");
                      flushFails(r);
                      r.pass(ms(15));
                      HardPlays.fails(r, 3, CONNECTION_ERROR, "");
                    }))
            .right("CLIENT_GONE", "BACKEND_RESET", NONE)
            .atMost(Confidence.LOW),
        HardCase.of(
                "the client leaves, then 12002",
                farm(
                    (r, a) -> {
                      flushFails(r);
                      sent(30_015, TIMEOUT).accept(r, a);
                    }))
            .right("TIMEOUT_RECEIVE", NONE),
        HardCase.of(
                "15 s of reading the body, 15 s of waiting, 12002",
                farm(
                    (r, a) -> {
                      r.emit("ARR_REQUEST_HEADERS_START");
                      r.emit("ARR_REQUEST_HEADERS_END");
                      r.emit("GENERAL_READ_ENTITY_START");
                      r.pass(ms(15_015));
                      r.emit("GENERAL_READ_ENTITY_END", "8192", "0");
                      r.pass(ms(15_015));
                      HardPlays.fails(r, 3, TIMEOUT, "");
                    }))
            .right("TIMEOUT_RECEIVE", NONE)
            .wrong("CONNECT_TIMEOUT")
            .atMost(MEDIUM)
            .waited(15_015),
        HardCase.of(
                "ARR waits for the client's body for 30 s",
                farm(
                    (r, a) -> {
                      r.emit("ARR_REQUEST_HEADERS_START");
                      r.emit("ARR_REQUEST_HEADERS_END");
                      r.emit("GENERAL_READ_ENTITY_START");
                      r.pass(ms(30_015));
                      HardPlays.fails(r, 3, TIMEOUT, "");
                    }))
            .right("TIMEOUT_RECEIVE", NONE)
            .atMost(MEDIUM),
        HardCase.of(
                "ARR, the client's body breaks off",
                farm(
                    (r, a) -> {
                      r.emit("ARR_REQUEST_HEADERS_START");
                      r.emit("ARR_REQUEST_HEADERS_END");
                      r.emit("GENERAL_READ_ENTITY_START");
                      r.pass(ms(900));
                      r.emit("GENERAL_READ_ENTITY_END", "0", Long.toString(NOT_CONNECTED));
                      HardPlays.fails(r, 3, NOT_CONNECTED, "");
                    }))
            .right("CLIENT_GONE")
            .wrong("TIMEOUT_RECEIVE"),
        HardCase.of(
                "ARR, upload, 12030 while the body is read",
                farm(
                    (r, a) -> {
                      r.emit("ARR_REQUEST_HEADERS_START");
                      r.emit("ARR_REQUEST_HEADERS_END");
                      r.emit("GENERAL_READ_ENTITY_START");
                      r.emit("GENERAL_READ_ENTITY_END", "8192", "0");
                      r.pass(ms(40));
                      HardPlays.fails(r, 3, CONNECTION_ERROR, "");
                    }))
            .right("BACKEND_RESET", "UPLOAD_REJECTED", NONE)
            .atMost(MEDIUM),
        HardCase.of(
                "502.0 by ARR with 12152 after the headers",
                farm(
                    (r, a) -> {
                      HardPlays.emit(
                          r,
                          "ARR_REQUEST_HEADERS_START",
                          "ARR_REQUEST_HEADERS_END",
                          "ARR_RESPONSE_HEADERS_START",
                          "ARR_RESPONSE_HEADERS_END");
                      HardPlays.fails(r, 0, INVALID_RESPONSE, "");
                    }))
            .right("INVALID_RESPONSE", NONE)
            .wrong("RELAYED_502"),
        HardCase.of(
                "502.3 and code 0 after the headers",
                farm(
                    (r, a) -> {
                      HardPlays.emit(
                          r,
                          "ARR_REQUEST_HEADERS_START",
                          "ARR_REQUEST_HEADERS_END",
                          "ARR_RESPONSE_HEADERS_START",
                          "ARR_RESPONSE_HEADERS_END");
                      HardPlays.fails(r, 3, 0, "");
                    }))
            .right("RELAYED_502", NONE)
            .atMost(MEDIUM),
        HardCase.of(
                "FORWARD_FAIL has the code, the status has 0",
                core(
                    Handler.ANCM2,
                    (r, a) -> {
                      forward(r, sentTo());
                      r.pass(ms(120_015));
                      r.emit("ANCM_REQUEST_FORWARD_FAIL", Long.toString(TIMEOUT));
                      HardPlays.fails(r, 3, 0, "");
                    }))
            .right("TIMEOUT_RECEIVE"),
        HardCase.of(
                "a page that asks another service for 100 s",
                app(
                    Handler.ASPX,
                    r -> {
                      r.pass(ms(100_015));
                      r.status(502, "Bad Gateway", 0, 0);
                    }))
            .right("APP_502")
            .wrong("TIMEOUT_RECEIVE"),
        HardCase.of(
                "first 12029, then ARR answers 502.4 itself",
                farm(
                    (r, a) -> {
                      connecting(1_015, CANNOT_CONNECT).accept(r, a);
                      r.status(502, "Bad Gateway", 4, 0);
                    }))
            .right("CONNECT_REFUSED", "NO_SERVER", NONE),
        HardCase.of(
                "behind ARR, the client leaves after 30 s",
                app(
                    Handler.ANCM1,
                    r -> r.headers(HardPlays.LOG_ID, "X-ARR-SSL: "),
                    r ->
                        new io.github.frebscope.testing.script.Ancm(r)
                            .version1LosesTheClient(ms(30_300), NOT_CONNECTED)))
            .right("CLIENT_GONE")
            .wrong("TIMEOUT_RECEIVE", "RELAYED_502"));
  }

  private static HardCase code(String name, long code, String... right) {
    return HardCase.of(name, farm(sent(315, code))).right(right);
  }

  private static Stream<HardCase> codes() {
    return Stream.of(
        code("ARR, 502.3 and 0", 0, NONE),
        code("ARR, E_FAIL", 2147500037L, NONE),
        code("ARR, access denied", 2147942405L, NONE).wrong("CONNECT_REFUSED"),
        code("ARR, not found", 2147942402L, NONE).wrong("START_EXE_NOT_FOUND"),
        code("ARR, out of memory", 2147942414L, NONE),
        code("ARR, a plain 12030", 12030L, "BACKEND_RESET").atMost(MEDIUM),
        code("ARR, an unknown WinHTTP code", 2147954549L, NONE),
        HardCase.of(
                "version 1, 502.3 and 0",
                core(Handler.ANCM1, (r, a) -> a.version1Fails(ms(30), 0, "")))
            .right(NONE),
        HardCase.of(
                "version 1, not found after it had forwarded",
                core(Handler.ANCM1, (r, a) -> a.version1Fails(ms(30), 2147942402L, "")))
            .right(NONE)
            .wrong("START_EXE_NOT_FOUND"),
        HardCase.of(
                "version 2, not found while it forwards",
                core(Handler.ANCM2, (r, a) -> a.version2CannotSend(2147942402L)))
            .right(NONE)
            .wrong("START_EXE_NOT_FOUND"),
        HardCase.of(
                "version 1, access denied without a page",
                core(Handler.ANCM1, (r, a) -> a.doesNotStartWithoutPage(ms(15), 2147942405L)))
            .right(NONE)
            .wrong("START_EXE_NOT_FOUND"),
        HardCase.of(
                "version 1, not found, only warnings",
                Recording.EVERYTHING.upTo(3),
                core(Handler.ANCM1, (r, a) -> a.version1Fails(ms(30), 2147942402L, "")))
            .right("START_EXE_NOT_FOUND", NONE)
            .atMost(Confidence.LOW),
        HardCase.of(
                "version 1, a TLS code to a local process",
                core(Handler.ANCM1, (r, a) -> a.version1Fails(ms(30), 2147954557L, "")))
            .right("TLS_CHANNEL", NONE)
            .atMost(MEDIUM),
        HardCase.of(
                "version 1, a certificate's code to a local process",
                core(Handler.ANCM1, (r, a) -> a.version1Fails(ms(30), 2147954575L, "")))
            .right("TLS_CERT", NONE)
            .atMost(MEDIUM),
        HardCase.of(
                "version 1, no name for a local process",
                core(Handler.ANCM1, (r, a) -> a.version1Fails(ms(30), 2147954407L, "")))
            .right("DNS_FAIL", NONE)
            .atMost(MEDIUM),
        HardCase.of(
                "502.5 by a module that nobody knows",
                app(
                    new Handler("Bridge", "MosaicBridgeModule", "", "", "MosaicBridgeModule"),
                    r -> r.status(502, "Bad Gateway", 5, 2147942402L)))
            .right(NONE)
            .wrong("WEBSOCKET_FAIL", "START_EXE_NOT_FOUND"),
        HardCase.of(
                "502.3 by IIS itself",
                app(
                    Handler.STATIC_FILE,
                    r -> r.statusBy("IIS Web Core", "128", 502, "Bad Gateway", 3, TIMEOUT, "")))
            .right(NONE)
            .atMost(MEDIUM),
        HardCase.of(
                "502.2 by ISAPI with an error",
                app(
                    Handler.isapi("D:\\plan.dll"),
                    r -> r.status(502, "Bad Gateway", 2, 2147942405L)))
            .right("APP_502", NONE)
            .wrong("CGI_PREMATURE_EXIT", "MAP_FAIL")
            .atMost(MEDIUM),
        HardCase.of("502.1 by a page", app(Handler.ASPX, r -> r.status(502, "Bad Gateway", 1, 0)))
            .right("APP_502", NONE)
            .wrong("CGI_TIMEOUT")
            .atMost(MEDIUM),
        HardCase.of(
                "500 by a page whose request was aborted",
                app(
                    Handler.ASPX,
                    r -> {
                      r.pass(ms(400));
                      r.status(500, "Internal Server Error", 0, 2147943395L);
                    }))
            .right(NONE, "CLIENT_GONE")
            .wrong("CANCELLED_HANDLE"),
        HardCase.of(
                "farm, routed, refused: who, where, how long",
                farm(connecting(2_030, CANNOT_CONNECT)))
            .right("CONNECT_REFUSED")
            .backend(MEMBER)
            .waited(2_030));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void answers_as_documented(HardCase hard) {
    hard.check();
  }
}

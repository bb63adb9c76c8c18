package io.github.frebscope.cause;

import static io.github.frebscope.cause.Confidence.MEDIUM;
import static io.github.frebscope.cause.HardCase.NONE;
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
import static io.github.frebscope.cause.Plays.SERVER;
import static io.github.frebscope.cause.Plays.ms;
import static io.github.frebscope.testing.script.Arr.TIMEOUT;

import io.github.frebscope.testing.script.Handler;
import io.github.frebscope.testing.script.Notification;
import io.github.frebscope.testing.script.Recording;
import io.github.frebscope.testing.script.RequestScript;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** WinHTTP's 12002 in every phase and after every time. */
class HardCausesTimeOutTest {
  private static final String R = "TIMEOUT_RECEIVE";
  private static final String C = "CONNECT_TIMEOUT";
  private static final Recording UNROUTED = Recording.EVERYTHING.without("RequestRouting");

  static Stream<HardCase> cases() {
    return Stream.of(
        HardCase.of("farm, sent, 29.9 s", farm(sent(29_890, TIMEOUT)))
            .right(R)
            .wrong(C)
            .backend(MEMBER)
            .waited(29_890),
        HardCase.of("farm, sent, 30.1 s", farm(sent(30_094, TIMEOUT))).right(R).wrong(C),
        HardCase.of(
                "farm, headers awaited, 30 s",
                farm(
                    steps(
                        30_016,
                        TIMEOUT,
                        "ARR_REQUEST_HEADERS_START",
                        "ARR_REQUEST_HEADERS_END",
                        "ARR_RESPONSE_HEADERS_START")))
            .right(R)
            .wrong(C),
        HardCase.of(
                "farm, connecting, 30 s: the farm's limit in the phase of the connection",
                farm(connecting(30_030, TIMEOUT)))
            .right(R, C, NONE)
            .atMost(MEDIUM),
        HardCase.of("farm, connecting, 20 s", farm(connecting(20_010, TIMEOUT)))
            .right(C, NONE)
            .atMost(MEDIUM),
        HardCase.of("farm, connecting, 21 s", farm(connecting(21_015, TIMEOUT))).right(C).wrong(R),
        HardCase.of("farm, connecting, 22 s", farm(connecting(22_010, TIMEOUT))).right(C),
        HardCase.of("farm, connecting, 42 s: two addresses", farm(connecting(42_020, TIMEOUT)))
            .right(C, NONE)
            .atMost(MEDIUM),
        HardCase.of("proxy, connecting, 120 s", proxy(SERVER, connecting(120_015, TIMEOUT)))
            .right(C, R, NONE)
            .atMost(MEDIUM),
        HardCase.of("farm, sent, 21 s: a limit of somebody's own", farm(sent(21_015, TIMEOUT)))
            .right(R)
            .wrong(C)
            .atMost(MEDIUM),
        HardCase.of("farm, sent, 24 s", farm(sent(24_015, TIMEOUT))).right(R).wrong(C),
        HardCase.of("farm, sent, 100 s", farm(sent(100_015, TIMEOUT))).right(R).wrong(C),
        HardCase.of("proxy, sent, 60 s", proxy(SERVER, sent(60_015, TIMEOUT)))
            .right(R)
            .wrong(C)
            .backend("tiles.mosaic.example:9080"),
        HardCase.of("proxy, sent, 119.9 s", proxy(SERVER, sent(119_906, TIMEOUT)))
            .right(R)
            .wrong(C),
        HardCase.of(
                "proxy, sent, 30 s: not the proxy's limit", proxy(SERVER, sent(30_015, TIMEOUT)))
            .right(R)
            .wrong(C),
        HardCase.of("farm, sent, 1.2 s: no limit is so short", farm(sent(1_200, TIMEOUT)))
            .right(R, NONE)
            .wrong(C)
            .atMost(MEDIUM),
        HardCase.of("farm, 21 s, routing not traced", UNROUTED, farm(sent(21_015, TIMEOUT)))
            .right(R, C, NONE)
            .atMost(MEDIUM),
        HardCase.of("farm, 30 s, routing not traced", UNROUTED, farm(sent(30_015, TIMEOUT)))
            .right(R, NONE),
        HardCase.of(
                "proxy, 30 s, routing not traced",
                UNROUTED,
                proxy(SERVER, connecting(30_015, TIMEOUT)))
            .right(R, NONE)
            .atMost(MEDIUM),
        HardCase.of("ARR 1: routed, no event of the exchange, 30 s", farm(silent(30_015, TIMEOUT)))
            .right(R)
            .wrong("NO_SERVER"),
        HardCase.of("ARR 1: no event of the exchange, 21 s", farm(silent(21_015, TIMEOUT)))
            .right(R, C, NONE)
            .atMost(MEDIUM),
        HardCase.of(
                "farm, the body is uploaded, 30 s",
                farm(
                    (r, a) -> {
                      r.emit("ARR_REQUEST_HEADERS_START");
                      r.emit("ARR_REQUEST_HEADERS_END");
                      HardPlays.entity(r, "ARR_REQUEST_ENTITY_START", 5);
                      r.pass(ms(30_015));
                      HardPlays.fails(r, 3, TIMEOUT, "");
                    }))
            .right(R, NONE)
            .wrong(C)
            .atMost(MEDIUM),
        HardCase.of(
                "farm, the answer stops in its body",
                farm((r, a) -> a.failsInTheAnswer(ms(30_015), TIMEOUT)))
            .right(R, NONE)
            .wrong(C, "CONNECT_REFUSED"),
        HardCase.of(
                "farm, 28 s in authentication, 2 s in ARR",
                farm(
                    r ->
                        HardPlays.slowBefore(
                            r,
                            "AnonymousAuthenticationModule",
                            Notification.AUTHENTICATE_REQUEST,
                            28_000),
                    sent(2_015, TIMEOUT)))
            .right(R, NONE)
            .wrong(C)
            .atMost(MEDIUM)
            .waited(2_015),
        HardCase.of(
                "farm, 19 s before, 2 s connecting",
                farm(
                    r ->
                        HardPlays.slowBefore(
                            r,
                            "AnonymousAuthenticationModule",
                            Notification.AUTHENTICATE_REQUEST,
                            19_000),
                    connecting(2_015, TIMEOUT)))
            .right(C, R, NONE)
            .atMost(MEDIUM)
            .waited(2_015),
        HardCase.of(
                "ARR that is a member itself, 30 s",
                farm(r -> r.headers(HardPlays.LOG_ID), sent(30_015, TIMEOUT)))
            .right(R)
            .wrong(C)
            .backend(MEMBER),
        HardCase.of(
                "version 1, 122 s",
                core(Handler.ANCM1, (r, a) -> a.version1Fails(ms(122_047), TIMEOUT, "")))
            .right(R)
            .wrong(C, "CLIENT_GONE", "START_TIMEOUT")
            .waited(122_047),
        HardCase.of(
                "version 1, 119.95 s",
                core(Handler.ANCM1, (r, a) -> a.version1Fails(ms(119_953), TIMEOUT, "")))
            .right(R)
            .wrong(C),
        HardCase.of(
                "version 1, 21 s: the process is local",
                core(Handler.ANCM1, (r, a) -> a.version1Fails(ms(21_015), TIMEOUT, "")))
            .right(R, NONE)
            .atMost(MEDIUM),
        HardCase.of(
                "version 1, 0.5 s",
                core(Handler.ANCM1, (r, a) -> a.version1Fails(ms(515), TIMEOUT, "")))
            .right(R, NONE)
            .atMost(MEDIUM),
        HardCase.of(
                "version 2, 60 s",
                core(Handler.ANCM2, (r, a) -> a.version2Fails(ms(60_015), TIMEOUT, "")))
            .right(R)
            .wrong(C),
        HardCase.of(
                "version 2, 230 s",
                core(Handler.ANCM2, (r, a) -> a.version2Fails(ms(230_015), TIMEOUT, "")))
            .right(R)
            .wrong(C),
        HardCase.of(
                "version 2, connecting for 120 s",
                core(Handler.ANCM2, (r, a) -> a.version2DoesNotConnect(ms(120_015), TIMEOUT)))
            .right(C, R, NONE)
            .atMost(MEDIUM),
        HardCase.of(
                "version 2, connecting for 21 s",
                core(Handler.ANCM2, (r, a) -> a.version2DoesNotConnect(ms(21_015), TIMEOUT)))
            .right(C, NONE)
            .atMost(MEDIUM),
        HardCase.of(
                "version 2, the headers came and then nothing for 120 s",
                core(
                    Handler.ANCM2,
                    (r, a) -> {
                      forward(r, sentTo("131072"));
                      r.status(200, "OK", 0, 0);
                      r.pass(ms(120_015));
                      r.emit("ANCM_WINHTTP_CALLBACK", HardPlays.CUT);
                      r.emit("ANCM_REQUEST_FORWARD_FAIL", Long.toString(TIMEOUT));
                      HardPlays.fails(r, 3, TIMEOUT, "");
                    }))
            .right(R, NONE)
            .wrong(C),
        HardCase.of(
                "version 2, the client's body is awaited for 120 s",
                core(
                    Handler.ANCM2,
                    (r, a) -> {
                      a.uploads(3);
                      r.emit("GENERAL_READ_ENTITY_START");
                      r.pass(ms(120_015));
                      r.emit("ANCM_REQUEST_FORWARD_FAIL", Long.toString(TIMEOUT));
                      HardPlays.fails(r, 3, TIMEOUT, "");
                    }))
            .right(R, NONE)
            .wrong(C)
            .atMost(MEDIUM),
        HardCase.of(
                "version 2 behind ARR, 30 s",
                HardPlays.app(
                    Handler.ANCM2,
                    r -> r.headers(HardPlays.LOG_ID),
                    r ->
                        new io.github.frebscope.testing.script.Ancm(r)
                            .version2Fails(ms(30_015), TIMEOUT, "")))
            .right(R)
            .wrong(C, "RELAYED_502"),
        HardCase.of(
                "HttpPlatformHandler, 120 s",
                core(
                    Handler.HTTP_PLATFORM,
                    (r, a) -> a.httpPlatformFails(ms(120_030), TIMEOUT, "The operation timed out")))
            .right(R)
            .wrong(C),
        HardCase.of(
                "HttpPlatformHandler, 45 s",
                core(
                    Handler.HTTP_PLATFORM,
                    (r, a) -> a.httpPlatformFails(ms(45_030), TIMEOUT, "The operation timed out")))
            .right(R)
            .wrong(C),
        HardCase.of(
                "ARR tries a second server, which is silent for 30 s",
                farm(HardCausesTimeOutTest::secondServer))
            .right(R)
            .wrong(C, "CONNECT_REFUSED")
            .backend("mosaic-app3.mosaic.example")
            .waited(30_015),
        HardCase.of(
                "ARR, only warnings, 30 s",
                Recording.EVERYTHING.upTo(3),
                farm(sent(30_015, TIMEOUT)))
            .right(R, NONE)
            .atMost(MEDIUM),
        HardCase.of(
                "ARR, only warnings, 21 s",
                Recording.EVERYTHING.upTo(3),
                farm(connecting(21_015, TIMEOUT)))
            .right(R, C, NONE)
            .atMost(MEDIUM),
        HardCase.of(
                "version 1, only warnings, 120 s",
                Recording.EVERYTHING.upTo(3),
                core(Handler.ANCM1, (r, a) -> a.version1Fails(ms(120_015), TIMEOUT, "")))
            .right(R, NONE)
            .atMost(MEDIUM),
        HardCase.of(
                "a module that nobody knows, 12002",
                HardPlays.app(
                    new Handler("Bridge", "MosaicBridgeModule", "", "", "MosaicBridgeModule"),
                    r -> {
                      r.pass(ms(30_015));
                      r.status(502, "Bad Gateway", 3, TIMEOUT);
                    }))
            .right(R, NONE)
            .atMost(MEDIUM)
            .wrong(C));
  }

  private static void secondServer(RequestScript r, io.github.frebscope.testing.script.Arr arr) {
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
    r.emit("ARR_REQUEST_HEADERS_START");
    r.emit("ARR_REQUEST_HEADERS_END");
    r.pass(ms(30_015));
    HardPlays.fails(r, 3, TIMEOUT, "");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void answers_as_documented(HardCase hard) {
    hard.check();
  }
}

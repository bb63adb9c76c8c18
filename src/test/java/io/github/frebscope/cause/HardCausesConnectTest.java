package io.github.frebscope.cause;

import static io.github.frebscope.cause.Confidence.MEDIUM;
import static io.github.frebscope.cause.HardCase.NONE;
import static io.github.frebscope.cause.HardPlays.app;
import static io.github.frebscope.cause.HardPlays.connecting;
import static io.github.frebscope.cause.HardPlays.core;
import static io.github.frebscope.cause.HardPlays.farm;
import static io.github.frebscope.cause.HardPlays.proxy;
import static io.github.frebscope.cause.HardPlays.sent;
import static io.github.frebscope.cause.HardPlays.silent;
import static io.github.frebscope.cause.Plays.FARM;
import static io.github.frebscope.cause.Plays.MEMBER;
import static io.github.frebscope.cause.Plays.SERVER;
import static io.github.frebscope.cause.Plays.ms;
import static io.github.frebscope.testing.script.Arr.CANNOT_CONNECT;
import static io.github.frebscope.testing.script.Arr.NAME_NOT_RESOLVED;
import static io.github.frebscope.testing.script.Arr.SECURE_FAILURE;

import io.github.frebscope.testing.script.Arr;
import io.github.frebscope.testing.script.Handler;
import io.github.frebscope.testing.script.Recording;
import io.github.frebscope.testing.script.TraceScript;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No connection, no name, no trust, no server: and what only looks so. */
class HardCausesConnectTest {
  private static final String VAULT = "https://vault.mosaic.example";

  static Stream<HardCase> cases() {
    return Stream.of(
        HardCase.of("farm, refused at once", farm(connecting(0, CANNOT_CONNECT)))
            .right("CONNECT_REFUSED", "PORT_EXHAUSTION", NONE)
            .wrong("TIMEOUT_RECEIVE")
            .backend(MEMBER)
            .waited(0),
        HardCase.of("farm, refused after 1 s", farm(connecting(1_015, CANNOT_CONNECT)))
            .right("CONNECT_REFUSED"),
        HardCase.of(
                "proxy, refused after 8 s, as was seen",
                proxy(SERVER, connecting(8_063, CANNOT_CONNECT)))
            .right("CONNECT_REFUSED")
            .wrong("CONNECT_TIMEOUT"),
        HardCase.of("farm, 12029 after 21 s", farm(connecting(21_015, CANNOT_CONNECT)))
            .right("CONNECT_REFUSED", "CONNECT_TIMEOUT", NONE)
            .atMost(MEDIUM),
        HardCase.of("farm, 12029 after 42 s", farm(connecting(42_015, CANNOT_CONNECT)))
            .right("CONNECT_REFUSED", "CONNECT_TIMEOUT", NONE)
            .atMost(MEDIUM),
        HardCase.of("farm, 12029 after the request was sent", farm(sent(2_015, CANNOT_CONNECT)))
            .right("CONNECT_REFUSED", NONE)
            .atMost(MEDIUM),
        HardCase.of("ARR 1, 12029 after 2 s", farm(silent(2_015, CANNOT_CONNECT)))
            .right("CONNECT_REFUSED"),
        HardCase.of(
                "version 1, 12029 after 1 s",
                core(Handler.ANCM1, (r, a) -> a.version1Fails(ms(1_030), CANNOT_CONNECT, "")))
            .right("CONNECT_REFUSED", NONE)
            .wrong("START_EXITED"),
        HardCase.of(
                "version 2, 12029, only warnings",
                Recording.EVERYTHING.upTo(3),
                core(Handler.ANCM2, (r, a) -> a.version2DoesNotConnect(ms(1_030), CANNOT_CONNECT)))
            .right("CONNECT_REFUSED", NONE)
            .atMost(MEDIUM),
        HardCase.of(
                "HttpPlatformHandler, 12029 at once",
                core(
                    Handler.HTTP_PLATFORM,
                    (r, a) -> a.httpPlatformFails(ms(0), CANNOT_CONNECT, "")))
            .right("CONNECT_REFUSED", NONE)
            .atMost(MEDIUM),
        HardCase.of(
                "an unknown module with 12029",
                app(
                    new Handler("Bridge", "MosaicBridgeModule", "", "", "MosaicBridgeModule"),
                    r -> {
                      r.pass(ms(2_015));
                      r.status(502, "Bad Gateway", 3, CANNOT_CONNECT);
                    }))
            .right("CONNECT_REFUSED", NONE)
            .atMost(MEDIUM),
        HardCase.of(
                "500 by a managed handler with 12029",
                app(
                    Handler.ASPX,
                    r -> {
                      r.pass(ms(2_015));
                      r.status(500, "Internal Server Error", 0, CANNOT_CONNECT);
                    }))
            .right(NONE)
            .wrong("CONNECT_REFUSED"),
        HardCase.of("10061 of a socket", farm(connecting(1_015, 2147952461L)))
            .right("CONNECT_REFUSED"),
        HardCase.of("no local port, 10048", farm(connecting(0, 2147952448L)))
            .right("PORT_EXHAUSTION")
            .wrong("CONNECT_REFUSED"),
        HardCase.of(
                "no buffers, 10055, version 2",
                core(Handler.ANCM2, (r, a) -> a.version2DoesNotConnect(ms(0), 2147952455L)))
            .right("PORT_EXHAUSTION"),
        HardCase.of("farm, no name at once", farm(connecting(0, NAME_NOT_RESOLVED)))
            .right("DNS_FAIL")
            .wrong("CONNECT_REFUSED")
            .backend(MEMBER),
        HardCase.of(
                "proxy, no name after 11 s", proxy(SERVER, connecting(11_015, NAME_NOT_RESOLVED)))
            .right("DNS_FAIL"),
        HardCase.of("ARR 1, no name", farm(silent(2_300, NAME_NOT_RESOLVED))).right("DNS_FAIL"),
        HardCase.of(
                "no name, only warnings",
                Recording.EVERYTHING.upTo(3),
                farm(connecting(15, NAME_NOT_RESOLVED)))
            .right("DNS_FAIL"),
        HardCase.of("12175", proxy(VAULT, connecting(62, SECURE_FAILURE))).right("TLS_CERT"),
        HardCase.of("12175, an http address", proxy(SERVER, connecting(62, SECURE_FAILURE)))
            .right("TLS_CERT", NONE),
        HardCase.of("12157", proxy(VAULT, connecting(31, 2147954557L)))
            .right("TLS_CHANNEL")
            .wrong("TLS_CERT")
            .backend("vault.mosaic.example"),
        HardCase.of("12157 after the request was sent", proxy(VAULT, sent(31, 2147954557L)))
            .right("TLS_CHANNEL", NONE),
        HardCase.of("12037, expired", proxy(VAULT, connecting(31, 2147954437L))).right("TLS_CERT"),
        HardCase.of("12038, another name", proxy(VAULT, connecting(31, 2147954438L)))
            .right("TLS_CERT"),
        HardCase.of("12057, revocation unknown", proxy(VAULT, connecting(31, 2147954457L)))
            .right("TLS_CERT"),
        HardCase.of("12170, revoked", proxy(VAULT, connecting(31, 2147954570L))).right("TLS_CERT"),
        HardCase.of("12044", proxy(VAULT, connecting(78, 2147954444L)))
            .right("CLIENT_CERT_NEEDED")
            .wrong("TLS_CERT"),
        HardCase.of("12044 after the request was sent", proxy(VAULT, sent(78, 2147954444L)))
            .right("CLIENT_CERT_NEEDED"),
        HardCase.of("12185, no private key", proxy(VAULT, connecting(31, 2147954585L)))
            .right("CLIENT_CERT_NEEDED")
            .wrong("TLS_CERT"),
        HardCase.of("12186, private key not accessible", proxy(VAULT, connecting(31, 2147954586L)))
            .right("CLIENT_CERT_NEEDED"),
        HardCase.of(
                "12030 at once from https, before anything was sent",
                proxy(VAULT, connecting(31, Arr.CONNECTION_ERROR)))
            .right("BACKEND_RESET", "TLS_CHANNEL", NONE)
            .atMost(MEDIUM),
        HardCase.of(
                "502.4 of an empty farm",
                () -> {
                  TraceScript script = new TraceScript(Plays.edge());
                  Arr arr = new Arr(script.request()).toEmptyFarm(FARM);
                  script.request().handledBy(Handler.ARR, arr::noServer);
                  script.request().play();
                  return script;
                })
            .right("NO_SERVER")
            .wrong("CONNECT_REFUSED", "APP_502")
            .backend(FARM),
        HardCase.of("502.4 after routing events", farm((r, a) -> a.noServer()))
            .right("NO_SERVER")
            .wrong("APP_502"),
        HardCase.of(
                "502.4 after a server that refused",
                farm(
                    (r, a) -> {
                      r.emit("ARR_REQUEST_HEADERS_START");
                      r.pass(ms(2_015));
                      HardPlays.fails(r, 4, 0, "");
                    }))
            .right("NO_SERVER", NONE)
            .wrong("TIMEOUT_RECEIVE"),
        HardCase.of("502.4 and 12029", farm((r, a) -> HardPlays.fails(r, 4, CANNOT_CONNECT, "")))
            .right("NO_SERVER", "CONNECT_REFUSED", NONE),
        HardCase.of(
                "502.4, only warnings", Recording.EVERYTHING.upTo(3), farm((r, a) -> a.noServer()))
            .right("NO_SERVER"),
        HardCase.of(
                "502.4 by a managed handler",
                app(Handler.ASPX, r -> r.status(502, "Bad Gateway", 4, 0)))
            .right("APP_502", NONE)
            .wrong("NO_SERVER"),
        HardCase.of(
                "two servers refuse, 12029",
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
                      r.emit("ARR_REQUEST_HEADERS_START");
                      r.pass(ms(1_015));
                      HardPlays.fails(r, 3, CANNOT_CONNECT, "");
                    }))
            .right("CONNECT_REFUSED")
            .backend("mosaic-app3.mosaic.example")
            .waited(1_015));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void answers_as_documented(HardCase hard) {
    hard.check();
  }
}

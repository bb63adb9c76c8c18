package io.github.frebscope.cause;

import static io.github.frebscope.cause.Confidence.HIGH;
import static io.github.frebscope.cause.Confidence.MEDIUM;
import static io.github.frebscope.cause.Plays.core;
import static io.github.frebscope.cause.Plays.farm;
import static io.github.frebscope.cause.Plays.ms;
import static io.github.frebscope.cause.Plays.proxy;

import io.github.frebscope.testing.script.Arr;
import io.github.frebscope.testing.script.Handler;
import java.util.List;

/** The gateway could not reach its backend: connect.txt. */
final class ConnectFixtures {
  private static final long CHANNEL = 2147954557L;
  private static final long CLIENT_CERT = 2147954444L;
  private static final long INVALID_CA = 2147954445L;
  private static final long ADDRESS_IN_USE = 2147952448L;
  private static final long SOCKET_TIMEOUT = 2147952460L;
  private static final long NO_BUFFERS = 2147952455L;

  static final List<CauseFixture> ALL =
      List.of(
          CauseFixture.of(
                  "a member refuses after 2 s", farm(a -> connect(a, 2030, Arr.CANNOT_CONNECT)))
              .is("CONNECT_REFUSED", HIGH)
              .nearMissOf("PORT_EXHAUSTION"),
          CauseFixture.of(
                  "a proxied server refuses after 1 s",
                  proxy(a -> connect(a, 1010, Arr.CANNOT_CONNECT)))
              .is("CONNECT_REFUSED", HIGH),
          CauseFixture.of("no connection at once", farm(a -> connect(a, 0, Arr.CANNOT_CONNECT)))
              .is("CONNECT_REFUSED", MEDIUM)
              .also("PORT_EXHAUSTION"),
          CauseFixture.of(
                  "core's process does not listen",
                  core(Handler.ANCM2, a -> a.version2DoesNotConnect(ms(1040), Arr.CANNOT_CONNECT)))
              .is("CONNECT_REFUSED", HIGH),
          CauseFixture.of("nobody answers for 21 s", farm(a -> connect(a, 21_040, Arr.TIMEOUT)))
              .is("CONNECT_TIMEOUT", HIGH)
              .nearMissOf("CONNECT_REFUSED"),
          CauseFixture.of(
                  "nobody answers a proxy for 21 s", proxy(a -> connect(a, 20_990, Arr.TIMEOUT)))
              .is("CONNECT_TIMEOUT", HIGH)
              .nearMissOf("TIMEOUT_RECEIVE"),
          CauseFixture.of("no local port is left", proxy(a -> connect(a, 0, ADDRESS_IN_USE)))
              .is("PORT_EXHAUSTION", HIGH),
          CauseFixture.of(
                  "no buffer for a connection is left",
                  core(Handler.ANCM1, a -> a.version1Fails(ms(0), NO_BUFFERS, "")))
              .is("PORT_EXHAUSTION", MEDIUM),
          CauseFixture.of(
                  "the name of a member is not known",
                  farm(a -> connect(a, 15, Arr.NAME_NOT_RESOLVED)))
              .is("DNS_FAIL", HIGH),
          CauseFixture.of(
                  "the name of a proxied server is not known",
                  proxy(a -> connect(a, 2700, Arr.NAME_NOT_RESOLVED)))
              .is("DNS_FAIL", HIGH)
              .nearMissOf("TLS_CHANNEL"),
          CauseFixture.of(
                  "no common protocol",
                  proxy("https://vault.mosaic.example", a -> connect(a, 31, CHANNEL)))
              .is("TLS_CHANNEL", HIGH)
              .nearMissOf("TLS_CERT"),
          CauseFixture.of("no common cipher with a member", farm(a -> connect(a, 16, CHANNEL)))
              .is("TLS_CHANNEL", HIGH)
              .nearMissOf("DNS_FAIL"),
          CauseFixture.of(
                  "the certificate is not trusted",
                  proxy("https://vault.mosaic.example", a -> connect(a, 62, Arr.SECURE_FAILURE)))
              .is("TLS_CERT", HIGH)
              .nearMissOf("CLIENT_CERT_NEEDED"),
          CauseFixture.of("the issuer is not known", farm(a -> connect(a, 47, INVALID_CA)))
              .is("TLS_CERT", HIGH),
          CauseFixture.of(
                  "a client certificate is wanted",
                  proxy("https://vault.mosaic.example", a -> connect(a, 78, CLIENT_CERT)))
              .is("CLIENT_CERT_NEEDED", HIGH),
          CauseFixture.of(
                  "a member wants a client certificate", farm(a -> connect(a, 16, CLIENT_CERT)))
              .is("CLIENT_CERT_NEEDED", HIGH),
          CauseFixture.of("a farm without a server", farm(Arr::noServer)).is("NO_SERVER", HIGH),
          CauseFixture.of("a proxy without a server", proxy(Arr::noServer))
              .is("NO_SERVER", HIGH)
              .nearMissOf("CONNECT_REFUSED"),
          CauseFixture.of(
                  "a member that refuses is no farm without servers",
                  farm(a -> connect(a, 1000, Arr.CANNOT_CONNECT)))
              .is("CONNECT_REFUSED", HIGH)
              .nearMissOf("NO_SERVER"),
          CauseFixture.of(
                  "no connection at once to version 1's process",
                  core(Handler.ANCM1, a -> a.version1Fails(ms(0), Arr.CANNOT_CONNECT, "")))
              .is("CONNECT_REFUSED", MEDIUM)
              .also("PORT_EXHAUSTION"),
          CauseFixture.of(
                  "connecting breaks off before Windows gives up",
                  farm(a -> connect(a, 5000, Arr.TIMEOUT)))
              .is("CONNECT_TIMEOUT", MEDIUM)
              .nearMissOf("TIMEOUT_RECEIVE"),
          CauseFixture.of(
                  "a socket's time-out while connecting",
                  proxy(a -> connect(a, 21_010, SOCKET_TIMEOUT)))
              .is("CONNECT_TIMEOUT", HIGH));

  private ConnectFixtures() {}

  private static void connect(Arr arr, long millis, long code) {
    arr.failsBeforeTheRequestIsSent(ms(millis), code, "");
  }
}

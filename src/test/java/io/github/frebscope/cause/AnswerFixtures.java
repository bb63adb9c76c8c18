package io.github.frebscope.cause;

import static io.github.frebscope.cause.Confidence.HIGH;
import static io.github.frebscope.cause.Confidence.MEDIUM;
import static io.github.frebscope.cause.Plays.core;
import static io.github.frebscope.cause.Plays.farm;
import static io.github.frebscope.cause.Plays.ms;
import static io.github.frebscope.cause.Plays.proxy;
import static io.github.frebscope.cause.Plays.upload;

import io.github.frebscope.testing.script.Arr;
import io.github.frebscope.testing.script.Handler;
import java.util.List;

/** The gateway had a backend, and no answer came of it, or no whole one: answer.txt. */
final class AnswerFixtures {
  private static final long CANCELLED = 2147954417L;
  private static final long WRONG_STATE = 2147954419L;
  private static final long ABORTED = 2147943395L;
  private static final long CONNECTION_ABORTED = 2147943636L;
  private static final long RESET = 2147952454L;
  private static final long PROCESS_ABORTED = 2147943467L;
  private static final long HEADER_COUNT = 2147954581L;
  private static final long HEADER_SIZE = 2147954582L;
  private static final long CHUNK_HEADER = 2147954583L;

  static final List<CauseFixture> ALL =
      List.of(
          CauseFixture.of("a member is slow", farm(a -> wait(a, 30_040, Arr.TIMEOUT)))
              .is("TIMEOUT_RECEIVE", HIGH)
              .nearMissOf("APP_HANG"),
          CauseFixture.of("a proxied server is slow", proxy(a -> wait(a, 120_030, Arr.TIMEOUT)))
              .is("TIMEOUT_RECEIVE", HIGH)
              .nearMissOf("CONNECT_TIMEOUT"),
          CauseFixture.of(
                  "a slow server and a time-out that nobody knows",
                  proxy(a -> wait(a, 45_010, Arr.TIMEOUT)))
              .is("TIMEOUT_RECEIVE", HIGH),
          CauseFixture.of(
                  "version 1's process is slow",
                  core(Handler.ANCM1, a -> a.version1Fails(ms(120_060), Arr.TIMEOUT, "")))
              .is("TIMEOUT_RECEIVE", HIGH)
              .also("APP_HANG"),
          CauseFixture.of(
                  "version 2's process is slow",
                  core(Handler.ANCM2, a -> a.version2Fails(ms(120_010), Arr.TIMEOUT, "")))
              .is("TIMEOUT_RECEIVE", HIGH)
              .also("APP_HANG")
              .nearMissOf("BACKEND_CRASH"),
          CauseFixture.of(
                  "the platform handler's process is slow",
                  core(
                      Handler.HTTP_PLATFORM,
                      a -> a.httpPlatformFails(ms(121_500), Arr.TIMEOUT, "Time is up")))
              .is("TIMEOUT_RECEIVE", HIGH)
              .also("APP_HANG"),
          CauseFixture.of(
                  "version 1's process and a time-out that nobody knows",
                  core(Handler.ANCM1, a -> a.version1Fails(ms(60_020), Arr.TIMEOUT, "")))
              .is("TIMEOUT_RECEIVE", MEDIUM)
              .also("APP_HANG"),
          CauseFixture.of(
                  "a member cuts the connection", farm(a -> wait(a, 2187, Arr.CONNECTION_ERROR)))
              .is("BACKEND_RESET", MEDIUM)
              .also("BACKEND_CRASH")
              .nearMissOf("UPLOAD_REJECTED"),
          CauseFixture.of(
                  "version 2's process cuts the connection",
                  core(Handler.ANCM2, a -> a.version2Fails(ms(340), Arr.CONNECTION_ERROR, "")))
              .is("BACKEND_RESET", MEDIUM)
              .also("BACKEND_CRASH")
              .nearMissOf("TIMEOUT_RECEIVE"),
          CauseFixture.of("a server resets the connection", proxy(a -> wait(a, 90, RESET)))
              .is("BACKEND_RESET", MEDIUM),
          CauseFixture.of(
                  "a TLS server cuts the connection before the request is sent",
                  proxy(
                      "https://vault.mosaic.example",
                      a -> a.failsBeforeTheRequestIsSent(ms(20), Arr.CONNECTION_ERROR, "")))
              .is("BACKEND_RESET", MEDIUM)
              .also("TLS_CHANNEL", "BACKEND_CRASH"),
          CauseFixture.of(
                  "version 1's process ends",
                  core(Handler.ANCM1, a -> a.version1Fails(ms(700), PROCESS_ABORTED, "")))
              .is("BACKEND_CRASH", HIGH)
              .nearMissOf("BACKEND_RESET"),
          CauseFixture.of(
                  "version 2's process ends",
                  core(Handler.ANCM2, a -> a.version2Fails(ms(5100), PROCESS_ABORTED, "")))
              .is("BACKEND_CRASH", HIGH),
          CauseFixture.of("what comes is no HTTP", farm(a -> wait(a, 47, Arr.INVALID_RESPONSE)))
              .is("INVALID_RESPONSE", HIGH)
              .nearMissOf("RESP_HEADERS_TOO_BIG"),
          CauseFixture.of(
                  "version 1 does not understand the answer",
                  core(Handler.ANCM1, a -> a.version1Fails(ms(31), Arr.INVALID_RESPONSE, "")))
              .is("INVALID_RESPONSE", HIGH),
          CauseFixture.of("a chunk with too long a head", proxy(a -> wait(a, 140, CHUNK_HEADER)))
              .is("INVALID_RESPONSE", HIGH),
          CauseFixture.of(
                  "cookies larger than the limit",
                  core(Handler.ANCM2, a -> a.version2Fails(ms(62), HEADER_SIZE, "")))
              .is("RESP_HEADERS_TOO_BIG", HIGH)
              .nearMissOf("INVALID_RESPONSE"),
          CauseFixture.of("more headers than the limit", farm(a -> wait(a, 16, HEADER_COUNT)))
              .is("RESP_HEADERS_TOO_BIG", HIGH),
          CauseFixture.of(
                  "an upload breaks off",
                  upload(
                      Handler.ANCM2,
                      52_000_000,
                      a -> a.uploadBreaks(12, ms(16), Arr.CONNECTION_ERROR)))
              .is("UPLOAD_REJECTED", MEDIUM)
              .also("BACKEND_RESET", "BACKEND_CRASH"),
          CauseFixture.of(
                  "an upload is reset",
                  upload(Handler.ANCM2, 900_000, a -> a.uploadBreaks(3, ms(0), RESET)))
              .is("UPLOAD_REJECTED", MEDIUM)
              .also("BACKEND_RESET"),
          CauseFixture.of(
                  "an upload that was read breaks off",
                  upload(
                      Handler.ANCM2, 65_536, a -> a.uploadBreaks(8, ms(810), Arr.CONNECTION_ERROR)))
              .is("BACKEND_RESET", MEDIUM)
              .also("BACKEND_CRASH", "UPLOAD_REJECTED")
              .nearMissOf("CANCELLED_HANDLE"),
          CauseFixture.of("the exchange is cancelled", farm(a -> wait(a, 4020, CANCELLED)))
              .is("CANCELLED_HANDLE", MEDIUM),
          CauseFixture.of(
                  "a handle in the wrong state",
                  core(Handler.ANCM1, a -> a.version1Fails(ms(910), WRONG_STATE, "")))
              .is("CANCELLED_HANDLE", MEDIUM),
          CauseFixture.of(
                  "the operation is aborted",
                  core(Handler.ANCM2, a -> a.version2Fails(ms(2040), ABORTED, "")))
              .is("CANCELLED_HANDLE", MEDIUM),
          CauseFixture.of(
                  "the connection is aborted here", proxy(a -> wait(a, 640, CONNECTION_ABORTED)))
              .is("CANCELLED_HANDLE", MEDIUM));

  private AnswerFixtures() {}

  private static void wait(Arr arr, long millis, long code) {
    arr.failsBeforeTheAnswer(ms(millis), code, "");
  }
}

package io.github.frebscope.cause;

import static io.github.frebscope.cause.Confidence.HIGH;
import static io.github.frebscope.cause.Confidence.MEDIUM;
import static io.github.frebscope.cause.Plays.core;
import static io.github.frebscope.cause.Plays.farm;
import static io.github.frebscope.cause.Plays.ms;
import static io.github.frebscope.cause.Plays.program;
import static io.github.frebscope.cause.Plays.proxy;

import io.github.frebscope.testing.script.Ancm;
import io.github.frebscope.testing.script.Arr;
import io.github.frebscope.testing.script.Handler;
import io.github.frebscope.testing.script.Notification;
import io.github.frebscope.testing.script.Profile;
import io.github.frebscope.testing.script.Programs;
import io.github.frebscope.testing.script.RequestScript;
import io.github.frebscope.testing.script.TraceScript;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The request itself, the client, somebody else's answer: request.txt. */
final class RequestFixtures {
  private static final long INVALID_PARAMETER = 2147942487L;
  private static final long NO_CLIENT = 2147943629L;
  private static final long NAME_DELETED = 2147942464L;
  private static final long ABORTED = 2147943395L;
  private static final long RESET = 2147952454L;
  private static final Handler CONNECTOR = Handler.isapi("D:\\connector\\isapi_redirect.dll");
  private static final Handler ACME = new Handler("acme", "AcmeGateway", "", "", "AcmeGateway");

  private static final List<CauseFixture> INVALID_PARAMETERS =
      List.of(
          CauseFixture.of(
                  "a GET with chunks, version 2",
                  asked(
                      Handler.ANCM2,
                      a -> a.version2CannotSend(INVALID_PARAMETER),
                      "Transfer-Encoding: chunked"))
              .is("MALFORMED_REQUEST", HIGH)
              .nearMissOf("BAD_BACKEND_HEADERS"),
          CauseFixture.of(
                  "a GET with chunks, version 1",
                  asked(
                      Handler.ANCM1,
                      a -> a.version1Fails(ms(0), INVALID_PARAMETER, ""),
                      "transfer-encoding: Chunked"))
              .is("MALFORMED_REQUEST", HIGH),
          CauseFixture.of(
                  "a request that version 2 cannot send, for whatever reason",
                  core(Handler.ANCM2, a -> a.version2CannotSend(INVALID_PARAMETER)))
              .is("MALFORMED_REQUEST", HIGH),
          CauseFixture.of(
                  "a request that version 1 cannot send: nothing shows what is wrong with it",
                  asked(
                      Handler.ANCM1,
                      a -> a.version1Fails(ms(0), INVALID_PARAMETER, ""),
                      "X-Forwarded-For: 203.0.113.9, 198.51.100.7"))
              .is("MALFORMED_REQUEST", MEDIUM)
              .also("BAD_BACKEND_HEADERS"),
          CauseFixture.of(
                  "a header of the answer is bad, version 2",
                  core(Handler.ANCM2, a -> a.version2AnswersBadly(ms(345), INVALID_PARAMETER)))
              .is("BAD_BACKEND_HEADERS", HIGH)
              .nearMissOf("MALFORMED_REQUEST"),
          CauseFixture.of(
                  "the second header of the answer is bad, version 1",
                  core(Handler.ANCM1, a -> a.version1AnswersBadly(ms(16), INVALID_PARAMETER)))
              .is("BAD_BACKEND_HEADERS", HIGH),
          CauseFixture.of(
                  "version 1 fails after a wait: it had an answer",
                  core(Handler.ANCM1, a -> a.version1Fails(ms(840), INVALID_PARAMETER, "")))
              .is("BAD_BACKEND_HEADERS", MEDIUM));

  private static final List<CauseFixture> CLIENTS =
      List.of(
          CauseFixture.of(
                  "the client leaves version 1 in the middle of the answer",
                  core(Handler.ANCM1, a -> a.version1LosesTheClient(ms(1187), NO_CLIENT)))
              .is("CLIENT_GONE", HIGH),
          CauseFixture.of(
                  "the front end leaves its member",
                  asked(
                      Handler.ANCM1,
                      a -> a.version1LosesTheClient(ms(30_060), NAME_DELETED),
                      "X-Forwarded-For: 203.0.113.9:50122",
                      "X-ARR-LOG-ID: 7b0d2f7e-5a1c-4f33-9c55-0f1f6b0d9a11"))
              .is("CLIENT_GONE", HIGH),
          CauseFixture.of(
                  "a read is cancelled since the client has left",
                  core(Handler.ANCM1, a -> a.version1LosesTheClient(ms(730), ABORTED)))
              .is("CLIENT_GONE", MEDIUM)
              .also("CANCELLED_HANDLE"),
          CauseFixture.of(
                  "the client had left before version 2 began",
                  core(Handler.ANCM2, a -> a.clientHasGone(RESET)))
              .is("CLIENT_GONE", HIGH),
          CauseFixture.of(
                  "the client leaves in the middle of its upload",
                  core(Handler.ANCM2, a -> a.losesTheClientWhileItUploads(ms(2300), NAME_DELETED)))
              .is("CLIENT_GONE", HIGH),
          CauseFixture.of(
                  "the client leaves a front end", proxy(a -> a.clientLeaves(ms(4100), NO_CLIENT)))
              .is("CLIENT_GONE", HIGH),
          CauseFixture.of("compression finds no client", RequestFixtures::compressionFails)
              .is("CLIENT_GONE", HIGH),
          CauseFixture.of(
                  "a code of the client's connection, and no write that failed",
                  core(Handler.ANCM1, a -> a.version1Fails(ms(500), NO_CLIENT, "")))
              .is("CLIENT_GONE", MEDIUM),
          CauseFixture.of(
                  "a share vanishes, no client",
                  program(
                      Handler.STATIC_FILE,
                      p -> p.shareVanishes("\\\\files.mosaic.example\\plans\\7.pdf", ms(900))))
              .isOpen(HIGH)
              .nearMissOf("CLIENT_GONE"));

  private static final List<CauseFixture> ANSWERS =
      List.of(
          CauseFixture.of("a member answers 502", farm(a -> relays(a, 502, "Bad Gateway")))
              .is("RELAYED_502", HIGH)
              .nearMissOf("APP_502"),
          CauseFixture.of("a proxied server answers 502", proxy(a -> relays(a, 502, "Bad Gateway")))
              .is("RELAYED_502", HIGH),
          CauseFixture.of("a member answers 400", farm(a -> relays(a, 400, "Bad Request")))
              .isOpen(HIGH)
              .nearMissOf("RELAYED_502"),
          CauseFixture.of(
                  "ARR sets 502 without an answer", farm(a -> a.failsWithoutASubStatus(ms(200))))
              .isOpen(MEDIUM)
              .nearMissOf("RELAYED_502"),
          CauseFixture.of(
                  "a connector answers 502",
                  program(
                      CONNECTOR,
                      p ->
                          p.isapiAnswers(
                              "D:\\connector\\isapi_redirect.dll",
                              ms(1020),
                              502,
                              "Bad Gateway",
                              "<p>no worker</p>")))
              .is("APP_502", HIGH)
              .nearMissOf("RELAYED_502"),
          CauseFixture.of(
                  "a PHP page answers 502",
                  program(Handler.PHP, p -> p.phpAnswers(ms(310), 502, "Bad Gateway", "upstream")))
              .is("APP_502", HIGH),
          CauseFixture.of(
                  "an ASP.NET Core application answers 502",
                  core(Handler.ANCM2, a -> a.answers(ms(60), 502, "Bad Gateway", "{}")))
              .is("APP_502", HIGH),
          CauseFixture.of(
                  "an application in process answers 502",
                  core(Handler.ANCM2, a -> a.inProcessAnswers(ms(60), 502, "Bad Gateway")))
              .is("APP_502", HIGH),
          CauseFixture.of(
                  "version 1 has 502, and nothing shows from whom",
                  core(Handler.ANCM1, a -> a.version1Passes(ms(60), 502, "Bad Gateway")))
              .is("APP_502", MEDIUM),
          CauseFixture.of("a module that nobody knows answers 502", RequestFixtures::acmeAnswers)
              .is("APP_502", MEDIUM));

  static final List<CauseFixture> ALL =
      Stream.of(INVALID_PARAMETERS, CLIENTS, ANSWERS).flatMap(List::stream).toList();

  private RequestFixtures() {}

  private static void relays(Arr arr, int status, String reason) {
    arr.answers(ms(470), status, reason, "text/html", "<html><body>" + reason + "</body></html>");
  }

  /** As {@link Plays#core}, with more headers in the request. */
  private static Supplier<TraceScript> asked(
      Handler version, Consumer<Ancm> does, String... headers) {
    return () -> {
      TraceScript script = new TraceScript(Plays.app());
      RequestScript request = script.request().headers(headers).mappedTo(version);
      Ancm ancm = new Ancm(request);
      request.handledBy(version, () -> does.accept(ancm));
      request.play();
      return script;
    };
  }

  private static TraceScript compressionFails() {
    TraceScript script = new TraceScript(Plays.app().profile(Profile.USUAL));
    RequestScript request = script.request();
    Programs programs = new Programs(request);
    request.handledBy(Handler.STATIC_FILE, () -> programs.file("D:\\plan\\site.css"));
    request.during(
        "DynamicCompressionModule",
        Notification.SEND_RESPONSE,
        () -> {
          request.clientLeaves(NO_CLIENT);
          request.emit("DYNAMIC_COMPRESSION_START");
          request.status(500, "Internal Server Error", 19, NO_CLIENT);
        });
    request.play();
    return script;
  }

  private static TraceScript acmeAnswers() {
    TraceScript script = new TraceScript(Plays.app());
    RequestScript request = script.request().mappedTo(ACME);
    request.handledBy(
        ACME,
        () -> {
          request.pass(ms(220));
          request.status(502, "Bad Gateway", 0, 0);
        });
    request.play();
    return script;
  }
}

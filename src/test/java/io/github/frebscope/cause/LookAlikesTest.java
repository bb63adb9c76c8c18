package io.github.frebscope.cause;

import static io.github.frebscope.cause.Plays.core;
import static io.github.frebscope.cause.Plays.farm;
import static io.github.frebscope.cause.Plays.ms;
import static io.github.frebscope.cause.Plays.program;
import static io.github.frebscope.cause.Plays.proxy;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.classify.Classifier;
import io.github.frebscope.classify.Verdict;
import io.github.frebscope.testing.Shared;
import io.github.frebscope.testing.script.Ancm;
import io.github.frebscope.testing.script.Arr;
import io.github.frebscope.testing.script.Handler;
import io.github.frebscope.testing.script.Notification;
import io.github.frebscope.testing.script.Recording;
import io.github.frebscope.testing.script.RequestScript;
import io.github.frebscope.testing.script.TraceScript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Failures that share a status or a code with a cause of request.txt or internals.txt and are
 * another: the cause must be neither named nor an alternative, whatever other families find.
 */
class LookAlikesTest {
  private static final long INVALID_PARAMETER = 2147942487L;
  private static final long NO_CLIENT = 2147943629L;
  private static final long RESET = 2147952454L;

  private static Verdict verdict(Supplier<TraceScript> play) {
    return Classifier.standard().classify(CauseTraces.read(play.get()));
  }

  private static List<String> found(Verdict verdict) {
    List<String> ids = new ArrayList<>();
    verdict.cause().ifPresent(c -> ids.add(c.id()));
    verdict.alternatives().forEach(a -> ids.add(a.cause().id()));
    return ids;
  }

  @Test
  void a_cgi_program_that_ends_early_is_no_stage_of_arr() {
    Verdict verdict =
        verdict(program(Handler.CGI, p -> p.cgiEndsEarly("D:\\cgi\\a.exe", ms(90), 3, "")));
    assertThat(verdict.status()).hasToString("Optional[502.2]");
    assertThat(found(verdict)).doesNotContain("MAP_FAIL", "APP_502");
  }

  @Test
  void a_process_that_does_not_start_is_no_web_socket() {
    Verdict verdict =
        verdict(core(Handler.ANCM2, a -> a.version2DoesNotStart(ms(900), 2147500037L, "x")));
    assertThat(verdict.status()).hasToString("Optional[502.5]");
    assertThat(found(verdict)).doesNotContain("WEBSOCKET_FAIL", "APP_502");
  }

  @ParameterizedTest
  @ValueSource(longs = {Arr.CONNECTION_ERROR, Arr.TIMEOUT, Arr.CANNOT_CONNECT, RESET})
  void a_backends_broken_connection_is_no_client(long code) {
    assertThat(found(verdict(farm(a -> a.failsBeforeTheAnswer(ms(700), code, "")))))
        .doesNotContain("CLIENT_GONE", "RELAYED_502");
    assertThat(found(verdict(core(Handler.ANCM1, a -> a.version1Fails(ms(700), code, "")))))
        .doesNotContain("CLIENT_GONE", "APP_502", "MALFORMED_REQUEST");
  }

  @ParameterizedTest
  @ValueSource(longs = {Arr.CONNECTION_ERROR, 2147943395L, 2147954417L})
  void a_client_that_left_afterwards_did_not_break_the_backends_connection(long code) {
    Verdict verdict =
        verdict(
            () -> {
              TraceScript script = new TraceScript(Plays.app());
              RequestScript request = script.request().mappedTo(Handler.ANCM1);
              Ancm ancm = new Ancm(request);
              request.handledBy(
                  Handler.ANCM1,
                  () -> {
                    request.clientLeaves(NO_CLIENT);
                    ancm.version1Fails(ms(900), code, "");
                  });
              request.play();
              return script;
            });
    assertThat(verdict.explanation()).contains("After that, sending the response to the client");
    assertThat(found(verdict)).doesNotContain("CLIENT_GONE");
  }

  @Test
  void a_broken_configuration_is_no_client_whatever_its_code() {
    Verdict verdict =
        verdict(
            () -> {
              TraceScript script = new TraceScript(Plays.app());
              RequestScript request = script.request();
              request.after(
                  Notification.MAP_REQUEST_HANDLER,
                  () -> {
                    request.statusBy(
                        "IIS Web Core",
                        "16",
                        500,
                        "Internal Server Error",
                        19,
                        NO_CLIENT,
                        "\\\\?\\D:\\plan\\web.config ( 12) :Unrecognized element");
                    request.finish();
                  });
              request.play();
              return script;
            });
    assertThat(verdict.status()).hasToString("Optional[500.19]");
    assertThat(found(verdict)).isEmpty();
  }

  @Test
  void somebodys_gateway_that_fails_with_a_code_is_no_application() {
    assertThat(found(verdict(acme(3, Arr.TIMEOUT)))).isEmpty();
    assertThat(found(verdict(acme(0, Arr.TIMEOUT)))).isEmpty();
    assertThat(found(verdict(acme(3, 0)))).isEmpty();
    assertThat(found(verdict(acme(0, 0)))).containsExactly("APP_502");
  }

  private static Supplier<TraceScript> acme(int subStatus, long code) {
    return () -> {
      Handler acme = new Handler("acme", "AcmeGateway", "", "", "AcmeGateway");
      TraceScript script = new TraceScript(Plays.app());
      RequestScript request = script.request().mappedTo(acme);
      request.handledBy(acme, () -> request.status(502, "Bad Gateway", subStatus, code));
      request.play();
      return script;
    };
  }

  @Test
  void a_rule_that_answers_502_is_no_application() {
    Verdict verdict =
        verdict(
            () -> {
              TraceScript script = new TraceScript(Plays.app());
              RequestScript request = script.request();
              request.during(
                  "RewriteModule",
                  Notification.BEGIN_REQUEST,
                  () -> {
                    request.status(502, "Bad Gateway", 0, 0);
                    request.finish();
                  });
              request.play();
              return script;
            });
    assertThat(verdict.module()).contains("RewriteModule");
    assertThat(found(verdict)).isEmpty();
  }

  /** disableStartUpErrorPage makes a failed start 502.3: no process, so no token was set. */
  @Test
  void a_start_that_failed_with_the_code_is_no_bad_request() {
    Verdict verdict =
        verdict(
            () -> {
              TraceScript script = new TraceScript(Plays.app());
              RequestScript request = script.request().mappedTo(Handler.ANCM1);
              request.handledBy(
                  Handler.ANCM1, () -> request.status(502, "Bad Gateway", 3, INVALID_PARAMETER));
              request.play();
              return script;
            });
    assertThat(verdict.cause()).isEmpty();
    assertThat(verdict.confidence()).isEqualTo(Confidence.LOW);
    assertThat(verdict.alternatives().get(0).toString())
        .startsWith("MALFORMED_REQUEST")
        .contains("no event shows that there was a process");
  }

  @Test
  void what_arr_passed_on_is_known_by_its_header_when_routing_was_not_traced() {
    Supplier<TraceScript> relayed =
        () ->
            proxy(a -> a.answers(ms(90), 502, "Bad Gateway", "text/html", "no"))
                .get()
                .record(Recording.EVERYTHING.without("RequestRouting"));
    Verdict verdict = verdict(relayed);
    assertThat(found(verdict)).containsExactly("RELAYED_502");
    assertThat(verdict.confidence()).isEqualTo(Confidence.MEDIUM);
    Supplier<TraceScript> own =
        () ->
            proxy(a -> a.failsWithoutASubStatus(ms(90)))
                .get()
                .record(Recording.EVERYTHING.without("RequestRouting"));
    assertThat(found(verdict(own))).isEmpty();
  }

  /** The events of the exchange say more than a header, which a rule can add to any response. */
  @Test
  void an_exchange_without_an_answer_relays_nothing_whatever_the_headers() {
    Verdict verdict =
        verdict(
            () -> {
              TraceScript script = new TraceScript(Plays.edge());
              RequestScript request = script.request();
              Arr arr = new Arr(request).toFarm(Plays.FARM, Plays.MEMBER);
              request.handledBy(
                  Handler.ARR,
                  () -> {
                    arr.failsWithoutASubStatus(ms(90));
                    request.responseHeader("X-Powered-By", "ARR/3.0");
                  });
              request.play();
              return script;
            });
    assertThat(found(verdict)).isEmpty();
  }

  @Test
  void a_client_behind_a_front_end_is_the_front_end() {
    Verdict late = verdict(leftByFrontEnd(30_060));
    assertThat(late.explanation())
        .startsWith("The ARR front end before this server closed the connection")
        .contains(" join with X-ARR-LOG-ID 7b0d2f7e.");
    assertThat(late.remedy().orElse(""))
        .contains("The front end had probably waited long enough (30,0", " ±16 ms here)")
        .contains(" 30 s, the time-out of an ARR server farm by default. Make")
        .doesNotContain("{");
    Verdict early = verdict(leftByFrontEnd(400));
    assertThat(early.remedy().orElse("")).contains("its own client had left, or it waits less");
  }

  private static Supplier<TraceScript> leftByFrontEnd(long millis) {
    return () -> {
      TraceScript script = new TraceScript(Plays.app());
      RequestScript request = script.request().mappedTo(Handler.ANCM1);
      request.headers("x-arr-log-id: 7b0d2f7e");
      Ancm ancm = new Ancm(request);
      request.handledBy(Handler.ANCM1, () -> ancm.version1LosesTheClient(ms(millis), NO_CLIENT));
      request.play();
      return script;
    };
  }

  @Test
  void the_cases_of_these_families() {
    Path cases = Shared.dir("cases");
    Map.of(
            "06-ancm-client-gone", "CLIENT_GONE",
            "08-relayed-502", "RELAYED_502",
            "09-malformed-request", "MALFORMED_REQUEST",
            "16-negative-500-19-client-gone", "CLIENT_GONE")
        .forEach(
            (name, cause) -> {
              Verdict verdict = verdict(Shared.traces(cases.resolve(name)).get(0));
              assertThat(found(verdict)).as(name).containsExactly(cause);
              assertThat(verdict.confidence()).as(name).isEqualTo(Confidence.HIGH);
            });
  }

  private static Verdict verdict(Path file) {
    try {
      return Classifier.standard().classify(CauseTraces.read(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The name of ARR's status says it; with another code than those of clients there is no cause.
   */
  @ParameterizedTest
  @ValueSource(ints = {601, 602, 603, 604, 605, 606})
  void of_arrs_own_400s_only_one_has_a_cause(int subStatus) {
    Verdict verdict = verdict(farm(a -> a.badRequest(subStatus, NO_CLIENT)));
    assertThat(verdict.module()).contains("ApplicationRequestRouting");
    assertThat(verdict.origin()).hasToString("own");
    Verdict without = verdict(farm(a -> a.badRequest(subStatus, 0)));
    assertThat(found(without)).isEmpty();
    assertThat(without.confidence()).isEqualTo(Confidence.HIGH);
    assertThat(without.explanation()).contains("400." + subStatus + " (");
    Confidence sure = subStatus == 604 ? Confidence.HIGH : Confidence.MEDIUM;
    assertThat(found(verdict)).containsExactly("CLIENT_GONE");
    assertThat(verdict.confidence()).isEqualTo(sure);
  }

  @Test
  void what_a_shutdown_cancels_is_not_surely_the_client() {
    long aborted = 2147943395L;
    Verdict verdict = verdict(core(Handler.ANCM1, a -> a.version1LosesTheClient(ms(9), aborted)));
    assertThat(found(verdict)).contains("CLIENT_GONE");
    assertThat(verdict.confidence()).isNotEqualTo(Confidence.HIGH);
    Verdict alone = verdict(core(Handler.ANCM1, a -> a.version1Fails(ms(9), aborted, "")));
    assertThat(found(alone)).doesNotContain("CLIENT_GONE");
  }
}

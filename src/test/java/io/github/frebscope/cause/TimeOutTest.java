package io.github.frebscope.cause;

import static io.github.frebscope.cause.Confidence.HIGH;
import static io.github.frebscope.cause.Confidence.LOW;
import static io.github.frebscope.cause.Confidence.MEDIUM;
import static io.github.frebscope.cause.Plays.core;
import static io.github.frebscope.cause.Plays.farm;
import static io.github.frebscope.cause.Plays.ms;
import static io.github.frebscope.cause.Plays.proxy;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.catalog.Cause;
import io.github.frebscope.catalog.TimeLimits;
import io.github.frebscope.classify.Classifier;
import io.github.frebscope.classify.Verdict;
import io.github.frebscope.testing.script.Arr;
import io.github.frebscope.testing.script.Handler;
import io.github.frebscope.testing.script.Recording;
import io.github.frebscope.testing.script.TraceScript;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** WinHTTP's time-out, 12002: connection or answer, by the phase first and then by the length. */
class TimeOutTest {
  private static final Recording NO_ROUTING = Recording.EVERYTHING.without("RequestRouting");
  private static final Recording WARNINGS = Recording.EVERYTHING.upTo(3);
  private static final String CONNECT = "CONNECT_TIMEOUT";
  private static final String RECEIVE = "TIMEOUT_RECEIVE";

  private static Verdict classify(
      Supplier<TraceScript> script, Recording recording, TimeLimits limits) {
    return Classifier.standard()
        .with(limits)
        .classify(CauseTraces.read(script.get().record(recording)));
  }

  private static Verdict classify(Supplier<TraceScript> script, Recording recording) {
    return classify(script, recording, TimeLimits.standard());
  }

  private static Supplier<TraceScript> connecting(long millis) {
    return farm(a -> a.failsBeforeTheRequestIsSent(ms(millis), Arr.TIMEOUT, ""));
  }

  private static Supplier<TraceScript> waiting(long millis) {
    return farm(a -> a.failsBeforeTheAnswer(ms(millis), Arr.TIMEOUT, ""));
  }

  private static TimeLimits farmOf(int seconds) {
    return TimeLimits.standard().with("arr-farm", Duration.ofSeconds(seconds));
  }

  private static void is(Verdict verdict, String cause, Confidence sure, String... also) {
    assertThat(verdict.cause().map(Cause::id)).as("%s", verdict).contains(cause);
    assertThat(verdict.confidence()).as("%s", verdict).isEqualTo(sure);
    assertThat(ids(verdict)).as("%s", verdict).containsExactly(also);
  }

  private static void isOpen(Verdict verdict, Confidence sure, String... between) {
    assertThat(verdict.cause()).as("%s", verdict).isEmpty();
    assertThat(verdict.confidence()).as("%s", verdict).isEqualTo(sure);
    assertThat(ids(verdict)).as("%s", verdict).containsExactly(between);
  }

  private static List<String> ids(Verdict verdict) {
    return verdict.alternatives().stream().map(a -> a.cause().id()).toList();
  }

  @ParameterizedTest
  @CsvSource({"5000,MEDIUM", "21010,HIGH", "24000,MEDIUM", "60000,MEDIUM"})
  void while_connecting_it_is_the_connection(long millis, Confidence sure) {
    is(classify(connecting(millis), Recording.EVERYTHING), CONNECT, sure);
    is(classify(connecting(millis), Recording.EVERYTHING.upTo(4)), CONNECT, sure);
  }

  @Test
  void while_connecting_for_as_long_as_the_farms_limit_it_is_open() {
    isOpen(classify(connecting(30_020), Recording.EVERYTHING), MEDIUM, CONNECT, RECEIVE);
  }

  @ParameterizedTest
  @CsvSource({"16,MEDIUM", "21010,MEDIUM", "24000,HIGH", "30020,HIGH", "60000,HIGH", "120000,HIGH"})
  void when_the_request_was_sent_it_is_the_answer(long millis, Confidence sure) {
    is(classify(waiting(millis), Recording.EVERYTHING), RECEIVE, sure);
    is(classify(waiting(millis), Recording.EVERYTHING.upTo(4)), RECEIVE, sure);
  }

  @Test
  void without_the_phase_21_s_are_windows_and_30_and_120_s_are_arr() {
    is(classify(connecting(21_010), NO_ROUTING), CONNECT, MEDIUM, RECEIVE);
    is(classify(waiting(30_020), NO_ROUTING), RECEIVE, MEDIUM, CONNECT);
    is(classify(waiting(120_020), NO_ROUTING), RECEIVE, MEDIUM, CONNECT);
  }

  @ParameterizedTest
  @CsvSource({"5000", "24000", "45000", "60000", "200000"})
  void without_the_phase_a_silence_like_no_limit_tells_nothing(long millis) {
    Verdict verdict = classify(waiting(millis), NO_ROUTING);
    isOpen(verdict, MEDIUM, CONNECT, RECEIVE);
    assertThat(verdict.explanation()).startsWith("Several causes fit equally: nobody answered the");
    isOpen(classify(connecting(millis), NO_ROUTING), MEDIUM, CONNECT, RECEIVE);
  }

  @Test
  void a_silence_that_may_belong_to_others_says_so() {
    Verdict verdict = classify(waiting(30_020), WARNINGS);
    is(verdict, RECEIVE, MEDIUM, CONNECT);
    assertThat(verdict.next().orElseThrow())
        .startsWith("Next time, trace RequestRouting as well, at Information or Verbose. Look");
    assertThat(verdict.explanation())
        .contains("gave up after at most 30,0")
        .contains("others may have taken a part of the silence");
    is(classify(connecting(21_010), WARNINGS), CONNECT, MEDIUM, RECEIVE);
  }

  @Test
  void a_configured_limit_is_followed() {
    is(classify(waiting(60_010), NO_ROUTING, farmOf(60)), RECEIVE, MEDIUM, CONNECT);
    isOpen(classify(waiting(30_010), NO_ROUTING, farmOf(60)), MEDIUM, CONNECT, RECEIVE);
    is(classify(waiting(60_010), Recording.EVERYTHING, farmOf(60)), RECEIVE, HIGH);
    Verdict other = classify(waiting(30_010), Recording.EVERYTHING, farmOf(60));
    is(other, RECEIVE, MEDIUM);
    assertThat(other.explanation()).contains("the silence is not the time-out that is configured");
  }

  @Test
  void a_farm_that_waits_as_long_as_windows_cannot_be_told_apart_by_time() {
    isOpen(classify(waiting(21_010), NO_ROUTING, farmOf(21)), MEDIUM, CONNECT, RECEIVE);
    isOpen(classify(connecting(21_010), WARNINGS, farmOf(21)), MEDIUM, CONNECT, RECEIVE);
    is(classify(waiting(21_010), Recording.EVERYTHING, farmOf(21)), RECEIVE, HIGH);
    is(classify(connecting(21_010), Recording.EVERYTHING, farmOf(21)), CONNECT, MEDIUM);
  }

  @Test
  void a_time_out_of_aspnet_core_is_no_connection_that_nobody_answers() {
    for (long millis : List.of(21_010L, 30_010L, 60_010L)) {
      Supplier<TraceScript> script =
          core(Handler.ANCM1, a -> a.version1Fails(ms(millis), Arr.TIMEOUT, ""));
      is(classify(script, Recording.EVERYTHING), RECEIVE, MEDIUM, "APP_HANG");
    }
    Supplier<TraceScript> unconnected =
        core(Handler.ANCM2, a -> a.version2DoesNotConnect(ms(120_000), Arr.TIMEOUT));
    isOpen(classify(unconnected, Recording.EVERYTHING), LOW, CONNECT, RECEIVE);
  }

  @Test
  void a_configured_request_time_out_is_followed() {
    Supplier<TraceScript> script =
        core(Handler.ANCM1, a -> a.version1Fails(ms(300_010), Arr.TIMEOUT, ""));
    TimeLimits limits = TimeLimits.standard().with("ancm-request", Duration.ofMinutes(5));
    Verdict verdict = classify(script, Recording.EVERYTHING, limits);
    is(verdict, RECEIVE, HIGH, "APP_HANG");
    assertThat(verdict.explanation())
        .contains("the request time-out of the ASP.NET Core Module as configured.");
    assertThat(verdict.remedy().orElseThrow())
        .contains("system.webServer/aspNetCore@requestTimeout");
  }

  @Test
  void the_text_names_the_limit_and_its_setting() {
    Verdict farm = classify(waiting(30_040), Recording.EVERYTHING);
    assertThat(farm.explanation())
        .matches(
            "mosaic-app2\\.mosaic\\.example did not answer in time: ApplicationRequestRouting gave"
                + " up after 30,0\\d\\d ms ±16 ms, the time-out of an ARR server farm by default\\."
                + ".*");
    assertThat(farm.remedy().orElseThrow())
        .contains("webFarms/webFarm/applicationRequestRouting/protocol@timeout");
    Verdict proxied =
        classify(
            proxy(a -> a.failsBeforeTheAnswer(ms(30_040), Arr.TIMEOUT, "")), Recording.EVERYTHING);
    assertThat(proxied.remedy().orElseThrow()).contains("system.webServer/proxy@timeout");
    Verdict connect = classify(connecting(21_010), Recording.EVERYTHING);
    assertThat(connect.explanation())
        .contains(", Windows' time-out of a TCP connection attempt.")
        .doesNotContain("Not certain");
  }

  @Test
  void a_time_out_that_is_no_default_was_set() {
    for (long millis : List.of(60_000L, 120_000L)) {
      assertThat(classify(waiting(millis), Recording.EVERYTHING).explanation())
          .contains(
              "ms ±16 ms, which is not the time-out of an ARR server farm by default: another one"
                  + " seems to be set.");
    }
    assertThat(
            classify(
                    proxy(a -> a.failsBeforeTheAnswer(ms(30_020), Arr.TIMEOUT, "")),
                    Recording.EVERYTHING)
                .explanation())
        .contains("which is not the time-out of ARR's server-level proxy by default: another");
    for (Verdict other :
        List.of(
            classify(waiting(30_000), Recording.EVERYTHING),
            classify(waiting(21_010), Recording.EVERYTHING),
            classify(waiting(60_000), Recording.EVERYTHING, farmOf(45)),
            classify(waiting(60_000), NO_ROUTING))) {
      assertThat(other.explanation()).doesNotContain("another one seems to be set");
    }
  }

  @Test
  void an_answer_that_began_and_stopped() {
    Verdict verdict =
        classify(farm(a -> a.failsInTheAnswer(ms(30_020), Arr.TIMEOUT)), Recording.EVERYTHING);
    is(verdict, RECEIVE, HIGH);
    assertThat(verdict.explanation())
        .startsWith("mosaic-app2.mosaic.example began to answer and then stopped: Application");
  }

  @Test
  void the_platform_handler_has_a_setting_of_its_own() {
    Verdict verdict =
        classify(
            core(Handler.HTTP_PLATFORM, a -> a.httpPlatformFails(ms(120_000), Arr.TIMEOUT, "-")),
            Recording.EVERYTHING);
    assertThat(verdict.explanation())
        .contains("the request time-out of httpPlatformHandler by default.");
    assertThat(verdict.remedy().orElseThrow())
        .contains("system.webServer/httpPlatform@requestTimeout");
  }

  @Test
  void the_wait_of_another_attempt_does_not_count_as_connected() {
    Supplier<TraceScript> script =
        farm(
            a -> {
              a.answersNothing();
              a.failsBeforeTheRequestIsSent(ms(21_010), Arr.TIMEOUT, "");
            });
    is(classify(script, Recording.EVERYTHING), CONNECT, HIGH);
  }

  @Test
  void without_times_neither_can_be_told() {
    byte[] file = waiting(30_040).get().record(NO_ROUTING).bytes();
    String text = new String(file, StandardCharsets.UTF_8);
    Verdict verdict =
        Classifier.standard()
            .classify(
                CauseTraces.read(
                    text.replaceAll("<TimeCreated [^>]*>", "").getBytes(StandardCharsets.UTF_8)));
    assertThat(verdict.cause()).as("%s", verdict).isEmpty();
    assertThat(ids(verdict)).containsExactly(CONNECT, RECEIVE);
  }

  @Test
  void no_length_is_told_without_its_error() {
    for (long millis : List.of(20L, 5000L, 21_010L, 24_000L, 30_020L, 60_000L)) {
      for (Recording recording : List.of(Recording.EVERYTHING, NO_ROUTING, WARNINGS)) {
        for (TimeLimits limits : List.of(TimeLimits.standard(), farmOf(21), farmOf(60))) {
          for (Supplier<TraceScript> script : List.of(waiting(millis), connecting(millis))) {
            Verdict verdict = classify(script, recording, limits);
            String text =
                verdict.explanation()
                    + verdict.alternatives().stream().map(a -> a.against().orElse("")).toList();
            assertThat(text).doesNotContainPattern("\\d s\\b");
          }
        }
      }
    }
  }
}

package io.github.frebscope.cause;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.classify.Classifier;
import io.github.frebscope.classify.Verdict;
import io.github.frebscope.trace.MeasuredTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What people read of a verdict, whatever its cause. */
class VerdictTextsTest {
  /** Their backend is a process on the same server. */
  private static final Set<String> RUN_A_PROCESS =
      Set.of("AspNetCoreModule", "AspNetCoreModuleV2", "httpPlatformHandler");

  static List<CauseFixture> fixtures() {
    return CauseFixtures.ALL;
  }

  private static Verdict verdict(CauseFixture fixture) {
    return Classifier.standard().classify(CauseTraces.read(fixture.script().get()));
  }

  private static Verdict verdict(String name) {
    return verdict(
        CauseFixtures.ALL.stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow());
  }

  /** No gap of a template is left; sentences begin and end as sentences do. */
  @ParameterizedTest
  @MethodSource("fixtures")
  void texts_are_whole(CauseFixture fixture) {
    Verdict verdict = verdict(fixture);
    Stream.of(
            Stream.of(verdict.who()),
            verdict.why().stream(),
            verdict.remedy().stream(),
            verdict.next().stream(),
            verdict.alternatives().stream().map(Alternative::toString))
        .flatMap(s -> s)
        .forEach(
            text ->
                assertThat(text.replace("80070057 : 0", "80070057:0")) // as the module wrote it
                    .doesNotContainPattern(
                        "\\[|\\]|\\{\\w+[|}]|[a-z]  [a-z]| [.:;,] |\\?\\?|\\.\\.$")
                    .doesNotContain("then then", ". then ", " (, ", " ,"));
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void wait_and_backend_are_said_and_only_once(CauseFixture fixture) {
    Verdict verdict = verdict(fixture);
    String explanation = verdict.explanation();
    Optional<String> wait = verdict.waited().map(MeasuredTime::of).map(MeasuredTime::toString);
    wait.ifPresent(
        text -> {
          assertThat(explanation).contains(text);
          assertThat(verdict.why().filter(why -> why.contains(text)).isPresent())
              .as(explanation)
              .isNotEqualTo(verdict.who().contains(text));
        });
    verdict.backend().ifPresent(backend -> assertThat(explanation).contains(backend));
  }

  /** A process that a module runs has neither a farm nor the logs of IIS. */
  @ParameterizedTest
  @MethodSource("fixtures")
  void advice_fits_the_backend_of_the_module(CauseFixture fixture) {
    Verdict verdict = verdict(fixture);
    String advice = verdict.remedy().orElse("") + " " + verdict.next().orElse("");
    if (verdict.module().filter(RUN_A_PROCESS::contains).isPresent()
        && verdict
            .cause()
            .filter(
                c ->
                    !Set.of("CLIENT_GONE", "CANCELLED_HANDLE", "APP_SHUTTING_DOWN")
                        .contains(c.id()))
            .isPresent()) {
      assertThat(advice).doesNotContain("HTTPERR", "W3C", "farm", "rewrite rule", "X-ARR");
    }
  }

  @Test
  void a_process_is_told_its_port_by_the_variable_of_its_module() {
    assertThat(verdict("core's process does not listen").remedy().orElseThrow())
        .contains("environment variable ASPNETCORE_PORT, by http")
        .doesNotContain("HTTP_PLATFORM_PORT");
  }

  /** The text belongs to the one that is named, whichever of the two has it. */
  @Test
  void what_tells_two_causes_apart_is_said_of_the_right_one() {
    Verdict verdict = verdict("a TLS server cuts the connection before the request is sent");
    String channel =
        verdict.alternatives().stream()
            .filter(a -> a.cause().id().equals("TLS_CHANNEL"))
            .map(Alternative::toString)
            .collect(Collectors.joining());
    assertThat(channel)
        .startsWith("TLS_CHANNEL: gateway and backend found no common TLS protocol or cipher. Less")
        .endsWith(
            " If it is BACKEND_RESET, the backend is asked by http, or other requests to it by"
                + " https succeed.");
  }

  @Test
  void equals_are_not_called_less_likely() {
    Verdict verdict = verdict("a time-out of neither length that only the code tells");
    assertThat(verdict.alternatives())
        .extracting(Alternative::amongEquals)
        .allSatisfy(text -> assertThat(text).contains("Not certain because no event of FastCGI"))
        .noneSatisfy(text -> assertThat(text).contains("Less likely"));
  }

  @Test
  void the_fault_of_a_certificate_is_that_of_the_code() {
    assertThat(verdict("the issuer is not known").why().orElseThrow())
        .isEqualTo(
            "MOSAIC-GW does not trust the certificate of mosaic-app2.mosaic.example: its chain ends"
                + " at an issuer that is not trusted here.");
    assertThat(verdict("the issuer is not known").remedy().orElseThrow())
        .contains("certutil -addstore Root");
  }
}

package io.github.frebscope.doctor.scenario;

import static io.github.frebscope.cause.Confidence.HIGH;
import static io.github.frebscope.cause.Confidence.LOW;
import static io.github.frebscope.cause.Confidence.MEDIUM;
import static io.github.frebscope.doctor.Explanation.POOL_DOWN;
import static io.github.frebscope.doctor.Explanation.PRODUCED_UPSTREAM;
import static io.github.frebscope.doctor.Explanation.RECORDER_OFF;
import static io.github.frebscope.doctor.Explanation.RULE_MISS;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.frebscope.cause.Confidence;
import io.github.frebscope.config.Setting;
import io.github.frebscope.doctor.Explanation;
import io.github.frebscope.doctor.Fact;
import io.github.frebscope.doctor.FarmDiagnosis;
import io.github.frebscope.doctor.FarmVerdict;
import io.github.frebscope.doctor.SettingAdvice;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The runner itself: right answers pass, and each kind of wrong one is told. */
class AnswerTest {
  private static final String SWITCH = "sites/site[@name='shop']/traceFailedRequestsLogging";
  private static final Scenario OFF =
      Scenario.of("R2 off", "2026-03-02", "The switch is off.", farm -> {})
          .expects(
              Expected.verdict(RECORDER_OFF)
                  .on("web01", "shop")
                  .between(MEDIUM, HIGH)
                  .cites("web01", "09:14:07", "/basket")
                  .names("web01", SWITCH, "enabled", "false"),
              Expected.verdict(PRODUCED_UPSTREAM).of("shop").mayBe())
          .never(RULE_MISS);
  private static final Fact LINE =
      Fact.of("w3c", "web01 answered /basket with 502.3.")
          .on("web01")
          .at(Instant.parse("2026-03-02T09:14:07Z"));

  private static FarmVerdict verdict(
      Explanation explanation, String server, Confidence confidence, Fact... facts) {
    return new FarmVerdict(
        explanation,
        Optional.of(server).filter(name -> !name.isEmpty()),
        Optional.of("shop"),
        confidence,
        "It is so.",
        List.of(facts),
        List.of(),
        "Ask again.");
  }

  private static FarmDiagnosis said(String value, FarmVerdict... verdicts) {
    Setting<String> setting =
        new Setting<>(
            value, "config/applicationHost.config", 9, SWITCH, "enabled", Setting.Origin.OWN);
    SettingAdvice advice =
        new SettingAdvice("web01", setting, "true", "It is off.", "", "", List.of(RECORDER_OFF));
    return new FarmDiagnosis(
        "farm", "", List.of(verdicts), List.of(advice), List.of(), List.of(), List.of(), List.of());
  }

  private static void wrong(FarmDiagnosis said, String told) {
    assertThatThrownBy(() -> Answer.check(OFF, said))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(told);
  }

  @Test
  void theRightAnswerPassesWithAndWithoutWhatIsOptional() {
    FarmVerdict off = verdict(RECORDER_OFF, "WEB01", HIGH, LINE);
    FarmVerdict upstream = verdict(PRODUCED_UPSTREAM, "", LOW, LINE);
    assertThatCode(() -> Answer.check(OFF, said("false", off))).doesNotThrowAnyException();
    assertThatCode(() -> Answer.check(OFF, said("false", off, upstream)))
        .doesNotThrowAnyException();
  }

  @Test
  void wrongAnswersAreTold() {
    FarmVerdict off = verdict(RECORDER_OFF, "web01", HIGH, LINE);
    wrong(said("false"), "missing: RECORDER_OFF web01 shop");
    wrong(said("false", verdict(RECORDER_OFF, "web02", HIGH, LINE)), "unexpected: RECORDER_OFF");
    wrong(said("false", off, verdict(POOL_DOWN, "web01", LOW, LINE)), "unexpected: POOL_DOWN");
    wrong(said("false", off, verdict(RULE_MISS, "web01", LOW, LINE)), "claimed in spite of");
    wrong(said("false", verdict(RECORDER_OFF, "web01", LOW, LINE)), "how sure is");
    wrong(said("false", verdict(RECORDER_OFF, "web01", HIGH)), "facts of");
    wrong(
        said("false", verdict(RECORDER_OFF, "web01", HIGH, LINE.at(Instant.EPOCH))), "cites Cited");
    wrong(said("true", off), "names Named");
  }
}

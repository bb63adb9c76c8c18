package io.github.frebscope.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.config.FailureRule.TraceArea;
import io.github.frebscope.coverage.TracingRule;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleRecordingTest {
  private static FailureRule rule(TraceArea... areas) {
    return new FailureRule(
        "*", List.of(areas), "502", Duration.ZERO, false, 0, "config/applicationHost.config", 7);
  }

  private static RuleRecording recording(TraceArea... areas) {
    FailureRule rule = rule(areas);
    return new FailureRules(List.of(rule), RuleCase.PROVIDERS).recording(rule);
  }

  @Test
  void areas_are_beginnings_and_every_hit_counts() {
    RuleRecording recording = recording(new TraceArea("www server", "request, rewrite", 4));

    assertThat(recording.providers())
        .containsExactly(
            new RuleRecording.Recorded(
                "WWW Server", List.of("RequestNotifications", "Rewrite", "RequestRouting"), 4));
    assertThat(recording.problems()).isEmpty();
    assertThat(recording.records("WWW SERVER", "requestrouting")).isTrue();
    assertThat(recording.records("WWW Server", "Authentication")).isFalse();
  }

  @Test
  void what_the_server_defines_and_the_rule_does_not_name() {
    assertThat(recording(new TraceArea("WWW Server", "RequestNotifications", 5)).missed())
        .extracting(MissedArea::toString)
        .containsExactly(
            "ASP",
            "ISAPI Extension",
            "ASPNET: Infrastructure",
            "ASPNET: Module",
            "ASPNET: Page",
            "WWW Server: Authentication",
            "WWW Server: Rewrite",
            "WWW Server: RequestRouting");
  }

  @Test
  void the_same_name_of_two_providers_is_two_areas() {
    RuleRecording recording = recording(new TraceArea("ASPNET", "Module", 5));

    assertThat(recording.records("ASPNET", "Module")).isTrue();
    assertThat(recording.records("WWW Server", "Module")).isFalse();
  }

  @Test
  void a_provider_without_areas_is_named_by_itself_and_one_with_areas_is_not() {
    RuleRecording recording =
        recording(new TraceArea("ASP", "", 5), new TraceArea("WWW Server", "", 5));

    assertThat(recording.misses("ASP", "")).isFalse();
    assertThat(recording.misses("ISAPI Extension", "")).isTrue();
    assertThat(recording.misses("WWW Server", "Rewrite")).isFalse();
    assertThat(recording.records("WWW Server", "Rewrite")).isFalse();
  }

  @Test
  void what_is_not_defined_is_a_problem_with_its_place() {
    RuleRecording recording =
        recording(new TraceArea("WWW Server", "Rewrite,ANCM", 5), new TraceArea("Mine", "", 5));

    assertThat(recording.problems())
        .extracting(p -> p.kind().event() + " " + p.text())
        .containsExactly("2285 ANCM", "2285 Mine");
    assertThat(recording.problems().get(0))
        .asString()
        .startsWith("config/applicationHost.config line 7: the server defines no area ANCM");
  }

  @Test
  void without_definitions_a_rule_is_taken_at_its_word() {
    FailureRule rule = rule(new TraceArea("WWW Server", "Rewrite,Anything", 5));
    FailureRules rules = new FailureRules(List.of(rule), List.of());

    assertThat(rules.recording(rule).records("WWW Server", "Anything")).isTrue();
    assertThat(rules.recording(rule).missed()).isEmpty();
    assertThat(rules.problems()).isEmpty();
  }

  @Test
  void a_rule_of_the_configuration_as_a_tracing_rule() {
    assertThat(
            rule(
                    new TraceArea("WWW Server", "Rewrite,RequestRouting", 5),
                    new TraceArea("ASP", "", 3))
                .tracing())
        .isEqualTo(
            TracingRule.of()
                .provider("WWW Server", 5, "Rewrite", "RequestRouting")
                .provider("ASP", 3));
    assertThat(rule(new TraceArea("ASP", "", 9), new TraceArea("asp", "", 1)).tracing().toString())
        .isEqualTo("ASP at Verbose");
  }

  @Test
  void rules_in_one_line() {
    assertThat(RuleCase.rule("*.aspx => 404.2, 500; time=10; event=2", 12))
        .hasToString(
            "*.aspx on 404.2, 500, or after 10 s, or at events of level Error"
                + " (config/applicationHost.config line 12)");
    assertThat(RuleCase.rule("* => ; time=0.5", 3))
        .hasToString("* without any condition (config/applicationHost.config line 3)");
  }
}

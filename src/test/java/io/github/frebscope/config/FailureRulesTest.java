package io.github.frebscope.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FailureRulesTest {
  @ParameterizedTest
  @MethodSource("io.github.frebscope.config.RuleCase#all")
  void as_the_table_says(RuleCase wanted) {
    RuleAnswer answer = wanted.rules().answer(wanted.outcome());

    assertThat(answer.result()).as(answer.reason()).isEqualTo(wanted.result());
    assertThat(answer.rule().map(FailureRule::line).orElse(0)).isEqualTo(wanted.rule());
    assertThat(answer.trigger()).as(answer.reason()).isEqualTo(wanted.trigger());
    assertThat(answer.reason()).doesNotContain("\n");
    wanted.reason().forEach(words -> assertThat(answer.reason()).contains(words));
  }

  @Test
  void the_table_is_whole() {
    assertThat(RuleCase.all()).hasSizeGreaterThanOrEqualTo(140);
    assertThat(RuleCase.all().stream().map(RuleCase::name)).doesNotHaveDuplicates();
  }
}

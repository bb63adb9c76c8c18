package io.github.frebscope.cause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.frebscope.catalog.Cause;
import io.github.frebscope.catalog.Cause.Confusion;
import io.github.frebscope.catalog.Causes;
import io.github.frebscope.trace.RequestInfo;
import io.github.frebscope.trace.StatusCode;
import io.github.frebscope.trace.Trace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WeighingTest {
  private static final Cause RAIN = Cause.builder("RAIN", "it rained").remedy("Wait.").build();
  private static final Cause SNOW =
      Cause.builder("SNOW", "it snowed")
          .confusions(List.of(new Confusion("RAIN", "then it is warm")))
          .build();
  private static final Cause HAIL = Cause.builder("HAIL", "it hailed").next("Look up.").build();
  private static final Failure FAILURE =
      Failure.builder(
              Trace.builder().file("x.xml").request(RequestInfo.of(Map.of())).build(),
              StatusCode.of(502, 3))
          .build();

  private static Diagnosis weigh(Finding... findings) {
    return Weighing.of(FAILURE, List.of(), List.of(findings));
  }

  @Test
  void the_surest_is_the_cause_and_the_others_are_alternatives_in_order() {
    Diagnosis diagnosis =
        weigh(
            Finding.of(HAIL, Confidence.LOW).atMost(Confidence.LOW, "it is June"),
            Finding.of(SNOW, Confidence.HIGH),
            Finding.of(RAIN, Confidence.MEDIUM));
    assertThat(diagnosis.cause()).contains(SNOW);
    assertThat(diagnosis.confidence()).isEqualTo(Confidence.HIGH);
    assertThat(diagnosis.isAmbiguous()).isFalse();
    assertThat(diagnosis.sentence()).isEqualTo("it snowed.");
    assertThat(diagnosis.alternatives())
        .containsExactly(
            new Alternative(RAIN, Optional.empty(), Optional.of("If it is RAIN, it is warm")),
            new Alternative(HAIL, Optional.of("it is June"), Optional.empty()));
  }

  @Test
  void equals_are_ambiguous_and_of_medium_confidence_at_most() {
    Diagnosis diagnosis =
        weigh(
            Finding.of(RAIN, Confidence.HIGH),
            Finding.of(HAIL, Confidence.LOW),
            Finding.of(SNOW, Confidence.HIGH));
    assertThat(diagnosis.cause()).isEmpty();
    assertThat(diagnosis.isAmbiguous()).isTrue();
    assertThat(diagnosis.confidence()).isEqualTo(Confidence.MEDIUM);
    assertThat(diagnosis.remedy()).isEmpty();
    assertThat(diagnosis.sentence()).contains("it rained; or it snowed").doesNotContain("hailed");
    assertThat(diagnosis.alternatives())
        .extracting(Alternative::cause)
        .containsExactly(RAIN, SNOW, HAIL);
  }

  @Test
  void a_rule_that_was_added_wins_over_one_that_is_as_sure_but_not_over_a_surer_one() {
    List<Finding> snow = List.of(Finding.of(SNOW, Confidence.MEDIUM));
    Finding rain = Finding.of(RAIN, Confidence.MEDIUM);
    assertThat(Weighing.of(FAILURE, snow, List.of(rain)).cause()).contains(SNOW);
    Finding sure = Finding.of(RAIN, Confidence.HIGH);
    assertThat(Weighing.of(FAILURE, snow, List.of(sure)).cause()).contains(RAIN);
  }

  @Test
  void without_a_finding_nothing_is_known_and_a_502_is_not_certain() {
    assertThat(weigh().cause()).isEmpty();
    assertThat(weigh().sentence()).isEmpty();
    assertThat(weigh().confidence()).isEqualTo(Confidence.MEDIUM);
    Failure other = Failure.builder(FAILURE.trace(), StatusCode.of(477)).build();
    assertThat(Weighing.of(other, List.of(), List.of())).isEqualTo(Diagnosis.NONE);
    assertThat(Diagnosis.NONE.confidence()).isEqualTo(Confidence.HIGH);
  }

  @Test
  void doubts_are_told() {
    Diagnosis diagnosis =
        weigh(
            Finding.of(RAIN, Confidence.HIGH)
                .atMost(Confidence.MEDIUM, "the street is dry")
                .atMostIf(false, Confidence.LOW, "the sky is blue"));
    assertThat(diagnosis.confidence()).isEqualTo(Confidence.MEDIUM);
    assertThat(diagnosis.sentence())
        .isEqualTo("it rained. Not certain, because the street is dry.");
  }

  @Test
  void a_second_rule_for_a_cause_is_refused() {
    Cause known = Causes.all().get(0);
    assertThatThrownBy(() -> CauseRules.standard().with(rule(known)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(known.id());
    assertThatThrownBy(() -> CauseRules.standard().with(rule(RAIN)).with(rule(RAIN)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static CauseRule rule(Cause cause) {
    return new CauseRule() {
      @Override
      public Cause cause() {
        return cause;
      }

      @Override
      public Optional<Finding> judge(Failure failure) {
        return Optional.empty();
      }
    };
  }
}

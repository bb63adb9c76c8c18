package io.github.frebscope.classify;

import static io.github.frebscope.classify.TraceScript.ARR;
import static io.github.frebscope.classify.TraceScript.CANNOT_CONNECT;
import static io.github.frebscope.classify.TraceScript.endedWith;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.cause.Confidence;
import io.github.frebscope.trace.StatusCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Traces that invite a confident wrong answer: several statuses. What is right follows from
 * documents.
 */
class HardSeveralStatusesTest {
  private static final String CLIENT_GONE = "2147943629";
  private static final String SEND_RESPONSE = "536870912";

  @Test
  void the_one_that_fired_the_rule_decides_within_a_run() {
    TraceScript script =
        endedWith("500.19")
            .error("ManagedPipelineHandler", "500", "0")
            .error("DynamicCompressionModule", SEND_RESPONSE, "500.19", CLIENT_GONE)
            .end("500", "19");
    Verdict fired = script.verdict();
    assertThat(fired.module()).contains("DynamicCompressionModule");
    assertThat(fired.notification()).contains("SEND_RESPONSE");
    Verdict other = script.firedBy("500").verdict();
    assertThat(other.module()).contains("ManagedPipelineHandler");
    assertThat(other.explanation())
        .contains("changed from 500 to 500.19 later, by DynamicCompressionModule (event 1)");
  }

  @Test
  void challenge_then_another_failure() {
    Verdict verdict =
        endedWith("502.3")
            .error("IIS Web Core", "2", "401.2", "2147942405")
            .error(ARR, "502.3", CANNOT_CONNECT)
            .end("502", "3")
            .verdict();
    assertThat(verdict.module()).contains(ARR);
    assertThat(verdict.moduleConfidence()).isEqualTo(Confidence.HIGH);
  }

  @Test
  void a_missing_sub_status_is_not_a_changed_one() {
    Verdict verdict =
        endedWith("502.3")
            .event("MODULE_SET_RESPONSE_ERROR_STATUS", "ModuleName", ARR, "HttpStatus", "502")
            .end("502", "3")
            .verdict();
    assertThat(verdict.module()).contains(ARR);
    assertThat(verdict.notification()).isEmpty();
    assertThat(verdict.errorCode()).isEmpty();
    assertThat(verdict.moduleConfidence()).isEqualTo(Confidence.HIGH);
    assertThat(verdict.explanation()).doesNotContain("changed");
  }

  @Test
  void the_end_of_the_request_contradicts_the_head_of_the_file() {
    Verdict failure =
        endedWith("502.3").error(ARR, "502.3", CANNOT_CONNECT).end("200", "0").verdict();
    assertThat(failure.confidence()).isEqualTo(Confidence.MEDIUM);
    assertThat(failure.explanation()).contains("the end of the request tells another status");
    Verdict success = endedWith("200").end("502", "3").verdict();
    assertThat(success.confidence()).isEqualTo(Confidence.MEDIUM);
    assertThat(success.explanation())
        .startsWith("No error status: ")
        .contains("contradicts itself")
        .doesNotContain("No failure");
  }

  @ParameterizedTest
  @CsvSource({
    "0, no-status",
    "999, not-traced",
    "1000, no-status",
    "-5, no-status",
    "x, no-status"
  })
  void strange_statuses(String status, String rule) {
    assertThat(endedWith(status).begin().verdict().rule()).isEqualTo(rule);
  }

  @Test
  void numbers_of_thousands_of_digits_tell_nothing() {
    String digits = "9".repeat(5000);
    Verdict verdict =
        endedWith("502.3").error(ARR, "502.3", digits).error(ARR, digits, "0").verdict();
    assertThat(verdict.module()).contains(ARR);
    assertThat(verdict.errorCode()).isEmpty();
    assertThat(endedWith("502." + digits).begin().end("502", "3").verdict().status())
        .contains(StatusCode.of(502, 3));
  }
}

package io.github.frebscope.classify;

import static io.github.frebscope.classify.TraceScript.ARR;
import static io.github.frebscope.classify.TraceScript.endedWith;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.cause.Confidence;
import io.github.frebscope.trace.Completeness;
import io.github.frebscope.trace.Diagnostic;
import org.junit.jupiter.api.Test;

/**
 * Traces that invite a confident wrong answer: little was traced. What is right follows from
 * documents.
 */
class HardLittleTracedTest {
  private static final String SEND_RESPONSE = "536870912";

  @Test
  void deciding_event_lost_and_only_the_error_page_left() {
    Verdict verdict =
        endedWith("502")
            .firedBy("502.3")
            .begin()
            .error("CustomErrorModule", SEND_RESPONSE, "502", "0")
            .end("502", "0")
            .damaged(Diagnostic.Kind.LOST_EVENT, 1)
            .verdict();
    assertThat(verdict.moduleConfidence()).isEqualTo(Confidence.LOW);
    assertThat(verdict.origin()).isEqualTo(Origin.UNKNOWN);
  }

  @Test
  void asp_net_alone() {
    Verdict verdict =
        endedWith("502")
            .event("AspNetStart", "Data1", "GET")
            .event("AspNetPipelineEnter", "Data1", "Contoso.Web.Module")
            .event("AspNetEndHandler")
            .verdict();
    assertThat(verdict.rule()).isEqualTo("not-traced");
    assertThat(verdict.module()).isEmpty();
  }

  @Test
  void an_application_in_process_can_answer_502_but_not_502_3() {
    assertThat(inProcess("502").module()).contains("AspNetCoreModuleV2");
    assertThat(inProcess("502").confidence()).isEqualTo(Confidence.LOW);
    assertThat(inProcess("502.3").module()).isEmpty();
  }

  private Verdict inProcess(String status) {
    return endedWith(status).event("ANCM_INPROC_EXECUTE_REQUEST_START").verdict();
  }

  @Test
  void advice_after_the_size_limit_is_about_the_size() {
    Verdict verdict =
        endedWith("200")
            .firedBy("0")
            .root("failureReason", "TIME_TAKEN")
            .root("timeTaken", "61230")
            .begin()
            .event("LOG_FILE_MAX_SIZE_TRUNCATE")
            .incomplete(Completeness.SIZE_LIMIT)
            .verdict();
    assertThat(verdict.explanation())
        .contains("Raise maxLogFileSizeKB")
        .doesNotContain("traceAllAfterTimeout");
  }

  @Test
  void a_module_asked_for_the_trace() {
    assertThat(
            endedWith("200")
                .firedBy("0")
                .root("failureReason", "SERVER_VARIABLE")
                .end("200", "0")
                .verdict()
                .explanation())
        .contains("IIS_EnableFailedRequestLog");
  }

  @Test
  void an_answer_that_was_passed_on_as_a_success_is_not_relayed_as_an_error() {
    Verdict verdict = endedWith("500").arrAnswered().success(ARR, "200").end("500", "0").verdict();
    assertThat(verdict.rule()).isEqualTo("not-traced");
    assertThat(verdict.module()).isEmpty();
  }

  @Test
  void nobody_knows_whether_an_area_without_an_event_was_traced() {
    assertThat(endedWith("502").begin().end("502", "0").verdict().explanation())
        .contains("No event says who set it.")
        .doesNotContain("was not traced");
    assertThat(endedWith("502").success("A", "200").end("502", "0").verdict().explanation())
        .contains("RequestNotifications was traced, but no event in it sets this status.")
        .doesNotContain("Trace RequestNotifications");
  }

  @Test
  void slow_before_there_was_a_status() {
    Verdict verdict =
        endedWith("0")
            .root("failureReason", "TIME_TAKEN")
            .begin()
            .incomplete(Completeness.TIME_LIMIT)
            .verdict();
    assertThat(verdict.isFailure()).isFalse();
    assertThat(verdict.explanation()).startsWith("Slow request").contains("traceAllAfter");
  }
}

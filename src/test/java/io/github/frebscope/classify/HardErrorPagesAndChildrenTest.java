package io.github.frebscope.classify;

import static io.github.frebscope.classify.TraceScript.ARR;
import static io.github.frebscope.classify.TraceScript.CANNOT_CONNECT;
import static io.github.frebscope.classify.TraceScript.endedWith;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.cause.Confidence;
import io.github.frebscope.trace.Completeness;
import io.github.frebscope.trace.StatusCode;
import org.junit.jupiter.api.Test;

/**
 * Traces that invite a confident wrong answer: error pages and child requests. What is right
 * follows from documents.
 */
class HardErrorPagesAndChildrenTest {
  private TraceScript failedThenPage(String status) {
    return endedWith(status)
        .firedBy("502.3")
        .event("ARR_REQUEST_HEADERS_START")
        .error(ARR, "502.3", CANNOT_CONNECT)
        .childBegins();
  }

  @Test
  void page_that_runs_as_a_child_and_keeps_the_status() {
    Verdict verdict =
        failedThenPage("502.3")
            .success("ManagedPipelineHandler", "200")
            .childEnds("200")
            .end("502", "3")
            .verdict();
    assertThat(verdict.module()).contains(ARR);
    assertThat(verdict.moduleConfidence()).isEqualTo(Confidence.HIGH);
  }

  @Test
  void page_that_sets_502_again_without_a_sub_status() {
    Verdict verdict =
        failedThenPage("502")
            .error("ManagedPipelineHandler", "502", "0")
            .childEnds("502")
            .end("502", "0")
            .verdict();
    assertThat(verdict.module()).contains(ARR);
    assertThat(verdict.evidence().get(0).event()).isEqualTo(1);
  }

  @Test
  void page_that_fails_itself_and_what_it_was_for() {
    Verdict verdict =
        failedThenPage("500")
            .error("ManagedPipelineHandler", "500", "0")
            .childEnds("500")
            .end("500", "0")
            .verdict();
    assertThat(verdict.module()).contains("ManagedPipelineHandler");
    assertThat(verdict.explanation())
        .contains("fired by another status before it, 502.3, which " + ARR + " had set (event 1)");
  }

  @Test
  void page_that_hides_the_failure() {
    Verdict verdict = failedThenPage("200").childEnds("200").end("200", "0").verdict();
    assertThat(verdict.module()).contains(ARR);
    assertThat(verdict.status()).contains(StatusCode.of(502, 3));
    assertThat(verdict.moduleConfidence()).isEqualTo(Confidence.MEDIUM);
  }

  @Test
  void page_that_hides_it_from_a_rule_that_did_not_look_at_the_status() {
    Verdict verdict =
        failedThenPage("200")
            .firedBy("0")
            .root("failureReason", "EVENT_VERBOSITY_LEVEL")
            .childEnds("200")
            .end("200", "0")
            .verdict();
    assertThat(verdict.moduleConfidence()).isEqualTo(Confidence.MEDIUM);
    assertThat(verdict.explanation())
        .startsWith("No error status: ")
        .contains("The level of an event fired the rule")
        .contains(ARR + " had set 502.3 (event 1)");
  }

  @Test
  void the_child_that_was_copied_is_the_last_one() {
    Verdict verdict =
        endedWith("404")
            .childBegins()
            .error("StaticFileModule", "404", "2147942402")
            .childEnds("404")
            .childBegins()
            .error("FastCgiModule", "404", "0")
            .childEnds("404")
            .error("RewriteModule", "1", "404", "0")
            .end("404", "0")
            .verdict();
    assertThat(verdict.module()).contains("FastCgiModule");
    assertThat(verdict.evidence().get(0).event()).isEqualTo(7);
  }

  @Test
  void a_child_that_recovered_is_not_copied() {
    Verdict verdict =
        endedWith("500")
            .childBegins()
            .error("iisnode", "500", "0")
            .success("iisnode", "200")
            .childEnds("200")
            .error("ManagedPipelineHandler", "500", "0")
            .end("500", "0")
            .verdict();
    assertThat(verdict.module()).contains("ManagedPipelineHandler");
    assertThat(verdict.rule()).isEqualTo("status-event");
  }

  @Test
  void three_deep() {
    Verdict verdict =
        endedWith("502.3")
            .childBegins()
            .childBegins()
            .childBegins()
            .error(ARR, "502.3", CANNOT_CONNECT)
            .childEnds("502")
            .error("RewriteModule", "502.3", "0")
            .childEnds("502")
            .childEnds("502")
            .error("ManagedPipelineHandler", "502.3", "0")
            .end("502", "3")
            .verdict();
    assertThat(verdict.module()).contains(ARR);
    assertThat(verdict.rule()).isEqualTo("child-status");
  }

  @Test
  void left_open_by_truncation() {
    Verdict verdict =
        endedWith("502.3")
            .firedBy("404")
            .childBegins()
            .error(ARR, "502.3", CANNOT_CONNECT)
            .incomplete(Completeness.SIZE_LIMIT)
            .verdict();
    assertThat(verdict.moduleConfidence()).isEqualTo(Confidence.LOW);
  }
}

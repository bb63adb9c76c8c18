package io.github.frebscope.classify;

import static io.github.frebscope.classify.TraceScript.ARR;
import static io.github.frebscope.classify.TraceScript.endedWith;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.cause.Confidence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Traces that invite a confident wrong answer: who answered. What is right follows from documents.
 */
class HardWhoAnsweredTest {
  private Verdict setBy(String module, String status, String code) {
    return endedWith(status).error(module, status, code).verdict();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AcmeGateway",
        "__DynamicModule_Contoso.Proxy.Module, Contoso, Version=1.0.0.0",
        "Contoso.Web.ProxyModule"
      })
  void a_module_that_is_not_known_may_pass_on_what_others_answered(String module) {
    Verdict verdict = setBy(module, "502", "0");
    assertThat(verdict.module()).contains(module);
    assertThat(verdict.origin()).isEqualTo(Origin.UNKNOWN);
    assertThat(verdict.explanation()).contains(module + " set 502");
  }

  @Test
  void an_application_can_choose_any_sub_status() {
    Verdict verdict = setBy("ManagedPipelineHandler", "502.3", "0");
    assertThat(verdict.origin()).isEqualTo(Origin.UNKNOWN);
    assertThat(verdict.explanation())
        .contains(" ManagedPipelineHandler set 502.3 in EXECUTE")
        .doesNotContain("forwarder");
    assertThat(setBy("IsapiModule", "502.4", "0").explanation()).doesNotContain("ARR");
    assertThat(setBy("ManagedPipelineHandler", "502.5", "0").explanation())
        .doesNotContain("WebSocket");
  }

  @Test
  void a_known_module_that_forwards_nothing_answered_itself() {
    assertThat(setBy("RequestFilteringModule", "404.5", "0").origin()).isEqualTo(Origin.OWN);
    assertThat(setBy("IIS Web Core", "404", "0").origin()).isEqualTo(Origin.OWN);
    assertThat(setBy("CgiModule", "502.2", "0").origin()).isEqualTo(Origin.OWN);
  }

  @Test
  void an_error_page_did_not_answer_itself() {
    Verdict verdict = setBy("CustomErrorModule", "502", "0");
    assertThat(verdict.origin()).isEqualTo(Origin.UNKNOWN);
    assertThat(verdict.moduleConfidence()).isEqualTo(Confidence.MEDIUM);
  }

  @Test
  void names_are_known_however_they_are_capitalised() {
    Verdict verdict =
        endedWith("502")
            .arrAnswered()
            .error("applicationrequestrouting", "502", "0")
            .end("502", "0")
            .verdict();
    assertThat(verdict.origin()).isEqualTo(Origin.RELAYED);
    assertThat(verdict.area()).contains("RequestRouting");
    assertThat(setBy("HttpPlatformHandler", "502.5", "0").explanation())
        .contains("502.5 (the backend process could not be started)");
  }

  @Test
  void code_zero_is_no_proof_that_windows_reported_nothing() {
    assertThat(setBy("AspNetCoreModule", "502.5", "0").explanation())
        .contains("with error code 0, which names no error")
        .doesNotContain("no Windows error");
  }

  @Test
  void an_arr_behind_arr_loses_its_sub_status_and_the_backend_may_have_passed_it_on_too() {
    Verdict verdict =
        endedWith("502")
            .event("ARR_SERVER_ROUTED", "Server", "inner.frebscope.example")
            .header("X-ARR-LOG-ID", "7")
            .arrAnswered()
            .error(ARR, "502", "0")
            .end("502", "0")
            .verdict();
    assertThat(verdict.origin()).isEqualTo(Origin.RELAYED);
    assertThat(verdict.explanation())
        .contains(" The backend inner.frebscope.example answered 502 and " + ARR)
        .doesNotContain("Look for the reason", "X-ARR-LOG-ID", "itself");
    assertThat(verdict.remedy().orElseThrow())
        .startsWith("Look for the reason at inner.frebscope.example");
    assertThat(verdict.next().orElseThrow()).endsWith("by its header X-ARR-LOG-ID 7.");
  }
}

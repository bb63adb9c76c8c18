package io.github.frebscope.classify;

import static io.github.frebscope.classify.TraceScript.ARR;
import static io.github.frebscope.classify.TraceScript.endedWith;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.cause.Confidence;
import io.github.frebscope.cause.Evidence;
import io.github.frebscope.trace.Diagnostic;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Traces in which no event says who set the status. */
class IndirectEvidenceTest {
  private static void expect(
      TraceScript script, String rule, String module, Confidence confidence) {
    Verdict verdict = script.verdict();
    assertThat(verdict.rule()).as("%s", verdict).isEqualTo(rule);
    assertThat(verdict.module().orElse(null)).as("%s", verdict).isEqualTo(module);
    assertThat(verdict.moduleConfidence()).as("%s", verdict).isEqualTo(confidence);
  }

  private static void expectUnknown(TraceScript script) {
    expect(script, "not-traced", null, Confidence.LOW);
  }

  @Test
  void nothing_at_all() {
    Verdict verdict = endedWith("502.3").begin().end("502", "3").verdict();
    assertThat(verdict.rule()).isEqualTo("not-traced");
    assertThat(verdict.module()).isEmpty();
    assertThat(verdict.area()).isEmpty();
    assertThat(verdict.waited()).isEmpty();
    assertThat(verdict.moduleConfidence()).isEqualTo(Confidence.LOW);
    assertThat(verdict.evidence())
        .containsExactly(
            new Evidence(1, "GENERAL_REQUEST_END", "shows the status, not who set it"));
    assertThat(verdict.explanation())
        .contains("No event says who set it.")
        .contains("one that ApplicationRequestRouting, AspNetCoreModule,")
        .endsWith("RequestNotifications at Warning or more, and RequestRouting at Information.");
  }

  @Test
  void traced_but_silent_is_said_so() {
    assertThat(
            endedWith("502.3")
                .moduleStarts("RewriteModule", "1")
                .end("502", "3")
                .verdict()
                .explanation())
        .contains("RequestNotifications was traced, but no event in it sets this status");
  }

  @Test
  void arr_was_still_connecting() {
    Verdict verdict =
        endedWith("502.3")
            .begin()
            .event("ARR_SERVER_ROUTED", "Server", "app1.frebscope.example")
            .event("ARR_REQUEST_HEADERS_START")
            .wait(21000)
            .event("GENERAL_SEND_CUSTOM_ERROR", "HttpStatus", "502", "HttpSubStatus", "3")
            .end("502", "3")
            .verdict();
    assertThat(verdict.rule()).isEqualTo("arr-open-step");
    assertThat(verdict.module()).contains(ARR);
    assertThat(verdict.area()).contains("RequestRouting");
    assertThat(verdict.moduleConfidence()).isEqualTo(Confidence.MEDIUM);
    assertThat(verdict.backend()).contains("app1.frebscope.example");
    assertThat(verdict.waited()).contains(Duration.ofSeconds(21));
    assertThat(verdict.origin()).isEqualTo(Origin.OWN);
    assertThat(verdict.errorCode()).isEmpty();
    assertThat(verdict.evidence().get(0).event()).isEqualTo(2);
    assertThat(verdict.explanation())
        .contains("it broke while connecting or sending the request headers")
        .contains("RequestNotifications at Warning or more");
  }

  @Test
  void arr_had_its_answer() {
    Verdict verdict = endedWith("502").arrAnswered().end("502", "0").verdict();
    assertThat(verdict.rule()).isEqualTo("arr-relayed");
    assertThat(verdict.module()).contains(ARR);
    assertThat(verdict.origin()).isEqualTo(Origin.RELAYED);
    assertThat(verdict.moduleConfidence()).isEqualTo(Confidence.MEDIUM);
  }

  @Test
  void an_open_step_explains_no_404() {
    expectUnknown(endedWith("404").event("ARR_REQUEST_HEADERS_START").end("404", "0"));
  }

  @Test
  void a_relayed_status_has_no_sub_status() {
    expectUnknown(endedWith("404.11").arrAnswered().end("404", "11"));
  }

  @Test
  void ancm_reports_that_forwarding_failed() {
    Verdict verdict =
        endedWith("502.3")
            .begin()
            .event("ANCM_REQUEST_FORWARD_START")
            .wait(120000)
            .event("ANCM_REQUEST_FORWARD_FAIL", "ErrorCode", "2147954402")
            .end("502", "3")
            .verdict();
    assertThat(verdict.rule()).isEqualTo("ancm-forward-fail");
    assertThat(verdict.module()).contains("AspNetCoreModuleV2");
    assertThat(verdict.area()).contains("ANCM");
    assertThat(verdict.errorCode()).hasValue(2147954402L);
    assertThat(verdict.waited()).contains(Duration.ofMinutes(2));
    assertThat(verdict.backend()).isEmpty();
    assertThat(verdict.moduleConfidence()).isEqualTo(Confidence.MEDIUM);
    assertThat(verdict.explanation()).contains("process failed: ERROR_WINHTTP_TIMEOUT 0x80072EE2");
  }

  @Test
  void ancm_forwarding_that_did_not_end() {
    expect(
        endedWith("502.3").event("ANCM_REQUEST_FORWARD_START").end("502", "3"),
        "ancm-forward-open",
        "AspNetCoreModuleV2",
        Confidence.MEDIUM);
  }

  @Test
  void ancm_in_process_never_answers_502() {
    expectUnknown(
        endedWith("502.3")
            .handler("aspNetCore", "AspNetCoreModuleV2", "")
            .event("ANCM_INPROC_EXECUTE_REQUEST_START")
            .end("502", "3"));
  }

  @Test
  void ancm_start_failure() {
    expect(
        endedWith("502.5").event("ANCM_START_APPLICATION_FAIL").end("502", "5"),
        "ancm-start-fail",
        "AspNetCoreModuleV2",
        Confidence.MEDIUM);
  }

  @Test
  void fastcgi_errors_give_500_and_503_4_but_never_502() {
    expect(
        endedWith("503.4").event("FASTCGI_QUEUE_FULL").end("503", "4"),
        "fastcgi-error",
        "FastCgiModule",
        Confidence.MEDIUM);
    expect(
        endedWith("500").event("FASTCGI_REQUEST_TIMEOUT").end("500", "0"),
        "fastcgi-error",
        "FastCgiModule",
        Confidence.MEDIUM);
    expectUnknown(endedWith("502").event("FASTCGI_REQUEST_TIMEOUT").end("502", "0"));
    expectUnknown(endedWith("502.3").event("FASTCGI_START").end("502", "3"));
  }

  @Test
  void cgi_failures_go_with_their_sub_status() {
    expect(
        endedWith("502.1").event("CGI_TIMEOUT").end("502", "1"),
        "cgi-failure",
        "CgiModule",
        Confidence.MEDIUM);
    expect(
        endedWith("502.2").event("CGI_PREMATURE_TERMINATION").end("502", "2"),
        "cgi-failure",
        "CgiModule",
        Confidence.MEDIUM);
    expectUnknown(endedWith("502.3").event("CGI_TIMEOUT").end("502", "3"));
  }

  @Test
  void processing_error_names_its_module() {
    Verdict verdict =
        endedWith("500")
            .event(
                "REQUEST_PROCESSING_ERROR",
                "ModuleName",
                "WebDAVModule",
                "Notification",
                "16",
                "ErrorCode",
                "2147942405")
            .end("500", "0")
            .verdict();
    assertThat(verdict.rule()).isEqualTo("processing-error");
    assertThat(verdict.module()).contains("WebDAVModule");
    assertThat(verdict.notification()).contains("MAP_REQUEST_HANDLER");
    assertThat(verdict.errorCode()).hasValue(2147942405L);
  }

  @Test
  void failed_websocket() {
    expect(
        endedWith("400.11").event("WEBSOCKET_INITIALIZE_FAILED").end("400", "11"),
        "websocket-failure",
        "WebSocketModule",
        Confidence.MEDIUM);
    expect(
        endedWith("502.5")
            .handler("ApplicationRequestRoutingHandler", ARR, "")
            .event("WEBSOCKET_HANDSHAKE_NOT_SUCCESS", "ErrorCode", "0")
            .end("502", "5"),
        "websocket-failure",
        ARR,
        Confidence.MEDIUM);
    expectUnknown(endedWith("502.5").event("WEBSOCKET_INITIALIZE_FAILED").end("502", "5"));
  }

  @Test
  void errors_of_iisnode_and_classic_asp() {
    expect(
        endedWith("500.1002").event(2, "IISNODE", "Message", "iisnode failed").end("500", "1002"),
        "iisnode-error",
        "iisnode",
        Confidence.MEDIUM);
    expect(
        endedWith("500.100").event("ASP_COMPILE_FAILED").end("500", "100"),
        "asp-error",
        "IsapiModule",
        Confidence.MEDIUM);
    expectUnknown(endedWith("500").event(4, "IISNODE", "Message", "fine").end("500", "0"));
  }

  @Test
  void taking_part_is_enough_for_a_status_of_ones_own_only() {
    expect(
        endedWith("502.3")
            .event("ARR_SERVER_ROUTED", "Server", "app1.frebscope.example")
            .end("502", "3"),
        "arr-routed",
        ARR,
        Confidence.MEDIUM);
    expect(
        endedWith("502").event("ARR_SERVER_ROUTED", "Server", "a.example").end("502", "0"),
        "arr-routed",
        ARR,
        Confidence.LOW);
    expectUnknown(
        endedWith("404").event("ARR_SERVER_ROUTED", "Server", "a.example").end("404", "0"));
    expectUnknown(
        endedWith("503").event("ARR_SERVER_ROUTED", "Server", "a.example").end("503", "0"));
    expectUnknown(
        endedWith("500.19").event("ARR_SERVER_ROUTED", "Server", "a.example").end("500", "19"));
  }

  @Test
  void header_that_arr_set_shows_the_front_end() {
    expect(
        endedWith("502.3").header("X-ARR-LOG-ID", "1").end("502", "3"),
        "arr-headers-set",
        ARR,
        Confidence.MEDIUM);
  }

  @Test
  void header_that_came_with_the_request_does_not() {
    expectUnknown(
        endedWith("502.3")
            .event("GENERAL_REQUEST_HEADERS", "Headers", "X-ARR-LOG-ID: 1")
            .end("502", "3"));
  }

  @Test
  void header_of_aspnet_core_tells_the_area_and_not_the_module() {
    Verdict verdict =
        endedWith("502.3").header("MS-ASPNETCORE-TOKEN", "x").end("502", "3").verdict();
    assertThat(verdict.rule()).isEqualTo("ancm-headers-set");
    assertThat(verdict.module()).isEmpty();
    assertThat(verdict.area()).contains("ANCM");
    assertThat(verdict.moduleConfidence()).isEqualTo(Confidence.LOW);
  }

  @Test
  void header_of_aspnet_core_and_its_handler_agree() {
    expect(
        endedWith("502.3")
            .handler("aspNetCore", "AspNetCoreModule", "")
            .header("MS-ASPNETCORE-TOKEN", "x")
            .end("502", "3"),
        "handler-chosen",
        "AspNetCoreModule",
        Confidence.MEDIUM);
  }

  @Test
  void last_handler_counts() {
    expect(
        endedWith("502.3")
            .handler("StaticFile", "StaticFileModule,DefaultDocumentModule", "")
            .handler("ApplicationRequestRoutingHandler", ARR, "")
            .end("502", "3"),
        "handler-chosen",
        ARR,
        Confidence.MEDIUM);
  }

  @Test
  void handler_alone_is_no_evidence_for_a_plain_error() {
    expectUnknown(endedWith("500").handler("PHP", "FastCgiModule", "").end("500", "0"));
    expectUnknown(endedWith("502").handler("Page", "ManagedPipelineHandler", "").end("502", "0"));
    expectUnknown(
        endedWith("401.2").handler("aspNetCore", "AspNetCoreModuleV2", "").end("401", "2"));
  }

  @Test
  void handler_that_ran_is_a_hint() {
    expect(
        endedWith("502")
            .event("CALL_ISAPI_EXTENSION", "DllName", "C:\\connector.dll")
            .end("502", "0"),
        "handler-ran",
        "IsapiModule",
        Confidence.LOW);
    expectUnknown(endedWith("404").event("GENERAL_ISAPI_HANDLER").end("404", "0"));
  }

  @Test
  void sub_status_that_one_module_alone_has() {
    expect(endedWith("502.4").end("502", "4"), "sub-status", ARR, Confidence.LOW);
    expect(endedWith("502.1").end("502", "1"), "sub-status", "CgiModule", Confidence.LOW);
    expect(
        endedWith("500.31").end("500", "31"), "sub-status", "AspNetCoreModuleV2", Confidence.LOW);
    expectUnknown(endedWith("502.2").end("502", "2"));
    expectUnknown(endedWith("502.5").end("502", "5"));
  }

  @Test
  void farm_is_the_backend_when_no_server_was_found() {
    Verdict verdict =
        endedWith("502.4")
            .event("ARR_REQUEST_ROUTED", "WebFarm", "shopfarm", "Server", "")
            .end("502", "4")
            .verdict();
    assertThat(verdict.module()).contains(ARR);
    assertThat(verdict.moduleConfidence()).isEqualTo(Confidence.MEDIUM);
    assertThat(verdict.backend()).contains("shopfarm");
  }

  @Test
  void clues_that_contradict_each_other_name_nobody() {
    Verdict verdict =
        endedWith("502.3")
            .event("ARR_REQUEST_HEADERS_START")
            .event("ANCM_REQUEST_FORWARD_FAIL", "ErrorCode", "2147954402")
            .end("502", "3")
            .verdict();
    assertThat(verdict.rule()).isEqualTo("not-traced");
    assertThat(verdict.module()).isEmpty();
    assertThat(verdict.explanation()).contains("The trace points several ways");
    assertThat(verdict.evidence()).hasSize(3);
  }

  @Test
  void strong_clue_beats_a_weak_one() {
    expect(
        endedWith("502")
            .arrAnswered()
            .event("CALL_ISAPI_EXTENSION", "DllName", "x.dll")
            .end("502", "0"),
        "arr-relayed",
        ARR,
        Confidence.MEDIUM);
  }

  @Test
  void clues_in_a_child_request_are_not_the_requests() {
    expectUnknown(
        endedWith("502.3")
            .childBegins()
            .event("ANCM_REQUEST_FORWARD_FAIL", "ErrorCode", "2147954402")
            .childEnds("502")
            .end("502", "3"));
  }

  @Test
  void lost_events_cost_a_step() {
    expect(
        endedWith("502.3")
            .event("ARR_REQUEST_HEADERS_START")
            .end("502", "3")
            .damaged(Diagnostic.Kind.LOST_EVENT, 1),
        "arr-open-step",
        ARR,
        Confidence.LOW);
  }
}

package io.github.frebscope.classify;

import static io.github.frebscope.classify.TraceScript.ARR;
import static io.github.frebscope.classify.TraceScript.CANNOT_CONNECT;
import static io.github.frebscope.classify.TraceScript.endedWith;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.cause.Confidence;
import io.github.frebscope.cause.Evidence;
import io.github.frebscope.trace.Completeness;
import io.github.frebscope.trace.Diagnostic;
import io.github.frebscope.trace.StatusCode;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SetByModuleTest {
  @Test
  void arr_cannot_connect() {
    Verdict verdict =
        endedWith("502.3")
            .begin()
            .event("ARR_WEBFARM_NOT_ROUTED", "HostName", "app1.frebscope.example:8080")
            .moduleStarts(ARR, "128")
            .event("ARR_REQUEST_HEADERS_START")
            .wait(8063)
            .error(ARR, "502.3", CANNOT_CONNECT)
            .event("SET_RESPONSE_ERROR_DESCRIPTION", "ErrorDescription", "No\r\n connection\r\n")
            .end("502", "3")
            .verdict();
    assertThat(verdict.rule()).isEqualTo("status-event");
    assertThat(verdict.status()).contains(StatusCode.of(502, 3));
    assertThat(verdict.module()).contains(ARR);
    assertThat(verdict.area()).contains("RequestRouting");
    assertThat(verdict.notification()).contains("EXECUTE_REQUEST_HANDLER");
    assertThat(verdict.errorCode()).hasValue(2147954429L);
    assertThat(verdict.backend()).contains("app1.frebscope.example:8080");
    assertThat(verdict.waited()).contains(Duration.ofMillis(8063));
    assertThat(verdict.origin()).isEqualTo(Origin.OWN);
    assertThat(verdict.moduleConfidence()).isEqualTo(Confidence.HIGH);
    assertThat(verdict.evidence())
        .extracting(Evidence::toString)
        .containsExactly(
            "event 4 MODULE_SET_RESPONSE_ERROR_STATUS: set 502.3, ErrorCode 2147954429",
            "event 3 ARR_REQUEST_HEADERS_START: ARR was connecting or sending the request headers",
            "event 1 ARR_WEBFARM_NOT_ROUTED: names the backend app1.frebscope.example:8080",
            "event 5 SET_RESPONSE_ERROR_DESCRIPTION: the module's own words: No connection");
    assertThat(verdict.why().orElseThrow())
        .contains("app1.frebscope.example:8080", "8,063 ms ±16 ms");
    assertThat(verdict.who())
        .as("says neither the wait nor the backend again")
        .isEqualTo(
            "ApplicationRequestRouting itself answered 502.3 (forwarder connection error) in"
                + " EXECUTE_REQUEST_HANDLER: ERROR_WINHTTP_CANNOT_CONNECT 0x80072EFD (A connection"
                + " with the server could not be established) while connecting or sending the"
                + " request headers.");
  }

  @Test
  void backend_answered_and_arr_passed_it_on() {
    Verdict verdict =
        endedWith("502")
            .begin()
            .event("ARR_SERVER_ROUTED", "Server", "app1.frebscope.example")
            .arrAnswered()
            .error(ARR, "502", "0")
            .event("ARR_RESPONSE_ENTITY_START")
            .end("502", "0")
            .verdict();
    assertThat(verdict.rule()).isEqualTo("relayed-status");
    assertThat(verdict.module()).contains(ARR);
    assertThat(verdict.area()).contains("RequestRouting");
    assertThat(verdict.origin()).isEqualTo(Origin.RELAYED);
    assertThat(verdict.errorCode()).hasValue(0);
    assertThat(verdict.moduleConfidence()).isEqualTo(Confidence.HIGH);
    assertThat(verdict.explanation())
        .contains(" The backend app1.frebscope.example answered 502 and ")
        .contains("ApplicationRequestRouting passed it on in EXECUTE_REQUEST_HANDLER")
        .doesNotContain("completed successfully");
    assertThat(verdict.evidence())
        .contains(new Evidence(5, "ARR_RESPONSE_HEADERS_END", "the backend had answered"));
  }

  @Test
  void failure_of_arr_after_the_answer_is_its_own() {
    assertThat(
            endedWith("502.3")
                .arrAnswered()
                .error(ARR, "502.3", "2147954430")
                .end("502", "3")
                .verdict()
                .origin())
        .isEqualTo(Origin.OWN);
  }

  @Test
  void a_sub_status_is_never_the_backends() {
    assertThat(
            endedWith("502.7")
                .arrAnswered()
                .error(ARR, "502.7", "0")
                .end("502", "7")
                .verdict()
                .origin())
        .isEqualTo(Origin.OWN);
  }

  @Test
  void answer_of_an_earlier_attempt_is_not_relayed() {
    Verdict verdict =
        endedWith("502")
            .arrAnswered()
            .event("ARR_REQUEST_HEADERS_START")
            .error(ARR, "502", "0")
            .end("502", "0")
            .verdict();
    assertThat(verdict.origin()).isEqualTo(Origin.OWN);
  }

  @Test
  void answer_to_a_child_request_is_not_the_parents() {
    Verdict verdict =
        endedWith("502")
            .childBegins()
            .arrAnswered()
            .childEnds("200")
            .event("ARR_REQUEST_HEADERS_START")
            .error(ARR, "502", "0")
            .end("502", "0")
            .verdict();
    assertThat(verdict.origin()).isEqualTo(Origin.OWN);
  }

  @Test
  void without_request_routing_nobody_knows_whether_it_was_relayed() {
    Verdict verdict = endedWith("502").error(ARR, "502", "0").end("502", "0").verdict();
    assertThat(verdict.module()).contains(ARR);
    assertThat(verdict.origin()).isEqualTo(Origin.UNKNOWN);
    assertThat(verdict.explanation()).contains("trace the area RequestRouting at Information");
  }

  @Test
  void earlier_success_of_the_same_module_does_not_matter() {
    Verdict verdict =
        endedWith("502.3")
            .success("AspNetCoreModule", "200")
            .error("AspNetCoreModule", "502.3", "2147943629")
            .end("502", "3")
            .verdict();
    assertThat(verdict.evidence().get(0).event()).isEqualTo(1);
    assertThat(verdict.area()).contains("ANCM");
    assertThat(verdict.moduleConfidence()).isEqualTo(Confidence.HIGH);
  }

  @Test
  void an_earlier_error_and_a_warning_are_not_the_deciding_ones() {
    Verdict verdict =
        endedWith("502.3")
            .event("MODULE_WARNING", "ModuleName", "WebDAVModule", "ErrorCode", "5")
            .error("IIS Web Core", "16", "404", "2147942402")
            .error(ARR, "502.3", CANNOT_CONNECT)
            .moduleStarts("CustomErrorModule", "536870912")
            .end("502", "3")
            .verdict();
    assertThat(verdict.module()).contains(ARR);
    assertThat(verdict.evidence().get(0).event()).isEqualTo(2);
  }

  @Test
  void first_of_the_last_run_decides_and_later_ones_follow() {
    Verdict verdict =
        endedWith("500.19")
            .error("RequestFilteringModule", "1", "500.19", "2147942583")
            .error("RequestFilteringModule", "536870912", "500.19", "2147942583")
            .end("500", "19")
            .verdict();
    assertThat(verdict.evidence().get(0).event()).isZero();
    assertThat(verdict.notification()).contains("BEGIN_REQUEST");
    assertThat(verdict.area()).contains("Security");
    assertThat(verdict.evidence().get(1).reason()).isEqualTo("RequestFilteringModule set it again");
    assertThat(verdict.moduleConfidence()).isEqualTo(Confidence.HIGH);
  }

  @Test
  void run_begins_after_another_status() {
    Verdict verdict =
        endedWith("500")
            .error("FastCgiModule", "500", "0")
            .error("IIS Web Core", "404", "2147942402")
            .error("ManagedPipelineHandler", "500", "0")
            .error("IsapiModule", "500", "0")
            .end("500", "0")
            .verdict();
    assertThat(verdict.module()).contains("ManagedPipelineHandler");
  }

  @Test
  void sub_status_changed_later_is_told() {
    Verdict verdict =
        endedWith("502.5")
            .firedBy("502.3")
            .error(ARR, "502.3", CANNOT_CONNECT)
            .error("RewriteModule", "536870912", "502.5", "0")
            .end("502", "5")
            .verdict();
    assertThat(verdict.status()).contains(StatusCode.of(502, 5));
    assertThat(verdict.module()).contains(ARR);
    assertThat(verdict.moduleConfidence()).isEqualTo(Confidence.HIGH);
    assertThat(verdict.explanation())
        .contains("changed from 502.3 to 502.5 later, by RewriteModule (event 1)");
  }

  @Test
  void sub_status_changed_by_nobody_seen_costs_confidence() {
    Verdict verdict =
        endedWith("502.5").error(ARR, "502.3", CANNOT_CONNECT).end("502", "5").verdict();
    assertThat(verdict.moduleConfidence()).isEqualTo(Confidence.MEDIUM);
    assertThat(verdict.explanation()).contains("It was changed from 502.3 to 502.5 later.");
  }

  @Test
  void error_page_that_repeats_the_status_is_a_follower() {
    Verdict verdict =
        endedWith("502.3")
            .error(ARR, "502.3", CANNOT_CONNECT)
            .success("IIS Web Core", "200")
            .error("CustomErrorModule", "536870912", "502.3", "0")
            .end("502", "3")
            .verdict();
    assertThat(verdict.module()).contains(ARR);
    assertThat(verdict.evidence().get(0).event()).isZero();
    assertThat(verdict.moduleConfidence()).isEqualTo(Confidence.MEDIUM);
  }

  @Test
  void error_page_that_fails_with_a_status_of_its_own() {
    Verdict verdict =
        endedWith("500")
            .error("IIS Web Core", "16", "404", "2147942402")
            .error("CustomErrorModule", "536870912", "500", "2147942405")
            .end("500", "0")
            .verdict();
    assertThat(verdict.module()).contains("CustomErrorModule");
    assertThat(verdict.moduleConfidence()).isEqualTo(Confidence.MEDIUM);
  }

  @Test
  void another_status_after_it_costs_confidence() {
    Verdict verdict =
        endedWith("502.3")
            .error(ARR, "502.3", CANNOT_CONNECT)
            .success("Some Module", "200")
            .end("502", "3")
            .verdict();
    assertThat(verdict.module()).contains(ARR);
    assertThat(verdict.moduleConfidence()).isEqualTo(Confidence.MEDIUM);
  }

  @Test
  void another_status_in_a_child_does_not_matter() {
    Verdict verdict =
        endedWith("502.3")
            .childBegins()
            .error("IIS Web Core", "16", "404", "2147942402")
            .childEnds("404")
            .error(ARR, "502.3", CANNOT_CONNECT)
            .end("502", "3")
            .verdict();
    assertThat(verdict.module()).contains(ARR);
    assertThat(verdict.moduleConfidence()).isEqualTo(Confidence.HIGH);
  }

  @Test
  void numbers_are_read_however_they_are_written() {
    assertThat(code("-2147012867")).isEqualTo(0x80072EFDL);
    assertThat(code("0x80072EFD")).isEqualTo(0x80072EFDL);
    assertThat(code("2147954429")).isEqualTo(0x80072EFDL);
    assertThat(code("0")).isZero();
    assertThat(endedWith("502.3").error(ARR, "502.3", "?").verdict().errorCode()).isEmpty();
  }

  private static long code(String written) {
    return endedWith("502.3").error(ARR, "502.3", written).verdict().errorCode().orElseThrow();
  }

  @Test
  void notification_is_named_by_its_number() {
    assertThat(notification("0")).isEqualTo("PRE_BEGIN_REQUEST");
    assertThat(notification("32")).isEqualTo("REQUEST_ACQUIRE_STATE");
    assertThat(notification("536870912")).isEqualTo("SEND_RESPONSE");
    assertThat(notification("3")).isEqualTo("3");
  }

  private static String notification(String mask) {
    return endedWith("500").error("M", mask, "500", "0").verdict().notification().orElseThrow();
  }

  @Test
  void unknown_modules_are_native_unless_their_name_is_a_type() {
    assertThat(endedWith("500").error("Contoso", "500", "0").verdict().area()).contains("Module");
    assertThat(endedWith("500").error("Contoso.Web.Guard", "500", "0").verdict().area())
        .contains("ASPNET");
  }

  @Test
  void event_without_a_module_leaves_it_open() {
    Verdict verdict = endedWith("500").error("", "500", "0").end("500", "0").verdict();
    assertThat(verdict.module()).isEmpty();
    assertThat(verdict.area()).isEmpty();
    assertThat(verdict.moduleConfidence()).isEqualTo(Confidence.MEDIUM);
    assertThat(verdict.evidence()).hasSize(1);
  }

  @Test
  void incomplete_trace_is_sure_only_of_the_status_that_fired_it() {
    assertThat(
            endedWith("502.3")
                .error(ARR, "502.3", CANNOT_CONNECT)
                .incomplete(Completeness.TORN)
                .verdict()
                .moduleConfidence())
        .isEqualTo(Confidence.HIGH);
    assertThat(
            endedWith("502.3")
                .firedBy("404")
                .error(ARR, "502.3", CANNOT_CONNECT)
                .incomplete(Completeness.TORN)
                .verdict()
                .moduleConfidence())
        .isEqualTo(Confidence.MEDIUM);
  }

  @Test
  void lost_event_before_it_costs_one_step_and_one_after_it_none() {
    assertThat(lost(Diagnostic.Kind.LOST_EVENT, 1)).isEqualTo(Confidence.MEDIUM);
    assertThat(lost(Diagnostic.Kind.LOST_EVENT, -1)).isEqualTo(Confidence.MEDIUM);
    assertThat(lost(Diagnostic.Kind.LOST_EVENT, 2)).isEqualTo(Confidence.HIGH);
    assertThat(lost(Diagnostic.Kind.REPAIRED, 1)).isEqualTo(Confidence.HIGH);
  }

  private static Confidence lost(Diagnostic.Kind kind, int event) {
    return endedWith("502.3")
        .begin()
        .error(ARR, "502.3", CANNOT_CONNECT)
        .end("502", "3")
        .damaged(kind, event)
        .verdict()
        .moduleConfidence();
  }

  @Test
  void status_is_taken_from_the_end_when_the_root_has_none() {
    Verdict verdict =
        endedWith("502.3")
            .without("statusCode")
            .error(ARR, "502.3", CANNOT_CONNECT)
            .end("502", "3")
            .verdict();
    assertThat(verdict.status()).contains(StatusCode.of(502, 3));
    assertThat(verdict.module()).contains(ARR);
  }

  @Test
  void exit_code_of_a_cgi_program_is_no_windows_error() {
    Verdict verdict =
        endedWith("502.2")
            .event("CGI_PREMATURE_TERMINATION", "Headers", "")
            .error("CgiModule", "502.2", "3")
            .end("502", "2")
            .verdict();
    assertThat(verdict.errorCode()).hasValue(3);
    assertThat(verdict.area()).contains("CGI");
    assertThat(verdict.explanation())
        .contains("error code 3 (0x00000003), for CGI usually the program's exit code")
        .doesNotContain("PATH_NOT_FOUND");
  }

  @Test
  void status_without_sub_status_is_worded_by_the_event_and_not_by_the_special_case() {
    String explanation =
        endedWith("503")
            .event(
                "MODULE_SET_RESPONSE_ERROR_STATUS",
                "ModuleName",
                "ManagedPipelineHandler",
                "Notification",
                "128",
                "HttpStatus",
                "503",
                "HttpReason",
                "Service Unavailable",
                "HttpSubStatus",
                "0",
                "ErrorCode",
                "0")
            .verdict()
            .explanation();
    assertThat(explanation)
        .endsWith(
            "ManagedPipelineHandler set 503 (Service Unavailable) in EXECUTE_REQUEST_HANDLER with"
                + " error code 0, which names no error, at once (<16 ms).");
    assertThat(endedWith("503").error("M", "503", "0").verdict().explanation())
        .doesNotContain("pool");
  }

  @Test
  void reported_failure_of_the_same_area_is_cited() {
    Verdict verdict =
        endedWith("502.3")
            .event("ANCM_REQUEST_FORWARD_FAIL", "ErrorCode", "2147954402")
            .error("AspNetCoreModuleV2", "502.3", "2147954402")
            .end("502", "3")
            .verdict();
    assertThat(verdict.evidence())
        .contains(new Evidence(0, "ANCM_REQUEST_FORWARD_FAIL", "reported the failure"));
    assertThat(verdict.backend()).isEmpty();
  }
}

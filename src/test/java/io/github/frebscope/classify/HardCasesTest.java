package io.github.frebscope.classify;

import static io.github.frebscope.classify.TraceScript.ARR;
import static io.github.frebscope.classify.TraceScript.CANNOT_CONNECT;
import static io.github.frebscope.classify.TraceScript.endedWith;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.trace.Completeness;
import io.github.frebscope.trace.Diagnostic;
import io.github.frebscope.trace.StatusCode;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Traces that invite a confident wrong answer. What is right follows from documented behaviour. */
class HardCasesTest {
  private static final String CONNECTION_ERROR = "2147954430";
  private static final String TIMEOUT = "2147954402";
  private static final String CLIENT_GONE = "2147943629";
  private static final String SEND_RESPONSE = "536870912";

  @Nested
  class CodesThatLeaveSomethingOpen {
    private Verdict setBy(String module, String status, String code) {
      return endedWith(status)
          .event("ARR_REQUEST_HEADERS_START")
          .event("ARR_REQUEST_HEADERS_END")
          .error(module, status, code)
          .end("502", status.substring(4))
          .verdict();
    }

    @ParameterizedTest
    @ValueSource(strings = {ARR, "AspNetCoreModule", "AspNetCoreModuleV2", "httpPlatformHandler"})
    void connection_error_does_not_tell_who_ended_the_connection(String module) {
      Verdict verdict = setBy(module, "502.3", CONNECTION_ERROR);
      assertThat(verdict.module()).contains(module);
      assertThat(verdict.confidence()).isEqualTo(Confidence.MEDIUM);
      assertThat(verdict.explanation()).contains(" Open: who ended the connection");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2147954417", "2147954419", "2147943395", "2147943636"})
    void cancelled_operations_do_not_tell_by_whom(String code) {
      Verdict verdict = setBy(ARR, "502.3", code);
      assertThat(verdict.confidence()).isEqualTo(Confidence.MEDIUM);
      assertThat(verdict.explanation()).contains(" Open: who cancelled the operation");
    }

    @Test
    void of_some_stages_only_the_name_is_documented() {
      assertThat(setBy(ARR, "502.6", "2147942487").confidence()).isEqualTo(Confidence.MEDIUM);
      assertThat(setBy(ARR, "502.4", "0").confidence()).isEqualTo(Confidence.HIGH);
    }

    @Test
    void timeout_is_plain_when_the_trace_shows_the_step() {
      assertThat(setBy(ARR, "502.3", TIMEOUT).confidence()).isEqualTo(Confidence.HIGH);
      Verdict untraced = endedWith("502.3").error(ARR, "502.3", TIMEOUT).end("502", "3").verdict();
      assertThat(untraced.confidence()).isEqualTo(Confidence.MEDIUM);
      assertThat(untraced.explanation()).contains(" Open: whether connecting or the answer");
    }

    @Test
    void other_modules_may_mean_something_else_by_the_same_number() {
      assertThat(setBy("StaticFileModule", "502.3", CONNECTION_ERROR).explanation())
          .doesNotContain("Open:");
    }

    @Test
    void it_is_a_bound_and_not_one_more_step() {
      assertThat(
              endedWith("502.3")
                  .begin()
                  .error(ARR, "502.3", CONNECTION_ERROR)
                  .end("502", "3")
                  .damaged(Diagnostic.Kind.LOST_EVENT, 0)
                  .verdict()
                  .confidence())
          .isEqualTo(Confidence.MEDIUM);
    }

    @Test
    void also_where_the_module_s_own_report_is_all_there_is() {
      Verdict verdict =
          endedWith("502.3")
              .event("ANCM_REQUEST_FORWARD_FAIL", "ErrorCode", CONNECTION_ERROR)
              .end("502", "3")
              .verdict();
      assertThat(verdict.confidence()).isEqualTo(Confidence.MEDIUM);
      assertThat(verdict.explanation()).contains(" Open: who ended the connection");
    }
  }

  @Nested
  class WhoAnswered {
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
      assertThat(verdict.explanation()).startsWith(module + " set 502");
    }

    @Test
    void an_application_can_choose_any_sub_status() {
      Verdict verdict = setBy("ManagedPipelineHandler", "502.3", "0");
      assertThat(verdict.origin()).isEqualTo(Origin.UNKNOWN);
      assertThat(verdict.explanation())
          .startsWith("ManagedPipelineHandler set 502.3 in EXECUTE")
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
      assertThat(verdict.confidence()).isEqualTo(Confidence.MEDIUM);
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
          .startsWith("The backend inner.frebscope.example answered 502 and " + ARR)
          .endsWith("Look for the reason at the backend.")
          .doesNotContain("itself");
    }
  }

  @Nested
  class SeveralStatuses {
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
      assertThat(verdict.confidence()).isEqualTo(Confidence.HIGH);
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
      assertThat(verdict.confidence()).isEqualTo(Confidence.HIGH);
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

  @Nested
  class ErrorPagesAndChildren {
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
      assertThat(verdict.confidence()).isEqualTo(Confidence.HIGH);
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
          .contains(
              "fired by another status before it, 502.3, which " + ARR + " had set (event 1)");
    }

    @Test
    void page_that_hides_the_failure() {
      Verdict verdict = failedThenPage("200").childEnds("200").end("200", "0").verdict();
      assertThat(verdict.module()).contains(ARR);
      assertThat(verdict.status()).contains(StatusCode.of(502, 3));
      assertThat(verdict.confidence()).isEqualTo(Confidence.MEDIUM);
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
      assertThat(verdict.confidence()).isEqualTo(Confidence.MEDIUM);
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
      assertThat(verdict.confidence()).isEqualTo(Confidence.LOW);
    }
  }

  @Nested
  class TheClientAndTheBody {
    @Test
    void client_that_went_before_the_status_was_set() {
      Verdict verdict =
          endedWith("502.3")
              .success("AspNetCoreModule", "200")
              .event("GENERAL_FLUSH_RESPONSE_END", "BytesSent", "0", "ErrorCode", CLIENT_GONE)
              .error("AspNetCoreModule", "502.3", CLIENT_GONE)
              .end("502", "3")
              .verdict();
      assertThat(verdict.explanation())
          .contains(
              "Before that, sending the response to the client failed with"
                  + " ERROR_CONNECTION_INVALID 0x800704CD (event 1).");
      assertThat(verdict.evidence()).extracting(Evidence::event).contains(1);
    }

    @Test
    void client_that_went_while_the_answer_was_passed_on() {
      Verdict verdict =
          endedWith("200")
              .arrAnswered()
              .success(ARR, "200")
              .event("GENERAL_FLUSH_RESPONSE_END", "BytesSent", "0", "ErrorCode", CLIENT_GONE)
              .end("200", "0")
              .verdict();
      assertThat(verdict.confidence()).isEqualTo(Confidence.MEDIUM);
      assertThat(verdict.explanation())
          .contains("But sending the response to the client failed")
          .doesNotContain("No failure");
    }

    @Test
    void backend_that_stopped_in_the_middle_of_the_body() {
      TraceScript script =
          endedWith("200").arrAnswered().success(ARR, "200").event("ARR_RESPONSE_ENTITY_START");
      Verdict verdict = script.end("200", "0").verdict();
      assertThat(verdict.confidence()).isEqualTo(Confidence.MEDIUM);
      assertThat(verdict.explanation()).contains("answer may have broken off");
      assertThat(
              endedWith("200")
                  .arrAnswered()
                  .success(ARR, "200")
                  .event("ARR_RESPONSE_ENTITY_START")
                  .event("ARR_RESPONSE_ENTITY_END")
                  .end("200", "0")
                  .verdict()
                  .confidence())
          .isEqualTo(Confidence.HIGH);
    }

    @Test
    void compression_s_500_19_without_a_configuration_error() {
      Verdict verdict =
          endedWith("500.19")
              .event(
                  "MODULE_SET_RESPONSE_ERROR_STATUS",
                  "ModuleName",
                  "DynamicCompressionModule",
                  "Notification",
                  SEND_RESPONSE,
                  "HttpStatus",
                  "500",
                  "HttpSubStatus",
                  "19",
                  "ErrorCode",
                  CLIENT_GONE,
                  "ConfigExceptionInfo",
                  "")
              .event("GENERAL_FLUSH_RESPONSE_END", "BytesSent", "0", "ErrorCode", CLIENT_GONE)
              .end("500", "19")
              .verdict();
      assertThat(verdict.explanation())
          .contains("No configuration error came with it. After that, sending");
    }

    @Test
    void configuration_error_is_told_in_iis_s_words() {
      Verdict verdict =
          endedWith("500.19")
              .event(
                  "MODULE_SET_RESPONSE_ERROR_STATUS",
                  "ModuleName",
                  "IIS Web Core",
                  "Notification",
                  "1",
                  "HttpStatus",
                  "500",
                  "HttpSubStatus",
                  "19",
                  "ErrorCode",
                  "2147942583",
                  "ConfigExceptionInfo",
                  "\\\\?\\D:\\shop\\web.config ( 8) :Cannot add duplicate entry\r\n")
              .end("500", "19")
              .verdict();
      assertThat(verdict.explanation())
          .contains(
              "The configuration error: \\\\?\\D:\\shop\\web.config ( 8) :Cannot add duplicate"
                  + " entry.");
    }
  }

  @Nested
  class Backends {
    @Test
    void last_of_two_rewrites() {
      Verdict verdict =
          endedWith("502.3")
              .event("REWRITE_ACTION", "RewriteURL", "http://old.frebscope.example:81/a")
              .event("REWRITE_ACTION", "RewriteURL", "http://new.frebscope.example:82/a")
              .error(ARR, "502.3", CANNOT_CONNECT)
              .event("REWRITE_ACTION", "RewriteURL", "https://public.frebscope.example/")
              .end("502", "3")
              .verdict();
      assertThat(verdict.backend()).contains("new.frebscope.example:82");
    }

    @Test
    void second_server_after_the_first_failed() {
      Verdict verdict =
          endedWith("502.3")
              .event("ARR_SERVER_ROUTED", "Server", "app1.frebscope.example")
              .event("ARR_REQUEST_HEADERS_START")
              .wait(1000)
              .event("ARR_SERVER_ROUTED", "Server", "app2.frebscope.example")
              .event("ARR_REQUEST_HEADERS_START")
              .wait(2000)
              .error(ARR, "502.3", CANNOT_CONNECT)
              .end("502", "3")
              .verdict();
      assertThat(verdict.backend()).contains("app2.frebscope.example");
      assertThat(verdict.waited().orElseThrow()).hasSeconds(2);
      assertThat(verdict.explanation())
          .contains("it was to ask app2.frebscope.example.")
          .contains("ARR had routed it to app1.frebscope.example before.");
    }

    @Test
    void a_module_that_stopped_the_request_before_arr_asked_has_no_backend() {
      Verdict verdict =
          endedWith("403")
              .event("ARR_SERVER_ROUTED", "Server", "app1.frebscope.example")
              .handler("ApplicationRequestRoutingHandler", ARR, "")
              .error("Session", "32", "403", "0")
              .end("403", "0")
              .verdict();
      assertThat(verdict.backend()).isEmpty();
      assertThat(verdict.explanation()).doesNotContain("app1");
    }

    @Test
    void no_server_was_found_for_the_farm() {
      Verdict verdict =
          endedWith("502.4")
              .event("ARR_REQUEST_ROUTED", "WebFarm", "shopfarm", "Server", "")
              .error(ARR, "502.4", "0")
              .end("502", "4")
              .verdict();
      assertThat(verdict.backend()).contains("shopfarm");
      assertThat(verdict.explanation()).endsWith("; it found no server for shopfarm.");
    }
  }

  @Nested
  class LittleTraced {
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
      assertThat(verdict.confidence()).isEqualTo(Confidence.LOW);
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
      Verdict verdict =
          endedWith("500").arrAnswered().success(ARR, "200").end("500", "0").verdict();
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

  @Nested
  class ProgramsAndProcesses {
    private String explanation(String module, String status, String code) {
      return endedWith(status).error(module, status, code).verdict().explanation();
    }

    @Test
    void exit_codes_are_no_errors_of_windows() {
      assertThat(explanation("CgiModule", "502.2", "3")).contains("exit code");
      assertThat(explanation("FastCgiModule", "500", "255"))
          .contains("error code 255 (0x000000FF), for FastCGI usually the program's exit code")
          .doesNotContain("attributes");
    }

    @Test
    void but_errors_of_windows_are_none_of_the_program() {
      assertThat(explanation("CgiModule", "502.1", "258")).contains("WAIT_TIMEOUT");
      assertThat(explanation("CgiModule", "500", "2147942405")).contains("ERROR_ACCESS_DENIED");
      assertThat(explanation("FastCgiModule", "500", "2147942658")).contains("0x80070102");
    }

    @Test
    void what_the_modules_report_is_cited() {
      Verdict ancm =
          endedWith("500.30")
              .event(3, "ANCM_EXCEPTION_CAUGHT", "Description", "no  runtime")
              .error("AspNetCoreModuleV2", "500.30", "2147500037")
              .verdict();
      assertThat(ancm.evidence())
          .extracting(Evidence::reason)
          .contains("the module's own report: no runtime");
      Verdict php =
          endedWith("500")
              .event("MODULE_WARNING", "ModuleName", "FastCgiModule", "Data2", "PHP Fatal error\n")
              .error("FastCgiModule", "500", "0")
              .verdict();
      assertThat(php.evidence())
          .extracting(Evidence::reason)
          .contains("the module's warning: PHP Fatal error");
      Verdict cgi =
          endedWith("502.1")
              .error("CgiModule", "502.1", "0")
              .event("CGI_TIMEOUT", "Headers", "")
              .verdict();
      assertThat(cgi.evidence()).extracting(Evidence::event).containsExactly(0, 1);
    }

    @Test
    void status_text_is_no_comment_on_the_status() {
      assertThat(explanation(ARR, "504", "0")).contains("504 (Gateway timeout)");
    }
  }
}

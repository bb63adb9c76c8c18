package io.github.frebscope.classify;

import static io.github.frebscope.classify.TraceScript.ARR;
import static io.github.frebscope.classify.TraceScript.CANNOT_CONNECT;
import static io.github.frebscope.classify.TraceScript.endedWith;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.cause.Confidence;
import io.github.frebscope.trace.Completeness;
import io.github.frebscope.trace.Diagnostic;
import io.github.frebscope.trace.StatusCode;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The rules for everything but the plain case. */
class OtherRulesTest {
  @Nested
  class Replaced {
    @Test
    void error_page_made_it_a_success() {
      Verdict verdict =
          endedWith("200")
              .firedBy("502.3")
              .error(ARR, "502.3", CANNOT_CONNECT)
              .success("CustomErrorModule", "200")
              .end("200", "0")
              .verdict();
      assertThat(verdict.rule()).isEqualTo("replaced-status");
      assertThat(verdict.status()).contains(StatusCode.of(502, 3));
      assertThat(verdict.module()).contains(ARR);
      assertThat(verdict.moduleConfidence()).isEqualTo(Confidence.MEDIUM);
      assertThat(verdict.explanation())
          .contains("Then CustomErrorModule (event 1) replaced it: the client got 200.");
    }

    @Test
    void who_replaced_it_may_not_be_traced() {
      Verdict verdict =
          endedWith("200")
              .firedBy("502.3")
              .error(ARR, "502.3", CANNOT_CONNECT)
              .end("200", "0")
              .verdict();
      assertThat(verdict.module()).contains(ARR);
      assertThat(verdict.explanation()).contains("a later module, which was not traced,");
    }

    @Test
    void nor_who_set_it() {
      Verdict verdict = endedWith("200").firedBy("502.3").begin().end("200", "0").verdict();
      assertThat(verdict.rule()).isEqualTo("not-traced");
      assertThat(verdict.status()).contains(StatusCode.of(502, 3));
      assertThat(verdict.module()).isEmpty();
    }

    @Test
    void an_error_after_the_trigger_is_not_replaced() {
      Verdict verdict =
          endedWith("502.3")
              .firedBy("404")
              .error("IIS Web Core", "16", "404", "2147942402")
              .error(ARR, "502.3", CANNOT_CONNECT)
              .end("502", "3")
              .verdict();
      assertThat(verdict.rule()).isEqualTo("status-event");
      assertThat(verdict.module()).contains(ARR);
      assertThat(verdict.explanation()).contains("The rule was fired by another status before it");
    }
  }

  @Nested
  class Children {
    @Test
    void status_of_a_child_that_was_copied() {
      Verdict verdict =
          endedWith("500")
              .begin()
              .childBegins()
              .wait(2000)
              .error("iisnode", "500", "0")
              .childEnds("500")
              .end("500", "0")
              .verdict();
      assertThat(verdict.rule()).isEqualTo("child-status");
      assertThat(verdict.module()).contains("iisnode");
      assertThat(verdict.area()).contains("iisnode");
      assertThat(verdict.moduleConfidence()).isEqualTo(Confidence.MEDIUM);
      assertThat(verdict.waited()).contains(Duration.ofSeconds(2));
      assertThat(verdict.explanation()).startsWith("In a child request: iisnode set 500");
    }

    @Test
    void status_of_a_child_that_the_parent_set_again() {
      Verdict verdict =
          endedWith("500.1000")
              .childBegins()
              .wait(1000)
              .error("iisnode", "500.1000", "109")
              .childEnds("500")
              .error("RewriteModule", "1", "500.1000", "0")
              .end("500", "1000")
              .verdict();
      assertThat(verdict.rule()).isEqualTo("child-status");
      assertThat(verdict.module()).contains("iisnode");
      assertThat(verdict.errorCode()).hasValue(109);
      assertThat(verdict.moduleConfidence()).isEqualTo(Confidence.MEDIUM);
      assertThat(verdict.explanation())
          .contains("took the status over, in RewriteModule (event 5)");
    }

    @Test
    void another_error_code_or_sub_status_is_no_copy() {
      assertThat(setAgain("500", "2147942405").module()).contains("RewriteModule");
      assertThat(setAgain("500", "2147942405").confidence()).isEqualTo(Confidence.HIGH);
      assertThat(setAgain("500.19", "0").module()).contains("RewriteModule");
    }

    private Verdict setAgain(String status, String errorCode) {
      return endedWith(status)
          .childBegins()
          .error("iisnode", "500", "0")
          .childEnds("500")
          .error("RewriteModule", "1", status, errorCode)
          .end("500", "0")
          .verdict();
    }

    @Test
    void a_status_of_the_request_itself_in_between_is_no_copy() {
      Verdict verdict =
          endedWith("404")
              .childBegins()
              .error("IIS Web Core", "16", "404", "2147942402")
              .childEnds("404")
              .success("DefaultDocumentModule", "200")
              .error("StaticFileModule", "404", "2147942402")
              .end("404", "0")
              .verdict();
      assertThat(verdict.module()).contains("StaticFileModule");
    }

    @Test
    void a_child_after_the_event_is_no_original() {
      Verdict verdict =
          endedWith("404")
              .error("IIS Web Core", "16", "404", "0")
              .childBegins()
              .error("StaticFileModule", "404", "0")
              .childEnds("404")
              .end("404", "0")
              .verdict();
      assertThat(verdict.module()).contains("IIS Web Core");
      assertThat(verdict.moduleConfidence()).isEqualTo(Confidence.HIGH);
    }

    @Test
    void success_of_a_child_that_only_fired_the_rule_blames_nobody() {
      Verdict verdict =
          endedWith("200")
              .firedBy("304")
              .childBegins()
              .success("StaticFileModule", "304")
              .childEnds("304")
              .end("200", "0")
              .verdict();
      assertThat(verdict.rule()).isEqualTo("no-failure");
      assertThat(verdict.status()).contains(StatusCode.of(200));
      assertThat(verdict.module()).isEmpty();
    }

    @Test
    void error_of_a_child_that_only_fired_the_rule_blames_nobody() {
      Verdict verdict =
          endedWith("200")
              .firedBy("404")
              .childBegins()
              .error("IIS Web Core", "16", "404", "2147942402")
              .childEnds("404")
              .end("200", "0")
              .verdict();
      assertThat(verdict.rule()).isEqualTo("child-status-fired");
      assertThat(verdict.module()).isEmpty();
      assertThat(verdict.status()).contains(StatusCode.of(200));
      assertThat(verdict.explanation()).contains("it did not reach the client");
    }

    @Test
    void child_in_a_trace_that_is_not_whole_is_a_hint_only() {
      assertThat(
              endedWith("500")
                  .childBegins()
                  .error("iisnode", "500", "0")
                  .incomplete(Completeness.TORN)
                  .verdict()
                  .confidence())
          .isEqualTo(Confidence.LOW);
    }
  }

  @Nested
  class Aborts {
    private TraceScript rewrite(String scope) {
      return endedWith("200")
          .begin()
          .event("URL_REWRITE_START", "Scope", scope, "Type", "0")
          .event("RULE_EVALUATION_START", "RuleName", "first")
          .event("RULE_EVALUATION_START", "RuleName", "drop crawlers");
    }

    private TraceScript ended(TraceScript script, String bytes) {
      return script.event("GENERAL_REQUEST_END", "BytesSent", bytes, "HttpStatus", "200");
    }

    @Test
    void rule_of_the_site_dropped_the_connection() {
      Verdict verdict = ended(rewrite("1").event("ABORT_REQUEST_ACTION"), "0").verdict();
      assertThat(verdict.rule()).isEqualTo("rewrite-abort");
      assertThat(verdict.status()).contains(StatusCode.of(200));
      assertThat(verdict.module()).contains("RewriteModule");
      assertThat(verdict.area()).contains("Rewrite");
      assertThat(verdict.notification()).contains("BEGIN_REQUEST");
      assertThat(verdict.moduleConfidence()).isEqualTo(Confidence.HIGH);
      assertThat(verdict.evidence().get(0).event()).isEqualTo(4);
      assertThat(verdict.explanation())
          .startsWith(
              "RewriteModule dropped the connection on purpose: the rule \"drop crawlers\"");
    }

    @Test
    void rule_of_the_whole_server() {
      assertThat(ended(rewrite("0").event("ABORT_REQUEST_ACTION"), "0").verdict().notification())
          .contains("PRE_BEGIN_REQUEST");
    }

    @Test
    void from_the_cache_without_a_rule_name() {
      TraceScript script =
          rewrite("1")
              .event("URL_REWRITE_START", "Scope", "1", "Type", "0")
              .event("ABORT_REQUEST_FROM_CACHE_ACTION");
      Verdict verdict = ended(script, "0").verdict();
      assertThat(verdict.rule()).isEqualTo("rewrite-abort");
      assertThat(verdict.explanation()).contains("a rewrite rule has the action AbortRequest");
    }

    @Test
    void level_warning_alone_shows_no_notification() {
      Verdict verdict = ended(endedWith("200").event("ABORT_REQUEST_ACTION"), "0").verdict();
      assertThat(verdict.module()).contains("RewriteModule");
      assertThat(verdict.notification()).isEmpty();
    }

    @Test
    void without_an_end_it_is_less_certain() {
      assertThat(
              rewrite("1")
                  .event("ABORT_REQUEST_ACTION")
                  .incomplete(Completeness.MID_REQUEST)
                  .verdict()
                  .confidence())
          .isEqualTo(Confidence.MEDIUM);
    }

    @Test
    void an_answer_that_was_sent_is_no_abort() {
      assertThat(ended(rewrite("1").event("ABORT_REQUEST_ACTION"), "120").verdict().rule())
          .isEqualTo("no-failure");
    }

    @Test
    void nothing_sent_without_the_action_is_no_abort() {
      assertThat(ended(rewrite("1"), "0").verdict().rule()).isEqualTo("no-failure");
    }

    @Test
    void abort_in_a_child_is_not_the_requests() {
      TraceScript script =
          endedWith("200").childBegins().event("ABORT_REQUEST_ACTION").childEnds("200");
      assertThat(ended(script, "0").verdict().rule()).isEqualTo("no-failure");
    }

    @Test
    void a_status_set_after_it_is_no_abort() {
      TraceScript script =
          rewrite("1").event("ABORT_REQUEST_ACTION").success("StaticFileModule", "200");
      assertThat(ended(script, "0").verdict().rule()).isEqualTo("no-failure");
    }

    @Test
    void another_status_is_decided_by_who_set_it() {
      Verdict verdict =
          endedWith("403")
              .event("ABORT_REQUEST_ACTION")
              .error("RequestFilteringModule", "1", "403", "0")
              .event("GENERAL_REQUEST_END", "BytesSent", "0", "HttpStatus", "403")
              .verdict();
      assertThat(verdict.module()).contains("RequestFilteringModule");
    }
  }

  @Nested
  class NoFailures {
    @Test
    void plain_success() {
      Verdict verdict = endedWith("200").success("IsapiModule", "200").end("200", "0").verdict();
      assertThat(verdict.rule()).isEqualTo("no-failure");
      assertThat(verdict.module()).contains("IsapiModule");
      assertThat(verdict.isFailure()).isFalse();
      assertThat(verdict.errorCode()).isEmpty();
      assertThat(verdict.moduleConfidence()).isEqualTo(Confidence.HIGH);
      assertThat(verdict.explanation()).startsWith("No failure: IsapiModule set 200");
    }

    @Test
    void success_that_nobody_set() {
      Verdict verdict = endedWith("200").end("200", "0").verdict();
      assertThat(verdict.module()).isEmpty();
      assertThat(verdict.isFailure()).isFalse();
      assertThat(verdict.explanation()).startsWith("No failure: the request ended with 200");
    }

    @Test
    void redirect_by_a_module_is_no_failure() {
      Verdict verdict = endedWith("301").success("RewriteModule", "301").end("301", "0").verdict();
      assertThat(verdict.module()).contains("RewriteModule");
      assertThat(verdict.isFailure()).isFalse();
      assertThat(verdict.rule()).isEqualTo("no-failure");
    }

    @Test
    void slow_request_that_ended() {
      Verdict verdict =
          endedWith("200")
              .firedBy("0")
              .root("failureReason", "TIME_TAKEN")
              .root("timeTaken", "61230")
              .end("200", "0")
              .verdict();
      assertThat(verdict.rule()).isEqualTo("slow-request");
      assertThat(verdict.module()).isEmpty();
      assertThat(verdict.explanation())
          .isEqualTo("Slow, but no failure: the request ended with 200, 61,230 ms ±16 ms in all.");
    }

    @Test
    void slow_request_cut_at_the_time_limit() {
      Verdict verdict =
          endedWith("200")
              .firedBy("0")
              .root("failureReason", "TIME_TAKEN")
              .root("timeTaken", "30000")
              .event("ANCM_REQUEST_FORWARD_START")
              .incomplete(Completeness.TIME_LIMIT)
              .verdict();
      assertThat(verdict.rule()).isEqualTo("slow-request");
      assertThat(verdict.module()).isEmpty();
      assertThat(verdict.moduleConfidence()).isEqualTo(Confidence.MEDIUM);
      assertThat(verdict.explanation())
          .contains("30,000 ms ±16 ms so far")
          .contains("traceAllAfterTimeout");
    }

    @Test
    void file_without_any_status() {
      Verdict verdict =
          endedWith("200").without("statusCode").without("triggerStatusCode").begin().verdict();
      assertThat(verdict.rule()).isEqualTo("no-status");
      assertThat(verdict.status()).isEmpty();
      assertThat(verdict.moduleConfidence()).isEqualTo(Confidence.LOW);
    }

    @Test
    void file_without_any_event() {
      assertThat(endedWith("502.3").incomplete(Completeness.TORN).verdict().rule())
          .isEqualTo("trace-ends-early");
    }
  }

  @Nested
  class EndsEarly {
    @Test
    void at_the_size_limit() {
      Verdict verdict =
          endedWith("502.3")
              .root("timeTaken", "41234")
              .begin()
              .handler("aspNetCore", "AspNetCoreModuleV2", "")
              .event("ANCM_REQUEST_FORWARD_START")
              .wait(234)
              .event("LOG_FILE_MAX_SIZE_TRUNCATE")
              .incomplete(Completeness.SIZE_LIMIT)
              .verdict();
      assertThat(verdict.rule()).isEqualTo("trace-ends-early");
      assertThat(verdict.status()).contains(StatusCode.of(502, 3));
      assertThat(verdict.module()).isEmpty();
      assertThat(verdict.area()).isEmpty();
      assertThat(verdict.notification()).isEmpty();
      assertThat(verdict.errorCode()).isEmpty();
      assertThat(verdict.backend()).isEmpty();
      assertThat(verdict.waited()).isEmpty();
      assertThat(verdict.moduleConfidence()).isEqualTo(Confidence.LOW);
      assertThat(verdict.explanation())
          .contains(
              "the trace ends before the failure, 41,000 ms ±32 ms before the end of the request, which"
                  + " took 41,234 ms ±16 ms")
          .contains("Raise maxLogFileSizeKB");
    }

    @Test
    void a_failure_reported_before_the_cut_is_no_proof() {
      Verdict verdict =
          endedWith("502.3")
              .event("ANCM_REQUEST_FORWARD_FAIL", "ErrorCode", "2147954402")
              .incomplete(Completeness.TORN)
              .verdict();
      assertThat(verdict.module()).isEmpty();
      assertThat(verdict.moduleConfidence()).isEqualTo(Confidence.LOW);
    }

    @Test
    void at_the_time_limit_with_an_error() {
      Verdict verdict = endedWith("502.3").begin().incomplete(Completeness.TIME_LIMIT).verdict();
      assertThat(verdict.rule()).isEqualTo("trace-ends-early");
      assertThat(verdict.explanation()).contains("traceAllAfterTimeout");
    }

    @Test
    void another_status_before_the_cut_is_not_blamed() {
      Verdict verdict =
          endedWith("502.3")
              .error("IIS Web Core", "16", "404", "2147942402")
              .incomplete(Completeness.SIZE_LIMIT)
              .verdict();
      assertThat(verdict.module()).isEmpty();
    }
  }

  @Test
  void lost_events_lower_a_copied_status() {
    assertThat(
            endedWith("500")
                .childBegins()
                .error("iisnode", "500", "0")
                .childEnds("500")
                .end("500", "0")
                .damaged(Diagnostic.Kind.LOST_EVENT, 9)
                .verdict()
                .confidence())
        .isEqualTo(Confidence.LOW);
  }
}

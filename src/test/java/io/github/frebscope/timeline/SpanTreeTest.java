package io.github.frebscope.timeline;

import static io.github.frebscope.testing.Script.ARR;
import static io.github.frebscope.testing.Script.HANDLER;
import static io.github.frebscope.testing.Script.MAP_PATH;
import static io.github.frebscope.testing.Script.PENDING;
import static io.github.frebscope.testing.Script.SEND_RESPONSE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.testing.Script;
import io.github.frebscope.trace.Completeness;
import org.junit.jupiter.api.Test;

/** How starts and ends are paired, and what becomes of those that cannot be. */
class SpanTreeTest {
  private static Script request() {
    return new Script().event("GENERAL_REQUEST_START");
  }

  @Test
  void modules_lie_in_their_notification_and_work_in_its_module() {
    Timeline timeline =
        request()
            .start("A", "1")
            .end("A", "1")
            .start("RewriteModule", "1")
            .event("URL_REWRITE_START", "RequestURL", "/basket")
            .pause(32)
            .event("URL_REWRITE_END")
            .end("RewriteModule", "1")
            .start("B", "2")
            .end("B", "2")
            .event("GENERAL_REQUEST_END")
            .timeline();
    assertThat(Script.lines(timeline))
        .containsExactly(
            "NOTIFICATION BEGIN_REQUEST 1-6 32",
            " NOTIFY_MODULE A 1-2 0",
            " NOTIFY_MODULE RewriteModule 3-6 32",
            "  URL_REWRITE 4-5 32",
            "NOTIFICATION AUTHENTICATE_REQUEST 7-8 0",
            " NOTIFY_MODULE B 7-8 0");
    assertThat(timeline.root().state()).isEqualTo(SpanState.CLOSED);
    assertThat(timeline.root().exclusive().toString()).isEqualTo("<32 ms");
  }

  @Test
  void the_second_round_of_a_notification_is_another_span() {
    assertThat(
            Script.lines(
                request()
                    .start("A", "2")
                    .end("A", "2")
                    .event(
                        "NOTIFY_MODULE_START",
                        "ModuleName",
                        "A",
                        "Notification",
                        "2",
                        "fIsPostNotification",
                        "true")
                    .event(
                        "NOTIFY_MODULE_END",
                        "ModuleName",
                        "A",
                        "Notification",
                        "2",
                        "fIsPostNotificationEvent",
                        "true",
                        "NotificationStatus",
                        "0")
                    .event("GENERAL_REQUEST_END")
                    .timeline()))
        .containsExactly(
            "NOTIFICATION AUTHENTICATE_REQUEST 1-2 0",
            " NOTIFY_MODULE A 1-2 0",
            "NOTIFICATION AUTHENTICATE_REQUEST post 3-4 0",
            " NOTIFY_MODULE A 3-4 0");
  }

  @Test
  void a_notification_raised_between_two_modules_of_a_step_does_not_cut_the_step() {
    assertThat(
            Script.lines(
                request()
                    .start("A", "1")
                    .end("A", "1")
                    .start("IsapiFilterModule", MAP_PATH)
                    .end("IsapiFilterModule", MAP_PATH)
                    .start("B", "1")
                    .end("B", "1")
                    .event("GENERAL_REQUEST_END")
                    .timeline()))
        .containsExactly(
            "NOTIFICATION BEGIN_REQUEST 1-6 0",
            " NOTIFY_MODULE A 1-2 0",
            " NOTIFICATION MAP_PATH 3-4 0",
            "  NOTIFY_MODULE IsapiFilterModule 3-4 0",
            " NOTIFY_MODULE B 5-6 0");
  }

  @Test
  void an_asynchronous_module_is_one_span_with_a_waiting_part() {
    Timeline timeline =
        request()
            .start("M", HANDLER)
            .pause(16)
            .end("M", HANDLER, PENDING)
            .pause(3000)
            .completion("M", HANDLER)
            .pause(16)
            .end("M", HANDLER)
            .event("GENERAL_REQUEST_END")
            .timeline();
    assertThat(Script.lines(timeline))
        .containsExactly(
            "NOTIFICATION EXECUTE_REQUEST_HANDLER 1-4 3032",
            " NOTIFY_MODULE M 1-4 3032",
            "  WAITING 2-3 3000");
    Span module = timeline.spans().filter(Span::isModule).findFirst().orElseThrow();
    assertThat(module.isAsynchronous()).isTrue();
    assertThat(module.waiting().get(0).inclusive().toString()).isEqualTo("3,000 ms ±16 ms");
    assertThat(module.exclusive().toString()).isEqualTo("<64 ms");
  }

  @Test
  void pending_again_is_a_second_waiting_part() {
    assertThat(
            Script.lines(
                request()
                    .start(ARR, HANDLER)
                    .end(ARR, HANDLER, PENDING)
                    .pause(100)
                    .completion(ARR, HANDLER)
                    .event("ARR_RESPONSE_ENTITY_START")
                    .event("ARR_RESPONSE_ENTITY_END")
                    .end(ARR, HANDLER, PENDING)
                    .pause(200)
                    .completion(ARR, HANDLER)
                    .end(ARR, HANDLER)
                    .event("GENERAL_REQUEST_END")
                    .timeline()))
        .containsExactly(
            "NOTIFICATION EXECUTE_REQUEST_HANDLER 1-8 300",
            " NOTIFY_MODULE ApplicationRequestRouting 1-8 300",
            "  WAITING 2-3 100",
            "  ARR_RESPONSE_ENTITY 4-5 0",
            "  WAITING 6-7 200");
  }

  @Test
  void what_a_module_was_at_goes_on_after_its_pending_return() {
    Timeline timeline =
        request()
            .start(ARR, HANDLER)
            .event("ARR_REQUEST_HEADERS_START")
            .end(ARR, HANDLER, PENDING)
            .pause(5000)
            .event("ARR_REQUEST_HEADERS_END")
            .pause(100)
            .completion(ARR, HANDLER)
            .end(ARR, HANDLER)
            .event("GENERAL_REQUEST_END")
            .timeline();
    assertThat(Script.lines(timeline))
        .containsExactly(
            "NOTIFICATION EXECUTE_REQUEST_HANDLER 1-6 5100",
            " NOTIFY_MODULE ApplicationRequestRouting 1-6 5100",
            "  ARR_REQUEST_HEADERS 2-4 5000",
            "   WAITING 3 5000");
    Span module = timeline.spans().filter(Span::isModule).findFirst().orElseThrow();
    assertThat(module.waiting().get(0).inclusive().toString()).isEqualTo("5,000 ms ±16 ms");
  }

  @Test
  void a_completion_without_a_pending_return_only_says_that_it_was_asynchronous() {
    Timeline timeline =
        request()
            .start("M", HANDLER)
            .pause(500)
            .completion("M", HANDLER)
            .end("M", HANDLER)
            .event("GENERAL_REQUEST_END")
            .timeline();
    Span module = timeline.spans().filter(Span::isModule).findFirst().orElseThrow();
    assertThat(module.isAsynchronous()).isTrue();
    assertThat(module.waiting()).isEmpty();
    assertThat(module.exclusive().toString()).isEqualTo("500 ms ±16 ms");
  }

  @Test
  void a_module_that_never_came_back_is_open() {
    assertThat(
            Script.lines(
                request()
                    .start("M", HANDLER)
                    .end("M", HANDLER, PENDING)
                    .pause(100)
                    .start("N", "256")
                    .end("N", "256")
                    .event("GENERAL_REQUEST_END")
                    .timeline()))
        .containsExactly(
            "NOTIFICATION EXECUTE_REQUEST_HANDLER 1-2 100",
            " NOTIFY_MODULE M 1-2 100 OPEN",
            "  WAITING 2 100 OPEN",
            "NOTIFICATION RELEASE_REQUEST_STATE 3-4 0",
            " NOTIFY_MODULE N 3-4 0");
  }

  @Test
  void a_module_whose_end_is_missing_ends_where_the_next_begins() {
    assertThat(
            Script.lines(
                request()
                    .start("A", SEND_RESPONSE)
                    .pause(16)
                    .start("B", SEND_RESPONSE)
                    .end("B", SEND_RESPONSE)
                    .event("GENERAL_REQUEST_END")
                    .timeline()))
        .containsExactly(
            "NOTIFICATION SEND_RESPONSE 1-3 16",
            " NOTIFY_MODULE A 1 16 OPEN",
            " NOTIFY_MODULE B 2-3 0");
  }

  @Test
  void an_end_without_a_start_stays_as_a_span() {
    Timeline timeline =
        new Script()
            .end("FailedRequestsTracingModule", "1")
            .start("A", "1")
            .end("A", "1")
            .event("GENERAL_REQUEST_END")
            .timeline();
    assertThat(Script.lines(timeline))
        .containsExactly(
            "NOTIFICATION BEGIN_REQUEST 0-2 0",
            " NOTIFY_MODULE FailedRequestsTracingModule 0 0 ORPHAN",
            " NOTIFY_MODULE A 1-2 0");
    assertThat(timeline.root().state()).isEqualTo(SpanState.ORPHAN);
    assertThat(timeline.root().name()).isEqualTo("http://shop.frebscope.example:80/basket");
  }

  @Test
  void a_completion_without_a_start_takes_the_end_that_follows() {
    assertThat(
            Script.lines(
                new Script()
                    .completion("M", HANDLER)
                    .pause(16)
                    .event("GENERAL_SET_RESPONSE_HEADER")
                    .end("M", HANDLER)
                    .event("GENERAL_REQUEST_END")
                    .timeline()))
        .containsExactly(
            "NOTIFICATION EXECUTE_REQUEST_HANDLER 0-2 16", " NOTIFY_MODULE M 0-2 16 ORPHAN");
  }

  @Test
  void work_that_breaks_off_lasts_until_its_module_ends() {
    Timeline timeline =
        request()
            .start(ARR, HANDLER)
            .event("ARR_REQUEST_HEADERS_START")
            .pause(8063)
            .end(ARR, HANDLER)
            .event("GENERAL_REQUEST_END")
            .timeline();
    assertThat(Script.lines(timeline))
        .containsExactly(
            "NOTIFICATION EXECUTE_REQUEST_HANDLER 1-3 8063",
            " NOTIFY_MODULE ApplicationRequestRouting 1-3 8063",
            "  ARR_REQUEST_HEADERS 2 8063 OPEN");
    assertThat(timeline.largestGaps(5).toString())
        .startsWith(
            "[8,063 ms ±16 ms in ApplicationRequestRouting, EXECUTE_REQUEST_HANDLER, after"
                + " ARR_REQUEST_HEADERS_START (event 2): connecting to the backend");
  }

  @Test
  void arr_has_given_up_its_step_when_it_sets_an_error_status() {
    Timeline timeline =
        request()
            .event("ARR_REQUEST_HEADERS_START")
            .pause(8063)
            .event("MODULE_SET_RESPONSE_ERROR_STATUS", "ModuleName", ARR, "HttpStatus", "502")
            .pause(500)
            .event("GENERAL_REQUEST_END")
            .timeline();
    assertThat(Script.lines(timeline)).containsExactly("ARR_REQUEST_HEADERS 1 8063 OPEN");
    assertThat(
            Script.lines(
                request()
                    .event("ARR_REQUEST_HEADERS_START")
                    .event("MODULE_SET_RESPONSE_ERROR_STATUS", "ModuleName", "IIS Web Core")
                    .event("ARR_REQUEST_HEADERS_END")
                    .event("GENERAL_REQUEST_END")
                    .timeline()))
        .containsExactly("ARR_REQUEST_HEADERS 1-3 0");
  }

  @Test
  void steps_of_one_group_follow_each_other() {
    assertThat(
            Script.lines(
                request()
                    .start(ARR, HANDLER)
                    .event("ARR_REQUEST_HEADERS_START")
                    .event("ARR_RESPONSE_HEADERS_START")
                    .event("ARR_RESPONSE_HEADERS_END")
                    .end(ARR, HANDLER)
                    .event("GENERAL_REQUEST_END")
                    .timeline()))
        .contains("  ARR_REQUEST_HEADERS 2 0 OPEN", "  ARR_RESPONSE_HEADERS 3-4 0");
  }

  @Test
  void an_end_in_another_module_is_named_at_both_places() {
    Timeline timeline =
        request()
            .start("WindowsAuthentication", "2")
            .event("AspNetStartHandler")
            .end("WindowsAuthentication", "2")
            .start("ManagedPipelineHandler", "2048")
            .event("AspNetEndHandler")
            .end("ManagedPipelineHandler", "2048")
            .event("GENERAL_REQUEST_END")
            .timeline();
    assertThat(timeline.spans().filter(s -> s.is("AspNetHandler")))
        .extracting(s -> s.state() + " " + s.counterpart().getAsInt())
        .containsExactly("OPEN 5", "ORPHAN 2");
  }

  @Test
  void an_end_that_often_stands_alone_is_no_orphan() {
    assertThat(
            Script.lines(
                request()
                    .start("FastCgiModule", HANDLER)
                    .event("FASTCGI_ASSIGN_PROCESS", "IsNewProcess", "true")
                    .event("FASTCGI_START")
                    .event("FASTCGI_END")
                    .end("FastCgiModule", HANDLER)
                    .event("GENERAL_REQUEST_END")
                    .timeline()))
        .containsExactly(
            "NOTIFICATION EXECUTE_REQUEST_HANDLER 1-5 0",
            " NOTIFY_MODULE FastCgiModule 1-5 0",
            "  FASTCGI 3-4 0");
  }

  @Test
  void a_rule_that_broke_off_does_not_hold_the_next_rule() {
    assertThat(
            Script.lines(
                request()
                    .event("URL_REWRITE_START")
                    .event("RULE_EVALUATION_START", "RuleName", "one")
                    .event("RULE_EVALUATION_START", "RuleName", "two")
                    .event("RULE_EVALUATION_END", "RuleName", "two")
                    .event("RULE_EVALUATION_END", "RuleName", "one")
                    .event("URL_REWRITE_END")
                    .event("GENERAL_REQUEST_END")
                    .timeline()))
        .containsExactly(
            "URL_REWRITE 1-6 0",
            " RULE_EVALUATION one 2 0 OPEN",
            " RULE_EVALUATION two 3-4 0",
            " RULE_EVALUATION one 5 0 ORPHAN");
  }

  @Test
  void a_child_request_lies_in_the_module_that_started_it_and_has_its_own_pipeline() {
    Timeline timeline =
        request()
            .start("RewriteModule", "1")
            .event("GENERAL_CHILD_REQUEST_START", "RequestURL", "/node.js", "RecursiveLevel", "1")
            .event("GENERAL_REQUEST_START")
            .start("iisnode", HANDLER)
            .pause(2000)
            .end("iisnode", HANDLER)
            .event("GENERAL_REQUEST_END")
            .event("GENERAL_CHILD_REQUEST_END")
            .end("RewriteModule", "1")
            .event("GENERAL_REQUEST_END")
            .timeline();
    assertThat(Script.lines(timeline))
        .containsExactly(
            "NOTIFICATION BEGIN_REQUEST 1-8 2000",
            " NOTIFY_MODULE RewriteModule 1-8 2000",
            "  GENERAL_CHILD_REQUEST /node.js 2-7 2000",
            "   NOTIFICATION EXECUTE_REQUEST_HANDLER 4-5 2000",
            "    NOTIFY_MODULE iisnode 4-5 2000");
    assertThat(timeline.largestGaps(1).get(0).span().module()).contains("iisnode");
    Span child = timeline.spans().filter(s -> s.is("GENERAL_CHILD_REQUEST")).findAny().get();
    assertThat(child.module()).isEmpty();
    assertThat(child.events().get(1).name()).isEqualTo("GENERAL_REQUEST_START");
  }

  @Test
  void a_trace_written_at_its_time_limit_was_silent_until_then() {
    Timeline timeline =
        request()
            .start(ARR, HANDLER)
            .event("ARR_REQUEST_HEADERS_START")
            .event("ARR_REQUEST_HEADERS_END")
            .took(10_000)
            .ends(Completeness.TIME_LIMIT)
            .timeline();
    assertThat(Script.lines(timeline))
        .containsExactly(
            "NOTIFICATION EXECUTE_REQUEST_HANDLER 1-3 10000",
            " NOTIFY_MODULE ApplicationRequestRouting 1-3 10000 OPEN",
            "  ARR_REQUEST_HEADERS 2-3 0",
            "  UNTIL_WRITTEN - 10000");
    assertThat(timeline.largestGaps(9).toString())
        .isEqualTo(
            "[10,000 ms ±32 ms in ApplicationRequestRouting, EXECUTE_REQUEST_HANDLER, after"
                + " ARR_REQUEST_HEADERS_END (event 3) until the trace was written: waiting for the"
                + " backend's answer]");
    assertThat(timeline.byModule().get(0).toString())
        .startsWith("ApplicationRequestRouting, 10,000 ms ±32 ms");
    assertThat(timeline.stages().toString())
        .isEqualTo("[(between stages) <16 ms, EXECUTE_REQUEST_HANDLER 10,000 ms ±32 ms]");
    assertThat(timeline.gatewayPhases().orElseThrow().waiting().toString())
        .isEqualTo("10,000 ms ±32 ms");
    assertThat(timeline.root().inclusive().toString()).isEqualTo("10,000 ms ±16 ms");
  }
}

package io.github.frebscope.timeline;

import static io.github.frebscope.testing.Script.HANDLER;
import static io.github.frebscope.testing.Script.MAP_PATH;
import static io.github.frebscope.testing.Script.PENDING;
import static io.github.frebscope.testing.Script.SEND_RESPONSE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.testing.Script;
import io.github.frebscope.trace.Completeness;
import org.junit.jupiter.api.Test;

/** What is not paired, not grouped and not added up, although it looks alike. */
class PairingTest {
  private static Script request() {
    return new Script().event("GENERAL_REQUEST_START");
  }

  private static Span first(Timeline timeline, String kind) {
    return SpanPattern.ofKind(kind).firstIn(timeline).orElseThrow();
  }

  @Test
  void work_inside_a_module_does_not_end_work_of_its_kind_around_the_module() {
    assertThat(
            Script.lines(
                request()
                    .start("A", "1")
                    .event("URL_REWRITE_START")
                    .start("B", MAP_PATH)
                    .event("URL_REWRITE_START")
                    .event("URL_REWRITE_END")
                    .end("B", MAP_PATH)
                    .event("URL_REWRITE_END")
                    .end("A", "1")
                    .timeline()))
        .containsExactly(
            "NOTIFICATION BEGIN_REQUEST 1-8 0",
            " NOTIFY_MODULE A 1-8 0",
            "  URL_REWRITE 2-7 0",
            "   NOTIFICATION MAP_PATH 3-6 0",
            "    NOTIFY_MODULE B 3-6 0",
            "     URL_REWRITE 4-5 0");
  }

  @Test
  void waiting_is_over_when_the_module_begins_something() {
    assertThat(
            Script.lines(
                request()
                    .start("M", HANDLER)
                    .end("M", HANDLER, PENDING)
                    .pause(3000)
                    .event("GENERAL_FLUSH_RESPONSE_START")
                    .pause(100)
                    .event("GENERAL_FLUSH_RESPONSE_END")
                    .end("M", HANDLER)
                    .timeline()))
        .containsExactly(
            "NOTIFICATION EXECUTE_REQUEST_HANDLER 1-5 3100",
            " NOTIFY_MODULE M 1-5 3100",
            "  WAITING 2 3000",
            "  GENERAL_FLUSH_RESPONSE 3-4 100");
  }

  @Test
  void pending_told_twice_is_one_waiting_part() {
    assertThat(
            Script.lines(
                request()
                    .start("M", HANDLER)
                    .end("M", HANDLER, PENDING)
                    .pause(32)
                    .end("M", HANDLER, PENDING)
                    .pause(32)
                    .completion("M", HANDLER)
                    .end("M", HANDLER)
                    .timeline()))
        .containsExactly(
            "NOTIFICATION EXECUTE_REQUEST_HANDLER 1-5 64",
            " NOTIFY_MODULE M 1-5 64",
            "  WAITING 2-4 64");
  }

  @Test
  void a_completion_without_a_start_tells_that_the_module_was_asynchronous() {
    Timeline timeline = request().completion("M", HANDLER).end("M", HANDLER).timeline();
    Span module = first(timeline, "NOTIFY_MODULE");
    assertThat(module.isAsynchronous()).isTrue();
    assertThat(module.state()).isEqualTo(SpanState.ORPHAN);
  }

  @Test
  void an_end_in_a_child_request_does_not_end_a_module_outside() {
    Timeline timeline =
        request()
            .start("A", HANDLER)
            .event("GENERAL_CHILD_REQUEST_START")
            .end("A", HANDLER)
            .event("GENERAL_CHILD_REQUEST_END")
            .end("A", HANDLER)
            .timeline();
    assertThat(Script.lines(timeline))
        .containsExactly(
            "NOTIFICATION EXECUTE_REQUEST_HANDLER 1-5 0",
            " NOTIFY_MODULE A 1-5 0",
            "  GENERAL_CHILD_REQUEST 2-4 0",
            "   NOTIFICATION EXECUTE_REQUEST_HANDLER 3 0",
            "    NOTIFY_MODULE A 3 0 ORPHAN");
  }

  @Test
  void the_end_of_another_module_ends_none() {
    Timeline timeline = request().start("A", "1").end("B", "1").end("A", "1").timeline();
    assertThat(first(timeline, "NOTIFY_MODULE").toString())
        .isEqualTo("module A, <16 ms, events 1-3");
    assertThat(SpanPattern.module("B").in(timeline))
        .map(Span::state)
        .containsOnly(SpanState.ORPHAN);
  }

  @Test
  void the_end_for_another_notification_ends_no_module() {
    Timeline timeline = request().start("A", "1").end("A", "2").end("A", "1").timeline();
    assertThat(SpanPattern.module("A").in(timeline))
        .map(Span::toString)
        .containsExactly("module A, <16 ms, events 1-3", "module A, <16 ms, event 2, no start");
  }

  @Test
  void notifications_raised_one_after_another_are_not_one() {
    assertThat(
            Script.lines(
                request()
                    .start("A", MAP_PATH)
                    .end("A", MAP_PATH)
                    .start("B", SEND_RESPONSE)
                    .end("B", SEND_RESPONSE)
                    .start("A", MAP_PATH)
                    .end("A", MAP_PATH)
                    .timeline()))
        .containsExactly(
            "NOTIFICATION MAP_PATH 1-2 0",
            " NOTIFY_MODULE A 1-2 0",
            "NOTIFICATION SEND_RESPONSE 3-4 0",
            " NOTIFY_MODULE B 3-4 0",
            "NOTIFICATION MAP_PATH 5-6 0",
            " NOTIFY_MODULE A 5-6 0");
  }

  @Test
  void a_module_whose_events_do_not_tell_the_notification_lies_in_none() {
    Timeline alone =
        request()
            .event("NOTIFY_MODULE_START", "ModuleName", "X")
            .event("NOTIFY_MODULE_END", "ModuleName", "X")
            .timeline();
    assertThat(Script.lines(alone)).containsExactly("NOTIFY_MODULE X 1-2 0");
    Timeline inside =
        request()
            .start("A", "1")
            .event("NOTIFY_MODULE_START", "ModuleName", "X")
            .pause(200)
            .event("NOTIFY_MODULE_END", "ModuleName", "X")
            .end("A", "1")
            .timeline();
    assertThat(inside.byNotification())
        .map(TimeShare::toString)
        .containsExactly("(outside notifications), 200 ms ±16 ms", "BEGIN_REQUEST, <32 ms, 1 span");
  }

  @Test
  void without_a_module_nobody_knows_in_which_the_time_went() {
    Timeline timeline = request().pause(200).event("GENERAL_REQUEST_END").timeline();
    assertThat(timeline.byModule())
        .map(TimeShare::toString)
        .containsExactly("(modules not traced), 200 ms ±16 ms");
    assertThat(timeline.byNotification())
        .map(TimeShare::toString)
        .containsExactly("(notifications not traced), 200 ms ±16 ms");
  }

  @Test
  void an_end_elsewhere_is_the_missing_one_only_for_the_same_name_call_and_request() {
    Timeline rules =
        request()
            .start("A", "1")
            .event("RULE_EVALUATION_START", "RuleName", "one")
            .end("A", "1")
            .start("B", "1")
            .event("RULE_EVALUATION_END", "RuleName", "other")
            .event("RULE_EVALUATION_END", "RuleName", "one")
            .end("B", "1")
            .timeline();
    assertThat(SpanPattern.ofKind("RULE_EVALUATION").in(rules))
        .map(span -> span.counterpart().orElse(-1))
        .containsExactly(6, -1, 2);
    Timeline calls =
        request().start("A", "1").start("B", "2").end("A", "4").end("A", "1").timeline();
    assertThat(SpanPattern.module("A").in(calls))
        .map(span -> span.counterpart().orElse(-1))
        .containsExactly(4, -1, 1);
    Timeline child =
        request()
            .start("A", "1")
            .event("URL_REWRITE_START")
            .end("A", "1")
            .start("B", "1")
            .event("GENERAL_CHILD_REQUEST_START")
            .event("URL_REWRITE_END")
            .timeline();
    assertThat(SpanPattern.ofKind("URL_REWRITE").in(child))
        .hasSize(2)
        .allMatch(span -> span.counterpart().isEmpty());
  }

  @Test
  void two_ticks_beyond_the_events_may_be_the_clock() {
    assertThat(Script.lines(request().took(32).ends(Completeness.TORN).timeline())).isEmpty();
    assertThat(Script.lines(request().took(33).ends(Completeness.TORN).timeline()))
        .containsExactly("AFTER_LAST_EVENT - 33");
  }

  @Test
  void where_there_is_no_own_event_there_is_no_own_time() {
    Timeline timeline =
        request()
            .pause(50)
            .start("A", "1")
            .pause(20)
            .end("A", "1")
            .took(1000)
            .ends(Completeness.TORN)
            .timeline();
    assertThat(timeline.root().exclusive()).hasToString("50 ms ±16 ms");
    assertThat(first(timeline, "NOTIFICATION").exclusive()).hasToString("none");
    assertThat(first(timeline, "AFTER_LAST_EVENT").inclusive()).hasToString("930 ms ±32 ms");
  }

  @Test
  void a_span_whose_end_lies_elsewhere_did_not_break_off() {
    Timeline timeline =
        request()
            .start("A", "1")
            .event("RULE_EVALUATION_START", "RuleName", "one")
            .event("RULE_EVALUATION_START", "RuleName", "two")
            .end("A", "1")
            .start("B", "1")
            .event("RULE_EVALUATION_END", "RuleName", "one")
            .end("B", "1")
            .timeline();
    assertThat(SpanPattern.ofKind("RULE_EVALUATION").in(timeline))
        .map(Span::brokeOff)
        .containsExactly(false, true, false);
  }

  @Test
  void time_between_stages_that_follows_itself_is_one_stretch() {
    Timeline timeline =
        request()
            .event("GENERAL_FLUSH_RESPONSE_START")
            .event("GENERAL_FLUSH_RESPONSE_END")
            .pause(100)
            .start("A", "1")
            .end("A", "1")
            .event("GENERAL_REQUEST_END")
            .timeline();
    assertThat(timeline.stages())
        .map(Stage::toString)
        .containsExactly("(between stages) 100 ms ±16 ms", "BEGIN_REQUEST <16 ms");
  }
}

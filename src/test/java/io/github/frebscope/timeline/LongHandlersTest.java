package io.github.frebscope.timeline;

import static io.github.frebscope.testing.Script.ARR;
import static io.github.frebscope.testing.Script.HANDLER;
import static io.github.frebscope.testing.Script.MAP_PATH;
import static io.github.frebscope.testing.Script.PENDING;
import static io.github.frebscope.testing.Script.SEND_RESPONSE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.testing.Script;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Handlers that send their response in parts, wait, and raise notifications meanwhile. */
class LongHandlersTest {
  private static final String MANAGED = "ManagedPipelineHandler";

  private static Script handler(String module) {
    return new Script().event("GENERAL_REQUEST_START").start(module, HANDLER);
  }

  private static Timeline ended(Script script) {
    return script.event("GENERAL_REQUEST_END").timeline();
  }

  private static Script flush(Script script) {
    return script
        .start("CustomErrorModule", SEND_RESPONSE)
        .end("CustomErrorModule", SEND_RESPONSE)
        .start("HttpLoggingModule", SEND_RESPONSE)
        .end("HttpLoggingModule", SEND_RESPONSE)
        .event("GENERAL_FLUSH_RESPONSE_START")
        .event("GENERAL_FLUSH_RESPONSE_END", "ErrorCode", "0");
  }

  private static List<String> largest(Timeline timeline) {
    return timeline.largestGaps(9).stream().map(Gap::toString).toList();
  }

  @Test
  void two_flushes_are_two_notifications_and_the_time_between_is_the_handlers() {
    Timeline timeline = ended(flush(flush(handler(MANAGED)).pause(10_000)).end(MANAGED, HANDLER));
    assertThat(largest(timeline))
        .containsExactly(
            "10,000 ms ±16 ms in ManagedPipelineHandler, EXECUTE_REQUEST_HANDLER, after"
                + " GENERAL_FLUSH_RESPONSE_END (event 7)");
    assertThat(Script.lines(timeline))
        .containsExactly(
            "NOTIFICATION EXECUTE_REQUEST_HANDLER 1-14 10000",
            " NOTIFY_MODULE ManagedPipelineHandler 1-14 10000",
            "  NOTIFICATION SEND_RESPONSE 2-5 0",
            "   NOTIFY_MODULE CustomErrorModule 2-3 0",
            "   NOTIFY_MODULE HttpLoggingModule 4-5 0",
            "  GENERAL_FLUSH_RESPONSE 6-7 0",
            "  NOTIFICATION SEND_RESPONSE 8-11 0",
            "   NOTIFY_MODULE CustomErrorModule 8-9 0",
            "   NOTIFY_MODULE HttpLoggingModule 10-11 0",
            "  GENERAL_FLUSH_RESPONSE 12-13 0");
    assertThat(timeline.byNotification().get(0))
        .hasToString("EXECUTE_REQUEST_HANDLER, 10,000 ms ±16 ms, 1 span");
  }

  @Test
  void paths_that_are_mapped_one_after_the_other_are_notifications_of_their_own() {
    Timeline timeline =
        ended(
            handler("IsapiModule")
                .start("IsapiFilterModule", MAP_PATH)
                .end("IsapiFilterModule", MAP_PATH)
                .pause(5000)
                .start("IsapiFilterModule", MAP_PATH)
                .end("IsapiFilterModule", MAP_PATH)
                .end("IsapiModule", HANDLER));
    assertThat(largest(timeline))
        .containsExactly(
            "5,000 ms ±16 ms in IsapiModule, EXECUTE_REQUEST_HANDLER, after NOTIFY_MODULE_END"
                + " (event 3)");
  }

  @Test
  void a_module_that_returned_after_its_flush_is_not_sending() {
    Timeline timeline =
        ended(
            flush(handler(MANAGED))
                .end(MANAGED, HANDLER, PENDING)
                .pause(10_000)
                .completion(MANAGED, HANDLER)
                .end(MANAGED, HANDLER));
    assertThat(largest(timeline))
        .containsExactly(
            "10,000 ms ±16 ms in ManagedPipelineHandler, EXECUTE_REQUEST_HANDLER, after"
                + " NOTIFY_MODULE_END (event 8): waiting for the asynchronous completion");
  }

  @Test
  void a_gateway_that_returned_after_a_flush_goes_on_receiving() {
    Timeline timeline =
        ended(
            flush(
                    handler(ARR)
                        .event("ARR_REQUEST_HEADERS_START")
                        .event("ARR_REQUEST_HEADERS_END")
                        .event("ARR_RESPONSE_HEADERS_START")
                        .event("ARR_RESPONSE_HEADERS_END"))
                .end(ARR, HANDLER, PENDING)
                .pause(10_000)
                .completion(ARR, HANDLER)
                .end(ARR, HANDLER));
    assertThat(largest(timeline))
        .containsExactly(
            "10,000 ms ±16 ms in ApplicationRequestRouting, EXECUTE_REQUEST_HANDLER, after"
                + " NOTIFY_MODULE_END (event 12): receiving the rest of the backend's answer or"
                + " passing it on");
  }

  @Test
  void a_flush_that_is_still_under_way_when_its_module_returns_goes_on() {
    Timeline timeline =
        ended(
            handler(MANAGED)
                .event("GENERAL_FLUSH_RESPONSE_START")
                .end(MANAGED, HANDLER, PENDING)
                .pause(10_000)
                .event("GENERAL_FLUSH_RESPONSE_END")
                .completion(MANAGED, HANDLER)
                .end(MANAGED, HANDLER));
    assertThat(largest(timeline).get(0)).endsWith(": sending the response");
  }

  @Test
  void a_module_that_raises_a_notification_no_longer_waits() {
    Timeline timeline =
        ended(
            flush(
                    handler(MANAGED)
                        .end(MANAGED, HANDLER, PENDING)
                        .pause(1000)
                        .start("CompressionModule", SEND_RESPONSE)
                        .pause(4000)
                        .end("CompressionModule", SEND_RESPONSE))
                .completion(MANAGED, HANDLER)
                .end(MANAGED, HANDLER));
    Span module = timeline.spans().filter(Span::isModule).findFirst().orElseThrow();
    assertThat(module.waiting())
        .extracting(s -> s.inclusive().toString())
        .containsExactly("1,000 ms ±16 ms");
  }

  @Test
  void a_return_that_is_told_after_the_completion_begins_no_wait() {
    Timeline timeline =
        ended(
            handler(MANAGED)
                .pause(500)
                .completion(MANAGED, HANDLER)
                .end(MANAGED, HANDLER, PENDING)
                .pause(4000)
                .end(MANAGED, HANDLER));
    assertThat(largest(timeline))
        .containsExactly(
            "4,000 ms ±16 ms in ManagedPipelineHandler, EXECUTE_REQUEST_HANDLER, after"
                + " NOTIFY_MODULE_END (event 3)",
            "500 ms ±16 ms in ManagedPipelineHandler, EXECUTE_REQUEST_HANDLER, after"
                + " NOTIFY_MODULE_START (event 1)");
  }
}

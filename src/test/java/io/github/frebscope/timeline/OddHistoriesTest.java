package io.github.frebscope.timeline;

import static io.github.frebscope.testing.Script.ARR;
import static io.github.frebscope.testing.Script.HANDLER;
import static io.github.frebscope.testing.Script.PENDING;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.coverage.Coverage;
import io.github.frebscope.testing.Script;
import io.github.frebscope.trace.Completeness;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Histories that IIS can write, or a damaged file can tell, and of which no fixture has one. */
class OddHistoriesTest {
  private static final String PHP = "FastCgiModule";
  private static final String DEFAULT_DOCUMENT = "DefaultDocumentModule";

  private static Script handler(String module) {
    return new Script().event("GENERAL_REQUEST_START").start(module, HANDLER);
  }

  private static Script ended(Script script) {
    return script.event("GENERAL_REQUEST_END");
  }

  private static List<String> largest(Timeline timeline) {
    return timeline.largestGaps(9).stream().map(Gap::toString).toList();
  }

  private static String phases(Timeline timeline) {
    return timeline.gatewayPhases().orElseThrow().toString();
  }

  @Test
  void a_header_that_a_gateway_sets_while_it_waits_is_no_answer() {
    Timeline timeline =
        ended(
                handler(ARR)
                    .event("ARR_REQUEST_HEADERS_START")
                    .event("ARR_REQUEST_HEADERS_END")
                    .pause(1000)
                    .event("GENERAL_SET_RESPONSE_HEADER", "HeaderName", "Set-Cookie")
                    .event("GENERAL_SET_RESPONSE_HEADER", "HeaderName", "X-Powered-By")
                    .pause(5000)
                    .event("ARR_RESPONSE_HEADERS_START")
                    .event("ARR_RESPONSE_HEADERS_END")
                    .pause(500)
                    .end(ARR, HANDLER))
            .timeline();
    assertThat(phases(timeline))
        .contains(" | waiting 6,000 ms ±16 ms | body 500 ms ±16 ms | after <16 ms");
  }

  @Test
  void a_header_that_php_sets_is_its_answer_however_often_it_waits_for_more() {
    Timeline timeline =
        ended(
                handler(PHP)
                    .event("FASTCGI_ASSIGN_PROCESS")
                    .event("FASTCGI_START")
                    .event("FASTCGI_WAITING_FOR_RESPONSE")
                    .pause(2000)
                    .event("GENERAL_SET_RESPONSE_HEADER")
                    .pause(4000)
                    .event("FASTCGI_WAITING_FOR_RESPONSE")
                    .pause(3000)
                    .event("FASTCGI_END")
                    .end(PHP, HANDLER))
            .timeline();
    assertThat(phases(timeline)).contains(" | waiting 2,000 ms ±16 ms | body 7,000 ms ±16 ms");
  }

  @Test
  void a_cgi_program_that_ended_without_an_error_code_did_not_answer() {
    Timeline timeline =
        ended(
                handler("CgiModule")
                    .event("CGI_START")
                    .event("CGI_LAUNCH", "ErrorCode", "0")
                    .event("CGI_REQUEST_ENTITY_SENT")
                    .pause(1000)
                    .event(
                        "MODULE_SET_RESPONSE_ERROR_STATUS",
                        "ModuleName",
                        "CgiModule",
                        "HttpStatus",
                        "502",
                        "HttpSubStatus",
                        "2",
                        "ErrorCode",
                        "0")
                    .pause(500)
                    .event("CGI_END")
                    .end("CgiModule", HANDLER))
            .timeline();
    assertThat(phases(timeline))
        .endsWith(" | waiting 1,000 ms ±16 ms | body none | after 500 ms ±16 ms");
  }

  @Test
  void a_module_that_returned_from_the_queue_waits_in_the_queue() {
    Timeline timeline =
        ended(
                handler(PHP)
                    .event("FASTCGI_QUEUE_REQUEST")
                    .end(PHP, HANDLER, PENDING)
                    .pause(5000)
                    .event("FASTCGI_ASSIGN_PROCESS", "IsNewProcess", "true")
                    .event("FASTCGI_START")
                    .event("FASTCGI_END")
                    .completion(PHP, HANDLER)
                    .end(PHP, HANDLER))
            .timeline();
    assertThat(largest(timeline))
        .singleElement()
        .asString()
        .endsWith(": waiting in the queue for a FastCGI process");
  }

  private static Script childWithoutEnd() {
    return handler(DEFAULT_DOCUMENT)
        .event("GENERAL_CHILD_REQUEST_START", "RequestURL", "/default.htm")
        .event("GENERAL_REQUEST_START")
        .start("StaticFileModule", HANDLER)
        .end("StaticFileModule", HANDLER)
        .event("GENERAL_REQUEST_END");
  }

  @Test
  void a_child_request_whose_end_is_lost_does_not_take_what_follows() {
    Timeline timeline =
        ended(
                childWithoutEnd()
                    .pause(3000)
                    .completion(DEFAULT_DOCUMENT, HANDLER)
                    .end(DEFAULT_DOCUMENT, HANDLER)
                    .pause(2000)
                    .start("HttpLoggingModule", "1024")
                    .end("HttpLoggingModule", "1024"))
            .timeline();
    assertThat(Script.lines(timeline))
        .containsExactly(
            "NOTIFICATION EXECUTE_REQUEST_HANDLER 1-8 3000",
            " NOTIFY_MODULE DefaultDocumentModule 1-8 3000",
            "  GENERAL_CHILD_REQUEST /default.htm 2-6 0 OPEN",
            "   NOTIFICATION EXECUTE_REQUEST_HANDLER 4-5 0",
            "    NOTIFY_MODULE StaticFileModule 4-5 0",
            "NOTIFICATION LOG_REQUEST 9-10 0",
            " NOTIFY_MODULE HttpLoggingModule 9-10 0");
    assertThat(largest(timeline))
        .containsExactly(
            "3,000 ms ±16 ms in DefaultDocumentModule, EXECUTE_REQUEST_HANDLER, after"
                + " GENERAL_REQUEST_END (event 6)",
            "2,000 ms ±16 ms outside any module, after NOTIFY_MODULE_END (event 8)");
    assertThat(timeline.root().state()).isEqualTo(SpanState.CLOSED);
  }

  @Test
  void the_end_of_a_child_request_is_not_said_to_be_something_else() {
    Timeline timeline = childWithoutEnd().took(0).ends(Completeness.MID_REQUEST).timeline();
    assertThat(Coverage.of(timeline).flaws())
        .first()
        .hasToString(
            "it ends with GENERAL_REQUEST_END (event 6), which by its place is that of a child"
                + " request");
  }

  @Test
  void without_notifications_nothing_is_said_to_be_between_them() {
    Timeline timeline = ended(new Script().event("GENERAL_REQUEST_START").pause(5000)).timeline();
    assertThat(timeline.stages())
        .extracting(Stage::toString)
        .containsExactly("(stages not traced) 5,000 ms ±16 ms");
  }

  @Test
  void a_web_socket_that_is_read_asynchronously_is_not_said_to_have_no_data() {
    Timeline timeline =
        ended(
                handler("WebSocketModule")
                    .event("WEBSOCKET_READ_FRAGMENT_START")
                    .event("WEBSOCKET_READ_FRAGMENT_END_PENDING")
                    .pause(9000)
                    .end("WebSocketModule", HANDLER))
            .timeline();
    assertThat(largest(timeline))
        .singleElement()
        .asString()
        .endsWith(": with a read of the WebSocket not known to be done");
  }

  @Test
  void before_the_end_of_a_module_without_start_nobody_knows_whether_it_had_begun() {
    Timeline timeline =
        ended(
                new Script()
                    .event("GENERAL_SET_REQUEST_HEADER")
                    .pause(8000)
                    .event("GENERAL_SET_RESPONSE_HEADER")
                    .end("StaticFileModule", HANDLER)
                    .pause(100)
                    .start("HttpLoggingModule", "1024")
                    .end("HttpLoggingModule", "1024"))
            .timeline();
    assertThat(largest(timeline))
        .containsExactly(
            "8,000 ms ±16 ms in StaticFileModule or outside any module, after"
                + " GENERAL_SET_REQUEST_HEADER (event 0)",
            "100 ms ±16 ms outside any module, after NOTIFY_MODULE_END (event 2)");
  }
}

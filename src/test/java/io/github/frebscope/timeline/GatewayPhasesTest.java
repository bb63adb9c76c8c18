package io.github.frebscope.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.testing.MadeTimeline;
import org.junit.jupiter.api.Test;

/** Phases of exchanges in orders that no real trace at hand has. */
class GatewayPhasesTest {
  private static final String ARR = "ApplicationRequestRouting";
  private static final String ANCM = "AspNetCoreModuleV2";
  private static final String PHP = "FastCgiModule";

  private static MadeTimeline request(String module) {
    return new MadeTimeline().event("GENERAL_REQUEST_START").at(100).moduleStart(module);
  }

  private static Timeline end(MadeTimeline made, long at) {
    return made.at(at).event("GENERAL_REQUEST_END").complete();
  }

  private static String phases(Timeline timeline) {
    timeline
        .gatewayPhases()
        .ifPresent(
            phases ->
                assertThat(WaitingTimeTest.sum(phases))
                    .isEqualTo(timeline.root().inclusive().length()));
    return timeline.gatewayPhases().map(GatewayPhases::toString).orElse("none");
  }

  @Test
  void attempts_count_together() {
    MadeTimeline made = request(ARR).at(200).event("ARR_REQUEST_HEADERS_START");
    made.at(1200).event("ARR_REQUEST_HEADERS_START");
    made.at(1300).event("ARR_REQUEST_HEADERS_END").at(2300).event("ARR_REQUEST_HEADERS_START");
    made.at(2400).event("ARR_REQUEST_HEADERS_END").at(2900).event("ARR_RESPONSE_HEADERS_START");
    made.event("ARR_RESPONSE_HEADERS_END").moduleEnd(ARR, 0);
    assertThat(phases(end(made, 3000)))
        .isEqualTo(
            "ApplicationRequestRouting: before 200 ms ±16 ms"
                + " | connecting and sending 1,200 ms ±32 ms | waiting 1,500 ms ±32 ms"
                + " | body <16 ms | after 100 ms ±16 ms");
  }

  @Test
  void the_time_between_attempts_is_connecting() {
    MadeTimeline made = request(PHP).event("FASTCGI_ASSIGN_PROCESS").event("FASTCGI_START");
    made.event("FASTCGI_WAITING_FOR_RESPONSE").at(300).event("FASTCGI_UNEXPECTED_EXIT");
    made.at(700).event("FASTCGI_ASSIGN_PROCESS").event("FASTCGI_START");
    made.event("FASTCGI_WAITING_FOR_RESPONSE").at(1700).errorStatus(PHP, "0");
    made.at(1750).event("FASTCGI_END").moduleEnd(PHP, 0);
    assertThat(phases(end(made, 1800)))
        .isEqualTo(
            "FastCgiModule: before 100 ms ±16 ms | connecting and sending 400 ms ±32 ms"
                + " | waiting 1,200 ms ±32 ms | body 50 ms ±16 ms | after 50 ms ±16 ms");
  }

  @Test
  void an_exchange_that_breaks_off_ends_with_the_error_status_of_its_module() {
    MadeTimeline made = request(ARR).event("ARR_REQUEST_HEADERS_START");
    made.at(600).errorStatus("RewriteModule", "5").at(2100).errorStatus(ARR, "2147954429");
    made.at(9000).moduleEnd(ARR, 0);
    assertThat(phases(end(made, 9000)))
        .isEqualTo(
            "ApplicationRequestRouting: before 100 ms ±16 ms"
                + " | connecting and sending 2,000 ms ±16 ms | waiting none | body none"
                + " | after 6,900 ms ±16 ms");
  }

  @Test
  void without_an_error_status_an_exchange_ends_with_its_module() {
    MadeTimeline made = request(ARR).event("ARR_REQUEST_HEADERS_START").at(2100);
    made.moduleEnd(ARR, 0);
    assertThat(phases(end(made, 9100)))
        .isEqualTo(
            "ApplicationRequestRouting: before 100 ms ±16 ms"
                + " | connecting and sending 2,000 ms ±16 ms | waiting none | body none"
                + " | after 7,000 ms ±16 ms");
  }

  @Test
  void an_answer_that_breaks_off_and_one_that_reports_a_failure_of_its_own() {
    MadeTimeline broken = request(ARR).event("ARR_REQUEST_HEADERS_START");
    broken.event("ARR_REQUEST_HEADERS_END").event("ARR_RESPONSE_HEADERS_START");
    broken.at(600).event("ARR_RESPONSE_HEADERS_END").errorStatus(ARR, "0");
    broken.event("ARR_RESPONSE_ENTITY_START").at(1600).errorStatus(ARR, "2147954430");
    broken.at(1700).moduleEnd(ARR, 0);
    assertThat(phases(end(broken, 1700)))
        .isEqualTo(
            "ApplicationRequestRouting: before 100 ms ±16 ms | connecting and sending <16 ms"
                + " | waiting 500 ms ±16 ms | body 1,000 ms ±16 ms | after 100 ms ±16 ms");
  }

  @Test
  void a_body_in_parts_is_one_body() {
    MadeTimeline made = request(ARR).event("ARR_REQUEST_HEADERS_START");
    made.event("ARR_REQUEST_HEADERS_END").event("ARR_RESPONSE_HEADERS_END");
    made.event("ARR_RESPONSE_ENTITY_START").at(300).event("ARR_RESPONSE_ENTITY_END").at(800);
    made.event("ARR_RESPONSE_ENTITY_START").at(1100).event("ARR_RESPONSE_ENTITY_END");
    made.at(1200).moduleEnd(ARR, 0);
    assertThat(phases(end(made, 1200)))
        .endsWith(" | waiting <16 ms | body 1,000 ms ±16 ms | after 100 ms ±16 ms");
  }

  @Test
  void a_request_whose_body_goes_on_being_sent_is_not_waiting() {
    MadeTimeline made = request(ANCM).event("ANCM_REQUEST_FORWARD_START");
    made.callback(0x20).callback(0x400000).at(600).event("GENERAL_READ_ENTITY_START");
    made.at(1100).event("GENERAL_READ_ENTITY_END").at(1600).callback(0x100000);
    made.at(3600).callback(0x20000).callback(0x800).moduleEnd(ANCM, 0);
    assertThat(phases(end(made, 3600)))
        .isEqualTo(
            "AspNetCoreModuleV2: before 100 ms ±16 ms | connecting and sending 1,500 ms ±16 ms"
                + " | waiting 2,000 ms ±16 ms | body <16 ms | after <16 ms");
    assertThat(end(made, 3600).largestGaps(4).stream().map(gap -> gap.doing().orElse("?")))
        .containsExactly(
            "waiting for the application process's answer",
            "forwarding the request to the application process",
            "reading the request's body",
            "forwarding the request to the application process");
  }

  @Test
  void whether_the_last_block_of_the_body_is_out_is_not_known_of_arr() {
    MadeTimeline made = request(ARR).event("ARR_REQUEST_HEADERS_START");
    made.event("ARR_REQUEST_HEADERS_END").event("GENERAL_READ_ENTITY_START");
    made.at(600).event("GENERAL_READ_ENTITY_END").at(30600).errorStatus(ARR, "2147954402");
    made.moduleEnd(ARR, 0);
    Timeline timeline = end(made, 30600);
    assertThat(phases(timeline))
        .isEqualTo(
            "ApplicationRequestRouting: before 100 ms ±16 ms"
                + " | connecting and sending 500 ms ±16 ms | waiting none | body none"
                + " | after <16 ms | untraced 30,000 ms ±16 ms");
    assertThat(timeline.largestGaps(1).get(0).doing()).isEmpty();
  }

  @Test
  void callbacks_that_come_late_do_not_lead_back() {
    MadeTimeline made = request(ANCM).event("ANCM_REQUEST_FORWARD_START");
    made.callback(0x400000).at(600).callback(0x20000).at(700).callback(0x100000);
    made.at(800).callback(0x800).at(900).callback(0x400000).moduleEnd(ANCM, 0);
    assertThat(phases(end(made, 900)))
        .endsWith(" | waiting 500 ms ±16 ms | body 200 ms ±16 ms | after 100 ms ±16 ms");
  }

  @Test
  void a_module_that_returns_goes_on_waiting() {
    MadeTimeline made = request(ARR).event("ARR_REQUEST_HEADERS_START").moduleEnd(ARR, 1);
    made.at(1100).moduleCompletion(ARR).event("ARR_REQUEST_HEADERS_END").moduleEnd(ARR, 1);
    made.at(5100).moduleCompletion(ARR).event("ARR_RESPONSE_HEADERS_END").moduleEnd(ARR, 0);
    Timeline timeline = end(made, 5100);
    assertThat(phases(timeline))
        .startsWith("ApplicationRequestRouting: before 100 ms")
        .contains(" | connecting and sending 1,000 ms ±16 ms | waiting 4,000 ms ±16 ms | ");
    assertThat(timeline.largestGaps(2).stream().map(gap -> gap.doing().orElse("?")))
        .containsExactly(
            "waiting for the backend's answer", "connecting to the backend or sending headers");
  }

  @Test
  void the_exchange_of_a_child_request_says_so() {
    MadeTimeline made = request("RewriteModule").event("GENERAL_CHILD_REQUEST_START");
    made.at(200).moduleStart(PHP).at(500).event("FASTCGI_ASSIGN_PROCESS", "IsNewProcess", "true");
    made.event("FASTCGI_START").event("FASTCGI_WAITING_FOR_RESPONSE").at(1500);
    made.event("GENERAL_SET_RESPONSE_HEADER").event("FASTCGI_END").moduleEnd(PHP, 0);
    made.event("GENERAL_CHILD_REQUEST_END").moduleEnd("RewriteModule", 0);
    Timeline timeline = end(made, 1600);
    assertThat(phases(timeline))
        .isEqualTo(
            "FastCgiModule in a child request: before 200 ms ±16 ms"
                + " | connecting and sending 300 ms ±16 ms | waiting 1,000 ms ±16 ms"
                + " | body <16 ms | after 100 ms ±16 ms");
    assertThat(timeline.gatewayPhases().orElseThrow().request().is("GENERAL_CHILD_REQUEST"))
        .isTrue();
    assertThat(timeline.largestGaps(1))
        .singleElement()
        .hasToString(
            "1,000 ms ±16 ms in FastCgiModule, EXECUTE_REQUEST_HANDLER of a child request, after"
                + " FASTCGI_WAITING_FOR_RESPONSE (event 6): waiting for the FastCGI process's"
                + " answer");
  }

  @Test
  void of_several_exchanges_the_outermost_counts_and_then_the_first() {
    MadeTimeline made = request("RewriteModule").event("GENERAL_CHILD_REQUEST_START");
    made.moduleStart(PHP).event("FASTCGI_ASSIGN_PROCESS").event("FASTCGI_END").moduleEnd(PHP, 0);
    made.event("GENERAL_CHILD_REQUEST_END").moduleEnd("RewriteModule", 0);
    made.moduleStart(ARR).event("ARR_REQUEST_HEADERS_START").moduleEnd(ARR, 0);
    made.moduleStart(ANCM).event("ANCM_REQUEST_FORWARD_START").moduleEnd(ANCM, 0);
    assertThat(end(made, 100).gatewayPhases().flatMap(GatewayPhases::module)).contains(ARR);
  }

  @Test
  void a_trace_that_ends_in_the_middle_leaves_the_rest_open() {
    MadeTimeline made = request(ARR).event("ARR_REQUEST_HEADERS_START").at(1100);
    made.event("ARR_REQUEST_HEADERS_END").at(1600).event("URL_CHANGED");
    assertThat(phases(made.tornOff(20000)))
        .isEqualTo(
            "ApplicationRequestRouting: before 100 ms ±16 ms"
                + " | connecting and sending 1,000 ms ±16 ms | waiting 500 ms ±16 ms | body none"
                + " | after none | untraced 18,400 ms ±32 ms");
  }

  @Test
  void an_exchange_whose_beginning_is_missing_leaves_that_open() {
    MadeTimeline made = new MadeTimeline().event("ARR_RESPONSE_HEADERS_START").at(700);
    made.event("ARR_RESPONSE_HEADERS_END").event("ARR_RESPONSE_ENTITY_START").at(900);
    made.event("ARR_RESPONSE_ENTITY_END");
    made.at(1000).event("GENERAL_REQUEST_END");
    assertThat(phases(made.tornOff(5000)))
        .startsWith("gateway: before <16 ms | connecting and sending none | waiting 700 ms ±16 ms")
        .contains(" | body 200 ms ±16 ms | after 100 ms ±16 ms | untraced 4,000 ms ");
  }

  @Test
  void without_modules_nobody_knows_when_an_open_exchange_ended() {
    MadeTimeline made = new MadeTimeline().event("GENERAL_REQUEST_START").at(100);
    made.event("ARR_REQUEST_HEADERS_START").at(200).event("ARR_REQUEST_HEADERS_END");
    assertThat(phases(end(made, 9200)))
        .isEqualTo(
            "gateway: before 100 ms ±16 ms | connecting and sending 100 ms ±16 ms | waiting none"
                + " | body none | after none | untraced 9,000 ms ±16 ms");
  }

  @Test
  void a_program_that_is_not_there_and_a_full_queue_are_no_exchange() {
    assertThat(phases(end(request(PHP).event("FASTCGI_QUEUE_FULL").moduleEnd(PHP, 0), 100)))
        .isEqualTo("none");
    assertThat(phases(end(request(PHP).event("FASTCGI_PATH_NOT_FOUND").moduleEnd(PHP, 0), 100)))
        .isEqualTo("none");
  }

  @Test
  void a_queue_and_the_programs_that_come_out_of_it() {
    MadeTimeline made = request(PHP).event("FASTCGI_QUEUE_REQUEST").at(900);
    made.event("FASTCGI_ASSIGN_PROCESS", "IsNewProcess", "false").event("FASTCGI_START");
    made.event("FASTCGI_WAITING_FOR_RESPONSE").at(1000).event("FASTCGI_END").moduleEnd(PHP, 0);
    Timeline timeline = end(made, 1000);
    assertThat(phases(timeline)).contains("connecting and sending 800 ms ±16 ms | waiting 100 ms");
    assertThat(timeline.largestGaps(1).get(0).doing())
        .contains("waiting in the queue for a FastCGI process");
  }

  @Test
  void what_is_said_before_a_process_is_there_depends_on_the_process() {
    for (String[] pair :
        new String[][] {
          {"true", "starting a FastCGI process"},
          {"false", "getting a FastCGI process"},
          {"?", "getting or starting a FastCGI process"}
        }) {
      MadeTimeline made = request(PHP).at(900);
      made.event("FASTCGI_ASSIGN_PROCESS", "IsNewProcess", pair[0]).moduleEnd(PHP, 0);
      assertThat(end(made, 900).largestGaps(1).get(0).doing()).contains(pair[1]);
    }
  }

  @Test
  void a_cgi_program_that_starts_and_one_that_does_not() {
    String cgi = "CgiModule";
    MadeTimeline works = request(cgi).event("CGI_START").at(400);
    works.event("CGI_LAUNCH", "ErrorCode", "0").at(500).event("CGI_REQUEST_ENTITY_SENT").at(1500);
    works.event("CGI_HEADERS_RECEIVED").at(1800).event("CGI_END").moduleEnd(cgi, 0);
    Timeline timeline = end(works, 1800);
    assertThat(phases(timeline))
        .isEqualTo(
            "CgiModule: before 100 ms ±16 ms | connecting and sending 400 ms ±16 ms"
                + " | waiting 1,000 ms ±16 ms | body 300 ms ±16 ms | after <16 ms");
    assertThat(timeline.largestGaps(4).stream().map(gap -> gap.doing().orElse("?")))
        .containsExactly(
            "waiting for the CGI program's answer",
            "starting the CGI program",
            "receiving the rest of the CGI program's answer or passing it on",
            "?");
    MadeTimeline fails = request(cgi).event("CGI_START").at(400);
    fails.event("CGI_LAUNCH", "ErrorCode", "2147942402").at(500).moduleEnd(cgi, 0);
    assertThat(phases(end(fails, 500)))
        .endsWith("sending 300 ms ±16 ms | waiting none | body none | after 100 ms ±16 ms");
  }
}

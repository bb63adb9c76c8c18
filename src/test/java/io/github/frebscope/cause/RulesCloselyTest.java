package io.github.frebscope.cause;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.catalog.ErrorCodes;
import io.github.frebscope.trace.DataField;
import io.github.frebscope.trace.MeasuredTime;
import io.github.frebscope.trace.RequestInfo;
import io.github.frebscope.trace.StatusCode;
import io.github.frebscope.trace.Trace;
import io.github.frebscope.trace.TraceEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Single rules at the borders of what they say, with events made by hand. */
class RulesCloselyTest {
  private static final String ARR = "ApplicationRequestRouting";
  private static final String ANCM = "AspNetCoreModuleV2";
  private static final String STATUS_SET = "MODULE_SET_RESPONSE_ERROR_STATUS";
  private static final Instant START = Instant.parse("2026-04-02T07:31:12.044Z");

  private final List<TraceEvent> events = new ArrayList<>();
  private String verb = "GET";

  private TraceEvent event(long ms, int level, String area, String name, String... data) {
    List<DataField> fields = new ArrayList<>();
    for (int i = 0; i < data.length; i += 2) {
      fields.add(new DataField(data[i], data[i + 1]));
    }
    TraceEvent event =
        TraceEvent.builder()
            .position(events.size(), events.size())
            .time(START.plusMillis(ms))
            .kind("", 0, name)
            .header(0, 0, level)
            .area(0, List.of(), area)
            .data(fields)
            .build();
    events.add(event);
    return event;
  }

  private TraceEvent event(long ms, String name, String... data) {
    return event(ms, 4, "", name, data);
  }

  /** The last event that sets a status is the one to explain. */
  private Failure failure(String module, String status, long code, long waitedMs) {
    TraceEvent set = events.stream().filter(e -> e.is(STATUS_SET)).reduce((a, b) -> b).orElse(null);
    int dot = status.indexOf('.');
    StatusCode parsed =
        StatusCode.of(
            Integer.parseInt(status.substring(0, dot)),
            Integer.parseInt(status.substring(dot + 1)));
    Trace trace =
        Trace.builder()
            .file("fr000001.xml")
            .request(RequestInfo.of(Map.of("verb", verb)))
            .events(events)
            .build();
    return Failure.builder(trace, parsed)
        .by(module, set)
        .errorCode(code, false)
        .waited(MeasuredTime.of(Duration.ofMillis(waitedMs)))
        .build();
  }

  private static Optional<Finding> ask(String id, Failure failure) {
    return CauseRules.standard().all().stream()
        .filter(rule -> rule.cause().id().equals(id))
        .findFirst()
        .orElseThrow()
        .judge(failure);
  }

  private static Optional<Confidence> sure(String id, Failure failure) {
    return ask(id, failure).map(Finding::confidence);
  }

  private static long code(String hex) {
    long code = Long.parseLong(hex, 16);
    assertThat(ErrorCodes.find(code)).as(hex).isPresent();
    return code;
  }

  @Test
  void a_connection_that_was_there_needed_no_port() {
    event(0, "ANCM_WINHTTP_CALLBACK", "InternetStatus", "8");
    event(10, STATUS_SET);
    Failure connected = failure(ANCM, "502.3", code("80072EFD"), 0);
    assertThat(sure("PORT_EXHAUSTION", connected)).isEmpty();

    events.clear();
    event(0, "ANCM_WINHTTP_CALLBACK", "InternetStatus", "4");
    event(10, STATUS_SET);
    Failure trying = failure(ANCM, "502.3", code("80072EFD"), 0);
    assertThat(sure("PORT_EXHAUSTION", trying)).contains(Confidence.LOW);
  }

  @Test
  void winsock_names_a_connection_that_timed_out_even_to_a_process_of_this_server() {
    event(0, STATUS_SET);
    assertThat(sure("CONNECT_TIMEOUT", failure(ANCM, "502.3", code("8007274C"), 21_010)))
        .contains(Confidence.MEDIUM);
    assertThat(sure("CONNECT_TIMEOUT", failure(ANCM, "502.3", code("80072EE2"), 21_010))).isEmpty();
  }

  private void uploadOf(long length, long read) {
    events.clear();
    verb = "POST";
    event(0, Headers.ARRIVED, "Headers", "Host: a.example\r\nContent-Length: " + length + "\r\n");
    event(10, "GENERAL_READ_ENTITY_END", "BytesReceived", Long.toString(read), "ErrorCode", "0");
    event(20, STATUS_SET);
  }

  @Test
  void an_unfinished_upload_makes_a_reset_doubtful_only_in_front_of_a_local_process() {
    uploadOf(1_000_000, 5);
    assertThat(sure("BACKEND_RESET", failure(ANCM, "502.3", code("80072EFE"), 0)))
        .contains(Confidence.LOW);
    assertThat(sure("BACKEND_RESET", failure(ARR, "502.3", code("80072EFE"), 0)))
        .contains(Confidence.MEDIUM);
  }

  @Test
  void what_iis_reads_ahead_is_not_missing() {
    uploadOf(100_000, 50_848);
    assertThat(sure("UPLOAD_REJECTED", failure(ANCM, "502.3", code("80072EFE"), 0)))
        .contains(Confidence.LOW);
    uploadOf(100_000, 50_847);
    assertThat(sure("UPLOAD_REJECTED", failure(ANCM, "502.3", code("80072EFE"), 0)))
        .contains(Confidence.MEDIUM);
  }

  @Test
  void a_response_header_from_before_the_request_was_sent_is_no_answer() {
    event(0, "GENERAL_SET_RESPONSE_HEADER", "HeaderName", "X-Frame-Options");
    event(10, Headers.SET, "HeaderName", "MS-ASPNETCORE-TOKEN", "HeaderValue", "7a");
    event(20, STATUS_SET);
    Failure before = failure("AspNetCoreModule", "502.3", code("80070057"), 0);
    assertThat(sure("BAD_BACKEND_HEADERS", before)).contains(Confidence.MEDIUM);
    assertThat(ask("MALFORMED_REQUEST", before)).isPresent();

    events.clear();
    event(10, Headers.SET, "HeaderName", "MS-ASPNETCORE-TOKEN", "HeaderValue", "7a");
    event(15, "GENERAL_SET_RESPONSE_HEADER", "HeaderName", "X-Frame-Options");
    event(20, STATUS_SET);
    Failure after = failure("AspNetCoreModule", "502.3", code("80070057"), 0);
    assertThat(sure("BAD_BACKEND_HEADERS", after)).contains(Confidence.HIGH);
    assertThat(ask("MALFORMED_REQUEST", after)).isEmpty();
  }

  @Test
  void a_wait_excludes_a_request_that_cannot_be_sent_only_if_it_was_the_modules() {
    event(0, 4, "", "URL_CHANGED");
    event(3000, STATUS_SET);
    Failure shared = failure("AspNetCoreModule", "502.3", code("80070057"), 3000);
    assertThat(shared.isWaitOfModule()).isFalse();
    assertThat(sure("MALFORMED_REQUEST", shared)).contains(Confidence.LOW);

    events.clear();
    event(0, 5, "", "NOTIFY_MODULE_START");
    event(3000, STATUS_SET);
    Failure own = failure("AspNetCoreModule", "502.3", code("80070057"), 3000);
    assertThat(own.isWaitOfModule()).isTrue();
    assertThat(sure("MALFORMED_REQUEST", own)).isEmpty();
  }

  @Test
  void events_of_the_same_moment_as_the_status_do_not_tell_whose_the_silence_was() {
    event(0, 5, "", "NOTIFY_MODULE_START");
    event(3000, 4, "", "GENERAL_FLUSH_RESPONSE_END");
    event(3000, STATUS_SET);
    assertThat(failure(ANCM, "502.3", 0, 3000).isWaitOfModule()).isTrue();
  }

  @Test
  void a_share_that_vanished_is_no_client_but_a_client_that_left_before_is() {
    event(0, STATUS_SET);
    assertThat(ask("CLIENT_GONE", failure("StaticFileModule", "500.0", code("80070040"), 0)))
        .isEmpty();
    events.clear();
    event(0, "GENERAL_FLUSH_RESPONSE_END", "ErrorCode", "2147942464");
    event(10, STATUS_SET);
    assertThat(sure("CLIENT_GONE", failure("StaticFileModule", "500.0", code("80070040"), 0)))
        .contains(Confidence.HIGH);
  }

  @Test
  void the_name_of_arr_in_the_response_tells_of_a_relay_only_after_the_status() {
    event(0, "GENERAL_SET_RESPONSE_HEADER", "HeaderName", "X-Powered-By", "HeaderValue", "ARR/3.0");
    event(10, STATUS_SET);
    assertThat(ask("RELAYED_502", failure(ARR, "502.0", 0, 0))).isEmpty();
    event(
        10, "GENERAL_SET_RESPONSE_HEADER", "HeaderName", "X-Powered-By", "HeaderValue", "ARR/3.0");
    assertThat(sure("RELAYED_502", failure(ARR, "502.0", 0, 0))).contains(Confidence.MEDIUM);
  }

  @Test
  void a_file_that_is_not_found_is_a_hint_of_a_start_unless_the_trace_says_so() {
    event(0, STATUS_SET);
    assertThat(sure("START_EXE_NOT_FOUND", failure(ANCM, "502.3", code("80070002"), 0)))
        .contains(Confidence.LOW);
    assertThat(sure("START_EXE_NOT_FOUND", failure(ANCM, "502.5", code("80070002"), 0)))
        .contains(Confidence.MEDIUM);
  }

  @Test
  void a_wait_as_long_as_the_start_may_take_says_nothing_beside_another_error() {
    event(0, STATUS_SET);
    assertThat(ask("START_TIMEOUT", failure(ANCM, "502.5", code("80070002"), 120_010))).isEmpty();
    assertThat(sure("START_TIMEOUT", failure(ANCM, "502.5", 0, 120_010))).contains(Confidence.LOW);
  }

  @Test
  void what_was_forwarded_had_been_started() {
    event(0, STATUS_SET);
    assertThat(ask("START_NOT_LISTENING", failure(ANCM, "502.3", code("8007065F"), 0))).isPresent();
    events.clear();
    event(0, "ANCM_REQUEST_FORWARD_START");
    event(10, STATUS_SET);
    assertThat(ask("START_NOT_LISTENING", failure(ANCM, "502.3", code("8007065F"), 0))).isEmpty();
  }

  @Test
  void a_header_counts_as_set_only_before_the_status_and_the_last_one_wins() {
    event(0, Headers.SET, "HeaderName", "X-Tile", "HeaderValue", "1");
    event(1, Headers.SET, "HeaderName", "x-tile", "HeaderValue", "2");
    event(2, STATUS_SET);
    event(3, Headers.SET, "HeaderName", "X-Tile", "HeaderValue", "3");
    assertThat(failure(ARR, "502.3", 0, 0).setHeader("X-TILE")).contains("2");
  }
}

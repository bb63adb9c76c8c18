package io.github.frebscope.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraceValuesTest {
  private static final Instant START = Instant.parse("2026-01-02T03:04:05.006Z");

  private static TraceEvent event(int index, int millis, int level, String name, String... data) {
    List<DataField> fields = new ArrayList<>();
    for (int i = 0; i < data.length; i += 2) {
      fields.add(new DataField(data[i], data[i + 1]));
    }
    return TraceEvent.builder()
        .position(index, 1000L * index)
        .time(START.plusMillis(millis))
        .kind("{G}", 1, name)
        .header(0, 1, level)
        .data(fields)
        .build();
  }

  @ParameterizedTest
  @CsvSource({"502.3, 502, 3, 502.3", "404, 404, 0, 404", "200.0, 200, 0, 200", "0, 0, 0, 0"})
  void status_is_read_and_printed_as_iis_does(String text, int status, int sub, String printed) {
    StatusCode code = StatusCode.parse(text).orElseThrow();
    assertThat(code).isEqualTo(StatusCode.of(status, sub));
    assertThat(code).hasToString(printed);
  }

  @ParameterizedTest
  @CsvSource({"''", "abc", "502.", ".3", "502.x", "-1", "1000", "502.-3", "99999999999"})
  void what_is_no_status_is_none(String text) {
    assertThat(StatusCode.parse(text)).isEmpty();
  }

  @Test
  void a_status_out_of_range_is_refused() {
    assertThatThrownBy(() -> StatusCode.of(1000)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> StatusCode.of(502, -1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void request_answers_empty_for_what_is_missing_or_no_number() {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("url", "");
    attributes.put("siteId", "two");
    attributes.put("processId", "4294967295");
    attributes.put("timeTaken", "8078");
    RequestInfo request = RequestInfo.of(attributes);
    attributes.put("verb", "GET"); // the value was copied
    assertThat(request.url()).contains("");
    assertThat(request.siteId()).isEmpty();
    assertThat(request.processId()).hasValue(4_294_967_295L);
    assertThat(request.timeTaken()).contains(Duration.ofMillis(8078));
    assertThat(request.verb()).isEmpty();
    assertThat(request.status()).isEmpty();
    assertThat(request.attributes()).containsOnlyKeys("url", "siteId", "processId", "timeTaken");
  }

  @Test
  void data_is_found_by_its_exact_name_the_first_one_counts() {
    TraceEvent event = event(0, 0, 4, "E", "A", "1", "a", "2", "A", "3", "N", "x12");
    assertThat(event.data("A")).contains("1");
    assertThat(event.data("a")).contains("2");
    assertThat(event.data("b")).isEmpty();
    assertThat(event.number("A")).hasValue(1);
    assertThat(event.number("N")).isEqualTo(OptionalLong.empty());
  }

  @Test
  void an_event_prints_as_one_line() {
    TraceEvent event =
        event(
            7,
            0,
            4,
            "GENERAL_REQUEST_HEADERS",
            "Headers",
            "Host: a\r\nX: b\r\n",
            "B",
            "é".repeat(99));
    assertThat(event)
        .hasToString(
            "7 GENERAL_REQUEST_HEADERS [Headers=Host: a..X: b, B=" + "é".repeat(80) + "...]");
  }

  @Test
  void silence_is_counted_from_the_last_event_with_another_time() {
    List<TraceEvent> events =
        List.of(
            event(0, 0, 0, "A"),
            event(1, 15, 4, "B"),
            event(2, 2046, 4, "C"),
            event(3, 2046, 3, "D"));
    Trace trace = Trace.builder().request(RequestInfo.of(Map.of())).events(events).build();
    assertThat(trace.silenceBefore(events.get(3))).isEqualTo(Duration.ofMillis(2031));
    assertThat(trace.silenceBefore(events.get(1))).isEqualTo(Duration.ofMillis(15));
    assertThat(trace.silenceBefore(events.get(0))).isEqualTo(Duration.ZERO);
  }

  @Test
  void a_digest_keeps_names_warnings_ends_and_both_sides_of_a_step() {
    List<TraceEvent> events = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      events.add(event(i, i < 6 ? 0 : 31, i == 3 ? 3 : 4, i == 9 ? "WANTED" : "OTHER"));
    }
    Trace trace = Trace.builder().request(RequestInfo.of(Map.of())).events(events).build();
    Trace digest = trace.digest(Set.of("WANTED"));
    assertThat(digest.events().stream().map(TraceEvent::index)).containsExactly(0, 3, 5, 6, 9, 11);
    assertThat(digest.eventCount()).isEqualTo(12);
    assertThat(digest.isDigest()).isTrue();
    assertThat(trace.isDigest()).isFalse();
    assertThat(digest.digest(Set.of("WANTED"))).isEqualTo(digest);
    assertThat(digest.event(5).map(TraceEvent::index)).contains(5);
    assertThat(digest.event(4)).isEqualTo(Optional.empty());
    assertThat(digest.silenceBefore(events.get(9))).isEqualTo(trace.silenceBefore(events.get(9)));
  }

  @Test
  void lists_are_copied_and_closed() {
    List<TraceEvent> events = new ArrayList<>(List.of(event(0, 0, 0, "A")));
    Trace trace = Trace.builder().request(RequestInfo.of(Map.of())).events(events).build();
    events.clear();
    assertThat(trace.events()).hasSize(1);
    assertThatThrownBy(() -> trace.events().clear())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> trace.request().attributes().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void a_diagnostic_says_where() {
    assertThat(new Diagnostic(Diagnostic.Kind.TORN, "torn", 12, 3))
        .hasToString("byte 12, event 3: torn");
    assertThat(new Diagnostic(Diagnostic.Kind.TORN, "torn", -1, -1)).hasToString("torn");
  }
}

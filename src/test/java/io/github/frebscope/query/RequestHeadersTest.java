package io.github.frebscope.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.testing.Samples;
import io.github.frebscope.trace.DataField;
import io.github.frebscope.trace.Trace;
import io.github.frebscope.trace.TraceEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The odd ways in which headers can stand in a trace. */
class RequestHeadersTest {
  private static Trace with(String headers) {
    return Samples.trace(
            Samples.event(0, 0, 0, "GENERAL_REQUEST_START"),
            Samples.event(1, 0, 4, "GENERAL_REQUEST_HEADERS", "Headers", headers))
        .build();
  }

  private static Optional<String> value(String headers, String name) {
    return Attributes.header(name).in(with(headers));
  }

  private static Optional<List<String>> names(String headers) {
    return TraceSummary.of(with(headers), Samples.verdict().build(), Optional.empty()).headers();
  }

  @Test
  void names_have_no_case_and_values_no_blanks_around_them() {
    String lines = "HOST:  shop.example \r\nx-Id:\t7\r\n";
    assertThat(value(lines, "Host")).contains("shop.example");
    assertThat(value(lines, " X-ID ")).contains("7");
    assertThat(value(lines, "id")).isEmpty();
    assertThat(value(lines, "X")).isEmpty();
  }

  @Test
  void of_a_repeated_header_the_first_value_counts() {
    assertThat(value("Via: a\r\nVIA: b\r\n", "via")).contains("a");
    assertThat(names("Via: a\r\nVIA: b\r\n")).contains(List.of("via"));
  }

  @Test
  void a_header_without_a_value_is_an_empty_text_and_one_that_is_not_there_is_missing() {
    assertThat(value("A:\r\nB: \r\nC: x", "a")).contains("");
    assertThat(value("A:\r\nB: \r\nC: x", "b")).contains("");
    assertThat(value("A:\r\nB: \r\nC: x", "c")).contains("x");
    assertThat(value("A:\r\n", "d")).isEmpty();
    assertThat(value("", "a")).isEmpty();
    assertThat(names("")).contains(List.of());
  }

  @Test
  void folded_lines_belong_to_the_value_before_them() {
    String lines = "Accept: a,\r\n\tb,\r\n  c\r\n Host: not.this.example\nVia:\n x\nEnd: 1";
    assertThat(value(lines, "accept")).contains("a, b, c Host: not.this.example");
    assertThat(value(lines, "host")).isEmpty();
    assertThat(value(lines, "via")).contains("x");
    assertThat(value(lines, "end")).contains("1");
    assertThat(names(lines)).contains(List.of("accept", "end", "via"));
  }

  @Test
  void lines_that_are_no_headers_give_no_names() {
    assertThat(names("GET http://x/ HTTP/1.1\r\n: nothing\r\nno colon\r\na,b: 1\r\nOk: 1\r\n"))
        .contains(List.of("ok"));
    assertThat(value("Referer: http://a.example:80/\r\n", "referer"))
        .contains("http://a.example:80/");
  }

  @Test
  void the_headers_of_a_child_request_are_not_those_of_the_request() {
    TraceEvent child =
        TraceEvent.builder()
            .time(Instant.parse("2026-01-14T10:22:31Z"))
            .kind("", 1, "GENERAL_REQUEST_HEADERS")
            .requestDepth(1)
            .data(List.of(new DataField("Headers", "Host: child")))
            .build();
    assertThat(Attributes.header("Host").in(Samples.trace(child).build())).isEmpty();
    Trace both =
        Samples.trace(
                child, Samples.event(1, 0, 4, "GENERAL_REQUEST_HEADERS", "Headers", "Host: own"))
            .build();
    assertThat(Attributes.header("Host").in(both)).contains("own");
  }
}

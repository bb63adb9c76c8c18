package io.github.frebscope.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.Frebscope;
import io.github.frebscope.compare.Comparison;
import io.github.frebscope.query.TerminalText;
import io.github.frebscope.testing.Fixtures;
import io.github.frebscope.testing.Samples;
import io.github.frebscope.testing.Shared;
import io.github.frebscope.timeline.Timeline;
import io.github.frebscope.trace.RequestInfo;
import io.github.frebscope.trace.Trace;
import io.github.frebscope.trace.TraceEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparisonReportTest {
  private static final Path API = Fixtures.TESTDATA.resolve("farm/edge01/FailedReqLogFiles/W3SVC2");

  @Test
  void a_refused_request_and_one_that_the_backend_answered() throws IOException {
    String text = report(API.resolve("fr000001.xml"), API.resolve("fr000006.xml")).toString();
    assertThat(text.lines().skip(2).toList())
        .containsExactlyElementsOf(
            """
            Both: GET http://api.fabrik.example:80/v1/orders

            Status set
              A  event 12: ApplicationRequestRouting in EXECUTE_REQUEST_HANDLER;
                HttpStatus=502, HttpReason=Bad Gateway, HttpSubStatus=3,
                ErrorCode=0x80072EFD ERROR_WINHTTP_CANNOT_CONNECT
              B  event 15: ApplicationRequestRouting in EXECUTE_REQUEST_HANDLER;
                HttpStatus=502, HttpReason=Bad Gateway, HttpSubStatus=0, ErrorCode=0

            Did not end
              A  ARR request headers (event 11): connecting to the backend or sending
                headers; no end, ended in B (event 11)

            Took longer
              A  2,109 ms ±16 ms against <16 ms: ARR request headers (event 11; B: event 11)

            Only in A
              event 13 SET_RESPONSE_ERROR_DESCRIPTION: ErrorDescription=A connection with
                the server could not be established
              event 15 GENERAL_SEND_CUSTOM_ERROR: HttpStatus=502, HttpSubStatus=3,
                FileNameOrURL=502.htm

            Only in B
              ARR response headers, 156 ms ±16 ms, events 13-14
              event 16 GENERAL_SET_RESPONSE_HEADER: HeaderName=Content-Length,
                HeaderValue=37, Replace=true
              event 17 GENERAL_SET_RESPONSE_HEADER: HeaderName=Content-Type,
                HeaderValue=text/html, Replace=true
              event 18 GENERAL_SET_RESPONSE_HEADER: HeaderName=X-Powered-By,
                HeaderValue=ARR/3.0, Replace=false

            Other data
              RemoteAddress of GENERAL_ENDPOINT_INFORMATION (event 2)
                A  203.0.113.141
                B  203.0.113.119
              Server of ARR_REQUEST_ROUTED (event 7, and 1 more like it)
                A  fab-web2.fabrik.example
                B  fab-web1.fabrik.example
              Cache-Control, Headers of GENERAL_RESPONSE_HEADERS (events 17, 21)
                A  private
                B  none
              Content-Type, Headers of GENERAL_RESPONSE_HEADERS (events 17, 21)
                A  text/html; charset=utf-8
                B  text/html
              Server, Headers of GENERAL_RESPONSE_HEADERS (events 17, 21)
                A  Microsoft-IIS/10.0
                B  none
              Content-Length, Headers of GENERAL_RESPONSE_HEADERS (events 17, 21)
                A  none
                B  37
              BytesSent of GENERAL_FLUSH_RESPONSE_END (events 18, 22, and 1 more like it)
                A  668
                B  122
              HttpSubStatus of GENERAL_REQUEST_END (events 19, 23): A 3, B 0
            """
                .lines()
                .toList());
    assertThat(text.lines().limit(2).toList())
        .satisfiesExactly(
            a -> assertThat(a).startsWith("A  502.3  2,125 ms ±16 ms  ").endsWith("/fr000001.xml"),
            b -> assertThat(b).startsWith("B  502    171 ms ±16 ms    ").endsWith("/fr000006.xml"));
  }

  @Test
  void the_same_twice() throws IOException {
    assertThat(report(API.resolve("fr000001.xml"), API.resolve("fr000001.xml")).toString())
        .endsWith("\nno difference beyond the clock\n")
        .hasLineCount(4);
  }

  @Test
  void long_lists_are_bounded_and_whole_with_all() {
    List<TraceEvent> events = new ArrayList<>(List.of(start()));
    for (int i = 1; i <= 12; i++) {
      events.add(Samples.event(i, 0, 4, "NAME_" + i));
    }
    Comparison comparison =
        Comparison.of(
            timeline(events), timeline(List.of(start(), Samples.event(1, 0, 4, "OTHER"))));
    ComparisonReport report = ComparisonReport.of(comparison);
    assertThat(report.toString())
        .contains("Only in A\n  event 1 NAME_1\n")
        .contains("  event 8 NAME_8\n  ... and 4 more (--all)\n")
        .doesNotContain("NAME_9");
    assertThat(report.all(true).toString())
        .contains("  event 12 NAME_12\n")
        .doesNotContain("more (--all)");
  }

  @Test
  void warnings_come_first_and_what_was_not_traced_is_counted() {
    List<TraceEvent> events =
        List.of(
            start(),
            Samples.event(1, 0, 4, "LESS"),
            Samples.event(2, 0, 3, "MODULE_WARNING"),
            Samples.event(3, 0, 5, "VERBOSE_ONE"),
            Samples.event(4, 0, 5, "VERBOSE_TWO"));
    Comparison comparison =
        Comparison.of(timeline(events), timeline(List.of(start(), Samples.event(1, 0, 4, "X"))));
    assertThat(ComparisonReport.of(comparison).toString())
        .contains(
            """
            Only in A
              event 2 MODULE_WARNING
              event 1 LESS
              2 that may just not have been traced: the other trace has no events of level
                verbose of its provider
            """);
    assertThat(ComparisonReport.of(comparison).all(true).toString())
        .contains("  event 4 VERBOSE_TWO (may just not have been traced)\n");
  }

  @Test
  void a_span_without_an_end_that_one_side_has_is_told_once() {
    List<TraceEvent> events =
        List.of(
            start(),
            Samples.event(1, 0, 4, "ARR_RESPONSE_HEADERS_START"),
            Samples.event(2, 30_000, 0, "GENERAL_REQUEST_END"));
    List<TraceEvent> other =
        List.of(
            start(),
            Samples.event(1, 0, 4, "X"),
            Samples.event(2, 30_000, 0, "GENERAL_REQUEST_END"));
    String text = ComparisonReport.of(Comparison.of(timeline(events), timeline(other))).toString();
    assertThat(text)
        .contains(
            """
            Did not end
              A  ARR response headers (event 1): waiting for the backend's headers or
                receiving them; no end, not in B at all; lasted 30,000 ms ±16 ms

            Only in B
            """)
        .doesNotContain("Only in A", "Took longer");
  }

  @Test
  void different_urls_are_said_first_and_secrets_are_masked() {
    Map<String, String> attributes = new LinkedHashMap<>(Samples.attributes());
    attributes.put("url", "http://shop.example:80/other?token=abc");
    attributes.put("appPoolId", "\u001B[31mPool");
    Trace other =
        Samples.trace(set("Authorization", "Basic bGVhaw=="), body("longer body"))
            .request(RequestInfo.of(attributes))
            .build();
    Trace one = Samples.trace(set("Authorization", "Basic c2VjcmV0"), body("body")).build();
    Comparison comparison = Comparison.of(Timeline.of(one), Timeline.of(other));
    String text = ComparisonReport.of(comparison).toString();
    assertThat(text.lines().skip(2).limit(3).toList())
        .containsExactly(
            "Different URLs; most of what differs may come from that:",
            "A  GET http://shop.example:80/items?page=3&access_token=[masked, 6 characters]",
            "B  GET http://shop.example:80/other?token=[masked, 3 characters]");
    assertThat(text)
        .contains("  appPoolId: A ShopPool, B \\x1B[31mPool\n")
        .contains("Buffer of GENERAL_RESPONSE_ENTITY_BUFFER (event 1): differs, 4 and 11")
        .doesNotContain("c2Vj", "bGVh", "\u001B", "longer");
  }

  @Test
  void values_that_differ_only_where_they_are_masked_or_far_behind() {
    String far = "x".repeat(300);
    Trace one = Samples.trace(set("X-Api-Key", "secret1"), set("X-Far", far + "1")).build();
    Trace other = Samples.trace(set("X-Api-Key", "secret2"), set("X-Far", far + "2")).build();
    assertThat(ComparisonReport.of(Comparison.of(Timeline.of(one), Timeline.of(other))).toString())
        .containsPattern("differs\\s+where\\s+it\\s+is\\s+masked")
        .contains("    A  ...xxxxxxxxxxxx1\n    B  ...xxxxxxxxxxxx2\n")
        .doesNotContain("secret");
  }

  @Test
  void no_line_is_wider_than_the_page() throws IOException {
    Timeline first = Timeline.of(Frebscope.read(API.resolve("fr000001.xml")));
    for (Path file : Shared.traces(Fixtures.TESTDATA.resolve("traces"))) {
      Comparison comparison = Comparison.of(first, Timeline.of(Frebscope.read(file)));
      for (int width : new int[] {40, 80, 131}) {
        ReportOptions options = ReportOptions.standard().withWidth(width);
        assertThat(ComparisonReport.of(comparison).all(true).text(options).lines())
            .allMatch(line -> TerminalText.width(line) <= width);
      }
    }
  }

  @Test
  void a_real_refused_request_and_a_relayed_one() throws IOException {
    Path corpus = Shared.dir("corpus/frebviewer");
    String text =
        report(
                corpus.resolve("fr000070.arr-bad-backend.xml"),
                corpus.resolve("fr000069.arr-proxy.xml"))
            .toString();
    assertThat(text)
        .contains("\nDifferent URLs; ")
        .contains("    HttpStatus=502, HttpReason=Bad Gateway, HttpSubStatus=3,\n")
        .contains("    HttpStatus=400, HttpReason=Bad Request, HttpSubStatus=0, ErrorCode=0\n")
        .contains("\nDid not end\n  A  ARR request headers in ApplicationRequestRouting")
        .contains("\nTook longer\n  A  8,063 ms ±16 ms against 63 ms ±16 ms: ARR request headers")
        .contains("  ARR response headers in ApplicationRequestRouting, EXECUTE_REQUEST_HANDLER,");
  }

  @Test
  void other_real_pairs() throws IOException {
    Path corpus = Shared.dir("corpus/frebviewer");
    assertThat(
            report(
                    corpus.resolve("fr000064.rewrite-abort.xml"),
                    corpus.resolve("fr000065.rewrite-abort.xml"))
                .toString())
        .endsWith("\nno difference beyond the clock\n");
    assertThat(
            report(corpus.resolve("fr000009.asp-200.xml"), corpus.resolve("fr000010.asp-error.xml"))
                .toString())
        .contains("  A  event 119: IsapiModule in EXECUTE_REQUEST_HANDLER; HttpStatus=200,\n")
        .contains("  B  event 122: IsapiModule in EXECUTE_REQUEST_HANDLER; HttpStatus=500,\n")
        .contains("  event 100 ASP_FIRST_REQUEST_FOR_ASP\n")
        .doesNotContain("SessionId");
    assertThat(
            report(
                    corpus.resolve("fr000017.aspnet-200.xml"),
                    corpus.resolve("fr000018.aspnet-error.xml"))
                .toString())
        .contains("  ASP.NET compilation in ManagedPipelineHandler, MAP_REQUEST_HANDLER, 2,688 ms")
        .contains("\nDid not end\n  B  ASP.NET page Load in ManagedPipelineHandler")
        .contains("  ASP.NET web event System.Web.Management.WebRequestErrorEvent in");
  }

  private static TraceEvent start() {
    return Samples.event(0, 0, 0, "GENERAL_REQUEST_START");
  }

  private static TraceEvent set(String header, String value) {
    return Samples.event(
        header.length() % 2,
        0,
        4,
        "GENERAL_SET_REQUEST_HEADER",
        "HeaderName",
        header,
        "HeaderValue",
        value);
  }

  private static TraceEvent body(String text) {
    return Samples.event(1, 0, 4, "GENERAL_RESPONSE_ENTITY_BUFFER", "Buffer", text);
  }

  private static Timeline timeline(List<TraceEvent> events) {
    return Timeline.of(Samples.trace(events.toArray(TraceEvent[]::new)).build());
  }

  private static ComparisonReport report(Path left, Path right) throws IOException {
    return ComparisonReport.of(
        Comparison.of(Timeline.of(Frebscope.read(left)), Timeline.of(Frebscope.read(right))));
  }
}

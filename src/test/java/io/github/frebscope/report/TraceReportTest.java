package io.github.frebscope.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.Frebscope;
import io.github.frebscope.classify.Verdict;
import io.github.frebscope.query.TerminalText;
import io.github.frebscope.query.TimeByModule;
import io.github.frebscope.testing.Samples;
import io.github.frebscope.timeline.Timeline;
import io.github.frebscope.trace.Completeness;
import io.github.frebscope.trace.Diagnostic;
import io.github.frebscope.trace.Trace;
import io.github.frebscope.trace.TraceEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceReportTest {
  private static Trace trace() {
    return Samples.trace(
            Samples.event(
                0, 0, 0, "GENERAL_REQUEST_START", "", Map.of(), "ContextId", "{X}", "SiteId", "5"),
            Samples.event(
                1,
                15,
                5,
                "GENERAL_SET_REQUEST_HEADER",
                "",
                Map.of(),
                "HeaderName",
                "Cookie",
                "HeaderValue",
                "abc"),
            Samples.event(
                2,
                31,
                5,
                "NOTIFY_MODULE_START",
                "RequestNotifications",
                Map.of("Notification", "EXECUTE_REQUEST_HANDLER"),
                "ModuleName",
                "ApplicationRequestRouting",
                "Notification",
                "128",
                "fIsPostNotification",
                "false"),
            Samples.event(
                3,
                8078,
                3,
                "MODULE_SET_RESPONSE_ERROR_STATUS",
                "RequestNotifications",
                Map.of("Notification", "EXECUTE_REQUEST_HANDLER"),
                "ModuleName",
                "ApplicationRequestRouting",
                "Notification",
                "128",
                "HttpStatus",
                "502",
                "ErrorCode",
                "2147954402",
                "ConfigExceptionInfo",
                ""),
            Samples.event(4, 8078, 5, "NOTIFY_MODULE_END"),
            Samples.event(5, 8078, 5, "A"),
            Samples.event(6, 8078, 5, "B"),
            Samples.event(
                7, 8078, 5, "GENERAL_REQUEST_ENTITY", "", Map.of(), "Buffer", "x".repeat(1234)),
            Samples.event(8, 8093, 0, "GENERAL_REQUEST_END", "", Map.of()))
        .build();
  }

  @Test
  void shows_request_verdict_and_what_matters() {
    assertThat(TraceReport.of(trace(), Samples.verdict().build()))
        .hasToString(
            """
            logs/W3SVC5/fr000021.xml
            Request    GET http://shop.example:80/items?page=3&access_token=[masked, 6
                       characters]
            Status     502.3 Bad Gateway: Forwarder Connection Error (ARR). (ARR 3.0.1916+:
                       WinHTTP asynchronous completion failure)
            Trigger    STATUS_CODE 502.3
            Server     WEB01, site 5, pool ShopPool, process 5196
            Start      2026-11-03 06:12:44.640 UTC
            Took       8,078 ms ±16 ms
            User       anonymous
            Activity   {400000A2-0001-FA00-B63F-84710C7967BB}
            Trace      9 events, complete
            Time went  8,047 ms ±16 ms in ApplicationRequestRouting,
                       EXECUTE_REQUEST_HANDLER, after NOTIFY_MODULE_START (event 2)
            Stages     (between stages) 46 ms ±32 ms |
                       EXECUTE_REQUEST_HANDLER 8,047 ms ±16 ms
            Recorded   provider at Verbose: RequestNotifications

            Timeline (> marks the evidence; --all shows every span and event)
             0  request                                    ================  8,093 ms ±16 ms
             2    EXECUTE_REQUEST_HANDLER                  ================  8,047 ms ±16 ms
             2      ApplicationRequestRouting              ================  8,047 ms ±16 ms
                      largest silence                      ................  8,047 ms ±16 ms
            >3        MODULE_SET_RESPONSE_ERROR_STATUS                          06:12:52.718
                        HttpStatus=502, ErrorCode=0x80072EE2 ERROR_WINHTTP_TIMEOUT

            Verdict    ApplicationRequestRouting (RequestRouting) set 502.3 in
                       EXECUTE_REQUEST_HANDLER
            Confidence high
            Who        The backend did not answer in time.
            Error      0x80072EE2 ERROR_WINHTTP_TIMEOUT: The operation timed out.
            Waited     8,047 ms ±16 ms of silence before the deciding event
            Backend    app1.shop.example
            Evidence   event 3 at 06:12:52.718 MODULE_SET_RESPONSE_ERROR_STATUS: set 502.3
                         HttpStatus=502, ErrorCode=0x80072EE2 ERROR_WINHTTP_TIMEOUT
            """);
  }

  @Test
  void without_times_there_are_no_lengths() {
    List<TraceEvent> events = new ArrayList<>();
    for (TraceEvent event : trace().events()) {
      events.add(
          TraceEvent.builder()
              .position(event.index(), event.offset())
              .time(Instant.EPOCH)
              .header(0, 1, event.level())
              .kind("", 1, event.name())
              .area(0x100, List.of(), event.area().orElse(""))
              .origin(event.origin())
              .data(event.data())
              .build());
    }
    Trace trace = Samples.trace(events.toArray(TraceEvent[]::new)).build();
    String text = TraceReport.of(trace, Frebscope.classify(trace)).toString();
    assertThat(text.replaceAll("\\s+", " "))
        .contains(" after a wait of unknown length, as no event");
    assertThat(text)
        .contains("Missing    no event has a time")
        .contains("Time went  unknown: no event has a time")
        .contains("Evidence   event 3 MODULE_SET_RESPONSE_ERROR_STATUS")
        .contains(" 0  request\n")
        .doesNotContain("<16 ms", "Waited", "\nGateway", "Stages", "=====");
    TimeByModule times = new TimeByModule();
    times.add(Timeline.of(trace));
    assertThat(times.rows())
        .singleElement()
        .hasToString("(not traced), 8,078 ms ±16 ms in 1 request, 100.0 %");
  }

  @Test
  void a_tree_of_many_alike_is_bounded() {
    List<TraceEvent> events = new ArrayList<>();
    events.add(Samples.event(0, 0, 0, "GENERAL_REQUEST_START"));
    for (int i = 1; i <= 2_000; i += 2) {
      events.add(Samples.event(i, i * 40L, 4, "GENERAL_CHILD_REQUEST_START", "RequestURL", "/c"));
      events.add(Samples.event(i + 1, i * 40L + 36, 4, "GENERAL_CHILD_REQUEST_END"));
    }
    for (int i = 2_001; i < 4_000; i++) {
      events.add(Samples.event(i, 80_000, 3, "MODULE_SET_RESPONSE_ERROR_STATUS"));
    }
    events.add(Samples.event(4_000, 80_000, 0, "GENERAL_REQUEST_END"));
    Trace trace = Samples.trace(events.toArray(TraceEvent[]::new)).build();
    TraceReport report = TraceReport.of(trace, Samples.verdict().evidence(List.of()).build());
    assertThat(report.toString())
        .contains("... 941 spans, none above 36 ms ±16 ms\n")
        .contains("... 1,979 more warnings\n");
    assertThat(report.toString().lines().count()).isLessThan(150);
    assertThat(report.allEvents(true).toString().lines().count()).isGreaterThan(4_000);
  }

  @Test
  void narrow_pages_have_names_and_no_bars() {
    String text =
        TraceReport.of(trace(), Samples.verdict().build())
            .text(new ReportOptions(60, false, Redaction.on()));
    assertThat(text)
        .contains("\n 2      ApplicationRequestRouting            8,047 ms ±16 ms\n")
        .doesNotContain("====");
  }

  @Test
  void shows_every_event_and_all_data_when_asked() {
    String text =
        TraceReport.of(trace(), Samples.verdict().build()).flat(true).allEvents(true).toString();
    assertThat(text.substring(text.indexOf("All events"), text.indexOf("\nVerdict")))
        .isEqualTo(
            """
            All events, times in UTC (> marks the evidence)
            No  Time                      Gap  Level    Event
             0  06:12:44.640                   always   GENERAL_REQUEST_START
                    ContextId = {X}
                    SiteId = 5
             1  06:12:44.655           <31 ms  verbose  GENERAL_SET_REQUEST_HEADER
                    HeaderName = Cookie
                    HeaderValue = [masked, 3 characters]
             2  06:12:44.671           <32 ms  verbose  NOTIFY_MODULE_START
                  [RequestNotifications] ApplicationRequestRouting in EXECUTE_REQUEST_HAN...
                    ModuleName = ApplicationRequestRouting
                    Notification = 128 (EXECUTE_REQUEST_HANDLER)
                    fIsPostNotification = false
            >3  06:12:52.718  8,047 ms ±16 ms  warning  MODULE_SET_RESPONSE_ERROR_STATUS
                  [RequestNotifications] ApplicationRequestRouting in EXECUTE_REQUEST_HAN...
                    ModuleName = ApplicationRequestRouting
                    Notification = 128 (EXECUTE_REQUEST_HANDLER)
                    HttpStatus = 502
                    ErrorCode = 2147954402 (0x80072EE2 ERROR_WINHTTP_TIMEOUT)
                    ConfigExceptionInfo =
             4  06:12:52.718                   verbose  NOTIFY_MODULE_END
                  [RequestNotifications]
             5  06:12:52.718                   verbose  A
                  [RequestNotifications]
             6  06:12:52.718                   verbose  B
                  [RequestNotifications]
             7  06:12:52.718                   verbose  GENERAL_REQUEST_ENTITY
                    Buffer = [body, 1,234 characters; --show-secrets shows it]
             8  06:12:52.733           <31 ms  always   GENERAL_REQUEST_END
            """);
  }

  @Test
  void shows_a_flat_list_of_what_matters_when_asked() {
    String text = TraceReport.of(trace(), Samples.verdict().build()).flat(true).toString();
    assertThat(text.substring(text.indexOf("Events that"), text.indexOf("\nVerdict")))
        .isEqualTo(
            """
            Events that matter, times in UTC (> marks the evidence; --all shows every one)
            No  Time                      Gap  Level    Event
             0  06:12:44.640                   always   GENERAL_REQUEST_START
                  SiteId=5
                  ... 1 event ...
             2  06:12:44.671           <32 ms  verbose  NOTIFY_MODULE_START
                  [RequestNotifications] ApplicationRequestRouting in EXECUTE_REQUEST_HAN...
            >3  06:12:52.718  8,047 ms ±16 ms  warning  MODULE_SET_RESPONSE_ERROR_STATUS
                  [RequestNotifications] ApplicationRequestRouting in
                  EXECUTE_REQUEST_HANDLER; HttpStatus=502, ErrorCode=0x80072EE2
                  ERROR_WINHTTP_TIMEOUT
             4  06:12:52.718                   verbose  NOTIFY_MODULE_END
                  [RequestNotifications]
                  ... 3 events ...
             8  06:12:52.733           <31 ms  always   GENERAL_REQUEST_END
            """);
  }

  @Test
  void shows_only_gaps_and_spans_of_some_length_when_asked() {
    TraceReport report = TraceReport.of(trace(), Samples.verdict().build());
    assertThat(report.leastGap(Duration.ofSeconds(9)).toString())
        .contains("Time went  no gap of 9,000 ms or more")
        .doesNotContain("silence   ");
    assertThat(report.leastGap(Duration.ofMillis(8047)).toString())
        .contains("Time went  8,047 ms ±16 ms in ApplicationRequestRouting");
  }

  @Test
  void shows_every_span_and_event_when_asked() {
    String text = TraceReport.of(trace(), Samples.verdict().build()).allEvents(true).toString();
    assertThat(text)
        .contains("Timeline, every span and every event (> marks the evidence)")
        .contains("HeaderValue = [masked, 3 characters]")
        .contains("Buffer = [body, 1,234 characters; --show-secrets shows it]")
        .doesNotContain("below the clock");
    assertThat(text.lines().filter(line -> line.matches("[ >]+\\d +[A-Z_]+ +[\\d:.]{12}")))
        .hasSize(9);
  }

  @Test
  void shows_secrets_when_asked() {
    ReportOptions open = ReportOptions.standard().withRedaction(Redaction.off());
    assertThat(TraceReport.of(trace(), Samples.verdict().build()).allEvents(true).text(open))
        .contains("access_token=abcdef", "HeaderValue = abc", "Buffer = xxxx");
  }

  @Test
  void says_when_there_was_no_failure_and_when_nothing_can_be_told() {
    assertThat(headline(Samples.verdict().failure(false).module(null, null).build()))
        .isEqualTo("Verdict    no failure");
    assertThat(headline(Samples.verdict().failure(false).notification(null).build()))
        .isEqualTo("Verdict    no failure: ApplicationRequestRouting (RequestRouting) set 502.3");
    assertThat(headline(Samples.verdict().module(null, null).build()))
        .isEqualTo("Verdict    module unknown");
  }

  private static String headline(Verdict verdict) {
    return TraceReport.of(trace(), verdict)
        .toString()
        .lines()
        .filter(line -> line.startsWith("Verdict"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void shows_what_was_wrong_with_the_file() {
    Trace damaged =
        Samples.trace()
            .completeness(Completeness.TORN)
            .diagnostics(List.of(new Diagnostic(Diagnostic.Kind.TORN, "torn\u001B[2J", 77, 0)), 12)
            .build();
    assertThat(TraceReport.of(damaged, Samples.verdict().build()).toString())
        .contains("12 problems in the file\n  byte 77, event 0: torn\\x1B[2J\n  ... and 11 more\n")
        .contains("0 events, the file is torn off before its end")
        .contains("\nNo events\n");
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 64, 80, 132})
  void keeps_to_the_width_but_for_all_data(int width) {
    String text =
        TraceReport.of(trace(), Samples.verdict().build())
            .text(ReportOptions.standard().withWidth(width));
    assertThat(text.lines()).allMatch(line -> TerminalText.width(line) <= width);
  }

  @Test
  void wraps_at_blanks_and_breaks_what_has_none() {
    assertThat(Page.wrap("ab cd efghijkl m", 5)).containsExactly("ab cd", "efghi", "jkl m");
    assertThat(Page.wrap("abc de", 3)).containsExactly("abc", "de");
    assertThat(Page.wrap("", 3)).containsExactly("");
  }
}

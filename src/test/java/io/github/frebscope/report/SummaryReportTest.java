package io.github.frebscope.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.cause.Confidence;
import io.github.frebscope.classify.Verdict;
import io.github.frebscope.query.Ledger;
import io.github.frebscope.query.Outcome;
import io.github.frebscope.query.TerminalText;
import io.github.frebscope.query.TraceSet;
import io.github.frebscope.query.TraceSummary;
import io.github.frebscope.testing.Samples;
import io.github.frebscope.trace.Completeness;
import io.github.frebscope.trace.Diagnostic;
import io.github.frebscope.trace.RequestInfo;
import io.github.frebscope.trace.StatusCode;
import io.github.frebscope.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SummaryReportTest {
  private static final long HOUR = 3_600_000;

  private static TraceSet set() {
    Verdict unknown =
        Verdict.builder("trace-ends-early")
            .status(StatusCode.of(502, 3))
            .confidence(Confidence.LOW)
            .explanation("unknown")
            .build();
    Verdict doubtful = Samples.verdict().confidence(Confidence.MEDIUM).errorCode(0L).build();
    Map<String, String> slow = Samples.attributes();
    slow.put("statusCode", "200");
    slow.put("triggerStatusCode", "0");
    Verdict none =
        Verdict.builder("no-failure")
            .failure(false)
            .confidence(Confidence.HIGH)
            .explanation("slow")
            .build();
    Trace torn =
        Samples.trace(Samples.event(0, 0, 0, "GENERAL_REQUEST_START"))
            .file("f/fr000004.xml")
            .completeness(Completeness.TORN)
            .diagnostics(
                List.of(new Diagnostic(Diagnostic.Kind.TORN, "the file is torn off", 5120, -1)), 1)
            .build();
    return TraceSet.of(
        List.of(
            Samples.summary("f/fr000001.xml", "WEB01", 0),
            Samples.summary("f/fr000002.xml", "WEB01", 30 * HOUR),
            Samples.summary("f/fr000003.xml", "WEB02", HOUR, doubtful),
            TraceSummary.of(torn, unknown, Optional.empty()),
            TraceSummary.of(
                Samples.trace().file("f/fr000005.xml").request(RequestInfo.of(slow)).build(),
                none,
                Optional.of("WEB02"))),
        Ledger.of(
                4,
                List.of(
                    new Ledger.Entry(
                        "f/fr000004.xml", Outcome.PARTIAL, "byte 5120: the file is torn off"),
                    new Ledger.Entry("f/fr000006.xml", Outcome.UNREADABLE, "access is denied"),
                    new Ledger.Entry(
                        "f/fr000007.xml", Outcome.DUPLICATE, "the same as f/fr000001.xml")))
            .withOtherXmlFiles(2));
  }

  @Test
  void tells_the_whole_story_on_one_screen() {
    assertThat(SummaryReport.of(set()))
        .hasToString(
            """
            5 traces of 2 servers, 2026-11-03 06:12:44Z to 2026-11-04 12:12:44Z
            4 read whole, 1 damaged, 1 unreadable, 1 duplicate left out
            1 incomplete: the file is torn off before its end (1)

            4 failures by module, area and status
            Count  Status  Module                     Area
                3  502.3   ApplicationRequestRouting  RequestRouting
                   2026-11-03 06:12:44Z to 2026-11-04 12:12:44Z on WEB01 (2), WEB02 (1)
                   ERROR_WINHTTP_TIMEOUT
                   backend app1.shop.example
                   confidence high (2), medium (1)
                1  502.3   -                          -
                   2026-11-03 06:12:44Z on WEB01
                   who set it cannot be told; show says why for each trace

            1 trace without a failure

            Files not read whole
            f/fr000004.xml: damaged: byte 5120: the file is torn off
            f/fr000006.xml: unreadable: access is denied
            f/fr000007.xml: duplicate: the same as f/fr000001.xml

            note: 2 .xml files with other names were passed over; --any-name reads them
            """);
  }

  @Test
  void a_trace_that_names_no_server_adds_none() {
    TraceSet set =
        TraceSet.of(
            List.of(
                Samples.summary("a", "WEB01", 0),
                TraceSummary.of(
                    Samples.trace().build(),
                    Verdict.builder("none").confidence(Confidence.LOW).explanation("x").build(),
                    Optional.empty())),
            Ledger.empty());
    assertThat(SummaryReport.of(set).toString()).startsWith("2 traces of 1 server, ");
  }

  @Test
  void reasons_in_the_ledger_are_without_secrets() {
    Ledger ledger =
        Ledger.of(
            1,
            List.of(
                new Ledger.Entry(
                    "f.xml", Outcome.PARTIAL, "SystemTime is \"token=abcdefg\": odd")));
    TraceSet set = TraceSet.of(List.of(Samples.summary("a", null, 0)), ledger);
    assertThat(SummaryReport.of(set).toString()).doesNotContain("abcdefg").contains("masked");
    assertThat(LedgerReport.of(ledger).text(true)).doesNotContain("abcdefg").contains("masked");
    assertThat(SummaryReport.of(set).text(ReportOptions.standard().withRedaction(Redaction.off())))
        .contains("abcdefg");
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 60, 80, 120})
  void keeps_to_the_width(int width) {
    String text = SummaryReport.of(set()).text(ReportOptions.standard().withWidth(width));
    assertThat(text.lines()).allMatch(line -> TerminalText.width(line) <= width);
  }

  @Test
  void a_long_ledger_is_bounded_unless_asked_for() {
    List<Ledger.Entry> entries = new ArrayList<>();
    for (int i = 10; i < 40; i++) {
      entries.add(new Ledger.Entry("fr0000" + i + ".xml", Outcome.UNREADABLE, "torn"));
    }
    TraceSet set = TraceSet.of(List.of(Samples.summary("a", null, 0)), Ledger.of(1, entries));
    assertThat(SummaryReport.of(set).toString())
        .contains("fr000014.xml: unreadable: torn\n... and 25 more (use --ledger)\n")
        .doesNotContain("fr000015.xml");
    assertThat(SummaryReport.of(set).wholeLedger(true).toString())
        .contains("fr000039.xml")
        .doesNotContain("more");
  }

  @Test
  void many_kinds_of_failures_are_bounded() {
    List<TraceSummary> traces = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      traces.add(
          Samples.summary("f" + i, "WEB01", i, Samples.verdict().module("M" + i, "A").build()));
    }
    assertThat(SummaryReport.of(TraceSet.of(traces, Ledger.of(20, List.of()))).toString())
        .contains("20 failures by module, area and status")
        .contains("... and 12 more kinds (traces lists every failure)");
  }

  @Test
  void texts_from_traces_cannot_act_on_the_terminal() {
    Verdict verdict = Samples.verdict().module("Evil\u001B]0;x\u0007", "A\u202E").build();
    TraceSet set =
        TraceSet.of(
            List.of(Samples.summary("a", "WEB\u001B[2J", 0, verdict)), Ledger.of(1, List.of()));
    assertThat(SummaryReport.of(set).toString())
        .contains("Evil\\x1B]0;x\\x07", "A\\u202E", "WEB\\x1B[2J")
        .doesNotContain("\u001B")
        .doesNotContain("\u202E");
  }

  @Test
  void colours_are_there_only_when_asked_for() {
    assertThat(SummaryReport.of(set()).text(ReportOptions.standard().withColor(true)))
        .contains("\u001B[1m4 failures by module, area and status\u001B[0m\n");
  }

  @Test
  void the_table_of_traces_tells_the_common_folder_once() {
    assertThat(TraceTable.of(set()))
        .hasToString(
            """
            Start (UTC)           Status  Module                     Took, ms  File
            2026-11-03 06:12:44Z  502.3   ApplicationRequestRouting  8,078±16  fr000001.xml
            2026-11-04 12:12:44Z  502.3   ApplicationRequestRouting  8,078±16  fr000002.xml
            2026-11-03 07:12:44Z  502.3   ApplicationRequestRouting  8,078±16  fr000003.xml
            2026-11-03 06:12:44Z  502.3   -                          8,078±16  fr000004.xml
            -                     200     -                          8,078±16  fr000005.xml
            Files are below f/
            """);
    String wide = TraceTable.of(set()).text(ReportOptions.standard().withWidth(200));
    assertThat(wide)
        .contains("WEB02")
        .contains("ERROR_WINHTTP_TIMEOUT")
        .contains("access_token=[masked, 6 characters]");
  }
}

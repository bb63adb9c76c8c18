package io.github.frebscope.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.Frebscope;
import io.github.frebscope.query.Ledger;
import io.github.frebscope.query.TerminalText;
import io.github.frebscope.query.TraceSet;
import io.github.frebscope.query.TraceSummary;
import io.github.frebscope.testing.MadeSummary;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcrossTracesTest {
  private static final Instant BEGIN = Instant.parse("2026-05-04T05:00:00Z");

  private static TraceSet set(String backend) {
    List<TraceSummary> traces = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      traces.add(failure(i, "CONNECT_REFUSED", backend).code(2147954429L).build());
    }
    traces.add(failure(5, "TLS_CERT", "app1.mosaic.example").code(2147954575L).build());
    traces.add(failure(9, null, "app2.mosaic.example").build());
    return TraceSet.of(traces, Ledger.empty());
  }

  private static MadeSummary failure(int minute, String cause, String backend) {
    return MadeSummary.failure()
        .at(BEGIN.plus(Duration.ofMinutes(minute)))
        .backend(backend)
        .cause(cause)
        .waited(Duration.ofMillis(1031));
  }

  @Test
  void says_why_and_what_to_do_and_what_only_many_traces_show() {
    String text = SummaryReport.of(set("app3.mosaic.example")).toString();
    assertThat(text.replaceAll("fr\\d+", "fr1"))
        .endsWith(
            """
            22 failures by module, area and status
            Count  Status  Module                     Area
               22  502.3   ApplicationRequestRouting  -
                   2026-05-04 05:00:00Z to 2026-05-04 05:19:00Z on MOSAIC-1
                   ERROR_WINHTTP_CANNOT_CONNECT (20), ERROR_WINHTTP_SECURE_FAILURE (1)
                   backends app3.mosaic.example (20), app1.mosaic.example (1),
                   app2.mosaic.example (1)
                   CONNECT_REFUSED (20): the backend refused the connection
                   TLS_CERT (1): the gateway does not trust the backend's certificate
                   To do about CONNECT_REFUSED: See that the site or service at the backend
                   runs and listens on the port that is asked (netstat -ano there,
                   Test-NetConnection with -Port from this server), that the address in the
                   farm or the rewrite rule is right, and that no firewall rejects it.

            Across the traces
               20  One backend stands out, confidence medium
                   20 of 22 failures of www.mosaic.example concern app3.mosaic.example, one
                   of the 3 backends known, between 2026-05-04 05:00:00Z and 2026-05-04
                   05:19:00Z. Too few good answers are traced to see who does how much of
                   the work; equal shares are assumed.
                   To decide: Take it out of the farm: if it is at fault, the failures end.
                   Or send it a request past the gateway: that fails, too.
                   For example farm/MOSAIC-1/fr1.xml
            """);
  }

  /** Groups without a cause, however large, take nobody's place; nothing is said twice. */
  @Test
  void says_what_to_do_for_the_three_largest_groups_with_a_cause() throws IOException {
    String text = SummaryReport.of(Frebscope.load(Path.of("testdata/farm"))).toString();
    assertThat(text.lines().filter(line -> line.strip().startsWith("To do")).map(String::strip))
        .containsExactly(
            "To do about CONNECT_REFUSED: See that the site or service at",
            "To do: Look for the reason at fab-web1.fabrik.example and at what that",
            "To do: Run the command line in a console in the application's folder, as");
    assertThat(text).contains("RELAYED_502: ").doesNotContain("the module passed it on");
  }

  @Test
  void nothing_is_said_when_nothing_stands_out() {
    TraceSet few = TraceSet.of(set("a").stream().limit(3).toList(), Ledger.empty());
    assertThat(SummaryReport.of(few).toString()).doesNotContain("Across");
  }

  @Test
  void secrets_and_control_characters_are_masked() {
    TraceSet set = set("app3.mosaic.example/?access_token=hunter2\u001B[31m");
    assertThat(SummaryReport.of(set).toString())
        .contains("Across the traces")
        .doesNotContain("hunter2")
        .doesNotContain("\u001B");
    assertThat(SummaryReport.of(set).text(ReportOptions.standard().withRedaction(Redaction.off())))
        .contains("hunter2");
  }

  @Test
  void many_findings_are_bounded() {
    List<TraceSummary> traces = new ArrayList<>();
    for (int site = 0; site < 9; site++) {
      for (int i = 0; i < 30; i++) {
        String backend = (i == 3 ? "other" : "app") + site + ".mosaic.example";
        traces.add(failure(i, "TLS_CERT", backend).url("http://s" + site + ".example:80/").build());
      }
    }
    assertThat(SummaryReport.of(TraceSet.of(traces, Ledger.empty())).toString())
        .contains("\n... and 3 more (TraceSet.findings has all)\n");
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 60, 80, 120})
  void keeps_to_the_width(int width) {
    String text =
        SummaryReport.of(set("app3.mosaic.example"))
            .text(ReportOptions.standard().withWidth(width).withColor(false));
    assertThat(text.lines()).allMatch(line -> TerminalText.width(line) <= width);
  }
}

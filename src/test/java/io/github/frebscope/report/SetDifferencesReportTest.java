package io.github.frebscope.report;

import static io.github.frebscope.query.Attributes.FAILURE;
import static io.github.frebscope.query.Attributes.header;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.query.Attribute;
import io.github.frebscope.query.Ledger;
import io.github.frebscope.query.SetDifferences;
import io.github.frebscope.query.TraceSet;
import io.github.frebscope.query.TraceSummary;
import io.github.frebscope.testing.MadeSummary;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SetDifferencesReportTest {
  private static final Attribute<String> COOKIE = header("Cookie");
  private static final Attribute<String> AGENT = header("User-Agent");

  /** Failures come with one token, one cookie and one hostile client, good answers with others. */
  private static SetDifferences differences() {
    List<TraceSummary> traces = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      traces.add(made(MadeSummary.failure(), "s3cretA", "bad\u001b[31magent"));
      traces.add(made(MadeSummary.answer(), "s3cretB", "good agent"));
    }
    return TraceSet.of(traces, Ledger.empty()).explain(FAILURE.is(true));
  }

  private static TraceSummary made(MadeSummary made, String secret, String agent) {
    return made.url("http://www.mosaic.example:80/?access_token=" + secret)
        .headers("Cookie: id=" + secret, "User-Agent: " + agent)
        .keep(COOKIE, AGENT)
        .build();
  }

  @Test
  void masks_secrets_in_every_format() throws IOException {
    SetDifferences differences = differences();
    SetDifferencesReport report = SetDifferencesReport.of(differences);
    StringWriter json = new StringWriter();
    report.writeJsonLines(json, Redaction.on());
    StringWriter csv = new StringWriter();
    report.writeCsv(csv, Redaction.on());
    ReportOptions wide = ReportOptions.standard().withWidth(160);
    for (String text : List.of(report.all(true).text(wide), json.toString(), csv.toString())) {
      assertThat(text).doesNotContain("s3cret").contains("header:cookie").doesNotContain("\u001b");
    }
    assertThat(json.toString())
        .contains("\"attribute\":\"url\"")
        .contains("http://www.mosaic.example:80/?access_token=[masked, 7 characters]")
        .contains("\"attribute\":\"header:cookie\",\"header\":null,\"value\":\"[masked, ");
    StringWriter shown = new StringWriter();
    report.writeCsv(shown, Redaction.off());
    assertThat(shown.toString()).contains("s3cretA");
  }

  @Test
  void fits_the_page() {
    SetDifferencesReport report = SetDifferencesReport.of(differences()).all(true);
    for (int width : new int[] {40, 60, 80, 120}) {
      assertThat(report.text(ReportOptions.standard().withWidth(width)).lines())
          .allMatch(line -> line.length() <= width);
    }
    assertThat(report.toString()).contains("\nHow it shows").contains("\nNot tested\n");
  }
}

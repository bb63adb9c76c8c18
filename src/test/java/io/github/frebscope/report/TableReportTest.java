package io.github.frebscope.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.query.Attributes;
import io.github.frebscope.query.Column;
import io.github.frebscope.query.Ledger;
import io.github.frebscope.query.Query;
import io.github.frebscope.query.ResultTable;
import io.github.frebscope.query.TraceSet;
import io.github.frebscope.testing.MadeSummary;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableReportTest {
  private static String markdown(Object... values) {
    ResultTable table =
        ResultTable.of(
            List.of(Column.left("Value")), java.util.Arrays.stream(values).map(List::of).toList());
    return TableReport.of(table).markdown(ReportOptions.standard());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '^',
      quoteCharacter = '~',
      value = {
        "a|b^a&#124;b",
        "<script>^&lt;script&gt;",
        "`x`^&#96;x&#96;",
        "a&lt;b^a&amp;lt;b",
        "[x](http://y)^\\[x\\](http&#58;//y)",
        "![x](y)^\\!\\[x\\](y)",
        "*x*^\\*x\\*",
        "_x_^\\_x\\_",
        "START_EXITED^START_EXITED",
        "C:\\logs^C:\\\\logs",
        "a@b.example^a&#64;b.example",
        "www.x.example^www&#46;x.example",
        "#1^\\#1",
      })
  void markdown_is_only_text(String value, String cell) {
    assertThat(markdown(value).lines().skip(2).findFirst().orElseThrow())
        .isEqualTo("| " + cell + " ".repeat(Math.max(0, 5 - cell.length())) + " |");
  }

  @Test
  void a_row_of_markdown_stays_one_line() {
    assertThat(markdown("a\nb\r\n| c |", "\u001b[31m\u202e", ""))
        .hasLineCount(5)
        .doesNotContain("\u001b");
    assertThat(markdown(Optional.empty())).contains("| -     |");
  }

  private static TraceSet hostile() {
    return TraceSet.of(
        List.of(
            MadeSummary.failure()
                .url("http://u:hidden@www.mosaic.example:80/a|<b>?token=Secret77")
                .by("=cmd|' /C calc'!A0", "502.3")
                .on("\u001b[31mWEB", 1)
                .build()),
        Ledger.empty());
  }

  @Test
  void secrets_and_signs_go_through_no_form() throws IOException {
    for (String words :
        List.of(
            "--by url,module,server",
            "--by url,server --pivot",
            "--by server,url --pivot",
            "--by module --agg \"top(1,url),first(url),max(url),last(server)\"")) {
      TableReport report = TableReport.of(hostile().ask(Query.parse(words)));
      StringWriter csv = new StringWriter();
      StringWriter json = new StringWriter();
      report.writeCsv(csv);
      report.writeJsonLines(json);
      for (String text :
          List.of(
              report.text(ReportOptions.standard().withWidth(300)),
              report.markdown(ReportOptions.standard()),
              csv.toString(),
              json.toString(),
              report.firstRow())) {
        assertThat(text)
            .as(words)
            .contains("masked")
            .doesNotContain("Secret77", "hidden", "\u001b");
      }
      assertThat(csv.toString()).doesNotContainPattern("(^|,)=cmd");
      assertThat(report.markdown(ReportOptions.standard())).doesNotContain("<b>", "a|<");
    }
  }

  @Test
  void secrets_are_shown_when_that_is_wanted() throws IOException {
    TableReport report =
        TableReport.of(hostile().groupBy(Attributes.URL).count().table())
            .redaction(Redaction.off());
    StringWriter csv = new StringWriter();
    report.writeCsv(csv);
    assertThat(csv.toString()).contains("Secret77");
  }

  @Test
  void two_columns_of_one_name_have_two_keys() throws IOException {
    StringWriter json = new StringWriter();
    TableReport.of(hostile().ask(Query.parse("--agg \"count as n,share as n\"")))
        .writeJsonLines(json);
    assertThat(json).hasToString("{\"n\":1,\"n (2)\":1}\n");
  }
}

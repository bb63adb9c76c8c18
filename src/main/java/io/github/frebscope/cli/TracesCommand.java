package io.github.frebscope.cli;

import io.github.frebscope.query.Query;
import io.github.frebscope.query.TerminalText;
import io.github.frebscope.query.TraceSet;
import io.github.frebscope.report.CsvReport;
import io.github.frebscope.report.EmptyAnswer;
import io.github.frebscope.report.JsonLines;
import io.github.frebscope.report.LedgerReport;
import io.github.frebscope.report.TraceTable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code frebscope traces PATH... --format F}. */
@Command(
    name = "traces",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "A line for each trace: as a table, as JSON Lines, or as CSV.",
      "",
      "JSON Lines and CSV have every key there is; null or an empty cell means that the trace does"
          + " not tell. Times are UTC, times taken are milliseconds. JSON is plain ASCII, CSV is UTF-8. In CSV a text that begins with"
          + " = + - @ or a tab gets an apostrophe in front, so that no spreadsheet runs it.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  frebscope traces C:\\inetpub\\logs\\FailedReqLogFiles\\W3SVC1",
      "  frebscope traces --format jsonl \\\\web01\\D$\\inetpub\\logs\\FailedReqLogFiles --output t.jsonl",
      "  frebscope traces --format csv WEB01=D:\\logs WEB02=E:\\logs --output traces.csv"
    })
final class TracesCommand extends PrintingCommand {
  @Mixin private LoadOptions load;

  @Mixin private WhereOptions where;

  @Mixin private LimitOptions limits;

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Choices.Format format = Choices.Format.TABLE;

  @Override
  public Integer call() throws IOException {
    Query query = where.query(List.of());
    TraceSet all = load.load(terminal(), limits.classifier(), query.kept());
    TraceSet traces = all.where(query.condition());
    Optional<String> nothing = EmptyAnswer.of(query.condition(), all, output().redaction());
    nothing.ifPresent(why -> terminal().err().println("frebscope: " + TerminalText.line(why)));
    switch (format) {
      case TABLE -> {
        if (nothing.isEmpty()) {
          terminal().out().print(TraceTable.of(traces).text(output().report(terminal())));
        }
      }
      case JSONL -> new JsonLines(output().redaction()).write(traces, writer());
      case CSV -> new CsvReport(output().redaction()).write(traces, writer());
    }
    terminal().out().flush();
    terminal().err().print(LedgerReport.of(traces.ledger()).text(load.ledger()));
    return Strictness.exitCode(output(), traces.ledger(), terminal());
  }

  /** Straight to the bytes of standard output: UTF-8, whatever the console speaks. */
  private Writer writer() {
    return new OutputStreamWriter(terminal().out(), StandardCharsets.UTF_8);
  }
}

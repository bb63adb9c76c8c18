package io.github.frebscope.cli;

import io.github.frebscope.query.Ledger;
import io.github.frebscope.query.TimeByModule;
import io.github.frebscope.report.LedgerReport;
import io.github.frebscope.report.TimeByModuleReport;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code frebscope view time-by-module PATH...}. */
@Command(
    name = "time-by-module",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Where the time of the requests went, by module.",
      "",
      "Each module's own time: what it did inside counts, child requests that it started do not."
          + " IIS's clock ticks about every 16 ms, so every time has its error, and what is below"
          + " the clock is printed as its bound, <16 ms. Time in no module is (outside modules),"
          + " time after the last event (not traced), and the time of traces without the events"
          + " of modules, which are verbose ones, is (modules not traced).",
      "",
      "JSON Lines and CSV: times and errors are milliseconds, shares are parts of 1.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  frebscope view time-by-module C:\\inetpub\\logs\\FailedReqLogFiles",
      "  frebscope view time-by-module --top 10 \\\\web01\\D$\\inetpub\\logs\\FailedReqLogFiles",
      "  frebscope view time-by-module --format csv \"D:\\old logs\\farm.zip\" --output modules.csv"
    })
final class TimeByModuleView extends PrintingCommand {
  @Spec private CommandSpec spec;

  @Mixin private LoadOptions load;

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Choices.Format format = Choices.Format.TABLE;

  @Option(
      names = "--top",
      paramLabel = "N",
      description = "Only the N modules that took most (default: all).")
  private Integer top;

  @Override
  public Integer call() throws IOException {
    if (top != null && top < 1) {
      throw new ParameterException(
          spec.commandLine(), "--top: " + top + " is no number of rows; 1 is the least");
    }
    TimeByModule times = new TimeByModule();
    Ledger ledger = load.forEachTimeline(terminal(), times::add);
    TimeByModuleReport report = TimeByModuleReport.of(times);
    if (top != null) {
      report = report.top(top);
    }
    switch (format) {
      case TABLE -> terminal().out().print(report.text(output().report(terminal())));
      case JSONL -> report.writeJsonLines(writer());
      case CSV -> report.writeCsv(writer());
    }
    terminal().out().flush();
    terminal().err().print(LedgerReport.of(ledger).text(load.ledger()));
    return Strictness.exitCode(output(), ledger, terminal());
  }

  /** Straight to the bytes of standard output: UTF-8, whatever the console speaks. */
  private Writer writer() {
    return new OutputStreamWriter(terminal().out(), StandardCharsets.UTF_8);
  }
}

package io.github.frebscope.cli;

import io.github.frebscope.query.Query;
import io.github.frebscope.query.TerminalText;
import io.github.frebscope.query.TraceSet;
import io.github.frebscope.report.EmptyAnswer;
import io.github.frebscope.report.SummaryReport;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code frebscope summary PATH...}. */
@Command(
    name = "summary",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Who produced the failures: one screen about many traces.",
      "",
      "Counts the traces by the module, area and status of the failure, with the first and the"
          + " last time (UTC), the servers and the causes; says what the traces show together and none"
          + " of them alone; and names every file that was not read whole.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  frebscope summary C:\\inetpub\\logs\\FailedReqLogFiles",
      "  frebscope summary \\\\web01\\D$\\inetpub\\logs\\FailedReqLogFiles",
      "  frebscope summary WEB01=D:\\collected\\1 WEB02=D:\\collected\\2",
      "  frebscope summary \"D:\\old logs\\farm.zip\" --ledger"
    })
final class SummaryCommand extends PrintingCommand {
  @Mixin private LoadOptions load;

  @Mixin private WhereOptions where;

  @Mixin private LimitOptions limits;

  @Override
  public Integer call() throws IOException {
    Query query = where.query(List.of());
    TraceSet all = load.load(terminal(), limits.classifier(), query.kept());
    TraceSet traces = all.where(query.condition());
    Optional<String> nothing = EmptyAnswer.of(query.condition(), all, output().redaction());
    terminal()
        .out()
        .print(
            nothing
                .map(why -> TerminalText.line(why) + "\n")
                .orElseGet(
                    () ->
                        SummaryReport.of(traces)
                            .wholeLedger(load.ledger())
                            .text(output().report(terminal()))));
    return Strictness.exitCode(output(), traces.ledger(), terminal());
  }
}

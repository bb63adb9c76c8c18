package io.github.frebscope.cli;

import io.github.frebscope.Frebscope;
import io.github.frebscope.report.TraceReport;
import io.github.frebscope.trace.Trace;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code frebscope show FILE}. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "One trace: the request, the verdict with the events that prove it, and the timeline.",
      "",
      "The timeline shows the events that matter: warnings and errors, starts and ends, the"
          + " evidence, and both sides of every gap. IIS's clock ticks every 10 to 16 ms; an empty"
          + " gap means that it did not tick.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  frebscope show C:\\inetpub\\logs\\FailedReqLogFiles\\W3SVC1\\fr000021.xml",
      "  frebscope show \\\\web01\\D$\\inetpub\\logs\\FailedReqLogFiles\\W3SVC1\\fr000021.xml --all",
      "  frebscope show \"D:\\old logs\\farm.zip!/web01/W3SVC1/fr000021.xml\""
    })
final class ShowCommand extends PrintingCommand {
  @Parameters(
      paramLabel = "FILE",
      description = "A trace; in an archive farm.zip!/folder/fr000001.xml, as traces prints it.")
  private String file;

  @Option(names = "--all", description = "Show every event with all its data.")
  private boolean all;

  @Override
  public Integer call() throws IOException {
    Trace trace = Traces.read(file);
    terminal()
        .out()
        .print(
            TraceReport.of(trace, Frebscope.classify(trace))
                .allEvents(all)
                .text(output().report(terminal())));
    if (output().strict() && !trace.isReadWhole()) {
      throw new CommandFailure(
          ExitCode.NOTHING_READABLE, "--strict: " + file + " is damaged: see its problems above");
    }
    return ExitCode.DONE;
  }
}

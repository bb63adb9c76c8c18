package io.github.frebscope.cli;

import io.github.frebscope.report.TraceReport;
import io.github.frebscope.trace.Trace;
import java.io.IOException;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code frebscope show FILE}. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "One trace: the request, where its time went, the timeline, and the verdict: who set the"
          + " status and why, with the events that prove it, and what to do.",
      "",
      "The timeline is the tree of what IIS did: notifications, the modules in them, their work."
          + " Numbers are those of events, > marks the evidence, = is time in a step, . is time"
          + " without any event, 'no end' is a step whose end was not recorded. IIS's clock ticks"
          + " every 10 to 16 ms: every length carries its error, and what is below the clock, <16"
          + " ms, may have taken no time at all and is folded.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  frebscope show C:\\inetpub\\logs\\FailedReqLogFiles\\W3SVC1\\fr000021.xml",
      "  frebscope show fr000021.xml --min-gap 500",
      "  frebscope show \\\\web01\\D$\\inetpub\\logs\\FailedReqLogFiles\\W3SVC1\\fr000021.xml --all",
      "  frebscope show \"D:\\old logs\\farm.zip!/web01/W3SVC1/fr000021.xml\""
    })
final class ShowCommand extends PrintingCommand {
  @Parameters(
      paramLabel = "FILE",
      description = "A trace; in an archive farm.zip!/folder/fr000001.xml, as traces prints it.")
  private String file;

  @Option(names = "--all", description = "Show every span, and every event with all its data.")
  private boolean all;

  @Option(names = "--flat", description = "List the events instead of the tree of spans.")
  private boolean flat;

  @Option(
      names = "--min-gap",
      paramLabel = "TIME",
      converter = LengthConverter.class,
      description =
          "Show, for their length, only spans and gaps of at least that: 500, 500ms, 2s, 1.5min."
              + " A bare number is in milliseconds.")
  private Duration leastGap = Duration.ZERO;

  @Mixin private LimitOptions limits;

  @Override
  public Integer call() throws IOException {
    Trace trace = Traces.read(file);
    terminal()
        .out()
        .print(
            TraceReport.of(trace, limits.classifier().classify(trace))
                .allEvents(all)
                .flat(flat)
                .leastGap(leastGap)
                .text(output().report(terminal())));
    if (output().strict() && !trace.isReadWhole()) {
      throw new CommandFailure(
          ExitCode.NOTHING_READABLE, "--strict: " + file + " is damaged: see its problems above");
    }
    return ExitCode.DONE;
  }
}

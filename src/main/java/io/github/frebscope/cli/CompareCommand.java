package io.github.frebscope.cli;

import io.github.frebscope.compare.Comparison;
import io.github.frebscope.report.ComparisonReport;
import io.github.frebscope.timeline.Timeline;
import io.github.frebscope.trace.Trace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code frebscope compare A B}. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Two traces of the same URL, say one that failed and one that worked: what is different.",
      "",
      "Steps are compared by kind, module, rule and notification, not by their numbers, so that a"
          + " module which only one trace has does not shift the others. First comes what tells"
          + " most: who set which status, what did not end, what took longer than the clock error of"
          + " both. Ids, dates and cookies, which differ in any two requests, are left out.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  frebscope compare D:\\farm\\web01\\W3SVC1\\fr000021.xml"
          + " D:\\farm\\web01\\W3SVC1\\fr000034.xml",
      "  frebscope compare fr000021.xml \\\\web02\\C$\\traces\\W3SVC1\\fr000008.xml --all",
      "  frebscope compare \"D:\\old logs\\farm.zip!/web01/W3SVC1/fr000021.xml\" fr000034.xml"
    })
final class CompareCommand extends PrintingCommand {
  @Parameters(
      index = "0",
      paramLabel = "A",
      description = "A trace; in an archive farm.zip!/folder/fr000001.xml, as traces prints it.")
  private String left;

  @Parameters(index = "1", paramLabel = "B", description = "The trace to compare it with.")
  private String right;

  @Option(names = "--all", description = "Show everything that differs.")
  private boolean all;

  @Override
  public Integer call() throws IOException {
    Trace leftTrace = Traces.read("compare", left);
    Trace rightTrace = Traces.read("compare", right);
    if (left.equals(right)) {
      terminal().err().println("note: A and B are the same file");
    }
    Comparison comparison = Comparison.of(Timeline.of(leftTrace), Timeline.of(rightTrace));
    terminal()
        .out()
        .print(ComparisonReport.of(comparison).all(all).text(output().report(terminal())));
    List<String> damaged = new ArrayList<>();
    if (!leftTrace.isReadWhole()) {
      damaged.add(left);
    }
    if (!rightTrace.isReadWhole()) {
      damaged.add(right);
    }
    if (output().strict() && !damaged.isEmpty()) {
      throw new CommandFailure(
          ExitCode.NOTHING_READABLE,
          "--strict: damaged: "
              + String.join(", ", damaged)
              + "; 'frebscope show' tells the problems");
    }
    return ExitCode.DONE;
  }
}

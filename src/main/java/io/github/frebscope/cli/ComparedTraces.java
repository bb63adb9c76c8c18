package io.github.frebscope.cli;

import io.github.frebscope.compare.Comparison;
import io.github.frebscope.report.ComparisonReport;
import io.github.frebscope.timeline.Timeline;
import io.github.frebscope.trace.Trace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** {@code compare A B}: two traces, step by step. */
final class ComparedTraces {
  private ComparedTraces() {}

  static int print(String left, String right, boolean all, OutputOptions output, Terminal terminal)
      throws IOException {
    Trace leftTrace = Traces.read("compare", left);
    Trace rightTrace = Traces.read("compare", right);
    if (left.equals(right)) {
      terminal.err().println("note: A and B are the same file");
    }
    Comparison comparison = Comparison.of(Timeline.of(leftTrace), Timeline.of(rightTrace));
    terminal.out().print(ComparisonReport.of(comparison).all(all).text(output.report(terminal)));
    List<String> damaged = new ArrayList<>();
    if (!leftTrace.isReadWhole()) {
      damaged.add(left);
    }
    if (!rightTrace.isReadWhole()) {
      damaged.add(right);
    }
    if (output.strict() && !damaged.isEmpty()) {
      throw new CommandFailure(
          ExitCode.NOTHING_READABLE,
          "--strict: damaged: "
              + String.join(", ", damaged)
              + "; 'frebscope show' tells the problems");
    }
    return ExitCode.DONE;
  }
}

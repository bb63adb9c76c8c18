package io.github.frebscope.cli;

import io.github.frebscope.load.TraceLoader;
import io.github.frebscope.query.TraceSet;
import io.github.frebscope.source.TraceRoot;
import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How traces are loaded, wherever they are. */
class ReadOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--any-name",
      description = "Read every .xml file, not only those named like fr000001.xml.")
  private boolean anyName;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Read that many files at a time (default: one for each processor).")
  private Integer threads;

  @Option(names = "--no-progress", description = "Show no progress bar.")
  private boolean noProgress;

  @Option(
      names = "--ledger",
      description = "List every file that was not read whole, with the reason.")
  private boolean ledger;

  final boolean ledger() {
    return ledger;
  }

  /**
   * Loads the traces of those places, with a progress bar when a person watches.
   *
   * @param with what else the loader is told
   * @throws IOException when a path is missing or cannot be read
   * @throws CommandFailure when there is no trace
   */
  final TraceSet load(List<TraceRoot> roots, Terminal terminal, UnaryOperator<TraceLoader> with)
      throws IOException {
    TraceLoader loader = with.apply(loader());
    TraceSet traces;
    try (Progress progress = progress(terminal)) {
      traces = loader.progress(progress).load(roots);
    }
    if (traces.isEmpty()) {
      throw CommandFailure.nothingReadable(roots, traces.ledger(), ledger);
    }
    return traces;
  }

  final Progress progress(Terminal terminal) {
    return Progress.of(terminal, !noProgress);
  }

  final TraceLoader loader() {
    int count = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    if (count < 1) {
      throw new ParameterException(
          command.commandLine(),
          "--threads: " + count + " is no number of threads; 1 is the least");
    }
    return TraceLoader.standard().anyXmlName(anyName).threads(count);
  }
}

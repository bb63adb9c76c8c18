package io.github.frebscope.cli;

import io.github.frebscope.classify.Classifier;
import io.github.frebscope.load.TraceLoader;
import io.github.frebscope.query.Attribute;
import io.github.frebscope.query.Ledger;
import io.github.frebscope.query.TraceSet;
import io.github.frebscope.source.TraceRoot;
import io.github.frebscope.timeline.Timeline;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Where the traces are and how they are loaded. */
final class LoadOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      converter = RootConverter.class,
      description =
          "A trace, a W3SVC folder, a FailedReqLogFiles folder, the root of a collected farm, or a"
              + " zip of those. NAME=PATH names the server.")
  private List<TraceRoot> roots = List.of();

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

  boolean ledger() {
    return ledger;
  }

  /**
   * Loads the traces, with a progress bar when a person watches.
   *
   * @throws IOException when a path is missing or cannot be read
   * @throws CommandFailure when there is no trace
   */
  TraceSet load(Terminal terminal, Classifier classifier) throws IOException {
    return load(terminal, classifier, List.of());
  }

  /**
   * As {@link #load(Terminal, Classifier)}.
   *
   * @param keep attributes whose values are got out of events
   */
  TraceSet load(Terminal terminal, Classifier classifier, List<Attribute<?>> keep)
      throws IOException {
    TraceLoader loader = loader().classifier(classifier);
    for (Attribute<?> attribute : keep) {
      loader = loader.keep(attribute);
    }
    TraceSet traces;
    try (Progress progress = Progress.of(terminal, !noProgress)) {
      traces = loader.progress(progress).load(roots);
    }
    if (traces.isEmpty()) {
      throw CommandFailure.nothingReadable(roots, traces.ledger(), ledger);
    }
    return traces;
  }

  /**
   * Reads the traces whole and hands over their timelines, with a progress bar when a person
   * watches.
   *
   * @throws IOException when a path is missing or cannot be read
   * @throws CommandFailure when there is no trace
   */
  Ledger forEachTimeline(Terminal terminal, Consumer<Timeline> consumer) throws IOException {
    TraceLoader loader = loader();
    Ledger read;
    try (Progress progress = Progress.of(terminal, !noProgress)) {
      read = loader.progress(progress).forEachTimeline(roots, consumer);
    }
    if (read.whole() + read.partial() == 0) {
      throw CommandFailure.nothingReadable(roots, read, ledger);
    }
    return read;
  }

  private TraceLoader loader() {
    int count = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    if (count < 1) {
      throw new ParameterException(
          command.commandLine(),
          "--threads: " + count + " is no number of threads; 1 is the least");
    }
    return TraceLoader.standard().anyXmlName(anyName).threads(count);
  }
}

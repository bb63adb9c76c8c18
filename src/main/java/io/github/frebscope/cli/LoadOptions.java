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
import picocli.CommandLine.Parameters;

/** Where the traces are and how they are loaded. */
final class LoadOptions extends ReadOptions {
  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      converter = RootConverter.class,
      description =
          "A trace, a W3SVC folder, a FailedReqLogFiles folder, the root of a collected farm, or a"
              + " zip of those. NAME=PATH names the server.")
  private List<TraceRoot> roots = List.of();

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
    return load(
        roots,
        terminal,
        loader -> loader.classifier(classifier).keep(keep.toArray(Attribute<?>[]::new)));
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
    try (Progress progress = progress(terminal)) {
      read = loader.progress(progress).forEachTimeline(roots, consumer);
    }
    if (read.whole() + read.partial() == 0) {
      throw CommandFailure.nothingReadable(roots, read, ledger());
    }
    return read;
  }
}

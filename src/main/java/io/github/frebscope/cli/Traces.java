package io.github.frebscope.cli;

import io.github.frebscope.classify.Classifier;
import io.github.frebscope.parse.TraceReader;
import io.github.frebscope.query.Ledger;
import io.github.frebscope.query.Outcome;
import io.github.frebscope.query.TraceSet;
import io.github.frebscope.query.TraceSummary;
import io.github.frebscope.source.FoundTraces;
import io.github.frebscope.source.TraceFile;
import io.github.frebscope.source.TraceFinder;
import io.github.frebscope.source.TraceRoot;
import io.github.frebscope.trace.Trace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The one place where the commands get traces from. */
final class Traces {
  private Traces() {}

  static TraceSet load(List<TraceRoot> roots, boolean anyName, int threads, Progress progress)
      throws IOException {
    TraceReader reader = TraceReader.standard().digest(Classifier.standard().eventNames());
    List<TraceSummary> summaries = new ArrayList<>();
    List<Ledger.Entry> entries = new ArrayList<>();
    try (FoundTraces found = TraceFinder.standard().anyXmlName(anyName).find(roots)) {
      progress.found(found.files().size(), found.files().stream().mapToLong(TraceFile::size).sum());
      found
          .problems()
          .forEach(p -> entries.add(new Ledger.Entry(p.path(), Outcome.UNREADABLE, p.reason())));
      for (TraceFile file : found.files()) {
        try {
          Trace trace = reader.read(file);
          summaries.add(
              TraceSummary.of(trace, Classifier.standard().classify(trace), file.server()));
          if (!trace.isReadWhole()) {
            entries.add(
                new Ledger.Entry(
                    file.name(), Outcome.PARTIAL, trace.diagnostics().get(0).toString()));
          }
        } catch (IOException e) {
          entries.add(new Ledger.Entry(file.name(), Outcome.UNREADABLE, e.getMessage()));
        }
        progress.read(file.size());
      }
      long partial = entries.stream().filter(e -> e.outcome() == Outcome.PARTIAL).count();
      return TraceSet.of(
          summaries,
          Ledger.of(summaries.size() - partial, entries).withOtherXmlFiles(found.otherXmlFiles()));
    }
  }

  static Trace read(Path file) throws IOException {
    return TraceReader.standard().read(TraceFile.of(file));
  }
}

package io.github.frebscope.load;

import io.github.frebscope.classify.Classifier;
import io.github.frebscope.parse.TraceReader;
import io.github.frebscope.query.Attribute;
import io.github.frebscope.query.TraceSummary;
import io.github.frebscope.source.TraceFile;
import io.github.frebscope.trace.Trace;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What became of one file.
 *
 * @param file the file's name
 * @param summary the trace, unless it could not be read
 * @param identity what makes it the same trace as another file's; empty when that cannot be told
 * @param failure why it could not be read, empty when it could
 */
record LoadedFile(
    String file, Optional<TraceSummary> summary, Optional<Identity> identity, String failure) {

  static LoadedFile load(
      TraceFile file,
      TraceReader reader,
      Classifier classifier,
      UnaryOperator<String> shared,
      List<Attribute<?>> keep) {
    return Attempt.of(
        () -> {
          Trace trace = reader.read(file);
          TraceSummary summary =
              TraceSummary.of(trace, classifier.classify(trace), file.server(), shared, keep);
          return new LoadedFile(file.name(), Optional.of(summary), Identity.of(trace), "");
        },
        why -> new LoadedFile(file.name(), Optional.empty(), Optional.empty(), why));
  }
}

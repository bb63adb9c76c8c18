package io.github.frebscope.classify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.Frebscope;
import io.github.frebscope.trace.Trace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Reads and classifies trace files for tests. */
final class RealTraces {
  private RealTraces() {}

  static Trace read(Path file) {
    try {
      return Frebscope.read(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The verdict on a trace, which must be the same for its digest. */
  static Verdict classify(Trace trace) {
    Classifier classifier = Classifier.standard();
    Verdict verdict = classifier.classify(trace);
    assertThat(classifier.classify(trace.digest(classifier.eventNames())))
        .as("digest of %s", trace.file())
        .isEqualTo(verdict);
    return verdict;
  }
}

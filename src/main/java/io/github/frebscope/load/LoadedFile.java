package io.github.frebscope.load;

import io.github.frebscope.classify.Classifier;
import io.github.frebscope.parse.TraceParseException;
import io.github.frebscope.parse.TraceReader;
import io.github.frebscope.query.TraceSummary;
import io.github.frebscope.source.TraceFile;
import io.github.frebscope.trace.Trace;
import java.io.IOException;
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

  /** A request is one and the same when all of this is. */
  record Identity(String activityId, String start, String process, String server) {}

  static LoadedFile load(
      TraceFile file, TraceReader reader, Classifier classifier, UnaryOperator<String> shared) {
    try {
      Trace trace = reader.read(file);
      TraceSummary summary =
          TraceSummary.of(trace, classifier.classify(trace), file.server(), shared);
      return new LoadedFile(file.name(), Optional.of(summary), identity(trace), "");
    } catch (TraceParseException e) {
      return unreadable(file, e.reason());
    } catch (IOException e) {
      return unreadable(file, IoReasons.of(e));
    } catch (OutOfMemoryError e) {
      // One giant file must not cost the others; what was read of it is free again now.
      return unreadable(file, "it takes more memory than there is; give Java more, with -Xmx");
    } catch (RuntimeException | StackOverflowError e) {
      // A defect of ours must not cost the other thousands of files; the ledger shows it.
      return unreadable(file, "frebscope failed on it, please report: " + e);
    }
  }

  private static LoadedFile unreadable(TraceFile file, String why) {
    return new LoadedFile(file.name(), Optional.empty(), Optional.empty(), why);
  }

  private static Optional<Identity> identity(Trace trace) {
    if (trace.start().isEmpty() || trace.request().activityId().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Identity(
            trace.request().activityId().get(),
            trace.start().get().toString(),
            trace.request().attributes().getOrDefault("processId", ""),
            trace.server().orElse("")));
  }
}

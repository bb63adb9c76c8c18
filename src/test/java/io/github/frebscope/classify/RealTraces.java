package io.github.frebscope.classify;

import io.github.frebscope.testing.DomTraces;
import io.github.frebscope.trace.Completeness;
import io.github.frebscope.trace.Trace;
import io.github.frebscope.trace.TraceEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads trace files for tests of the classifier, the two that are not well-formed too. */
final class RealTraces {
  private RealTraces() {}

  static Trace read(Path file) {
    try {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      String repaired =
          text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F]", "\uFFFD")
              .replaceAll("&(?!(amp|lt|gt|quot|apos|#\\d+|#x[0-9A-Fa-f]+);)", "&amp;");
      Trace trace = DomTraces.parse(file.toString(), repaired.getBytes(StandardCharsets.UTF_8));
      return Trace.builder()
          .file(trace.file())
          .request(trace.request())
          .events(trace.events())
          .completeness(completeness(trace))
          .build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Completeness completeness(Trace trace) {
    TraceEvent last = trace.events().get(trace.events().size() - 1);
    if (last.is("LOG_FILE_MAX_SIZE_TRUNCATE")) {
      return Completeness.SIZE_LIMIT;
    }
    return last.is("GENERAL_REQUEST_END") ? Completeness.COMPLETE : Completeness.MID_REQUEST;
  }
}

package io.github.frebscope.cause;

import io.github.frebscope.parse.TraceReader;
import io.github.frebscope.testing.script.TraceScript;
import io.github.frebscope.trace.Trace;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Reads what a script would have written, so that the reader is part of every proof. */
final class CauseTraces {
  private CauseTraces() {}

  static Trace read(TraceScript script) {
    return read(script.bytes());
  }

  static Trace read(byte[] file) {
    try {
      return TraceReader.standard().read(new ByteArrayInputStream(file), "fr000001.xml");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

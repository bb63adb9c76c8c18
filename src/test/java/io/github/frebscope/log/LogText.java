package io.github.frebscope.log;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Logs written in tests, and what was read of them. */
final class LogText {
  static final String HEADER =
      """
      #Software: Microsoft Internet Information Services 10.0
      #Version: 1.0
      #Date: 2026-02-23 05:00:00
      #Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) cs(Referer) sc-status sc-substatus sc-win32-status time-taken
      """;

  private LogText() {}

  record Read(LogFile file, List<AccessLine> lines) {
    List<String> shown() {
      return lines.stream().map(AccessLine::toString).toList();
    }
  }

  static Read read(String text) {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  static Read read(byte[] bytes) {
    return read(new ByteArrayInputStream(bytes), LogOptions.defaults());
  }

  static Read read(InputStream in, LogOptions options) {
    List<AccessLine> lines = new ArrayList<>();
    try {
      return new Read(W3cLog.read("a.log", in, options, row -> lines.add(row.line())), lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Gives a byte at a time. */
  static InputStream slowly(byte[] bytes) {
    return new ByteArrayInputStream(bytes) {
      @Override
      public synchronized int read(byte[] b, int off, int len) {
        return super.read(b, off, Math.min(len, 1));
      }
    };
  }
}

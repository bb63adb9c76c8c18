package io.github.frebscope.log;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Reads HTTPERR logs of http.sys ({@code httperr1.log}): old ones without header lines, and new
 * ones whose {@code #Fields:} line names the fields, {@code streamid} and {@code transport} among
 * them. Times are UTC.
 *
 * <p>Sources: KB820729 and "Format of the HTTP Server API Error Logs" for the fields of files
 * without a header, twelve of them or thirteen with the queue.
 *
 * <p>A line that cannot be read is counted and told in the {@link LogFile}, never thrown. Safe for
 * use by several threads, each with files and consumers of its own.
 */
public final class HttpErrLog {
  private HttpErrLog() {}

  /**
   * Reads a log to its end.
   *
   * @param file the log
   * @param lines gets every entry
   * @return what became of its lines
   * @throws LogFormatException if the file is no HTTPERR log or has to be converted first
   * @throws IOException if it cannot be read
   */
  public static LogFile read(Path file, Consumer<? super HttpErrLine> lines) throws IOException {
    return read(file, LogOptions.defaults(), lines);
  }

  /**
   * Reads a log, telling progress and stopping early if the options say so.
   *
   * @param file the log
   * @param options progress and stop; a zone is not needed
   * @param lines gets every entry
   * @return what became of the lines that were read
   * @throws LogFormatException if the file is no HTTPERR log or has to be converted first
   * @throws IOException if it cannot be read
   */
  public static LogFile read(Path file, LogOptions options, Consumer<? super HttpErrLine> lines)
      throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return read(file.toString(), in, options, lines);
    }
  }

  /**
   * Reads a log from a stream, which is not closed.
   *
   * @param name what the log is called in its ledger and lines
   * @param in its bytes; a buffer of its own is not needed
   * @param options progress and stop; a zone is not needed
   * @param lines gets every entry
   * @return what became of the lines that were read
   * @throws LogFormatException if it is no HTTPERR log or has to be converted first
   * @throws IOException if it cannot be read
   */
  public static LogFile read(
      String name, InputStream in, LogOptions options, Consumer<? super HttpErrLine> lines)
      throws IOException {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(lines, "lines");
    LineReader reader = new LineReader(in, options::tellProgress);
    LogFormat format = LogFormat.open(name, reader);
    if (format != LogFormat.W3C) {
      throw new LogFormatException(
          name, "a log in " + format.label() + " format, no HTTPERR log: read it with AccessLogs");
    }
    return new HttpErrReader(name, reader, options, lines).read();
  }
}

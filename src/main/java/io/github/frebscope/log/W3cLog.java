package io.github.frebscope.log;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Reads W3C extended logs of IIS ({@code u_ex260223.log}), one line after the other, in memory that
 * does not grow with the file.
 *
 * <p>The fields are those of the last {@code #Fields:} line, which may change in mid-file any
 * number of times. Times are UTC; "use local time for file naming and rollover" changes the names
 * of files only. A centralised W3C log is read like any other: {@code row.text("s-sitename")} is
 * the site.
 *
 * <p>A line that cannot be read is counted and told in the {@link LogFile}, never thrown. So is a
 * last line without an end, as in a file that is still being written: IIS writes in blocks. If all
 * its fields are there it is an entry, but its last field is left empty, because it may be cut.
 * Zero bytes, which a crash leaves behind, cost a line at the most.
 *
 * <p>Safe for use by several threads, each with files and consumers of its own.
 */
public final class W3cLog {
  private W3cLog() {}

  /**
   * Reads a log to its end.
   *
   * @param file the log
   * @param rows gets every entry; the row is valid only during the call
   * @return what became of its lines
   * @throws LogFormatException if the file is no W3C log or has to be converted first
   * @throws IOException if it cannot be read
   */
  public static LogFile read(Path file, Consumer<? super W3cRow> rows) throws IOException {
    return read(file, LogOptions.defaults(), rows);
  }

  /**
   * Reads a log, telling progress and stopping early if the options say so.
   *
   * @param file the log
   * @param options progress and stop; a zone is not needed
   * @param rows gets every entry; the row is valid only during the call
   * @return what became of the lines that were read
   * @throws LogFormatException if the file is no W3C log or has to be converted first
   * @throws IOException if it cannot be read
   */
  public static LogFile read(Path file, LogOptions options, Consumer<? super W3cRow> rows)
      throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return read(file.toString(), in, options, rows);
    }
  }

  /**
   * Reads a log from a stream, which is not closed.
   *
   * @param name what the log is called in its ledger and lines
   * @param in its bytes; a buffer of its own is not needed
   * @param rows gets every entry; the row is valid only during the call
   * @return what became of its lines
   * @throws LogFormatException if it is no W3C log or has to be converted first
   * @throws IOException if it cannot be read
   */
  public static LogFile read(String name, InputStream in, Consumer<? super W3cRow> rows)
      throws IOException {
    return read(name, in, LogOptions.defaults(), rows);
  }

  /**
   * Reads a log from a stream, which is not closed, telling progress and stopping early if the
   * options say so.
   *
   * @param name what the log is called in its ledger and lines
   * @param in its bytes; a buffer of its own is not needed
   * @param options progress and stop; a zone is not needed
   * @param rows gets every entry; the row is valid only during the call
   * @return what became of the lines that were read
   * @throws LogFormatException if it is no W3C log or has to be converted first
   * @throws IOException if it cannot be read
   */
  public static LogFile read(
      String name, InputStream in, LogOptions options, Consumer<? super W3cRow> rows)
      throws IOException {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(rows, "rows");
    LineReader lines = new LineReader(in, options::tellProgress);
    LogFormat format = LogFormat.open(name, lines);
    if (format == LogFormat.NCSA || format == LogFormat.IIS) {
      throw new LogFormatException(
          name, "a log in " + format.label() + " format, no W3C log: read it with AccessLogs");
    }
    return new W3cReader(name, lines, options, rows).read();
  }
}

package io.github.frebscope.log;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Reads the log of a site in whichever format IIS was told to write, recognised by its content: W3C
 * extended, NCSA common, IIS's own. All give the same rows, under the field names of W3C.
 *
 * <p>Centralised binary logs ({@code .ibl}) are refused with the command that converts them. Safe
 * for use by several threads, each with files and consumers of its own.
 */
public final class AccessLogs {
  private AccessLogs() {}

  /**
   * Reads a log.
   *
   * <ul>
   *   <li>W3C: as {@link W3cLog} does.
   *   <li>NCSA: its times have their offset. Sub-status, Windows error and time taken are not in
   *       it.
   *   <li>IIS: its times are local times without an offset, so a zone must be given, and the order
   *       of day and month is that of the server's locale: a file in which no date tells it is
   *       refused. It is read twice, and slower than W3C.
   * </ul>
   *
   * @param file the log
   * @param options zone, progress and stop
   * @param rows gets every entry; the row is valid only during the call
   * @return what became of the lines that were read
   * @throws LogFormatException if the format is not read, or a zone is needed and not given
   * @throws IOException if it cannot be read
   */
  public static LogFile read(Path file, LogOptions options, Consumer<? super W3cRow> rows)
      throws IOException {
    Objects.requireNonNull(rows, "rows");
    String name = file.toString();
    LogFormat format;
    try (InputStream in = Files.newInputStream(file)) {
      format = LogFormat.open(name, new LineReader(in, bytes -> {}));
    }
    return switch (format) {
      case W3C -> W3cLog.read(file, options, rows);
      case NCSA -> plain(file, options, new NcsaLine(), rows);
      case IIS -> {
        IisLine lines = new IisLine(options.zone());
        plain(file, LogOptions.defaults(), lines.learning(), row -> {});
        lines.mustBeClear(name);
        yield plain(file, options, lines, rows);
      }
    };
  }

  private static LogFile plain(
      Path file, LogOptions options, PlainLine format, Consumer<? super W3cRow> rows)
      throws IOException {
    String name = file.toString();
    try (InputStream in = Files.newInputStream(file)) {
      LineReader lines = new LineReader(in, options::tellProgress);
      LogFormat.open(name, lines);
      Tally tally = new Tally(name);
      while (lines.next()) {
        switch (lines.kind()) {
          case LONG -> tally.damaged(lines.number(), Damage.LONG);
          case ZEROS -> Damage.zeros(lines, tally);
          case OPEN, LINE -> {
            if (options.mustStop()) {
              tally.problem(lines.number(), "reading was stopped here on request");
              return tally.file();
            }
            entry(name, lines, format, tally, rows);
          }
        }
      }
      return tally.file();
    }
  }

  private static void entry(
      String file, LineReader lines, PlainLine format, Tally tally, Consumer<? super W3cRow> rows) {
    if (lines.isEmpty()) {
      return;
    }
    String text = LogBytes.text(lines.bytes(), lines.start(), lines.end());
    if (lines.kind() == LineReader.Kind.OPEN) {
      // Both formats end with what a cut may change unseen.
      tally.damaged(lines.number(), Damage.TORN);
      return;
    }
    format
        .parse(file, lines.number(), text)
        .ifPresentOrElse(
            line -> {
              tally.missing(format.missing());
              tally.entry(line.end().toEpochMilli());
              rows.accept(new LineRow(line));
            },
            () -> tally.damaged(lines.number(), format.expected()));
  }
}

package io.github.frebscope.log;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Events of a CSV export as values. */
final class CsvEventExport {
  private final String file;
  private final LogOptions options;
  private final LocalTimes times = new LocalTimes();
  private EventColumns columns;
  private CsvRecords records;

  private CsvEventExport(String file, LogOptions options) {
    this.file = file;
    this.options = options;
  }

  static LogFile read(
      String file,
      Path path,
      InputStream in,
      LogOptions options,
      Consumer<? super WindowsEvent> events)
      throws IOException {
    CsvEventExport export = new CsvEventExport(file, options);
    try (InputStream first = Files.newInputStream(path)) {
      export.learn(first);
    }
    return export.read(in, events);
  }

  /** Goes over the file once, to learn the order of day and month. */
  private void learn(InputStream in) throws IOException {
    open(in);
    for (Optional<List<String>> r = records.next(); r.isPresent(); r = records.next()) {
      if (columns.fits(r.get())) {
        times.learn(columns.time(r.get()));
      }
    }
    if (times.needsZone() && options.zone().isEmpty()) {
      throw new LogFormatException(
          file,
          "its times are local times without an offset: give the zone of the computer that wrote"
              + " it (LogOptions.withZone), or export XML, whose times are UTC: wevtutil qe System"
              + " /f:RenderedXml > events.xml");
    }
    if (times.isOpen()) {
      throw new LogFormatException(
          file,
          "no date in it tells the day from the month (2/3/2026): export XML instead: wevtutil qe"
              + " System /f:RenderedXml > events.xml");
    }
  }

  private LogFile read(InputStream in, Consumer<? super WindowsEvent> events) throws IOException {
    Tally tally = new Tally(file);
    open(in);
    for (Optional<List<String>> r = records.next(); r.isPresent(); r = records.next()) {
      List<String> values = r.get();
      if (values.size() == 1 && values.get(0).isBlank()) {
        continue;
      }
      if (options.mustStop()) {
        tally.problem(records.line(), "reading was stopped here on request");
        break;
      }
      Optional<Instant> time =
          columns.fits(values)
              ? times.instant(columns.time(values), options.zone())
              : Optional.empty();
      long id = columns.fits(values) ? LogBytes.number(columns.id(values)) : -1;
      if (time.isEmpty() || id < 0 || id > Integer.MAX_VALUE) {
        tally.damaged(records.line(), "a record without a time or an id that can be read");
        continue;
      }
      tally.entry(time.get().toEpochMilli());
      events.accept(
          new WindowsEvent(
              file,
              time.get(),
              columns.source(values),
              (int) id,
              columns.computer(values),
              columns.message(values)));
    }
    return tally.file();
  }

  /** Begins the file, and finds its columns by its header. */
  private void open(InputStream in) throws IOException {
    BufferedReader reader = new BufferedReader(decoded(in), 1 << 16);
    String header = look(reader);
    boolean typed = header.startsWith("#TYPE");
    if (typed) {
      reader.readLine();
      header = look(reader);
    }
    char separator = EventColumns.separator(header);
    records = new CsvRecords(reader, separator, typed ? 2 : 1);
    Optional<List<String>> names = records.next();
    Optional<EventColumns> found = names.flatMap(EventColumns::of);
    if (names.isPresent() && found.isEmpty()) {
      throw new LogFormatException(
          file,
          "no export of an event log that is read: export XML with wevtutil qe System"
              + " /f:RenderedXml > events.xml");
    }
    columns = found.orElse(EventColumns.NONE);
  }

  /** The next line, still to be read; only its begin where it is longer than a header can be. */
  private static String look(BufferedReader reader) throws IOException {
    char[] begin = new char[1 << 12];
    reader.mark(begin.length);
    int length = 0;
    for (int c = reader.read(); c >= 0 && c != '\n' && length < begin.length - 1; ) {
      begin[length++] = (char) c;
      c = reader.read();
    }
    reader.reset();
    return new String(begin, 0, length);
  }

  /** By the byte order mark, else UTF-8 if all of the first bytes are, else windows-1252. */
  private static Reader decoded(InputStream in) throws IOException {
    PushbackInputStream back = new PushbackInputStream(in, 1 << 12);
    byte[] first = back.readNBytes(1 << 12);
    int mark = 0;
    Charset charset = LogBytes.charset(first);
    if (first.length > 2 && first[0] == (byte) 0xEF && first[1] == (byte) 0xBB) {
      mark = 3;
    } else if (first.length > 1 && (first[0] & first[1] & 0xFF) == 0xFE) {
      mark = 2;
      charset = first[0] == (byte) 0xFE ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
    }
    back.unread(first, mark, first.length - mark);
    return new InputStreamReader(back, charset);
  }
}

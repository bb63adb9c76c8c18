package io.github.frebscope.log;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Reads exports of Windows event logs, System and Application:
 *
 * <ul>
 *   <li>XML of {@code wevtutil qe System /f:xml}, with a common root or without, and XML saved by
 *       the Event Viewer, with rendered messages or without;
 *   <li>CSV saved by the Event Viewer, in any of its languages;
 *   <li>CSV of PowerShell's {@code Get-WinEvent ... | Export-Csv}.
 * </ul>
 *
 * <p>XML is best: its times are UTC. CSV has the local time of the computer that wrote it, in the
 * form of its culture: {@link LogOptions#withZone} must say the zone, and a file in which no date
 * tells the day from the month is refused, because a guess could be months off.
 *
 * <p>The binary {@code .evtx} is refused with the command that converts it. A part that cannot be
 * read is counted and told in the {@link LogFile}; the number of a problem is that of the line on
 * which it begins. Safe for use by several threads, each with files and consumers of its own.
 */
public final class WindowsEvents {
  private static final String BINARY =
      "a binary event log (.evtx), which only Windows can read: export it there with"
          + " wevtutil qe FILE.evtx /lf:true /f:RenderedXml > events.xml";

  private WindowsEvents() {}

  /**
   * Reads an export to its end.
   *
   * @param file the export
   * @param events gets every event, in the order of the file
   * @return what became of its events
   * @throws LogFormatException if the file is no export that is read, or needs a zone
   * @throws IOException if it cannot be read
   */
  public static LogFile read(Path file, Consumer<? super WindowsEvent> events) throws IOException {
    return read(file, LogOptions.defaults(), events);
  }

  /**
   * Reads an export, with a zone for CSV, telling progress and stopping early if the options say
   * so.
   *
   * @param file the export; CSV without offsets is read twice
   * @param options zone, progress and stop
   * @param events gets every event, in the order of the file
   * @return what became of the events that were read
   * @throws LogFormatException if the file is no export that is read, or needs a zone
   * @throws IOException if it cannot be read
   */
  public static LogFile read(Path file, LogOptions options, Consumer<? super WindowsEvent> events)
      throws IOException {
    String name = file.toString();
    byte[] first;
    try (InputStream in = Files.newInputStream(file)) {
      first = in.readNBytes(1 << 12);
    }
    if (isEvtx(first)) {
      throw new LogFormatException(name, BINARY);
    }
    try (InputStream in = new CountedInput(Files.newInputStream(file), options)) {
      return looksLikeXml(first)
          ? XmlEventExport.read(name, in, options, events)
          : CsvEventExport.read(name, file, in, options, events);
    }
  }

  private static boolean isEvtx(byte[] first) {
    return new String(first, StandardCharsets.ISO_8859_1).startsWith("ElfFile\0")
        || (first.length > 8
            && new String(first, 4, 4, StandardCharsets.ISO_8859_1).equals("LfLe"));
  }

  /** The first character that is no blank and no byte order mark, in any encoding. */
  private static boolean looksLikeXml(byte[] first) {
    for (byte b : first) {
      if (b > ' ') {
        return b == '<';
      }
    }
    return false;
  }
}

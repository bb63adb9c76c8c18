package io.github.frebscope.log;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The cursor over the bytes of a W3C line: nothing is decoded before it is asked for. */
final class ByteRow implements W3cRow {
  private static final int MOST_STATUS = 999;

  private final String file;
  private final LineReader lines;
  private FieldNames names = FieldNames.parse("");
  private long endMillis;
  private int known;

  ByteRow(String file, LineReader lines) {
    this.file = file;
    this.lines = lines;
  }

  void names(FieldNames newNames) {
    names = newNames;
  }

  /**
   * The next line.
   *
   * @param newEndMillis its time
   * @param fields how many of its fields are sure: one less than all when the line is cut
   */
  void move(long newEndMillis, int fields) {
    endMillis = newEndMillis;
    known = fields;
  }

  /** Where a field begins in the window. */
  int from(int place) {
    return lines.start() + (place == 0 ? 0 : lines.blank(place - 1) + 1);
  }

  /** Where a field ends in the window. */
  int to(int place) {
    return place < lines.blanks() ? lines.start() + lines.blank(place) : lines.end();
  }

  private boolean has(int place) {
    if (place < 0 || place >= known) {
      return false;
    }
    int from = from(place);
    int length = to(place) - from;
    return length > 1 || (length == 1 && lines.bytes()[from] != '-');
  }

  private long number(int place) {
    return has(place) ? LogBytes.number(lines.bytes(), from(place), to(place)) : -1;
  }

  private String text(int place) {
    return has(place) ? LogBytes.text(lines.bytes(), from(place), to(place)) : "";
  }

  @Override
  public long number() {
    return lines.number();
  }

  @Override
  public long endMillis() {
    return endMillis;
  }

  @Override
  public long timeTakenMillis() {
    return number(names.timeTaken);
  }

  @Override
  public int status() {
    long status = number(names.status);
    return status > MOST_STATUS ? -1 : (int) status;
  }

  @Override
  public int subStatus() {
    long sub = number(names.subStatus);
    return sub > Integer.MAX_VALUE ? -1 : (int) sub;
  }

  @Override
  public long win32Status() {
    return number(names.win32Status);
  }

  @Override
  public String path() {
    return has(names.path) ? text(names.path) : "/";
  }

  @Override
  public boolean pathEquals(String path) {
    return has(names.path)
        ? LogBytes.equal(lines.bytes(), from(names.path), to(names.path), path, true)
        : path.equals("/");
  }

  @Override
  public String text(String field) {
    return text(names.place(field));
  }

  @Override
  public boolean has(String field) {
    return has(names.place(field));
  }

  @Override
  public boolean valueEquals(String field, String value) {
    int place = names.place(field);
    return has(place)
        ? LogBytes.equal(lines.bytes(), from(place), to(place), value, false)
        : value.isEmpty();
  }

  @Override
  public AccessLine line() {
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < known; i++) {
      if (has(i) && i != names.date && i != names.time) {
        values.putIfAbsent(names.name(i), text(i));
      }
    }
    return AccessLine.of(file, lines.number(), Instant.ofEpochMilli(endMillis), values);
  }

  @Override
  public String toString() {
    return line().toString();
  }
}

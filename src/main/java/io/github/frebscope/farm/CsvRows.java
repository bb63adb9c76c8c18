package io.github.frebscope.farm;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Cuts a table of RFC 4180 into rows: fields in double quotes may hold the separator, line ends and
 * doubled quotes. A quote that is never closed ends with its line, so that it costs one row and not
 * the rest of the file.
 */
final class CsvRows {
  /**
   * A row.
   *
   * @param line the 1-based number of the line it begins on
   * @param cells its fields, without quotes and without blanks around them
   * @param isTorn whether a quote was not closed
   */
  record Row(int line, List<String> cells, boolean isTorn) {
    Row {
      cells = List.copyOf(cells);
    }

    boolean isBlank() {
      return cells.stream().allMatch(String::isEmpty);
    }
  }

  private static final int LONGEST_QUOTED = 10_000;

  private final String text;
  private final char separator;
  private int at;
  private int line = 1;
  private boolean torn;

  private CsvRows(String text, char separator) {
    this.text = text;
    this.separator = separator;
  }

  /** All rows of a text, blank ones too. */
  static void read(String text, char separator, Consumer<Row> rows) {
    CsvRows reader = new CsvRows(text, separator);
    while (reader.at < text.length()) {
      rows.accept(reader.row());
    }
  }

  private Row row() {
    int first = line;
    torn = false;
    List<String> cells = new ArrayList<>();
    do {
      cells.add(cell().strip());
    } while (skip(separator));
    skip('\r');
    if (skip('\n') || at < text.length()) {
      line++;
    }
    return new Row(first, cells, torn);
  }

  private String cell() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    int start = at;
    if (skip('"')) {
      String quoted = quoted();
      if (quoted != null) {
        return quoted + plain();
      }
      torn = true;
      at = start;
    }
    return plain();
  }

  /** Up to the closing quote, with it; null when there is none. */
  private String quoted() {
    StringBuilder cell = new StringBuilder();
    int lines = 0;
    for (int i = at; i < text.length() && i - at < LONGEST_QUOTED; i++) {
      char c = text.charAt(i);
      if (c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
        i++;
      } else if (c == '"') {
        at = i + 1;
        line += lines;
        return cell.toString();
      }
      lines += c == '\n' ? 1 : 0;
      cell.append(c);
    }
    return null;
  }

  private String plain() {
    int start = at;
    while (at < text.length() && !isEnd(text.charAt(at))) {
      at++;
    }
    return text.substring(start, at);
  }

  private boolean isEnd(char c) {
    return c == separator || c == '\n' || c == '\r';
  }

  private boolean skip(char c) {
    if (at < text.length() && text.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }
}

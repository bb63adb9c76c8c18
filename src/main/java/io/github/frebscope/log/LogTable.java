package io.github.frebscope.log;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A resource table beside this class: UTF-8, columns separated by tabs, comment lines that begin
 * with {@code #}, first other line the names of the columns.
 */
final class LogTable {
  private LogTable() {}

  /** The rows without the header; fails when one has another number of columns. */
  static List<List<String>> rows(String name, int columns) {
    String text;
    try (InputStream in = LogTable.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no table " + name);
      }
      text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("table " + name, e);
    }
    return text.lines()
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .skip(1)
        .map(
            line -> {
              List<String> cells = Splitter.on('\t').splitToList(line);
              if (cells.size() != columns) {
                throw new IllegalStateException(name + ": not " + columns + " columns: " + line);
              }
              return cells;
            })
        .toList();
  }
}

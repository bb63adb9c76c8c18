package io.github.frebscope.catalog;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A resource table: UTF-8 text, columns separated by tabs, comment lines that begin with {@code #},
 * first other line the names of the columns.
 */
final class Table {
  private final String name;
  private final List<String> columns;
  private final List<Row> rows = new ArrayList<>();

  private Table(String name, List<String> columns) {
    this.name = name;
    this.columns = columns;
  }

  /**
   * Reads the table of that file name, which lies beside this class.
   *
   * @throws IllegalStateException if it is missing, has no header or a row has too few or too many
   *     columns
   */
  static Table read(String name) {
    try (InputStream in = Table.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no table " + name);
      }
      return parse(name, new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException("table " + name, e);
    }
  }

  static Table parse(String name, BufferedReader reader) throws IOException {
    Table table = null;
    int number = 0;
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      number++;
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      List<String> cells = List.of(line.split("\t", -1));
      if (table == null) {
        table = new Table(name, cells);
      } else if (cells.size() == table.columns.size()) {
        table.rows.add(table.new Row(number, cells));
      } else {
        throw new IllegalStateException(
            name + " line " + number + ": " + cells.size() + " columns, not " + table.columns);
      }
    }
    if (table == null) {
      throw new IllegalStateException(name + " has no header");
    }
    return table;
  }

  /** All rows in the order of the file. */
  List<Row> rows() {
    return List.copyOf(rows);
  }

  /** One line. */
  final class Row {
    private final int line;
    private final List<String> cells;

    private Row(int line, List<String> cells) {
      this.line = line;
      this.cells = cells;
    }

    /** A cell as text; may be empty. */
    String text(String column) {
      int index = columns.indexOf(column);
      if (index < 0) {
        throw new IllegalStateException(name + " has no column " + column);
      }
      return cells.get(index);
    }

    /** A cell as a number, decimal or 0x and hexadecimal digits. */
    long number(String column) {
      try {
        return Long.decode(text(column));
      } catch (NumberFormatException e) {
        throw new IllegalStateException(this + ": " + column + " is no number", e);
      }
    }

    /** A cell as a number, or {@code unknown} when it holds a question mark. */
    long numberOr(String column, long unknown) {
      return text(column).equals("?") ? unknown : number(column);
    }

    /** Where the row is, for messages. */
    @Override
    public String toString() {
      return name + " line " + line;
    }
  }
}

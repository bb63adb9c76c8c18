package io.github.frebscope.testing.script;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A table among the resources: one header line, tabs between columns. */
final class Table {
  private Table() {}

  /** The rows without the header, each of that many columns. */
  static List<String[]> rows(String name, int columns) {
    try (InputStream in = Table.class.getResourceAsStream(name);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      List<String[]> rows = reader.lines().skip(1).map(line -> line.split("\t", -1)).toList();
      for (String[] row : rows) {
        if (row.length != columns) {
          throw new IllegalStateException(name + ": " + String.join("|", row));
        }
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

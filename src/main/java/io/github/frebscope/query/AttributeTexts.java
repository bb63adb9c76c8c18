package io.github.frebscope.query;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is said about the attributes: the table {@code attributes.tsv}. */
final class AttributeTexts {
  private static final String TABLE = "attributes.tsv";
  private static final Map<String, Row> ROWS = read();

  private record Row(FieldText text, Attribute.Kind kind) {}

  private AttributeTexts() {}

  static FieldText of(String name) {
    return row(name).text();
  }

  static Attribute.Kind kind(String name) {
    return row(name).kind();
  }

  /** The names in the order of the table. */
  static List<String> names() {
    return List.copyOf(ROWS.keySet());
  }

  private static Row row(String name) {
    Row row = ROWS.get(name);
    if (row == null) {
      throw new IllegalStateException(TABLE + " does not tell about " + name);
    }
    return row;
  }

  private static Map<String, Row> read() {
    try {
      ImmutableMap.Builder<String, Row> rows = ImmutableMap.builder();
      // Not Resources.getResource: Guava may not look into our module.
      Resources.readLines(AttributeTexts.class.getResource(TABLE), StandardCharsets.UTF_8).stream()
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .skip(1) // the heads of the columns
          .map(Splitter.on('\t')::splitToList)
          .forEach(
              cells ->
                  rows.put(
                      cells.get(0),
                      new Row(
                          new FieldText(cells.get(0), cells.get(1), cells.get(2), cells.get(4)),
                          Attribute.Kind.valueOf(cells.get(3).toUpperCase(Locale.ROOT)))));
      return rows.buildOrThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(TABLE, e);
    }
  }
}

package io.github.frebscope.report;

import io.github.frebscope.query.Column;
import io.github.frebscope.query.Counts;
import io.github.frebscope.query.Field;
import io.github.frebscope.query.ResultTable;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A table without secrets: in its values, and in heads that are values. */
final class RedactedTable {
  private RedactedTable() {}

  static ResultTable of(ResultTable table, Redaction redaction) {
    return redaction.isOn()
        ? table.replacing(c -> head(c, redaction), (c, v) -> value(c, v, redaction))
        : table;
  }

  private static Column head(Column column, Redaction redaction) {
    Optional<Field<?, ?>> field = column.content().head();
    if (field.isEmpty()) {
      return column;
    }
    return column
        .named(text(field, column.name(), redaction))
        .titled(text(field, column.title(), redaction));
  }

  private static Object value(Column column, Object value, Redaction redaction) {
    if (value instanceof String text) {
      return text(column.content().field(), text, redaction);
    }
    if (value instanceof Optional<?> optional) {
      return optional.map(v -> value(column, v, redaction));
    }
    if (value instanceof Counts.Entry<?> entry) {
      return new Counts.Entry<>(entry.value().map(v -> value(column, v, redaction)), entry.count());
    }
    if (value instanceof Collection<?> values) {
      List<Object> safe = values.stream().<Object>map(v -> value(column, v, redaction)).toList();
      return safe;
    }
    return value;
  }

  private static String text(Optional<Field<?, ?>> field, String text, Redaction redaction) {
    return field
        .map(f -> AttributeValues.text(f.name(), text, redaction))
        .orElseGet(() -> redaction.text(text));
  }
}

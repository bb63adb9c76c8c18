package io.github.frebscope.report;

import io.github.frebscope.query.Counts;
import io.github.frebscope.query.ResultTable;
import io.github.frebscope.query.Share;
import io.github.frebscope.query.TimeStep;
import io.github.frebscope.query.ValueText;
import io.github.frebscope.trace.MeasuredTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values of a table as files have them: null, numbers, times, texts, and lists of those. */
final class TableValues {
  private static final double MILLION = 1e6;

  private TableValues() {}

  /**
   * The values of all rows.
   *
   * @param flat whether a value and its count are one text, not an object
   */
  static List<List<Object>> rows(ResultTable table, boolean flat) {
    List<List<Object>> rows = new ArrayList<>();
    for (List<Object> row : table.rows()) {
      List<Object> values = new ArrayList<>(); // it may hold nulls
      row.forEach(value -> values.add(value(value, flat)));
      rows.add(values);
    }
    return rows;
  }

  private static Object value(Object value, boolean flat) {
    if (value instanceof Optional<?> optional) {
      return optional.map(v -> value(v, flat)).orElse(null);
    }
    if (value instanceof MeasuredTime time) {
      return time.length();
    }
    if (value instanceof TimeStep step) {
      return step.from();
    }
    if (value instanceof Share share) {
      return Math.round(share.part() * MILLION) / MILLION;
    }
    if (value instanceof Enum<?>) {
      return ValueText.of(value);
    }
    if (value instanceof Counts.Entry<?> entry) {
      return flat ? entry.toString() : object(entry);
    }
    if (value instanceof Collection<?> values) {
      List<Object> all = new ArrayList<>();
      values.forEach(v -> all.add(value(v, flat)));
      return all;
    }
    return value;
  }

  private static Map<String, Object> object(Counts.Entry<?> entry) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("value", value(entry.value(), false));
    object.put("count", entry.count());
    return object;
  }
}

package io.github.frebscope.report;

import io.github.frebscope.query.Column;
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
      for (int i = 0; i < row.size(); i++) {
        values.add(value(row.get(i), flat));
        if (hasError(table.columns().get(i))) {
          values.add(error(row.get(i)));
        }
      }
      rows.add(values);
    }
    return rows;
  }

  /**
   * The keys of those values: names, so that two columns that were given one name have two. After
   * the key of lengths of time that know their errors, which are not one tick each, comes that of
   * the errors.
   */
  static List<String> keys(ResultTable table) {
    List<String> keys = new ArrayList<>();
    for (Column column : table.columns()) {
      String key = unused(column.name(), keys);
      keys.add(key);
      if (hasError(column)) {
        keys.add(unused(key + ".errorMs", keys));
      }
    }
    return keys;
  }

  private static String unused(String name, List<String> keys) {
    String key = name;
    for (int i = 2; keys.contains(key); i++) {
      key = name + " (" + i + ")";
    }
    return key;
  }

  private static boolean hasError(Column column) {
    return column.content().type() == MeasuredTime.class;
  }

  private static Object error(Object value) {
    Object bare = value instanceof Optional<?> optional ? optional.orElse(null) : value;
    return bare instanceof MeasuredTime time ? time.error() : null;
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

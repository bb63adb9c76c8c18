package io.github.frebscope.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The sets of {@code values.tsv}: number to text, in the order of the table. */
final class ValueSets {
  private static final Map<String, Map<Long, String>> SETS = load();

  private ValueSets() {}

  private static Map<String, Map<Long, String>> load() {
    Map<String, Map<Long, String>> sets = new LinkedHashMap<>();
    for (Table.Row row : Table.read("values.tsv").rows()) {
      sets.computeIfAbsent(row.text("set"), s -> new LinkedHashMap<>())
          .put(row.number("value"), row.text("text"));
    }
    sets.replaceAll((set, values) -> Collections.unmodifiableMap(values));
    return sets;
  }

  /**
   * The values of a set.
   *
   * @throws IllegalStateException if there is no such set
   */
  static Map<Long, String> get(String set) {
    Map<Long, String> values = SETS.get(set);
    if (values == null) {
      throw new IllegalStateException("values.tsv has no set " + set);
    }
    return values;
  }
}

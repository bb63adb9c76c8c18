package io.github.frebscope.testing.script;

import io.github.frebscope.testing.script.EventKind.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The kinds of events the scripts can write, from the resource tables. */
public final class EventTable {
  private static final Map<String, EventKind> KINDS = load();

  private EventTable() {}

  /**
   * The kind of that name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static EventKind kind(String name) {
    EventKind kind = KINDS.get(name);
    if (kind == null) {
      throw new IllegalArgumentException("no event " + name);
    }
    return kind;
  }

  /** All kinds. */
  public static Collection<EventKind> kinds() {
    return Collections.unmodifiableCollection(KINDS.values());
  }

  private static Map<String, EventKind> load() {
    Map<String, String[]> classes = new HashMap<>();
    for (String[] row : Table.rows("classes.tsv", 4)) {
      classes.put(row[0], row);
    }
    Map<String, Map<String, String>> values = new HashMap<>();
    for (String[] row : Table.rows("values.tsv", 3)) {
      values.computeIfAbsent(row[0], k -> new HashMap<>()).put(row[1], row[2]);
    }
    Map<String, EventKind> kinds = new LinkedHashMap<>();
    for (String[] row : Table.rows("events.tsv", 8)) {
      String[] group = classes.get(row[0]);
      kinds.put(
          row[4],
          new EventKind(
              group[1],
              group[2],
              group[3],
              row[1].equals("-") ? "" : row[1],
              Long.parseLong(row[2].substring(2), 16),
              Integer.parseInt(row[3]),
              row[4],
              Integer.parseInt(row[5]),
              Integer.parseInt(row[6]),
              fields(row[7], values)));
    }
    return kinds;
  }

  private static List<Field> fields(String text, Map<String, Map<String, String>> values) {
    List<Field> fields = new ArrayList<>();
    for (String field : text.isEmpty() ? new String[0] : text.split(";", -1)) {
      int equals = field.indexOf('=');
      String name = equals < 0 ? field : field.substring(0, equals);
      String texts = equals < 0 ? "" : field.substring(equals + 1);
      boolean system = texts.equals("system");
      fields.add(new Field(name, values.getOrDefault(texts, Map.of()), system));
    }
    return List.copyOf(fields);
  }
}

package io.github.frebscope.config;

import io.github.frebscope.internal.xml.XmlElement;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A collection that is read, as IIS's schema defines it: a row of {@code collections.tsv}.
 *
 * @param path the element that holds it
 * @param add the name of the element that adds an entry
 * @param remove the name of the element that removes one, {@code -} for none
 * @param clear the name of the element that removes all, {@code -} for none
 * @param keys the attributes that tell entries apart
 * @param caseCounts whether the case of letters counts in keys
 * @param inFront whether the entries of a nearer level come before the inherited ones
 */
record SchemaCollection(
    String path,
    String add,
    String remove,
    String clear,
    List<String> keys,
    boolean caseCounts,
    boolean inFront) {
  private static final Map<String, SchemaCollection> ALL = load();

  private static Map<String, SchemaCollection> load() {
    Map<String, SchemaCollection> all = new HashMap<>();
    for (List<String> row : Tsv.rows("collections.tsv")) {
      all.put(
          row.get(0),
          new SchemaCollection(
              row.get(0),
              row.get(1),
              row.get(2),
              row.get(3),
              List.of(row.get(4).split(",", -1)),
              row.get(5).equals("exact"),
              row.get(6).equals("front")));
    }
    return all;
  }

  static SchemaCollection of(String path) {
    SchemaCollection collection = ALL.get(path);
    if (collection == null) {
      throw new IllegalStateException("collections.tsv has no " + path);
    }
    return collection;
  }

  static boolean isKnown(String path) {
    return ALL.containsKey(path);
  }

  /** What tells an entry apart; an attribute that is not there counts as an empty text. */
  String key(XmlElement entry) {
    String key =
        keys.stream().map(k -> entry.attribute(k).orElse("")).collect(Collectors.joining("\n"));
    return caseCounts ? key : key.toUpperCase(Locale.ROOT);
  }

  /** The keys of an entry as it stands, for messages: {@code path '*'}. */
  String told(XmlElement entry) {
    return keys.stream()
        .map(k -> k + " '" + entry.attribute(k).orElse("") + "'")
        .collect(Collectors.joining(" and "));
  }

  boolean isDirective(String name) {
    return name.equals(add) || name.equals(remove) || name.equals(clear);
  }
}

package io.github.frebscope.query;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One figure for each value that rows were grouped by. Rows without a value are a group too,
 * printed as {@code -}.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param <K> the type of the values
 * @param <V> the type of the figure
 */
public final class Groups<K, V> {
  private final List<Column> columns;
  private final List<Entry<K, V>> entries;
  private final Basis basis;

  /**
   * A group.
   *
   * @param key the value that its rows have; empty for the rows that do not tell it
   * @param value the figure
   * @param <K> the type of the key
   * @param <V> the type of the figure
   */
  public record Entry<K, V>(Optional<K> key, V value) {
    /** Refuses nulls. */
    public Entry {
      Objects.requireNonNull(key, "key");
      Objects.requireNonNull(value, "value");
    }
  }

  Groups(List<Column> columns, List<Entry<K, V>> entries, Basis basis) {
    this.columns = List.copyOf(columns);
    this.entries = List.copyOf(entries);
    this.basis = basis;
  }

  /** The groups, the largest figure first, then in the order of the values. */
  public List<Entry<K, V>> entries() {
    return entries;
  }

  /** The groups, the largest figure first. */
  public Stream<Entry<K, V>> stream() {
    return entries.stream();
  }

  /** The figure of the rows with that value; empty when there are none. */
  public Optional<V> of(K key) {
    Optional<K> wanted = Optional.of(key);
    return entries.stream().filter(e -> e.key().equals(wanted)).map(Entry::value).findFirst();
  }

  /** The figure of the rows that do not tell a value; empty when there are none. */
  public Optional<V> missing() {
    return entries.stream().filter(e -> e.key().isEmpty()).map(Entry::value).findFirst();
  }

  /** The figures by their values, in the order of the groups, without {@link #missing()}. */
  public Map<K, V> asMap() {
    Map<K, V> map = new LinkedHashMap<>();
    entries.forEach(e -> e.key().ifPresent(k -> map.put(k, e.value())));
    return map;
  }

  /** What the figures rest on. */
  public Basis basis() {
    return basis;
  }

  /** The groups as a table of two columns. */
  public ResultTable table() {
    return ResultTable.of(
            columns, entries.stream().map(e -> List.<Object>of(e.key(), e.value())).toList())
        .on(basis);
  }

  /** Prints the whole table. */
  public void print(PrintStream out) {
    table().print(out);
  }

  /** Prints the whole table to standard output, for a {@code jshell} prompt. */
  public void print() {
    table().print();
  }

  /** The table, as {@link ResultTable#toString()} shows it. */
  @Override
  public String toString() {
    return table().toString();
  }
}

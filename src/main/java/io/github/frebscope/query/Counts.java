package io.github.frebscope.query;

import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How many traces, or events, have each value, most first. Those without a value are an entry too,
 * printed as {@code -}.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param <K> the type of the values
 */
public final class Counts<K> {
  private final Field<?, K> key;
  private final List<Entry<K>> entries;
  private final Basis basis;

  /**
   * A value and how many traces have it.
   *
   * @param value the value; empty for the traces that do not tell it
   * @param count how many traces, at least 1
   * @param <K> the type of the value
   */
  public record Entry<K>(Optional<K> value, long count) {
    /** {@code web1.example (12)}. */
    @Override
    public String toString() {
      return ValueText.of(value) + " (" + ValueText.count(count) + ")";
    }
  }

  private Counts(Field<?, K> key, List<Entry<K>> entries, Basis basis) {
    this.key = key;
    this.entries = entries;
    this.basis = basis;
  }

  static <K> Counts<K> of(Field<?, K> key, Map<Optional<K>, Long> counts, Basis basis) {
    return new Counts<>(key, ordered(counts, key), basis);
  }

  /** Most first, what is missing last of its equals, the others in the order of the values. */
  static <K> List<Entry<K>> ordered(Map<Optional<K>, Long> counts, Field<?, K> key) {
    Comparator<K> byValue = key.isOrdered() ? key.order() : Comparator.comparing(ValueText::of);
    return counts.entrySet().stream()
        .map(e -> new Entry<>(e.getKey(), e.getValue()))
        .sorted(
            Comparator.comparingLong((Entry<K> e) -> e.count())
                .reversed()
                .thenComparing(e -> e.value().orElse(null), Comparator.nullsLast(byValue)))
        .toList();
  }

  /** The values and their counts, most first, equal counts in the order of the values. */
  public List<Entry<K>> entries() {
    return entries;
  }

  /** The values and their counts, most first. */
  public Stream<Entry<K>> stream() {
    return entries.stream();
  }

  /** How many traces have that value; 0 when none. */
  public long of(K value) {
    Optional<K> wanted = Optional.of(value);
    return entries.stream().filter(e -> e.value().equals(wanted)).mapToLong(Entry::count).sum();
  }

  /** How many traces do not tell a value. */
  public long missing() {
    return entries.stream().filter(e -> e.value().isEmpty()).mapToLong(Entry::count).sum();
  }

  /** How many traces there are in all. */
  public long total() {
    return entries.stream().mapToLong(Entry::count).sum();
  }

  /** What the counts rest on. */
  public Basis basis() {
    return basis;
  }

  /** The counts as a table of two columns. */
  public ResultTable table() {
    return ResultTable.of(
            List.of(Column.right("Count").named("count"), Column.of(key)),
            entries.stream().map(e -> List.<Object>of(e.count(), e.value())).toList())
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

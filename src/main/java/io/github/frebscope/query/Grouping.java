package io.github.frebscope.query;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Rows by the values of one field: a question that still lacks its answer. One figure gives a
 * {@link Groups} that keeps its types, several give a {@link ResultTable}.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param <R> the type of the rows: {@link TraceSummary} or {@link TracedEvent}
 * @param <K> the type of the values
 */
public final class Grouping<R, K> {
  private final Rows<R> rows;
  private final Field<R, K> key;

  Grouping(Rows<R> rows, Field<R, K> key) {
    this.rows = rows;
    this.key = key;
  }

  /** How many rows have each value. Rows without one are a group of their own. */
  public Counts<K> count() {
    Map<Optional<K>, Long> counts = new HashMap<>();
    Basis basis = rows.forEach(row -> counts.merge(key.of(row), 1L, Long::sum));
    return Counts.of(key, counts, basis);
  }

  /** One figure for each value. */
  @SuppressWarnings("unchecked") // Keys and figures come from the field and the aggregate.
  public <V> Groups<K, V> aggregate(Aggregate<? super R, V> aggregate) {
    List<Key<R>> keys = List.of(Key.of(key));
    GroupedRows grouped = GroupedRows.of(rows, keys, List.of(aggregate));
    List<Groups.Entry<K, V>> entries = new ArrayList<>();
    grouped.groups().stream()
        .sorted(GroupedRows.byFirstFigure().thenComparing(GroupedRows.byKeys(keys)))
        .forEach(
            g ->
                entries.add(
                    new Groups.Entry<>(
                        Optional.ofNullable((K) g.keys().get(0)), (V) g.figures().get(0))));
    return new Groups<>(
        List.of(keys.get(0).column(), aggregate.column()), entries, grouped.basis());
  }

  /** Several figures for each value, as a table; the largest of the first figure first. */
  @SafeVarargs
  public final ResultTable aggregate(
      Aggregate<? super R, ?> first,
      Aggregate<? super R, ?> second,
      Aggregate<? super R, ?>... more) {
    List<Aggregate<? super R, ?>> all = new ArrayList<>();
    all.add(first);
    all.add(second);
    for (Aggregate<? super R, ?> aggregate : more) {
      all.add(aggregate);
    }
    return table().aggregate(all);
  }

  /** Also by time, in steps of that length in UTC. */
  public GroupedTable<R> over(Duration step) {
    return table().over(step);
  }

  /** Also by time, in steps of that length counted from midnight in a zone. */
  public GroupedTable<R> over(Duration step, ZoneId zone) {
    return table().over(step, zone);
  }

  private GroupedTable<R> table() {
    return GroupedTable.of(rows).by(List.of(key));
  }

  /** {@code by module}. */
  @Override
  public String toString() {
    return "by " + key.name();
  }
}

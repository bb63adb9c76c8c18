package io.github.frebscope.query;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts rows into groups in one pass and collects the figures of each. */
final class GroupedRows {
  private final List<Group> groups;
  private final Basis basis;

  /**
   * A group of rows that have all keys in common.
   *
   * @param keys the values, null for what is missing
   * @param figures one for each aggregate
   */
  record Group(List<Object> keys, List<Object> figures) {}

  private GroupedRows(List<Group> groups, Basis basis) {
    this.groups = groups;
    this.basis = basis;
  }

  /** The values of all keys; their hash is asked for once for each row. */
  private static final class Place {
    final Object[] values;
    final int hash;

    Place(Object[] values) {
      this.values = values;
      hash = Arrays.hashCode(values);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Place that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }

  /** When the first and the last row were, and how many there are. */
  private static final class Extent {
    long rows;
    Instant first;
    Instant last;

    void add(Optional<Instant> time) {
      rows++;
      if (time.isPresent()) {
        Instant at = time.get();
        first = first == null || at.isBefore(first) ? at : first;
        last = last == null || at.isAfter(last) ? at : last;
      }
    }

    Duration length() {
      return first == null ? Duration.ZERO : Duration.between(first, last);
    }
  }

  /** Groups all rows. */
  static <R> GroupedRows of(
      Rows<R> rows, List<Key<R>> keys, List<? extends Aggregate<? super R, ?>> aggregates) {
    Map<Place, List<Tally<? super R, ?>>> groups = new HashMap<>();
    Extent extent = new Extent();
    Basis basis =
        rows.forEach(
            row -> {
              Object[] values = new Object[keys.size()];
              for (int i = 0; i < values.length; i++) {
                values[i] = keys.get(i).value().apply(row);
              }
              List<Tally<? super R, ?>> tallies =
                  groups.computeIfAbsent(new Place(values), place -> tallies(aggregates));
              for (Tally<? super R, ?> tally : tallies) {
                tally.add(row);
              }
              extent.add(rows.timeOf(row));
            });
    if (keys.isEmpty() && groups.isEmpty()) {
      groups.put(new Place(new Object[0]), tallies(aggregates)); // SQL answers one row as well.
    }
    Scope scope = new Scope(extent.rows, extent.length());
    List<Group> all = new ArrayList<>(groups.size());
    groups.forEach((place, tallies) -> all.add(group(place, tallies, scope.of(place.values))));
    return new GroupedRows(all, basis);
  }

  private static <R> List<Tally<? super R, ?>> tallies(
      List<? extends Aggregate<? super R, ?>> aggregates) {
    List<Tally<? super R, ?>> tallies = new ArrayList<>(aggregates.size());
    aggregates.forEach(aggregate -> tallies.add(aggregate.tally()));
    return tallies;
  }

  private static <R> Group group(Place place, List<Tally<? super R, ?>> tallies, Scope scope) {
    List<Object> figures = new ArrayList<>(tallies.size());
    for (Tally<? super R, ?> tally : tallies) {
      figures.add(tally.result(scope));
    }
    return new Group(Arrays.asList(place.values), figures);
  }

  List<Group> groups() {
    return groups;
  }

  Basis basis() {
    return basis;
  }

  /** The figures that no row gives. */
  static <R> List<Object> nothing(
      List<? extends Aggregate<? super R, ?>> aggregates, Duration step) {
    Scope scope = new Scope(0, step);
    List<Object> figures = new ArrayList<>();
    aggregates.forEach(aggregate -> figures.add(aggregate.tally().result(scope)));
    return figures;
  }

  /** The order of the values of keys: their own, or that of their texts; what is missing last. */
  static <R> Comparator<Group> byKeys(List<Key<R>> keys) {
    Comparator<Group> order = Comparator.comparingInt(group -> group.keys().size()); // all equal
    for (int i = 0; i < keys.size(); i++) {
      int at = i;
      Comparator<Object> own = keys.get(i).order();
      Comparator<Object> values = own == null ? Comparator.comparing(ValueText::of) : own;
      order = order.thenComparing(group -> group.keys().get(at), Comparator.nullsLast(values));
    }
    return order;
  }

  /** The largest first figure first, when it has an order; what is missing last. */
  static Comparator<Group> byFirstFigure() {
    return (a, b) -> {
      Object left = bare(a.figures().get(0));
      Object right = bare(b.figures().get(0));
      if (left == null || right == null) {
        return Boolean.compare(left == null, right == null);
      }
      return ValueOrder.isOrdered(left) ? ValueOrder.ORDER.compare(right, left) : 0;
    };
  }

  private static Object bare(Object value) {
    return value instanceof Optional<?> optional ? optional.orElse(null) : value;
  }
}

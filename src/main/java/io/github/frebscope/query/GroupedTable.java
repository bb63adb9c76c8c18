package io.github.frebscope.query;

import io.github.frebscope.query.GroupedRows.Group;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Rows by the values of several fields, or by time, or both: a question that still lacks its
 * answer. What a row does not tell is a value of its own, printed as {@code -}.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param <R> the type of the rows: {@link TraceSummary} or {@link TracedEvent}
 */
public final class GroupedTable<R> {
  private final Rows<R> rows;
  private final List<Field<R, ?>> fields;
  private final Optional<TimeSteps> steps;

  private GroupedTable(Rows<R> rows, List<Field<R, ?>> fields, Optional<TimeSteps> steps) {
    this.rows = rows;
    this.fields = fields;
    this.steps = steps;
  }

  static <R> GroupedTable<R> of(Rows<R> rows) {
    return new GroupedTable<>(rows, List.of(), Optional.empty());
  }

  /** Also by another field. */
  public GroupedTable<R> groupBy(Field<R, ?> field) {
    return by(List.of(field));
  }

  GroupedTable<R> by(List<? extends Field<R, ?>> more) {
    List<Field<R, ?>> all = new ArrayList<>(fields);
    all.addAll(more);
    return new GroupedTable<>(rows, List.copyOf(all), steps);
  }

  /** By time, in steps of that length in UTC; rows that tell no time are a row of their own. */
  public GroupedTable<R> over(Duration step) {
    return over(step, ZoneOffset.UTC);
  }

  /**
   * By time, in steps of that length as the clock on the wall of the zone shows them. Steps of less
   * than a day begin anew at midnight: 6 hours are 0, 6, 12 and 18 o'clock on every day, and the
   * one in which clocks change is an hour shorter or longer. Whole days are days of the calendar,
   * several of them counted from 1 January 1970; other long steps are counted from 1970 in UTC.
   * When time is all that is grouped by, steps without a row are there too.
   *
   * @throws IllegalArgumentException if it is shorter than a millisecond, longer than 1,000 years,
   *     or no whole number of milliseconds
   */
  public GroupedTable<R> over(Duration step, ZoneId zone) {
    return new GroupedTable<>(rows, fields, Optional.of(new TimeSteps(step, zone)));
  }

  /** How many rows each group has. */
  public ResultTable count() {
    return aggregate(List.of(Aggregates.<R>count()));
  }

  /**
   * A row for each group. Those of a time series are in the order of time, others begin with the
   * largest of the first figure.
   *
   * @throws IllegalArgumentException if a time series would have more than 100,000 steps
   */
  @SafeVarargs
  public final ResultTable aggregate(
      Aggregate<? super R, ?> first, Aggregate<? super R, ?>... more) {
    List<Aggregate<? super R, ?>> all = new ArrayList<>(List.of(first));
    for (Aggregate<? super R, ?> aggregate : more) {
      all.add(aggregate);
    }
    return aggregate(all);
  }

  ResultTable aggregate(List<? extends Aggregate<? super R, ?>> aggregates) {
    List<Key<R>> keys = keys();
    GroupedRows grouped = GroupedRows.of(rows, keys, aggregates);
    Comparator<Group> byKeys = GroupedRows.byKeys(keys);
    List<Group> groups = new ArrayList<>(grouped.groups());
    if (steps.isPresent() && fields.isEmpty()) {
      groups.addAll(emptySteps(groups, aggregates, steps.get()));
    }
    groups.sort(
        steps.isPresent() || aggregates.isEmpty()
            ? byKeys
            : GroupedRows.byFirstFigure().thenComparing(byKeys));
    List<Column> columns = new ArrayList<>();
    keys.forEach(key -> columns.add(key.column()));
    aggregates.forEach(aggregate -> columns.add(aggregate.column()));
    return ResultTable.of(columns, groups.stream().map(GroupedTable::row).toList())
        .on(grouped.basis());
  }

  /**
   * One figure for each pair: a row for each value of the first field, or each step of time, and a
   * column for each value of the last, both in their order; what is missing is last. A pair without
   * a row of its own has the figure of no rows at all; steps of time without any are rows too.
   *
   * @throws IllegalArgumentException if a time series would have more than 100,000 steps
   * @throws IllegalStateException if rows are not grouped by just two things
   */
  public ResultTable pivot(Aggregate<? super R, ?> aggregate) {
    if (keys().size() != 2) {
      throw new IllegalStateException("a pivot takes two fields, or time and a field");
    }
    return Pivot.of(rows, keys(), aggregate);
  }

  private List<Key<R>> keys() {
    List<Key<R>> keys = new ArrayList<>();
    steps.ifPresent(s -> keys.add(timeKey(s)));
    fields.forEach(field -> keys.add(Key.of(field)));
    return keys;
  }

  private Key<R> timeKey(TimeSteps series) {
    return new Key<>(
        series.column(),
        row -> rows.timeOf(row).map(at -> new TimeStep(series.of(at), series)).orElse(null),
        Comparator.comparing(step -> ((TimeStep) step).from()));
  }

  private List<Group> emptySteps(
      List<Group> groups, List<? extends Aggregate<? super R, ?>> aggregates, TimeSteps series) {
    List<Instant> there =
        groups.stream()
            .map(g -> (TimeStep) g.keys().get(0))
            .filter(Objects::nonNull)
            .map(TimeStep::from)
            .sorted()
            .toList();
    List<Group> empty = new ArrayList<>();
    if (!there.isEmpty()) {
      List<Instant> all =
          new ArrayList<>(series.between(there.get(0), there.get(there.size() - 1)));
      all.removeAll(new HashSet<>(there));
      for (Instant from : all) {
        empty.add(
            new Group(
                List.of(new TimeStep(from, series)),
                GroupedRows.nothing(aggregates, series.lengthOf(from))));
      }
    }
    return empty;
  }

  private static List<Object> row(Group group) {
    List<Object> row = new ArrayList<>();
    group.keys().forEach(key -> row.add(key == null ? Optional.empty() : key));
    row.addAll(group.figures());
    return row;
  }

  /** {@code by module, area}. */
  @Override
  public String toString() {
    return "by " + String.join(", ", keys().stream().map(key -> key.column().name()).toList());
  }
}

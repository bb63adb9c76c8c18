package io.github.frebscope.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a {@link Query} and an {@link EventQuery} are made of: the same words over rows of any kind.
 * Immutable.
 *
 * @param limit how many rows at the most; -1 for all
 * @param <R> the type of the rows
 */
record Question<R>(
    Condition<R> condition,
    List<Field<R, ?>> keys,
    Optional<TimeSteps> steps,
    List<Aggregate<? super R, ?>> aggregates,
    Optional<Order> order,
    int limit,
    boolean isPivot) {

  /** What rows are ordered by. */
  record Order(String column, boolean isDescending) {
    Order {
      Objects.requireNonNull(column, "column");
    }
  }

  Question {
    keys = List.copyOf(keys);
    aggregates = List.copyOf(aggregates);
  }

  /** How many rows there are. */
  static <R> Question<R> all() {
    return new Question<>(
        Condition.all(), List.of(), Optional.empty(), List.of(), Optional.empty(), -1, false);
  }

  Question<R> where(Condition<R> more) {
    return new Question<>(condition.and(more), keys, steps, aggregates, order, limit, isPivot);
  }

  Question<R> by(List<? extends Field<R, ?>> more) {
    return new Question<>(condition, joined(keys, more), steps, aggregates, order, limit, isPivot);
  }

  Question<R> over(TimeSteps series) {
    return new Question<>(condition, keys, Optional.of(series), aggregates, order, limit, isPivot);
  }

  Question<R> aggregate(List<? extends Aggregate<? super R, ?>> more) {
    return new Question<>(condition, keys, steps, joined(aggregates, more), order, limit, isPivot);
  }

  Question<R> ordered(Order newOrder) {
    return new Question<>(
        condition, keys, steps, aggregates, Optional.of(newOrder), limit, isPivot);
  }

  /** The first rows only. */
  Question<R> limited(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("limit: " + most + " is less than 1");
    }
    return new Question<>(condition, keys, steps, aggregates, order, most, isPivot);
  }

  Question<R> pivot() {
    return new Question<>(condition, keys, steps, aggregates, order, limit, true);
  }

  private static <T> List<T> joined(List<? extends T> first, List<? extends T> more) {
    List<T> all = new ArrayList<>(first);
    all.addAll(more);
    return all;
  }

  List<Aggregate<? super R, ?>> figures() {
    return aggregates.isEmpty() ? List.of(Aggregates.count()) : aggregates;
  }

  /** The columns of the answer; none for a pivot, which has them only when it is asked. */
  List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    if (!isPivot) {
      steps.ifPresent(s -> columns.add(s.column()));
      keys.forEach(key -> columns.add(Column.of(key)));
      figures().forEach(figure -> columns.add(figure.column()));
    }
    return List.copyOf(columns);
  }

  /** All fields that are asked for, each once. */
  Set<Field<?, ?>> fields() {
    Set<Field<?, ?>> all = new LinkedHashSet<>();
    Stream.<Stream<? extends Field<?, ?>>>of(
            condition.fields().stream(),
            keys.stream(),
            aggregates.stream().flatMap(a -> a.fields().stream()))
        .forEach(fields -> fields.forEach(all::add));
    return all;
  }

  /** The attributes of traces among them that have to be kept while traces are loaded. */
  List<Attribute<?>> kept() {
    Map<String, Attribute<?>> kept = new LinkedHashMap<>();
    for (Field<?, ?> field : fields()) {
      Optional<Attribute<?>> attribute =
          field instanceof EventField<?> ofEvent
              ? ofEvent.attribute()
              : field instanceof Attribute<?> ofTrace ? Optional.of(ofTrace) : Optional.empty();
      attribute.filter(Attribute::isKept).ifPresent(a -> kept.putIfAbsent(a.name(), a));
    }
    return List.copyOf(kept.values());
  }

  /** The answer about those rows, of which the condition has chosen already. */
  ResultTable run(GroupedTable<R> rows) {
    GroupedTable<R> grouped = rows.by(keys);
    if (steps.isPresent()) {
      grouped = grouped.over(steps.get().length(), steps.get().zone());
    }
    ResultTable table = isPivot ? pivot(grouped) : grouped.aggregate(figures());
    if (order.isPresent()) {
      String column = column(table, order.get().column());
      table = order.get().isDescending() ? table.orderByDescending(column) : table.orderBy(column);
    }
    return limit < 0 ? table : table.limit(limit);
  }

  private static String column(ResultTable table, String word) {
    return Vocabulary.place(table.columns(), word)
        .map(at -> table.columns().get(at).name())
        .orElse(word);
  }

  private ResultTable pivot(GroupedTable<R> grouped) {
    if (figures().size() != 1) {
      throw new IllegalStateException("a pivot has one figure, not " + figures().size());
    }
    return grouped.pivot(figures().get(0));
  }

  /** The words that ask it. */
  @Override
  public String toString() {
    return QueryWords.of(this);
  }
}

package io.github.frebscope.query;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A question to traces as a value: which of them, by what, which figures, in which order. Its text
 * is the words of {@code frebscope query} that ask the same:
 *
 * <pre>{@code
 * Query slow = Query.all().where(TIME_TAKEN.atLeast(Duration.ofSeconds(30))).by(URL_PATTERN);
 * slow.run(traces);
 * slow.toString();   // --where "timeTakenMs>=30s" --by urlPattern --agg count
 * }</pre>
 *
 * <p>Without an aggregate it counts. Immutable and safe for use by several threads, as long as
 * attributes and predicates of your own are.
 */
public final class Query {
  private static final Query ALL =
      new Query(
          Condition.all(), List.of(), Optional.empty(), List.of(), Optional.empty(), -1, false);

  private final Condition<TraceSummary> condition;
  private final List<Attribute<?>> keys;
  private final Optional<TimeSteps> steps;
  private final List<Aggregate<? super TraceSummary, ?>> aggregates;
  private final Optional<Order> order;
  private final int limit;
  private final boolean isPivot;

  /** What rows are ordered by. */
  record Order(String column, boolean isDescending) {}

  private Query(
      Condition<TraceSummary> condition,
      List<Attribute<?>> keys,
      Optional<TimeSteps> steps,
      List<Aggregate<? super TraceSummary, ?>> aggregates,
      Optional<Order> order,
      int limit,
      boolean isPivot) {
    this.condition = condition;
    this.keys = List.copyOf(keys);
    this.steps = steps;
    this.aggregates = List.copyOf(aggregates);
    this.order = order;
    this.limit = limit;
    this.isPivot = isPivot;
  }

  /** How many traces there are: what every question begins with. */
  public static Query all() {
    return ALL;
  }

  /**
   * Reads the words of a question, those that {@link #toString()} prints and {@code frebscope
   * query} takes: {@code --where E --by a,b --over 5m --zone Z --agg count,p95(timeTaken)
   * --order-by count:desc --limit N --pivot}. Every one but the last four may be repeated.
   *
   * @throws WordsException if they cannot be understood, or make no question
   */
  public static Query parse(String words) {
    return parse(words, Vocabulary.ofTraces());
  }

  /**
   * As {@link #parse(String)}, of words that a shell has taken apart.
   *
   * @throws WordsException if they cannot be understood, or make no question
   */
  public static Query parse(List<String> words) {
    return new QueryWords(Vocabulary.ofTraces()).parse(words);
  }

  /**
   * As {@link #parse(String)}, with attributes of your own.
   *
   * @throws WordsException if they cannot be understood, or make no question
   */
  public static Query parse(String words, Vocabulary<TraceSummary> vocabulary) {
    return new QueryWords(vocabulary).parse(words);
  }

  /** Of those traces only that also pass. */
  public Query where(Predicate<? super TraceSummary> wanted) {
    Condition<TraceSummary> more = Condition.from(wanted);
    return new Query(condition.and(more), keys, steps, aggregates, order, limit, isPivot);
  }

  /** Also by those attributes. */
  public Query by(Attribute<?>... more) {
    return by(Arrays.asList(more));
  }

  /** Also by those attributes. */
  public Query by(List<Attribute<?>> more) {
    List<Attribute<?>> all = joined(keys, more);
    return new Query(condition, all, steps, aggregates, order, limit, isPivot);
  }

  /**
   * Also by the time when they began, in steps of that length in UTC.
   *
   * @throws IllegalArgumentException if it is shorter than a millisecond
   */
  public Query over(Duration step) {
    return over(step, ZoneOffset.UTC);
  }

  /**
   * Also by time, see {@link GroupedTable#over(Duration, ZoneId)}.
   *
   * @throws IllegalArgumentException if it is shorter than a millisecond
   */
  public Query over(Duration step, ZoneId zone) {
    Optional<TimeSteps> series = Optional.of(new TimeSteps(step, zone));
    return new Query(condition, keys, series, aggregates, order, limit, isPivot);
  }

  /** Also with those figures. */
  @SafeVarargs
  public final Query aggregate(Aggregate<? super TraceSummary, ?>... more) {
    List<Aggregate<? super TraceSummary, ?>> all = new ArrayList<>();
    for (Aggregate<? super TraceSummary, ?> aggregate : more) {
      all.add(aggregate);
    }
    return aggregate(all);
  }

  /** Also with those figures. */
  public Query aggregate(List<? extends Aggregate<? super TraceSummary, ?>> more) {
    List<Aggregate<? super TraceSummary, ?>> all = joined(aggregates, more);
    return new Query(condition, keys, steps, all, order, limit, isPivot);
  }

  private static <T> List<T> joined(List<? extends T> first, List<? extends T> more) {
    List<T> all = new ArrayList<>(first);
    all.addAll(more);
    return all;
  }

  /** In the order of that column, the smallest first; see {@link ResultTable#orderBy}. */
  public Query orderBy(String column) {
    return ordered(new Order(column, false));
  }

  /** In the order of that column, the largest first. */
  public Query orderByDescending(String column) {
    return ordered(new Order(column, true));
  }

  private Query ordered(Order newOrder) {
    Objects.requireNonNull(newOrder.column(), "column");
    return new Query(condition, keys, steps, aggregates, Optional.of(newOrder), limit, isPivot);
  }

  /**
   * The first rows only.
   *
   * @throws IllegalArgumentException if it is less than 1
   */
  public Query limit(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("limit: " + most + " is less than 1");
    }
    return new Query(condition, keys, steps, aggregates, order, most, isPivot);
  }

  /** One figure for each pair of two keys, a column for each value of the last. */
  public Query pivot() {
    return new Query(condition, keys, steps, aggregates, order, limit, true);
  }

  /** Which traces are asked about. */
  public Condition<TraceSummary> condition() {
    return condition;
  }

  /** How many rows are shown at the most; empty for all. */
  public OptionalInt limit() {
    return limit < 0 ? OptionalInt.empty() : OptionalInt.of(limit);
  }

  /** Whether the figures are spread over columns. */
  public boolean isPivot() {
    return isPivot;
  }

  /** The columns of the answer; empty for a pivot, which has them only when it is asked. */
  public List<Column> columns() {
    if (isPivot) {
      return List.of();
    }
    Query plain = new Query(Condition.all(), keys, steps, aggregates, Optional.empty(), -1, false);
    return plain.run(TraceSet.of(List.of(), Ledger.empty())).columns();
  }

  /**
   * The attributes that have to be kept while traces are loaded for this question: {@code
   * TraceLoader.keep}.
   */
  public List<Attribute<?>> kept() {
    Set<Attribute<?>> kept = new LinkedHashSet<>();
    Stream.of(
            condition.fields().stream(),
            keys.stream(),
            aggregates.stream().flatMap(a -> a.fields().stream()))
        .flatMap(s -> s)
        .forEach(
            field -> {
              boolean isNew = kept.stream().noneMatch(k -> k.name().equals(field.name()));
              if (field instanceof Attribute<?> attribute && attribute.isKept() && isNew) {
                kept.add(attribute);
              }
            });
    return List.copyOf(kept);
  }

  /**
   * The answer.
   *
   * @throws IllegalStateException if it is a pivot of other than two keys and one figure, or an
   *     attribute was not kept while the traces were loaded, see {@link #kept()}
   * @throws IllegalArgumentException if no column has the name to order by, or a time series would
   *     have more than 100,000 steps
   */
  public ResultTable run(TraceSet traces) {
    TraceSet asked = condition.isAll() ? traces : traces.where(condition);
    GroupedTable<TraceSummary> grouped = asked.table().by(keys);
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

  private ResultTable pivot(GroupedTable<TraceSummary> grouped) {
    if (figures().size() != 1) {
      throw new IllegalStateException("a pivot has one figure, not " + figures().size());
    }
    return grouped.pivot(figures().get(0));
  }

  private List<Aggregate<? super TraceSummary, ?>> figures() {
    return aggregates.isEmpty() ? List.of(Aggregates.count()) : aggregates;
  }

  List<Attribute<?>> keys() {
    return keys;
  }

  Optional<TimeSteps> steps() {
    return steps;
  }

  Optional<Order> order() {
    return order;
  }

  List<String> figureWords() {
    return figures().stream().map(Aggregate::words).toList();
  }

  /** Whether the words are the same. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Query that && toString().equals(that.toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  /** The words that {@link #parse} reads, as they are typed at a command line: one line. */
  @Override
  public String toString() {
    return QueryWords.of(this);
  }
}

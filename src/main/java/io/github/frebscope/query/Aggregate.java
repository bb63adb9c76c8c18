package io.github.frebscope.query;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collector;

/**
 * One figure about a group of rows: their count, a percentile of their times. The ones there are
 * stand in {@link Aggregates}; {@link #of} makes one of any {@link Collector}.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param <R> the type of the rows
 * @param <V> the type of the figure
 */
public final class Aggregate<R, V> {
  private final Column column;
  private final Set<Field<?, ?>> fields;
  private final Supplier<Tally<R, V>> tallies;

  /** What makes it, before it got another name. */
  private final String words;

  private final boolean isRenamed;

  Aggregate(Column column, Set<Field<?, ?>> fields, Supplier<Tally<R, V>> tallies) {
    this(column, fields, tallies, column.name(), false);
  }

  private Aggregate(
      Column column,
      Set<Field<?, ?>> fields,
      Supplier<Tally<R, V>> tallies,
      String words,
      boolean isRenamed) {
    this.column = Objects.requireNonNull(column, "column");
    this.tallies = Objects.requireNonNull(tallies, "tallies");
    this.fields = fields;
    this.words = words;
    this.isRenamed = isRenamed;
  }

  /**
   * An aggregate of your own.
   *
   * @param label the head of its column
   * @param collector what collects the rows of one group; its result is not null
   */
  public static <R, V> Aggregate<R, V> of(String label, Collector<? super R, ?, V> collector) {
    return new Aggregate<>(Column.right(label), Set.of(), () -> tally(collector));
  }

  private static <R, A, V> Tally<R, V> tally(Collector<? super R, A, V> collector) {
    A container = collector.supplier().get();
    BiConsumer<A, ? super R> accumulator = collector.accumulator();
    return new Tally<>() {
      @Override
      public void add(R row) {
        accumulator.accept(container, row);
      }

      @Override
      public V result(Scope scope) {
        return collector.finisher().apply(container);
      }
    };
  }

  /** Its word, for example {@code p95(timeTakenMs)}: the key in JSON and the name to order by. */
  public String label() {
    return column.name();
  }

  /** The same figure under another name and head. */
  public Aggregate<R, V> as(String label) {
    return new Aggregate<>(column.named(label).titled(label), fields, tallies, words, true);
  }

  /**
   * The same figure of those rows only that pass; the groups stay the same. A {@code count()},
   * which is one of any rows, becomes one of the rows that the condition is about.
   *
   * @param <S> the type of the rows that are tested
   */
  public <S extends R> Aggregate<S, V> where(Predicate<? super S> condition) {
    Condition<S> test = Condition.from(condition);
    String only = " where " + test;
    Set<Field<?, ?>> all = new HashSet<>(fields);
    all.addAll(test.fields());
    return new Aggregate<>(
        column.named(column.name() + only).titled(column.title() + only),
        all,
        () -> new Filtered<>(tallies.get(), test),
        words + " where (" + test + ")",
        isRenamed);
  }

  private record Filtered<R, V>(Tally<? super R, V> tally, Predicate<R> condition)
      implements Tally<R, V> {
    @Override
    public void add(R row) {
      if (condition.test(row)) {
        tally.add(row);
      }
    }

    @Override
    public V result(Scope scope) {
      return tally.result(scope);
    }
  }

  /** The fields that it asks for, as far as it is made of them. */
  Set<Field<?, ?>> fields() {
    return fields;
  }

  /** The words that {@link Vocabulary#aggregate} reads again. */
  String words() {
    return isRenamed ? words + " as " + ConditionText.quoted(column.name()) : words;
  }

  Column column() {
    return column;
  }

  Tally<R, V> tally() {
    return tallies.get();
  }

  /** The label. */
  @Override
  public String toString() {
    return label();
  }
}

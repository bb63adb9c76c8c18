package io.github.frebscope.query;

import io.github.frebscope.query.Column.Align;
import io.github.frebscope.query.Column.Content;
import io.github.frebscope.trace.MeasuredTime;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Figures about groups of traces or events. Rows that do not tell a value are left out of the
 * figures about that value; {@code count()} counts them.
 *
 * <pre>{@code
 * traces.where(STATUS.is(502)).groupBy(MODULE, AREA).aggregate(count(), p95(TIME_TAKEN));
 * }</pre>
 */
public final class Aggregates {
  private static final double PERCENT = 100;
  private static final Set<Class<?>> WHOLE =
      Set.of(Byte.class, Short.class, Integer.class, Long.class);

  private Aggregates() {}

  /** How many rows there are. */
  public static <R> Aggregate<R, Long> count() {
    return new Aggregate<>(
        Column.right("Count").named("count").holding(Long.class), Set.of(), Tallies::count);
  }

  /** How many rows tell a value. */
  public static <R> Aggregate<R, Long> count(Field<R, ?> field) {
    return new Aggregate<>(
        number("count", field).holding(Long.class), Set.of(field), () -> Tallies.count(field));
  }

  /** How many different values there are. */
  public static <R> Aggregate<R, Long> distinct(Field<R, ?> field) {
    return new Aggregate<>(
        number("distinct", field).holding(Long.class),
        Set.of(field),
        () -> Tallies.distinct(field));
  }

  /**
   * What part of all rows the group is. Which part of the group meets a condition is told by {@link
   * #share(Predicate)}.
   */
  public static <R> Aggregate<R, Share> share() {
    return new Aggregate<>(
        Column.right("Share").named("share").holding(Share.class), Set.of(), Tallies::share);
  }

  /**
   * What part of the rows of a group meets a condition; empty for a group without rows, as a step
   * of time can be. In {@code share().where(condition)} the part is one of all rows instead.
   *
   * <pre>{@code
   * traces.over(Duration.ofHours(1)).groupBy(SERVER)
   *     .aggregate(count(), share(WAIT.above(Duration.ofSeconds(10))).as("slow"))
   * }</pre>
   *
   * @param condition tested on each row; one that does not tell the value does not meet it
   */
  public static <R> Aggregate<R, Optional<Share>> share(Predicate<? super R> condition) {
    Condition<R> test = Condition.from(condition);
    return new Aggregate<>(
        Column.right("Share of " + test).named("share(" + test + ")").holding(Share.class),
        Set.copyOf(test.fields()),
        () -> Tallies.share(test));
  }

  /**
   * How many rows there are a minute, from the first to the last row of all groups; in a time
   * series, of its step. Empty when all have the same millisecond, or none has a time.
   */
  public static <R> Aggregate<R, Optional<Double>> rate() {
    return new Aggregate<>(
        Column.right("Per minute").named("rate").holding(Double.class), Set.of(), Tallies::rate);
  }

  /**
   * The sum of lengths of time; its error is that of the worst case, a tick of the clock each. When
   * no row tells one it is nothing, without an error.
   */
  public static <R> Aggregate<R, MeasuredTime> sum(Field<R, Duration> field) {
    return new Aggregate<>(
        time("sum", field).holding(MeasuredTime.class), Set.of(field), () -> Tallies.sum(field));
  }

  /**
   * The mean length of time, rounded down to a nanosecond; empty when no row tells one. Its error
   * is at most a tick of the clock.
   */
  public static <R> Aggregate<R, Optional<Duration>> avg(Field<R, Duration> field) {
    return new Aggregate<>(
        time("avg", field).holding(Duration.class), Set.of(field), () -> Tallies.avg(field));
  }

  /**
   * The sum of lengths of time that know their errors; its error is that of the worst case, in
   * which all are wrong in one direction.
   *
   * <pre>{@code
   * traces.spans().groupBy(SPAN_KIND).aggregate(sum(SPAN_OWN_TIME))
   * }</pre>
   */
  public static Aggregate<TracedEvent, MeasuredTime> sum(EventField<MeasuredTime> field) {
    return new Aggregate<>(
        time("sum", field).holding(MeasuredTime.class),
        Set.of(field),
        () -> Tallies.sumMeasured(field));
  }

  /**
   * The mean of lengths of time that know their errors, rounded to a nanosecond; its error is the
   * mean of theirs. Empty when no row tells one.
   */
  public static Aggregate<TracedEvent, Optional<MeasuredTime>> avg(EventField<MeasuredTime> field) {
    return new Aggregate<>(
        time("avg", field).holding(MeasuredTime.class),
        Set.of(field),
        () -> Tallies.avgMeasured(field));
  }

  /**
   * The sum of whole numbers; 0 when no row tells one. A sum beyond a {@code long} is an {@link
   * ArithmeticException} when the answer is asked for.
   *
   * @throws IllegalArgumentException if the numbers are not whole; {@link #avgOf} takes all
   */
  public static <R> Aggregate<R, Long> sumOf(Field<R, ? extends Number> field) {
    if (!WHOLE.contains(field.type())) {
      throw new IllegalArgumentException("sum: the values of " + field + " are no whole numbers");
    }
    return new Aggregate<>(
        number("sum", field).holding(Long.class), Set.of(field), () -> Tallies.sumOf(field));
  }

  /** The mean of numbers; empty when no row tells one. */
  public static <R> Aggregate<R, Optional<Double>> avgOf(Field<R, ? extends Number> field) {
    return new Aggregate<>(
        number("avg", field).holding(Double.class), Set.of(field), () -> Tallies.avgOf(field));
  }

  /**
   * The smallest value, the earliest of times; empty when no row tells one.
   *
   * @throws UnsupportedOperationException if the values have no order
   */
  public static <R, T> Aggregate<R, Optional<T>> min(Field<R, T> field) {
    field.order(); // Says now, not in the middle of the work, that there is none.
    return new Aggregate<>(
        like("min", field), Set.of(field), () -> Tallies.extreme(field, field.order()));
  }

  /**
   * The largest value, the latest of times; empty when no row tells one.
   *
   * @throws UnsupportedOperationException if the values have no order
   */
  public static <R, T> Aggregate<R, Optional<T>> max(Field<R, T> field) {
    field.order();
    return new Aggregate<>(
        like("max", field), Set.of(field), () -> Tallies.extreme(field, field.order().reversed()));
  }

  /** The median, see {@link #percentile}. */
  public static <R, T> Aggregate<R, Optional<T>> p50(Field<R, T> field) {
    return percentile(field, 50);
  }

  /** The 75th percentile, see {@link #percentile}. */
  public static <R, T> Aggregate<R, Optional<T>> p75(Field<R, T> field) {
    return percentile(field, 75);
  }

  /** The 90th percentile, see {@link #percentile}. */
  public static <R, T> Aggregate<R, Optional<T>> p90(Field<R, T> field) {
    return percentile(field, 90);
  }

  /** The 95th percentile, see {@link #percentile}. */
  public static <R, T> Aggregate<R, Optional<T>> p95(Field<R, T> field) {
    return percentile(field, 95);
  }

  /** The 99th percentile, see {@link #percentile}. */
  public static <R, T> Aggregate<R, Optional<T>> p99(Field<R, T> field) {
    return percentile(field, 99);
  }

  /**
   * An exact percentile by the nearest rank: of n values in order the one at place ⌈n·p/100⌉, so
   * always one that occurred, and at least p percent of the values are that or less. SQL calls it
   * {@code PERCENTILE_DISC}. Empty when no row tells a value. Keeps and sorts the values.
   *
   * @param percent above 0 and up to 100
   * @throws IllegalArgumentException if it is not
   * @throws UnsupportedOperationException if the values have no order
   */
  public static <R, T> Aggregate<R, Optional<T>> percentile(Field<R, T> field, double percent) {
    if (!(percent > 0 && percent <= PERCENT)) {
      throw new IllegalArgumentException(
          "percentile: " + percent + " is not above 0 and up to 100");
    }
    field.order();
    Percentile wanted = new Percentile(BigDecimal.valueOf(percent));
    return new Aggregate<>(
        like(wanted.toString(), field), Set.of(field), () -> Tallies.ranked(field, wanted));
  }

  /**
   * The value of the first row in time that tells one, of several at one time the first in the
   * order of the set; empty when none does. Rows without a time count only when none has one. Two
   * firsts of two fields may be told by two rows.
   */
  public static <R, T> Aggregate<R, Optional<T>> first(Field<R, T> field) {
    return new Aggregate<>(like("first", field), Set.of(field), () -> Tallies.atEnd(field, true));
  }

  /**
   * The value of the last row in time that tells one, of several at one time the last in the order
   * of the set; empty when none does. Rows without a time count only when none has one.
   */
  public static <R, T> Aggregate<R, Optional<T>> last(Field<R, T> field) {
    return new Aggregate<>(like("last", field), Set.of(field), () -> Tallies.atEnd(field, false));
  }

  /**
   * The values that most rows have and their counts, most first; rows that tell none are left out.
   *
   * @param most how many at the most, 1 or more
   * @throws IllegalArgumentException if it is less
   */
  public static <R, T> Aggregate<R, List<Counts.Entry<T>>> top(int most, Field<R, T> field) {
    if (most < 1) {
      throw new IllegalArgumentException("top: " + most + " is less than 1");
    }
    Column column = Column.left("Top " + field.title().toLowerCase(Locale.ROOT));
    return new Aggregate<>(
        column
            .named("top(" + most + "," + ConditionText.name(field.name()) + ")")
            .holding(new Content(List.class, Optional.of(field), Optional.empty())),
        Set.of(field),
        () -> Tallies.top(most, field));
  }

  private static Column number(String word, Field<?, ?> field) {
    return head(word, field, Column.right(""));
  }

  private static Column time(String word, Field<?, ?> field) {
    return head(word, field, Column.milliseconds(""));
  }

  /** A column for values of a field itself. */
  private static Column like(String word, Field<?, ?> field) {
    return head(word, field, Column.of(field));
  }

  private static Column head(String word, Field<?, ?> field, Column column) {
    String unit = column.align() == Align.RIGHT && column.isMilliseconds() ? ", ms" : "";
    return column
        .titled(word + " " + field.title() + unit)
        .named(word + "(" + ConditionText.name(field.name()) + ")");
  }
}

package io.github.frebscope.query;

import io.github.frebscope.trace.MeasuredTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** What collects the rows of a group for each of the {@link Aggregates}. */
final class Tallies {
  private static final double SECONDS_A_MINUTE = 60;
  private static final double MILLIS_A_SECOND = 1000;

  private Tallies() {}

  /** A tally out of something that changes. */
  private record Made<R, A, V>(A state, BiConsumer<A, R> adder, BiFunction<A, Scope, V> finisher)
      implements Tally<R, V> {
    @Override
    public void add(R row) {
      adder.accept(state, row);
    }

    @Override
    public V result(Scope scope) {
      return finisher.apply(state, scope);
    }
  }

  /** A count and a sum. */
  private static final class Sum {
    long count;
    long whole;
    double broken;
    Duration time = Duration.ZERO;
    Duration error = Duration.ZERO;
  }

  static <R> Tally<R, Long> count() {
    return new Made<>(new Sum(), (s, row) -> s.count++, (s, scope) -> s.count);
  }

  static <R> Tally<R, Long> count(Field<R, ?> field) {
    return new Made<>(
        new Sum(), (s, row) -> s.count += field.of(row).isPresent() ? 1 : 0, (s, scope) -> s.count);
  }

  static <R> Tally<R, Share> share() {
    return new Made<>(
        new Sum(), (s, row) -> s.count++, (s, scope) -> Share.of(s.count, scope.rows()));
  }

  /** What part of the rows of the group itself; nothing for a group without rows. */
  static <R> Tally<R, Optional<Share>> share(Predicate<? super R> condition) {
    return new Made<>(
        new Sum(),
        (s, row) -> {
          s.count++;
          s.whole += condition.test(row) ? 1 : 0;
        },
        (s, scope) -> s.count == 0 ? Optional.empty() : Optional.of(Share.of(s.whole, s.count)));
  }

  static <R> Tally<R, Optional<Double>> rate() {
    return new Made<>(new Sum(), (s, row) -> s.count++, (s, scope) -> rate(s.count, scope.time()));
  }

  private static Optional<Double> rate(long count, Duration time) {
    long millis = time.toMillis();
    return millis == 0
        ? Optional.empty()
        : Optional.of(count * SECONDS_A_MINUTE / (millis / MILLIS_A_SECOND));
  }

  static <R> Tally<R, Long> distinct(Field<R, ?> field) {
    Set<Object> values = new HashSet<>();
    return new Made<>(
        values, (set, row) -> field.of(row).ifPresent(set::add), (set, scope) -> (long) set.size());
  }

  static <R> Tally<R, MeasuredTime> sum(Field<R, Duration> field) {
    return new Made<>(
        new Sum(),
        (s, row) -> addTime(s, field.of(row)),
        (s, scope) -> new MeasuredTime(s.time, MeasuredTime.TICK.multipliedBy(s.count)));
  }

  static <R> Tally<R, Optional<Duration>> avg(Field<R, Duration> field) {
    return new Made<>(
        new Sum(),
        (s, row) -> addTime(s, field.of(row)),
        (s, scope) -> s.count == 0 ? Optional.empty() : Optional.of(s.time.dividedBy(s.count)));
  }

  private static void addTime(Sum sum, Optional<Duration> time) {
    if (time.isPresent()) {
      sum.count++;
      sum.time = sum.time.plus(time.get());
    }
  }

  static <R> Tally<R, MeasuredTime> sumMeasured(Field<R, MeasuredTime> field) {
    return new Made<>(
        new Sum(),
        (s, row) -> addMeasured(s, field.of(row)),
        (s, scope) -> new MeasuredTime(s.time, s.error));
  }

  static <R> Tally<R, Optional<MeasuredTime>> avgMeasured(Field<R, MeasuredTime> field) {
    return new Made<>(
        new Sum(),
        (s, row) -> addMeasured(s, field.of(row)),
        (s, scope) ->
            s.count == 0
                ? Optional.empty()
                : Optional.of(
                    new MeasuredTime(s.time.dividedBy(s.count), s.error.dividedBy(s.count))));
  }

  private static void addMeasured(Sum sum, Optional<MeasuredTime> time) {
    if (time.isPresent()) {
      addTime(sum, time.map(MeasuredTime::length));
      sum.error = sum.error.plus(time.get().error());
    }
  }

  static <R> Tally<R, Long> sumOf(Field<R, ? extends Number> field) {
    return new Made<>(new Sum(), (s, row) -> addNumber(s, field.of(row)), (s, scope) -> s.whole);
  }

  static <R> Tally<R, Optional<Double>> avgOf(Field<R, ? extends Number> field) {
    return new Made<>(
        new Sum(),
        (s, row) -> addAnyNumber(s, field.of(row)),
        (s, scope) ->
            s.count == 0 ? Optional.empty() : Optional.of((s.whole + s.broken) / s.count));
  }

  /** Whole numbers are added exactly, others as they come. */
  private static void addAnyNumber(Sum sum, Optional<? extends Number> number) {
    if (number.isPresent() && number.get().doubleValue() != number.get().longValue()) {
      sum.count++;
      sum.broken += number.get().doubleValue();
    } else {
      addNumber(sum, number);
    }
  }

  private static void addNumber(Sum sum, Optional<? extends Number> number) {
    if (number.isPresent()) {
      sum.count++;
      sum.whole = Math.addExact(sum.whole, number.get().longValue());
    }
  }

  /** The value at a rank. */
  static <R, T> Tally<R, Optional<T>> ranked(Field<R, T> field, Percentile percentile) {
    return new Made<>(
        new ArrayList<T>(),
        (list, row) -> field.of(row).ifPresent(list::add),
        (list, scope) ->
            list.isEmpty() ? Optional.empty() : Optional.of(percentile.of(list, field.order())));
  }

  /** The first value in an order; the first of equals. */
  static <R, T> Tally<R, Optional<T>> extreme(Field<R, T> field, Comparator<T> order) {
    return new Made<>(
        new End<T>(),
        (end, row) -> {
          T value = field.of(row).orElse(null);
          if (value != null && (end.value == null || order.compare(value, end.value) < 0)) {
            end.value = value;
          }
        },
        (end, scope) -> Optional.ofNullable(end.value));
  }

  /** The value that came first or last so far. */
  private static final class End<T> {
    T value;
    Instant time;
  }

  /** Rows without a time count only when none has one. */
  static <R, T> Tally<R, Optional<T>> atEnd(Field<R, T> field, boolean isFirst) {
    return new Made<>(
        new End<T>(),
        (end, row) -> {
          Optional<T> value = field.of(row);
          if (value.isPresent()) {
            Instant time = field.timeOf(row).orElse(isFirst ? Instant.MAX : Instant.MIN);
            if (end.time == null || isFirst == time.isBefore(end.time)) {
              end.value = value.get();
              end.time = time;
            }
          }
        },
        (end, scope) -> Optional.ofNullable(end.value));
  }

  static <R, T> Tally<R, List<Counts.Entry<T>>> top(int most, Field<R, T> field) {
    Map<Optional<T>, Long> counts = new HashMap<>();
    return new Made<>(
        counts,
        (map, row) -> {
          Optional<T> value = field.of(row);
          if (value.isPresent()) {
            map.merge(value, 1L, Long::sum);
          }
        },
        (map, scope) -> Counts.ordered(map, field).stream().limit(most).toList());
  }
}

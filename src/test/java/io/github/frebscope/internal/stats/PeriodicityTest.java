package io.github.frebscope.internal.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.frebscope.internal.stats.Periodicity.Found;
import io.github.frebscope.internal.stats.Periodicity.Traffic;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PeriodicityTest {
  private static final Duration DRIFT = Duration.ofHours(29);
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration WEEK = Duration.ofDays(7);
  private static final Duration HALF_DAY = Duration.ofHours(12);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final List<Duration> ALL = List.of(DRIFT, DAY, HALF_DAY, HOUR, WEEK);
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final int SEEDS = Integer.getInteger("frebscope.seeds", 20);

  @Test
  void twenty_nine_hours_are_found_in_noise() {
    assertThat(foundIn(DRIFT, ZoneOffset.UTC, s -> s.every(DRIFT, s.between(10, 20), 0)))
        .isEqualTo(SEEDS);
  }

  @Test
  void twenty_nine_hours_are_found_although_the_counter_starts_anew() {
    assertThat(foundIn(DRIFT, ZoneOffset.UTC, s -> s.every(DRIFT, s.between(12, 20), 0.15)))
        .isEqualTo(SEEDS);
  }

  @Test
  void a_time_of_the_day_is_found_in_noise() {
    assertThat(
            foundIn(
                DAY,
                ZoneOffset.UTC,
                s -> s.daily(s.between(10, 20), ZoneOffset.UTC, LocalTime.of(3, 0))))
        .isEqualTo(SEEDS);
  }

  @Test
  void two_times_of_the_day_are_found_also_where_they_are_29_hours_apart() {
    assertThat(
            foundIn(
                DAY,
                ZoneOffset.UTC,
                s -> s.daily(30, ZoneOffset.UTC, LocalTime.of(1, 30), LocalTime.of(6, 30))))
        .isEqualTo(SEEDS);
  }

  @Test
  void a_time_of_the_clock_is_kept_when_summer_time_begins() {
    assertThat(foundIn(DAY, BERLIN, s -> s.daily(20, BERLIN, LocalTime.of(4, 0)))).isEqualTo(SEEDS);
  }

  @Test
  void hourly_is_told_and_not_all_that_follows_from_it() {
    for (int seed = 0; seed < SEEDS; seed++) {
      long[] times = new EventTimes(seed).every(HOUR, 60, 0);
      assertThat(periods(times, ZoneOffset.UTC)).as("seed %d", seed).containsExactly(HOUR);
    }
  }

  @Test
  void half_days_and_weeks_are_told_apart_from_days() {
    for (int seed = 0; seed < SEEDS; seed++) {
      assertThat(periods(new EventTimes(seed).every(HALF_DAY, 25, 0), ZoneOffset.UTC))
          .as("seed %d", seed)
          .containsExactly(HALF_DAY);
      assertThat(periods(new EventTimes(seed).every(WEEK, 8, 0), ZoneOffset.UTC))
          .as("seed %d", seed)
          .containsExactly(WEEK);
    }
  }

  @Test
  void events_at_no_particular_time_have_no_period() {
    assertThat(anyIn(s -> s.uniform(s.between(8, 60), s.between(7, 28) * DAY.toMillis()))).isZero();
  }

  @Test
  void bursts_have_no_period() {
    assertThat(anyIn(s -> s.bursts(s.between(4, 20), 8, Duration.ofMinutes(5), s.between(7, 28))))
        .isZero();
    assertThat(anyIn(s -> s.bursts(s.between(4, 20), 12, Duration.ofHours(1), s.between(7, 28))))
        .isZero();
    assertThat(anyIn(s -> s.bursts(s.between(4, 20), 20, Duration.ofHours(4), s.between(7, 28))))
        .isZero();
  }

  @Test
  void hours_of_work_are_no_schedule() {
    assertThat(anyIn(s -> s.hours(s.between(10, 200), 8, 18, s.between(7, 28)))).isZero();
    assertThat(anyIn(s -> s.hours(s.between(10, 60), 9, 12, s.between(7, 28)))).isZero();
    assertThat(anyIn(s -> s.hours(s.between(10, 60), 2, 4, s.between(7, 28)))).isZero();
  }

  @Test
  void requests_that_come_by_the_clock_make_no_schedule_of_the_server() {
    long[] times = new EventTimes(1).daily(20, ZoneOffset.UTC, LocalTime.of(3, 0));
    Traffic job =
        (from, to) -> {
          long dayFrom = Math.floorDiv(from, DAY.toMillis());
          return LongStream.rangeClosed(dayFrom, dayFrom + 1)
              .map(day -> day * DAY.toMillis() + Duration.ofHours(3).toMillis())
              .filter(at -> at >= from && at < to)
              .count();
        };
    assertThat(Periodicity.find(times, ALL, ZoneOffset.UTC, Traffic.EVEN)).hasSize(1);
    assertThat(Periodicity.find(times, ALL, ZoneOffset.UTC, job)).isEmpty();
  }

  @Test
  void what_was_found_is_told() {
    long first = Instant.parse("2026-03-02T05:00:00Z").toEpochMilli();
    long[] times = LongStream.range(0, 6).map(i -> first + i * DRIFT.toMillis()).toArray();
    Found found = Periodicity.find(times, ALL, ZoneOffset.UTC, Traffic.EVEN).get(0);
    assertThat(found.period()).isEqualTo(DRIFT);
    assertThat(found.events()).hasSize(6).startsWith(first);
    assertThat(found.hits()).isEqualTo(5);
    assertThat(found.misses()).isZero();
    assertThat(found.p()).isCloseTo(Math.pow(0.05, 5), within(1e-9));
    assertThat(found).hasToString("every PT29H: 6 events, p " + found.p());
  }

  @Test
  void three_are_too_few_and_none_is_none() {
    long[] times = {0, DRIFT.toMillis(), 2 * DRIFT.toMillis()};
    assertThat(Periodicity.find(times, ALL, ZoneOffset.UTC, Traffic.EVEN)).isEmpty();
    assertThat(Periodicity.find(new long[0], ALL, ZoneOffset.UTC, Traffic.EVEN)).isEmpty();
  }

  private static List<Duration> periods(long[] times, ZoneId zone) {
    return Periodicity.find(times, ALL, zone, Traffic.EVEN).stream().map(Found::period).toList();
  }

  private static long foundIn(Duration period, ZoneId zone, Function<EventTimes, long[]> events) {
    return LongStream.range(0, SEEDS)
        .filter(seed -> periods(events.apply(new EventTimes(seed)), zone).equals(List.of(period)))
        .count();
  }

  private static long anyIn(Function<EventTimes, long[]> events) {
    return LongStream.range(0, SEEDS)
        .filter(seed -> !periods(events.apply(new EventTimes(seed)), BERLIN).isEmpty())
        .count();
  }
}

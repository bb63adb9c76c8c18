package io.github.frebscope.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.frebscope.cause.Confidence;
import io.github.frebscope.testing.Samples;
import io.github.frebscope.trace.MeasuredTime;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AggregatesTest {
  private static final TraceSet NONE = MadeRows.of(0);

  /** Every figure, against one worked out in the plainest way there is. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 7, 20, 21, 100, 1_000})
  void are_those_of_a_plain_reckoning(int rows) {
    for (int seed = 0; seed < 5; seed++) {
      Random random = new Random(seed * 1_000L + rows);
      List<Instant> times = new ArrayList<>();
      List<Long> numbers = new ArrayList<>();
      List<Duration> lengths = new ArrayList<>();
      for (int i = 0; i < rows; i++) {
        times.add(maybe(random, Samples.START.plusMillis(random.nextInt(rows) * 10L)));
        numbers.add(maybe(random, (long) random.nextInt(12) - 5));
        lengths.add(maybe(random, Duration.ofNanos(random.nextInt(9) * 1_000_001L)));
      }
      TraceSet set = MadeRows.at(times);
      Attribute<Long> number = MadeRows.values("number", Long.class, numbers);
      Attribute<Duration> length = MadeRows.values("length", Duration.class, lengths);
      List<Long> told = numbers.stream().filter(Objects::nonNull).sorted().toList();
      List<Duration> took = lengths.stream().filter(Objects::nonNull).sorted().toList();

      assertThat(set.aggregate(Aggregates.count())).isEqualTo(rows);
      assertThat(set.aggregate(Aggregates.count(number))).isEqualTo(told.size());
      assertThat(set.aggregate(Aggregates.distinct(number))).isEqualTo(new HashSet<>(told).size());
      long sum = told.stream().mapToLong(n -> n).sum();
      assertThat(set.aggregate(Aggregates.sumOf(number))).isEqualTo(sum);
      assertThat(set.aggregate(Aggregates.avgOf(number)))
          .isEqualTo(told.isEmpty() ? Optional.empty() : Optional.of((double) sum / told.size()));
      Duration whole = took.stream().reduce(Duration.ZERO, Duration::plus);
      assertThat(set.aggregate(Aggregates.sum(length)))
          .isEqualTo(new MeasuredTime(whole, Duration.ofMillis(16L * took.size())));
      assertThat(set.aggregate(Aggregates.avg(length)))
          .isEqualTo(
              took.isEmpty()
                  ? Optional.empty()
                  : Optional.of(Duration.ofNanos(whole.toNanos() / took.size())));
      assertThat(set.aggregate(Aggregates.min(length))).isEqualTo(took.stream().findFirst());
      assertThat(set.aggregate(Aggregates.max(number)))
          .isEqualTo(told.stream().reduce((a, b) -> b));
      for (double percent : new double[] {0.1, 1, 25, 50, 75, 90, 95, 99, 99.9, 100}) {
        assertThat(set.aggregate(Aggregates.percentile(number, percent)))
            .isEqualTo(plainPercentile(told, percent));
        assertThat(set.aggregate(Aggregates.percentile(length, percent)))
            .isEqualTo(plainPercentile(took, percent));
      }
      assertThat(set.aggregate(Aggregates.first(number))).isEqualTo(plainFirst(times, numbers));
      assertThat(set.aggregate(Aggregates.last(number))).isEqualTo(plainLast(times, numbers));
      assertThat(set.aggregate(Aggregates.top(3, number))).isEqualTo(plainTop(told));
    }
  }

  private static <T> T maybe(Random random, T value) {
    return random.nextInt(5) == 0 ? null : value;
  }

  /** The least value that at least that part of all do not pass. */
  private static <T extends Comparable<T>> Optional<T> plainPercentile(
      List<T> sorted, double percent) {
    BigDecimal part = BigDecimal.valueOf(percent).multiply(BigDecimal.valueOf(sorted.size()));
    return sorted.stream()
        .filter(
            v -> {
              long upTo = sorted.stream().filter(w -> w.compareTo(v) <= 0).count();
              return BigDecimal.valueOf(upTo * 100).compareTo(part) >= 0;
            })
        .findFirst();
  }

  private static Optional<Long> plainFirst(List<Instant> times, List<Long> numbers) {
    return IntStream.range(0, times.size())
        .boxed()
        .filter(i -> numbers.get(i) != null)
        .min(Comparator.comparing(times::get, Comparator.nullsLast(Comparator.naturalOrder())))
        .map(numbers::get);
  }

  private static Optional<Long> plainLast(List<Instant> times, List<Long> numbers) {
    Long last = null;
    Instant at = null;
    for (int i = 0; i < times.size(); i++) {
      Instant time = times.get(i);
      boolean isLater = at == null || (time != null && !time.isBefore(at));
      if (numbers.get(i) != null && isLater) {
        last = numbers.get(i);
        at = time;
      }
    }
    return Optional.ofNullable(last);
  }

  private static List<Counts.Entry<Long>> plainTop(List<Long> told) {
    Map<Long, Long> counts = new HashMap<>();
    told.forEach(n -> counts.merge(n, 1L, Long::sum));
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<Long, Long>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(3)
        .map(e -> new Counts.Entry<>(Optional.of(e.getKey()), e.getValue()))
        .collect(Collectors.toList());
  }

  @Test
  void no_rows_have_no_figures_but_counts_and_sums() {
    Attribute<Duration> length = Attributes.TIME_TAKEN;
    assertThat(
            NONE.aggregate(
                    Aggregates.count(),
                    Aggregates.sumOf(Attributes.EVENTS),
                    Aggregates.sum(length),
                    Aggregates.avg(length),
                    Aggregates.p95(length),
                    Aggregates.min(length),
                    Aggregates.first(length),
                    Aggregates.rate(),
                    Aggregates.share(),
                    Aggregates.top(2, length))
                .rows())
        .containsExactly(
            List.of(
                0L,
                0L,
                new MeasuredTime(Duration.ZERO, Duration.ZERO),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Share.of(0, 0),
                List.of()));
  }

  @Test
  void a_percentile_of_any_percentage_is_exact() {
    for (int tenths = 1; tenths <= 1_000; tenths++) {
      Percentile percentile = new Percentile(BigDecimal.valueOf(tenths / 10.0));
      for (int n : new int[] {1, 2, 10, 11, 20, 99, 100, 101, 250, 1_000, 3_333}) {
        long exact = (BigInteger.valueOf(n).longValueExact() * tenths + 999) / 1_000;
        assertThat(percentile.place(n)).as("%s of %s", percentile, n).isEqualTo((int) exact - 1);
      }
    }
  }

  @Test
  void percentiles_are_named_by_their_percentage_and_refused_beyond() {
    assertThat(Aggregates.percentile(Attributes.WAIT, 99.9)).hasToString("p99.9(waitMs)");
    assertThat(Aggregates.percentile(Attributes.WAIT, 100)).hasToString("p100(waitMs)");
    for (double percent : new double[] {0, -1, 100.1, Double.NaN}) {
      assertThatThrownBy(() -> Aggregates.percentile(Attributes.WAIT, percent))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("percentile: " + percent + " is not above 0 and up to 100");
    }
    assertThatThrownBy(() -> Aggregates.p95(Attributes.HEADERS))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessage("headers has no order");
    assertThatThrownBy(() -> Aggregates.min(Attributes.EVIDENCE))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> Aggregates.top(0, Attributes.URL))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void the_least_and_the_most_sure() {
    Attribute<Confidence> sure =
        MadeRows.values("sure", Confidence.class, Confidence.MEDIUM, Confidence.HIGH)
            .named("Sure", "How sure.");
    TraceSet two = MadeRows.of(2);
    // An attribute of one's own has the order of its type, that of the library its own.
    assertThat(two.aggregate(Aggregates.max(sure))).contains(Confidence.MEDIUM);
    assertThat(Attributes.CONFIDENCE.order().compare(Confidence.LOW, Confidence.HIGH)).isNegative();
  }

  @Test
  void numbers_that_are_not_whole_have_a_mean_and_no_sum() {
    Attribute<Double> ratio = MadeRows.values("ratio", Double.class, 0.5, 1.0, null, 0.75);
    assertThat(MadeRows.of(4).aggregate(Aggregates.avgOf(ratio))).contains(0.75);
    assertThatThrownBy(() -> Aggregates.sumOf(ratio))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("sum: the values of ratio are no whole numbers");
  }

  @Test
  void a_sum_that_is_too_large_is_no_other_number() {
    Attribute<Long> large = MadeRows.values("large", Long.class, Long.MAX_VALUE, 1L);
    assertThatThrownBy(() -> MadeRows.of(2).aggregate(Aggregates.sumOf(large)))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void a_rate_is_by_the_time_of_all_groups() {
    Attribute<String> half = MadeRows.values("half", String.class, "a", "a", "a", "b", null);
    Groups<String, Optional<Double>> rates =
        MadeRows.of(5).groupBy(half).aggregate(Aggregates.rate());
    assertThat(rates.asMap())
        .containsExactly(Map.entry("a", Optional.of(45.0)), Map.entry("b", Optional.of(15.0)));
    assertThat(rates.missing()).contains(Optional.of(15.0));
    assertThat(MadeRows.of(1).aggregate(Aggregates.rate())).isEmpty();
    assertThat(MadeRows.at(Arrays.asList(null, null)).aggregate(Aggregates.rate())).isEmpty();
  }

  @Test
  void a_rate_in_a_series_is_by_the_length_of_each_step() {
    TraceSet two =
        MadeRows.at(
            List.of(Instant.parse("2026-11-03T01:00:00Z"), Instant.parse("2026-11-03T22:00:00Z")));
    // 7 hours, and the 3 that are left of the day.
    assertThat(two.over(Duration.ofHours(7)).aggregate(Aggregates.rate()).rows())
        .extracting(row -> row.get(1))
        .containsExactly(60 / (7 * 3600.0), 0.0, 0.0, 60 / (3 * 3600.0));
  }

  @Test
  void a_share_that_meets_a_condition_is_one_of_its_group() {
    Attribute<String> half =
        Attribute.of(
            "half", String.class, t -> Optional.of(Integer.parseInt(t.file()) < 3 ? "a" : "b"));
    Condition<TraceSummary> odd = Condition.of("odd", t -> Integer.parseInt(t.file()) % 2 == 1);
    Groups<String, Optional<Share>> shares =
        MadeRows.of(5).groupBy(half).aggregate(Aggregates.share(odd));
    assertThat(shares.asMap().keySet()).containsExactlyInAnyOrder("a", "b");
    assertThat(shares.of("a").orElseThrow())
        .hasValueSatisfying(s -> assertThat(s).hasToString("33.3 %"));
    assertThat(shares.of("b").orElseThrow())
        .hasValueSatisfying(s -> assertThat(s).hasToString("50.0 %"));
    assertThat(NONE.aggregate(Aggregates.share(odd))).isEmpty();
    assertThat(MadeRows.of(1).aggregate(Aggregates.share(odd)).orElseThrow()).hasToString("0.0 %");
  }

  @Test
  void shares_are_parts_of_all_and_put_the_largest_first() {
    Attribute<String> half = MadeRows.values("half", String.class, "a", "b", "b", null);
    Groups<String, Share> shares = MadeRows.of(4).groupBy(half).aggregate(Aggregates.share());
    assertThat(shares.stream().map(e -> e.key().orElse("-") + " " + e.value()))
        .containsExactly("b 50.0 %", "a 25.0 %", "- 25.0 %");
    assertThat(shares.table().orderBy("share").rows().get(2).get(0)).isEqualTo("b");
  }

  @Test
  void a_part_of_each_group_keeps_the_groups_and_its_own_name() {
    Attribute<String> half = MadeRows.values("half", String.class, "a", "b", "b", null);
    Aggregate<TraceSummary, Long> early =
        Aggregates.count().where(Attributes.START.below(Samples.START.plusSeconds(2)));
    assertThat(early).hasToString("count where start<2026-11-03T06:12:46.640Z");
    Groups<String, Long> counts = MadeRows.of(4).groupBy(half).aggregate(early.as("early"));
    assertThat(counts.asMap()).isEqualTo(Map.of("a", 1L, "b", 1L));
    assertThat(counts.missing()).contains(0L);
    assertThat(counts.table().columns().get(1).title()).isEqualTo("early");
  }

  @Test
  void your_own_collects_each_group_anew() {
    Aggregate<TraceSummary, String> files =
        Aggregate.of("files", Collectors.mapping(TraceSummary::file, Collectors.joining("+")));
    Attribute<String> half = MadeRows.values("half", String.class, "a", "b", "b", "a");
    assertThat(MadeRows.of(4).groupBy(half).aggregate(files).asMap())
        .isEqualTo(Map.of("a", "0+3", "b", "1+2"));
    assertThat(MadeRows.of(4).groupBy(half).aggregate(files).of("a")).contains("0+3");
  }
}

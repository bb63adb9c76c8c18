package io.github.frebscope.farm;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.log.AccessLine;
import io.github.frebscope.query.TraceSummary;
import io.github.frebscope.testing.MadeSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TraceMatchTest {
  private static final Instant NOON = Instant.parse("2026-02-23T12:00:00Z");

  static Stream<Long> seeds() {
    return IntStream.range(0, 20).mapToObj(i -> 4200L + i);
  }

  private static MadeLines line(String path, Instant start, long millis) {
    return MadeLines.request(path, start, Duration.ofMillis(millis)).status("502", "3", "12002");
  }

  private static MadeSummary trace(String path, Instant start, long millis) {
    return MadeSummary.failure()
        .url("http://www.mosaic.example:80" + path)
        .at(start)
        .took(Duration.ofMillis(millis));
  }

  private static TraceMatch match(AccessLine line, TraceSummary trace) {
    return TraceMatch.of(List.of(line), List.of(trace));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void exactly_the_lines_whose_traces_were_removed_have_none(long seed) {
    Random random = new Random(seed);
    List<AccessLine> lines = new ArrayList<>();
    List<TraceSummary> traces = new ArrayList<>();
    List<AccessLine> removed = new ArrayList<>();
    Instant at = NOON;
    for (int i = 0; i < 60; i++) {
      at = at.plusMillis(6000L + random.nextInt(60_000));
      long taken = 20L + random.nextInt(4000);
      AccessLine line = line("/p/" + random.nextInt(4), at, taken).build();
      lines.add(line);
      if (random.nextInt(4) == 0) {
        removed.add(line);
      } else {
        traces.add(trace(line.path(), at.plusMillis(random.nextInt(16)), taken).build());
      }
    }
    Collections.shuffle(traces, random);
    TraceMatch match = TraceMatch.of(lines, traces);
    assertThat(match.withoutTrace()).containsExactlyElementsOf(removed);
    assertThat(match.surelyWithoutTrace()).containsExactlyElementsOf(removed);
    assertThat(match.withoutLine()).isEmpty();
    assertThat(match.pairs()).allMatch(p -> p.fit() == TraceMatch.Fit.TIMES && p.isOnlyChoice());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void in_a_storm_the_number_of_lines_without_a_trace_is_right(long seed) {
    Random random = new Random(seed);
    List<AccessLine> lines = new ArrayList<>();
    List<TraceSummary> traces = new ArrayList<>();
    Instant at = NOON;
    int removed = 0;
    for (int i = 0; i < 200; i++) {
      at = at.plusMillis(random.nextInt(40));
      long taken = 30_000L + random.nextInt(20);
      lines.add(line("/p", at, taken).build());
      if (random.nextInt(10) == 0) {
        removed++;
      } else {
        traces.add(trace("/p", at.plusMillis(random.nextInt(30)), taken - 10).build());
      }
    }
    Collections.shuffle(traces, random);
    Collections.shuffle(lines, random);
    TraceMatch match = TraceMatch.of(lines, traces);
    assertThat(match.withoutTrace()).hasSize(removed);
    assertThat(match.surelyWithoutTrace()).isEmpty();
    assertThat(match.withoutLine()).isEmpty();
    assertThat(match.pairs()).noneMatch(TraceMatch.Pair::isOnlyChoice);
    assertThat(match.pairs().stream().map(TraceMatch.Pair::trace).distinct())
        .hasSize(200 - removed);
  }

  @Test
  void what_only_another_can_have_is_not_taken_by_the_nearest() {
    // The first line is nearer to the second trace, which is the only one that fits the second
    // line.
    AccessLine early = line("/p", NOON.plusMillis(1500), 0).build();
    AccessLine late = line("/p", NOON.plusMillis(3500), 0).build();
    TraceSummary first = trace("/p", NOON.plusMillis(100), 0).build();
    TraceSummary second = trace("/p", NOON.plusMillis(2100), 0).build();
    TraceMatch match = TraceMatch.of(List.of(early, late), List.of(second, first));
    assertThat(match.of(early).orElseThrow().trace()).isSameAs(first);
    assertThat(match.of(late).orElseThrow().trace()).isSameAs(second);
    assertThat(match).hasToString("2 lines with a trace, 0 lines without, 0 traces without a line");
  }

  @Test
  void equal_requests_of_one_second_are_told_apart_by_how_long_they_took() {
    AccessLine slow = line("/p", NOON, 700).build();
    AccessLine fast = line("/p", NOON.plusMillis(500), 40).build();
    TraceSummary ofFast = trace("/p", NOON.plusMillis(500), 31).build();
    TraceMatch match = TraceMatch.of(List.of(slow, fast), List.of(ofFast));
    assertThat(match.withoutTrace()).containsExactly(slow);
    assertThat(match.surelyWithoutTrace()).isEmpty();
  }

  @Test
  void a_trace_cut_at_the_time_limit_fits_by_its_beginning_whatever_its_status() {
    AccessLine line = line("/p", NOON, 120_000).build();
    TraceSummary cut = trace("/p", NOON, 20_000).by(null, "0.0").reason("TIME_TAKEN").build();
    assertThat(match(line, cut).pairs())
        .extracting(TraceMatch.Pair::fit)
        .containsExactly(TraceMatch.Fit.TIMES);
  }

  @Test
  void a_wait_in_the_queue_is_no_reason_against_but_told() {
    AccessLine line = line("/p", NOON, 60_000).build();
    TraceSummary served = trace("/p", NOON.plusSeconds(10), 45_000).build();
    assertThat(match(line, served).pairs())
        .extracting(TraceMatch.Pair::fit)
        .containsExactly(TraceMatch.Fit.LOOSE);
  }

  @Test
  void other_urls_statuses_times_and_longer_traces_do_not_fit() {
    AccessLine line = line("/p", NOON, 1000).with("cs-uri-query", "a=1").build();
    assertThat(match(line, trace("/q", NOON, 1000).build()).pairs()).isEmpty();
    assertThat(match(line, trace("/p?a=2", NOON, 1000).build()).pairs()).isEmpty();
    assertThat(match(line, trace("/p", NOON.plusSeconds(9), 1000).build()).pairs()).isEmpty();
    assertThat(match(line, trace("/p", NOON, 9000).build()).pairs()).isEmpty();
    AccessLine other = line("/p", NOON, 1000).status("500", "0", "0").build();
    assertThat(match(other, trace("/p", NOON, 1000).build()).pairs()).isEmpty();
    assertThat(match(line, trace("/p?a=1", NOON, 1000).build()).pairs()).hasSize(1);
  }

  @Test
  void an_escaped_url_is_the_one_that_the_log_has_unescaped() {
    AccessLine line = line("/Über+uns", NOON, 1000).build();
    assertThat(match(line, trace("/%C3%9Cber%20uns", NOON, 1000).build()).pairs()).hasSize(1);
  }

  @Test
  void the_id_of_arr_decides_over_the_times() {
    String id = "5d0c8a1e-0000-4000-8000-00000000000a";
    AccessLine one =
        line("/p", NOON, 500)
            .with("cs-uri-query", "X-ARR-CACHE-HIT=0&X-ARR-LOG-ID=" + id + "&SERVER-STATUS=0")
            .build();
    AccessLine nearer = line("/p", NOON.plusSeconds(1), 500).build();
    TraceSummary trace =
        trace("/p", NOON.plusSeconds(1), 500)
            .logIds(null, "{" + id.toUpperCase(Locale.ROOT) + "}")
            .build();
    TraceMatch match = TraceMatch.of(List.of(nearer, one), List.of(trace));
    assertThat(match.of(one).orElseThrow().fit()).isEqualTo(TraceMatch.Fit.LOG_ID);
    assertThat(match.withoutTrace()).containsExactly(nearer);
  }

  @Test
  void a_trace_without_times_takes_what_the_others_leave() {
    AccessLine one = line("/p", NOON, 500).build();
    AccessLine two = line("/p", NOON.plusSeconds(60), 500).build();
    TraceSummary untimed = trace("/p", NOON, 500).untimed().build();
    TraceSummary timed = trace("/p", NOON, 500).build();
    TraceMatch match = TraceMatch.of(List.of(one, two), List.of(untimed, timed));
    assertThat(match.of(one).orElseThrow().trace()).isSameAs(timed);
    assertThat(match.of(two).orElseThrow().fit()).isEqualTo(TraceMatch.Fit.LOOSE);
  }

  @Test
  void nothing_matched_with_nothing_is_nothing() {
    TraceMatch match = TraceMatch.of(List.of(), List.of());
    assertThat(match.pairs()).isEmpty();
    assertThat(match.withoutTrace()).isEmpty();
    assertThat(match.withoutLine()).isEmpty();
  }
}

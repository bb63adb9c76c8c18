package io.github.frebscope.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.frebscope.Frebscope;
import io.github.frebscope.parse.TraceParseException;
import io.github.frebscope.testing.DomTraces;
import io.github.frebscope.testing.Fixtures;
import io.github.frebscope.testing.Samples;
import io.github.frebscope.testing.Shared;
import io.github.frebscope.timeline.Timeline;
import io.github.frebscope.trace.MeasuredTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TimeByModuleTest {
  private static final String NOT_TRACED = "(not traced)";

  private static Timeline oneModule(long from, long to, long end) {
    return Timeline.of(
        Samples.trace(
                Samples.event(0, 0, 0, "GENERAL_REQUEST_START"),
                Samples.event(
                    1,
                    from,
                    5,
                    "NOTIFY_MODULE_START",
                    "ModuleName",
                    "Slow",
                    "Notification",
                    "128",
                    "fIsPostNotification",
                    "false"),
                Samples.event(
                    2,
                    to,
                    5,
                    "NOTIFY_MODULE_END",
                    "ModuleName",
                    "Slow",
                    "Notification",
                    "128",
                    "fIsPostNotificationEvent",
                    "false",
                    "NotificationStatus",
                    "0"),
                Samples.event(3, end, 0, "GENERAL_REQUEST_END"))
            .build());
  }

  private static TimeByModule of(List<Path> files) throws IOException {
    TimeByModule times = new TimeByModule();
    for (Path file : files) {
      times.add(Timeline.of(Frebscope.read(file)));
    }
    return times;
  }

  @Test
  void damaged_stamps_that_lie_centuries_apart_have_a_share() {
    Timeline century = oneModule(0, Duration.ofDays(50_000).toMillis(), 0);
    TimeByModule times = new TimeByModule();
    for (int i = 0; i < 4; i++) {
      times.add(century);
    }
    assertThat(times.total().length()).isEqualTo(Duration.ofDays(4 * 36_500));
    assertThat(times.rows().get(0).share()).hasToString("100.0 %");
  }

  @Test
  void agrees_with_the_real_traces_worked_out_by_hand() throws IOException {
    Path corpus = Shared.dir("corpus");
    List<Path> files;
    try (Stream<Path> all = Files.walk(corpus)) {
      files = all.filter(f -> f.toString().endsWith(".xml")).sorted().toList();
    }
    assertThat(files).hasSizeGreaterThan(40);
    agrees(files);
  }

  @Test
  void agrees_with_the_projects_traces_worked_out_by_hand() throws IOException {
    List<Path> complete = new ArrayList<>();
    for (Path file : Fixtures.own()) {
      if (canBeDoneByHand(file)) {
        complete.add(file);
      }
    }
    assertThat(complete).hasSizeGreaterThan(30);
    agrees(complete);
  }

  /** The stack of the other way has no answer for what is missing. */
  private static boolean canBeDoneByHand(Path file) throws IOException {
    try {
      return !new ModulesByHand(DomTraces.read(file)).calls.isEmpty()
          && Frebscope.read(file).isComplete();
    } catch (IllegalArgumentException | IllegalStateException | NoSuchElementException e) {
      return false;
    }
  }

  private static void agrees(List<Path> files) throws IOException {
    Map<String, List<Duration>> times = new HashMap<>();
    Map<String, Long> calls = new HashMap<>();
    Duration all = Duration.ZERO;
    for (Path file : files) {
      ModulesByHand hand = new ModulesByHand(DomTraces.read(file));
      hand.times.forEach((m, t) -> times.computeIfAbsent(m, x -> new ArrayList<>()).add(t));
      hand.calls.forEach((m, n) -> calls.merge(m, (long) n, Long::sum));
      all = all.plus(hand.all);
    }
    TimeByModule found = of(files);
    List<ModuleTime> rows =
        found.rows().stream().filter(r -> !r.module().equals(NOT_TRACED)).toList();
    assertThat(rows).hasSizeGreaterThan(20);
    for (ModuleTime row : rows) {
      List<Duration> expected = times.getOrDefault(row.module(), List.of());
      assertThat(row.calls()).as(row.module()).isEqualTo(calls.getOrDefault(row.module(), 0L));
      assertThat(row.total().length())
          .as(row.module())
          .isEqualTo(expected.stream().reduce(Duration.ZERO, Duration::plus));
      if (row.calls() > 0) { // Time outside modules need not show in every request by hand.
        assertThat(row.requests()).as(row.module()).isEqualTo(expected.size());
        assertThat(row.max().length()).as(row.module()).isEqualTo(nearestRank(expected, 1));
        assertThat(row.p95().length()).as(row.module()).isEqualTo(nearestRank(expected, 0.95));
        assertThat(row.p50().length()).as(row.module()).isEqualTo(nearestRank(expected, 0.5));
      }
    }
    assertThat(rows.stream().map(ModuleTime::module)).containsAll(calls.keySet());
    assertThat(rows.stream().map(r -> r.total().length()).reduce(Duration.ZERO, Duration::plus))
        .isEqualTo(all);
  }

  private static Duration nearestRank(List<Duration> times, double part) {
    List<Duration> sorted = times.stream().sorted().toList();
    return sorted.get((int) Math.ceil(part * sorted.size() - 1e-9) - 1);
  }

  @Test
  void percentiles_are_those_of_the_nearest_rank() {
    MeasuredTimes one = times(7);
    assertThat(List.of(one.percentile(1), one.percentile(50), one.percentile(100)))
        .containsOnly(time(7));
    MeasuredTimes two = times(40, 20);
    assertThat(two.percentile(50)).isEqualTo(time(20));
    assertThat(two.percentile(51)).isEqualTo(time(40));
    assertThat(two.percentile(95)).isEqualTo(time(40));
    MeasuredTimes twenty = new MeasuredTimes();
    for (int i = 20; i > 0; i--) {
      twenty.add(time(i));
    }
    assertThat(twenty.percentile(5)).isEqualTo(time(1));
    assertThat(twenty.percentile(6)).isEqualTo(time(2));
    assertThat(twenty.percentile(50)).isEqualTo(time(10));
    assertThat(twenty.percentile(95)).isEqualTo(time(19));
    assertThat(twenty.percentile(96)).isEqualTo(time(20));
    MeasuredTimes equal = times(5, 5, 5, 90);
    assertThat(equal.percentile(75)).isEqualTo(time(5));
    assertThat(equal.percentile(76)).isEqualTo(time(90));
    assertThat(equal.total()).isEqualTo(MeasuredTime.ofTicks(Duration.ofMillis(105), 4));
    assertThatThrownBy(() -> equal.percentile(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> equal.percentile(101)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new MeasuredTimes().percentile(50))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static MeasuredTimes times(int... millis) {
    MeasuredTimes times = new MeasuredTimes();
    for (int m : millis) {
      times.add(time(m));
    }
    return times;
  }

  private static MeasuredTime time(int millis) {
    return MeasuredTime.of(Duration.ofMillis(millis));
  }

  @Test
  void adds_up_requests_and_tells_the_share_and_what_is_below_the_clock() {
    TimeByModule times = new TimeByModule();
    assertThat(times.rows()).isEmpty();
    times.add(oneModule(15, 1015, 1015));
    times.add(oneModule(0, 3000, 3000));
    times.add(oneModule(0, 0, 15));
    assertThat(times.requests()).isEqualTo(3);
    assertThat(times.total()).hasToString("4,030 ms ±48 ms");
    ModuleTime slow = times.rows().get(0);
    assertThat(slow.module()).isEqualTo("Slow");
    assertThat(slow.requests()).isEqualTo(3);
    assertThat(slow.calls()).isEqualTo(3);
    assertThat(slow.callsBelowClock()).isEqualTo(1);
    assertThat(slow.total()).hasToString("4,000 ms ±48 ms");
    assertThat(slow.p50()).hasToString("1,000 ms ±16 ms");
    assertThat(slow.p95()).hasToString("3,000 ms ±16 ms");
    assertThat(slow.max()).hasToString("3,000 ms ±16 ms");
    assertThat(slow.share()).hasToString("99.3 %");
    assertThat(slow).hasToString("Slow, 4,000 ms ±48 ms in 3 requests, 99.3 %");
    ModuleTime outside = times.rows().get(1);
    assertThat(outside.module()).isEqualTo("(outside modules)");
    assertThat(outside.calls()).isZero();
    // In each of the three requests there are two stretches outside: up to two ticks.
    assertThat(outside.total()).hasToString("<110 ms");
    assertThat(outside.share()).hasToString("<2.8 %");
    assertThat(times)
        .hasToString(
            """
            3 requests, 4,030 ms ±48 ms
            Module              Share            Total  Reqs  Calls  <clock
            Slow               99.3 %  4,000 ms ±48 ms     3      3       1
            (outside modules)  <2.8 %          <110 ms     3      0       0
            """);
  }

  @Test
  void a_small_share_is_not_printed_as_none() {
    TimeByModule times = new TimeByModule();
    times.add(oneModule(0, 31, 1_000_031));
    assertThat(times.rows().get(1).total()).hasToString("31 ms ±16 ms");
    assertThat(times.rows().get(1).share()).hasToString("<0.1 %");
  }

  @Test
  void a_share_of_what_the_clock_cannot_tell_is_unknown() {
    TimeByModule times = new TimeByModule();
    times.add(oneModule(0, 0, 0));
    assertThat(times.rows()).extracting(r -> r.share().toString()).containsOnly("-");
    assertThat(times.rows().get(0).share().atMost()).isEqualTo(1);
  }

  @Test
  void modules_that_were_not_recorded_are_not_taken_for_idle() {
    TimeByModule times = new TimeByModule();
    times.add(
        Timeline.of(
            Samples.trace(
                    Samples.event(0, 0, 0, "GENERAL_REQUEST_START"),
                    Samples.event(1, 8000, 0, "GENERAL_REQUEST_END"))
                .build()));
    assertThat(times.rows())
        .singleElement()
        .hasToString("(modules not traced), 8,000 ms ±16 ms in 1 request, 100.0 %");
  }

  @Test
  void reads_well_at_80_columns() throws IOException {
    TimeByModule times = new TimeByModule();
    int notTraces = 0;
    for (Path file : Fixtures.own()) {
      try {
        times.add(Timeline.of(Frebscope.read(file)));
      } catch (TraceParseException e) {
        notTraces++;
      }
    }
    assertThat(times.requests()).isEqualTo(Fixtures.own().size() - notTraces);
    assertThat(notTraces).isLessThan(5);
    assertThat((times + times.perRequest().text(80)).lines())
        .allMatch(line -> TerminalText.width(line) <= 80);
  }
}

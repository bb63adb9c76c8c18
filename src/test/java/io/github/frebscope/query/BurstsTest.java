package io.github.frebscope.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.internal.stats.Kleinberg;
import io.github.frebscope.testing.MadeSummary;
import io.github.frebscope.testing.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BurstsTest {
  private static final Instant MIDNIGHT = Samples.START;
  private static final int WEEK = 7 * 86_400;

  private final List<TraceSummary> traces = new ArrayList<>();

  private void fail(double second) {
    traces.add(failure(second).build());
  }

  private static MadeSummary failure(double second) {
    return MadeSummary.failure().code(12029).at(at(second));
  }

  private static Instant at(double second) {
    return MIDNIGHT.plusMillis(Math.round(second * 1000));
  }

  private void answer(double second, String server) {
    traces.add(MadeSummary.answer().on(server, 1).at(at(second)).build());
  }

  /** As many as would come by chance. */
  private void background(int count, int seconds, Random random) {
    for (int i = 0; i < count; i++) {
      fail(random.nextDouble() * seconds);
    }
  }

  private Bursts found() {
    return TraceSet.of(traces, Ledger.empty()).bursts();
  }

  @Test
  void one_short_outage_alone_is_a_burst() {
    for (int i = 0; i <= 30; i++) {
      fail(100 + i);
    }
    Burst burst = found().list().get(0);
    assertThat(found().list()).hasSize(1);
    assertThat(burst.start()).isEqualTo(at(100));
    assertThat(burst.end()).isEqualTo(at(130));
    assertThat(burst.size()).isEqualTo(31);
    assertThat(burst.peakPerMinute()).isEqualTo(31);
    assertThat(burst.length()).hasToString("30,000 ms ±16 ms");
    assertThat(burst.recovery().isUnknown()).isTrue();
    assertThat(burst.recovery()).hasToString("to the end of the traces");
  }

  @Test
  void a_planted_burst_has_its_borders() {
    for (int seed = 1; seed <= 20; seed++) {
      traces.clear();
      Random random = new Random(seed);
      background(80, WEEK, random);
      for (int i = 0; i < 60; i++) {
        fail(300_000 + i * 2);
      }
      Bursts bursts = found();
      assertThat(bursts.list()).as("seed " + seed).hasSize(1);
      Burst burst = bursts.list().get(0);
      assertThat(Duration.between(at(300_000), burst.start()).abs())
          .isLessThan(Duration.ofMinutes(10));
      assertThat(Duration.between(at(300_118), burst.end()).abs())
          .isLessThan(Duration.ofMinutes(10));
      assertThat(burst.size()).isBetween(60, 62);
      assertThat(burst.peakPerMinute()).isEqualTo(30);
    }
  }

  @Test
  void two_bursts_are_two() {
    background(40, WEEK, new Random(3));
    for (int i = 0; i < 20; i++) {
      fail(100_000 + i);
      fail(107_200 + i);
    }
    assertThat(found().list()).extracting(Burst::start).containsExactly(at(100_000), at(107_200));
    assertThat(found().list()).extracting(Burst::size).containsExactly(20, 20);
  }

  @Test
  void failures_that_come_in_heaps_are_one_burst() {
    background(40, WEEK, new Random(4));
    for (int heap = 0; heap < 20; heap++) {
      for (int i = 0; i < 10; i++) {
        fail(200_000 + heap * 60 + i * 0.02);
      }
    }
    assertThat(found().list()).extracting(Burst::size).containsExactly(200);
    assertThat(found().list()).extracting(Burst::peakPerMinute).containsExactly(10);
  }

  @Test
  void a_steady_rate_is_none() {
    for (int i = 0; i < 1_000; i++) {
      fail(i * 600);
    }
    assertThat(found().isEmpty()).isTrue();
    assertThat(found()).hasToString("0 bursts with 0 of 1,000 failures");
  }

  @Test
  void failures_by_chance_are_none() {
    for (int count : new int[] {50, 300, 2_000}) {
      for (int seed = 1; seed <= 20; seed++) {
        traces.clear();
        background(count, WEEK, new Random(seed));
        assertThat(found().list()).as(count + ", seed " + seed).isEmpty();
      }
    }
  }

  @Test
  void a_time_that_is_wrong_makes_no_burst() {
    Random random = new Random(11);
    background(300, 18_000, random);
    assertThat(found().list()).isEmpty();
    traces.add(failure(0).at(Instant.parse("1601-01-01T00:00:00Z")).build());
    assertThat(found().list()).isEmpty();
    traces.add(MadeSummary.answer().at(Instant.parse("2099-01-01T00:00:00Z")).build());
    assertThat(found().list()).isEmpty();
    for (int i = 0; i < 60; i++) {
      fail(17_000 + i);
    }
    traces.removeIf(t -> t.start().orElseThrow().isAfter(at(17_059)) && t.isFailure());
    Burst burst = found().list().get(0);
    assertThat(burst.size()).isBetween(60, 62);
    assertThat(burst.recovery().answer()).as("73 years later").isEmpty();
    assertThat(burst.recovery().isUnknown()).isTrue();
  }

  @Test
  void fewer_than_five_are_none() {
    for (int i = 0; i < 4; i++) {
      fail(i);
    }
    assertThat(found().list()).isEmpty();
    fail(5);
    assertThat(found().list()).hasSize(1);
    assertThat(TraceSet.of(List.of(), Ledger.empty()).bursts().list()).isEmpty();
  }

  @Test
  void the_same_moment_is_a_burst_too() {
    for (int i = 0; i < 6; i++) {
      fail(7);
    }
    assertThat(found().list()).extracting(Burst::size).containsExactly(6);
    assertThat(found().list().get(0).length()).hasToString("<16 ms");
  }

  @Test
  void what_has_no_time_is_left_out_and_counted() {
    for (int i = 0; i < 9; i++) {
      fail(i);
    }
    traces.add(MadeSummary.failure().untimed().build());
    traces.add(MadeSummary.answer().untimed().build());
    assertThat(found().withoutTime()).isEqualTo(1);
    assertThat(found().failures()).isEqualTo(9);
    assertThat(found().toString())
        .startsWith("1 burst with 9 of 9 failures, 1 more have no time\n");
  }

  @Test
  void recovery_is_the_first_good_answer_of_a_server_that_failed() {
    answer(-7000, "MOSAIC-1");
    for (int i = 0; i < 9; i++) {
      fail(i);
      answer(i + 0.5, "MOSAIC-2");
    }
    answer(20, "MOSAIC-2");
    answer(30, "MOSAIC-1");
    answer(40, "MOSAIC-1");
    fail(7000);
    Recovery recovery = found().list().get(0).recovery();
    assertThat(recovery.answer().orElseThrow().start()).contains(at(30));
    assertThat(recovery.quiet()).isEqualTo(Duration.ofSeconds(6992));
    assertThat(recovery.failsAgain()).isTrue();
    assertThat(recovery).hasToString("first good answer " + ValueText.of(at(30)) + " of MOSAIC-1");
  }

  @Test
  void without_good_answers_it_is_how_long_nothing_failed() {
    for (int i = 0; i < 9; i++) {
      fail(i);
    }
    fail(7008);
    assertThat(found().list().get(0).recovery())
        .hasToString("no other one for 7,000,000 ms ±16 ms");
    traces.remove(9);
    answer(68, "ANOTHER");
    assertThat(found().list().get(0).recovery())
        .hasToString("no other one for 60,000 ms ±16 ms, then the traces end");
  }

  @Test
  void tells_what_was_first_and_what_was_most() {
    traces.add(MadeSummary.failure().by("IIS Web Core", "404").on("A", 1).at(at(0)).build());
    for (int i = 1; i < 9; i++) {
      traces.add(failure(i).on(i < 3 ? "A" : "B", i < 6 ? 10 : 11).build());
    }
    traces.add(MadeSummary.answer().at(at(90_000)).build());
    Burst burst = found().list().get(0);
    assertThat(burst.first()).isEqualTo(traces.get(0));
    assertThat(burst.firstFingerprint()).isEqualTo(Fingerprint.of(traces.get(0)).orElseThrow());
    assertThat(burst.mainFingerprint()).isEqualTo(Fingerprint.of(traces.get(1)).orElseThrow());
    assertThat(burst.mainCount()).isEqualTo(8);
    assertThat(burst.servers()).hasToString("[B (6), A (3)]");
    assertThat(burst.processes()).hasToString("[10 (5), 11 (3), 1 (1)]");
    assertThat(found().toString().lines()).allMatch(line -> line.length() <= 80);
    assertThat(burst.text().lines()).allMatch(line -> line.length() <= 80);
    assertThat(burst.toString()).hasSizeLessThanOrEqualTo(80);
  }

  @Test
  void one_kind_can_be_looked_at_alone() {
    for (int i = 0; i < 600; i++) {
      traces.add(MadeSummary.failure().by("IIS Web Core", "404").at(at(i * 10)).build());
    }
    for (int i = 0; i < 6; i++) {
      fail(3000 + i * 20);
    }
    assertThat(found().list()).isEmpty();
    Bursts one = TraceSet.of(traces, Ledger.empty()).bursts(Attributes.STATUS.is(502));
    assertThat(one.list()).extracting(Burst::size).containsExactly(6);
    assertThat(one.failures()).isEqualTo(6);
    assertThat(one.list().get(0).recovery())
        .hasToString("no other one for 2,890,000 ms ±16 ms, then the traces end");
  }

  /** Drawn by lot, a stream of n failures has a burst about once in n streams. */
  @Test
  void a_false_alarm_is_rare() {
    Random random = new Random(9);
    int alarms = 0;
    for (int stream = 0; stream < 5_000; stream++) {
      long[] times = random.longs(200, 0, 1_000_000_000L).sorted().toArray();
      alarms +=
          Kleinberg.bursts(times, 200 / 1e9).stream().anyMatch(r -> r.last() - r.first() > 3)
              ? 1
              : 0;
    }
    assertThat(alarms).isLessThan(50);
  }
}

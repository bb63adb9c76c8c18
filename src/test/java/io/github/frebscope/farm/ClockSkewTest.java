package io.github.frebscope.farm;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.log.AccessLine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClockSkewTest {
  private static final Instant NOON = Instant.parse("2026-02-23T12:00:00Z");
  private static final List<String> PATHS =
      List.of("/", "/", "/", "/", "/css/site.css", "/css/site.css", "/search", "/item", "/login");

  static Stream<Long> seeds() {
    return IntStream.range(0, 20).mapToObj(i -> 7700L + i);
  }

  /** A farm's front end and one of its members, which gets a part of the requests. */
  private static final class Farm {
    private final List<AccessLine> front = new ArrayList<>();
    private final List<AccessLine> member = new ArrayList<>();
    private final Random random;
    private final Duration skew;

    Farm(long seed, boolean withIds, int requests) {
      random = new Random(seed);
      skew = Duration.ofMillis(random.nextInt(600_001) - 300_000);
      Instant at = NOON;
      for (int i = 0; i < requests; i++) {
        at = at.plusMillis(random.nextInt(8000));
        add(at, withIds ? "id-" + seed + "-" + i : null);
      }
    }

    private void add(Instant at, String id) {
      String path = PATHS.get(random.nextInt(PATHS.size()));
      Duration taken = Duration.ofMillis(10 + random.nextInt(120));
      MadeLines line =
          MadeLines.request(path, at, taken.plusMillis(random.nextInt(60)))
              .with("s-ip", "10.60.1.1");
      if (id != null) {
        line.with("cs-uri-query", "X-ARR-CACHE-HIT=0&X-ARR-LOG-ID=" + id + "&SERVER-STATUS=200");
      }
      front.add(line.build());
      if (random.nextBoolean()) {
        MadeLines answer =
            MadeLines.request(path, at.plus(skew).plusMillis(5), taken).with("c-ip", "10.60.1.1");
        if (id != null) {
          answer.with("X-ARR-LOG-ID", id);
        }
        member.add(answer.build());
      }
      if (random.nextInt(10) == 0) { // a probe of the balancer's own, as good as another
        member.add(
            MadeLines.request("/", at.plus(skew).plusMillis(700), taken)
                .with("c-ip", "10.60.1.1")
                .build());
      }
    }

    ClockSkew estimate() {
      return ClockSkew.estimate(front, member);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void a_skew_is_found_by_ids(long seed) {
    Farm farm = new Farm(seed, true, 40);
    ClockSkew found = farm.estimate();
    assertThat(found.basis()).isEqualTo(ClockSkew.Basis.LOG_IDS);
    assertThat(found.offset()).isCloseTo(farm.skew, Duration.ofSeconds(2));
    assertThat(found.error()).isLessThanOrEqualTo(Duration.ofSeconds(2));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void a_skew_is_found_by_the_pattern_of_requests(long seed) {
    Farm farm = new Farm(seed, false, 200);
    ClockSkew found = farm.estimate();
    assertThat(found.basis()).isEqualTo(ClockSkew.Basis.REQUESTS);
    assertThat(found.offset()).isCloseTo(farm.skew, Duration.ofSeconds(2));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void with_little_data_it_is_right_or_unknown(long seed) {
    Farm farm = new Farm(seed, false, 40);
    ClockSkew found = farm.estimate();
    if (found.isKnown()) {
      assertThat(found.offset()).isCloseTo(farm.skew, Duration.ofSeconds(2));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void nothing_is_claimed_of_unrelated_logs(long seed) {
    Farm one = new Farm(seed, false, 400);
    Farm other = new Farm(seed + 100, false, 400);
    assertThat(ClockSkew.estimate(one.front, other.member)).isEqualTo(ClockSkew.UNKNOWN);
    Farm withIds = new Farm(seed, true, 400);
    Farm otherIds = new Farm(seed + 100, true, 400);
    assertThat(ClockSkew.estimate(withIds.front, otherIds.member)).isEqualTo(ClockSkew.UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 60, 300, 900, 3600})
  void probes_in_equal_intervals_tell_nothing(int seconds) {
    List<AccessLine> front = new ArrayList<>();
    List<AccessLine> member = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      Instant at = NOON.plusSeconds((long) i * seconds);
      front.add(MadeLines.request("/health", at, Duration.ofMillis(10)).build());
      member.add(MadeLines.request("/health", at.plusSeconds(4), Duration.ofMillis(9)).build());
    }
    assertThat(ClockSkew.estimate(front, member)).isEqualTo(ClockSkew.UNKNOWN);
  }

  @Test
  void a_clock_that_was_set_in_between_is_not_known_by_ids() {
    List<AccessLine> front = new ArrayList<>();
    List<AccessLine> member = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      Instant at = NOON.plusSeconds(i * 10L);
      Duration taken = Duration.ofMillis(10);
      front.add(MadeLines.request("/", at, taken).with("X-ARR-LOG-ID", "id" + i).build());
      Instant there = at.plusSeconds(i < 10 ? 0 : 120);
      member.add(MadeLines.request("/", there, taken).with("X-ARR-LOG-ID", "ID" + i).build());
    }
    assertThat(SkewByIds.estimate(front, member)).isEmpty();
  }

  @Test
  void times_go_from_one_clock_to_the_other() {
    ClockSkew skew = ClockSkew.given(Duration.ofMillis(2500));
    assertThat(skew.toFront(NOON)).isEqualTo(NOON.minusMillis(2500));
    assertThat(skew.toMember(NOON)).isEqualTo(NOON.plusMillis(2500));
    assertThat(skew).hasToString("+2.5 s ±1.0 s, given");
    assertThat(ClockSkew.UNKNOWN).hasToString("not known, ±5.0 s assumed");
    assertThat(ClockSkew.estimate(List.of(), List.of())).isEqualTo(ClockSkew.UNKNOWN);
  }
}

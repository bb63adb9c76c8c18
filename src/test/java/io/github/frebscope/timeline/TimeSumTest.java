package io.github.frebscope.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeSumTest {
  private static final long MS = 1_000_000;
  private static final long TICK = 16 * MS;

  @Test
  void one_stretch_has_an_error_of_a_tick() {
    assertThat(sum(0, 64)).isEqualTo("64 ms ±16 ms");
    assertThat(sum(0, 0)).isEqualTo("<16 ms");
    assertThat(sum()).isEqualTo("none");
  }

  @Test
  void many_short_stretches_in_one_tick_are_no_longer_than_it() {
    assertThat(sum(0, 0, 0, 0, 0, 0)).isEqualTo("<16 ms");
    assertThat(sum(0, 0, 16, 16)).isEqualTo("<32 ms");
  }

  @Test
  void each_counted_stretch_may_have_a_tick_too_much() {
    assertThat(sum(0, 64, 64, 128)).isEqualTo("128 ms ±32 ms");
    assertThat(sum(0, 64, 96, 160)).isEqualTo("128 ms ±32 ms");
  }

  /**
   * A clock that ticks every 16 ms and stretches with true times: what the sum says, give or take
   * its error, holds the truth.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void the_truth_lies_within_the_error(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 2000; round++) {
      TimeSum sum = new TimeSum();
      long truth = 0;
      long now = random.nextInt(100) * MS;
      List<String> said = new ArrayList<>();
      for (int i = random.nextInt(8); i >= 0; i--) {
        long from = now + MS * random.nextInt(3) * random.nextInt(30);
        long to = from + MS * random.nextInt(4) * random.nextInt(40);
        truth += to - from;
        sum.add(from / TICK * TICK, to / TICK * TICK);
        said.add(from / MS + "-" + to / MS);
        now = to;
      }
      assertThat(truth)
          .as(said.toString())
          .isBetween(sum.total().atLeast().toNanos(), sum.total().atMost().toNanos());
    }
  }

  private static String sum(long... millis) {
    TimeSum sum = new TimeSum();
    for (int i = 0; i < millis.length; i += 2) {
      sum.add(millis[i] * MS, millis[i + 1] * MS);
    }
    return sum.total().toString();
  }
}

package io.github.frebscope.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class MeasuredTimeTest {
  @Test
  void a_length_carries_its_error() {
    MeasuredTime time = MeasuredTime.of(Duration.ofMillis(8063));
    assertThat(time).hasToString("8,063 ms ±16 ms");
    assertThat(time.atLeast()).isEqualTo(Duration.ofMillis(8047));
    assertThat(time.atMost()).isEqualTo(Duration.ofMillis(8079));
    assertThat(time.isBelowClock()).isFalse();
  }

  @Test
  void what_can_be_nothing_is_told_by_its_bound() {
    assertThat(MeasuredTime.BELOW_TICK).hasToString("<16 ms");
    // One step of the clock, printed by IIS as 15 or 16 ms, can be anything up to two ticks.
    assertThat(MeasuredTime.of(Duration.ofMillis(15))).hasToString("<31 ms");
    assertThat(MeasuredTime.of(Duration.ofMillis(16))).hasToString("<32 ms");
    assertThat(MeasuredTime.of(Duration.ofMillis(31))).hasToString("31 ms ±16 ms");
    assertThat(MeasuredTime.of(Duration.ofNanos(100))).hasToString("<17 ms");
    assertThat(MeasuredTime.of(Duration.ofMillis(15)).atLeast()).isZero();
  }

  @Test
  void errors_of_several_ticks_and_none() {
    assertThat(MeasuredTime.ofTicks(Duration.ofMillis(60_500), 2)).hasToString("60,500 ms ±32 ms");
    assertThat(MeasuredTime.ofTicks(Duration.ZERO, 0)).hasToString("none");
    assertThat(MeasuredTime.of(Duration.ofMillis(-5))).isEqualTo(MeasuredTime.BELOW_TICK);
    assertThatThrownBy(() -> new MeasuredTime(Duration.ofMillis(-1), Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void is_ordered_by_length() {
    assertThat(MeasuredTime.of(Duration.ofMillis(40)))
        .isGreaterThan(MeasuredTime.of(Duration.ofMillis(30)))
        .isLessThan(MeasuredTime.ofTicks(Duration.ofMillis(40), 2));
  }
}

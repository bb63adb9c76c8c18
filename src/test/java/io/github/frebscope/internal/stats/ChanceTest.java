package io.github.frebscope.internal.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ChanceTest {
  @Test
  void tails_of_the_binomial_distribution() {
    assertThat(Chance.atLeast(8, 8, 0.5)).isCloseTo(1 / 256.0, within(1e-12));
    assertThat(Chance.atLeast(10, 9, 0.5)).isCloseTo(11 / 1024.0, within(1e-12));
    assertThat(Chance.atLeast(3, 1, 0.25)).isCloseTo(1 - 27 / 64.0, within(1e-12));
    assertThat(Chance.atLeast(100_000, 50_000, 0.5)).isBetween(0.5, 0.502);
    assertThat(Chance.atLeast(100_000, 60_000, 0.5)).isLessThan(1e-100);
  }

  @Test
  void what_is_certain_and_what_cannot_be() {
    assertThat(Chance.atLeast(5, 0, 0.1)).isEqualTo(1);
    assertThat(Chance.atLeast(5, 6, 0.1)).isZero();
    assertThat(Chance.atLeast(5, 1, 0)).isZero();
    assertThat(Chance.atLeast(5, 5, 1)).isEqualTo(1);
  }

  @Test
  void marked_ones_among_the_last() {
    assertThat(Chance.allAmongLast(16, 8, 8)).isCloseTo(1 / 12_870.0, within(1e-12));
    assertThat(Chance.allAmongLast(4, 1, 2)).isCloseTo(0.5, within(1e-12));
    assertThat(Chance.allAmongLast(9, 3, 9)).isCloseTo(1, within(1e-12));
  }
}

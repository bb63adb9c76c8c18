package io.github.frebscope.internal.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Held against figures that can be worked out by hand or stand in tables. */
class StatisticsTest {
  /** The lady who tastes tea (Fisher, The Design of Experiments, 1935): 2 · 17 / 70. */
  @Test
  void fisher_of_the_lady_tasting_tea() {
    assertThat(Statistics.fisher(new int[][] {{3, 1}, {1, 3}})).isCloseTo(34.0 / 70, within(1e-12));
    assertThat(Statistics.fisher(new int[][] {{4, 0}, {0, 4}})).isCloseTo(2.0 / 70, within(1e-12));
  }

  /** The usual tables: 3.841 and 9.488 are the 5 % points for 1 and 4 degrees of freedom. */
  @Test
  void chi_square_as_in_tables() {
    assertThat(Statistics.chiSquareTail(3.841, 1)).isCloseTo(0.05, within(1e-4));
    assertThat(Statistics.chiSquareTail(9.488, 4)).isCloseTo(0.05, within(1e-4));
    // For two degrees of freedom it is exp(-x/2).
    assertThat(Statistics.chiSquareTail(10, 2)).isCloseTo(Math.exp(-5), within(1e-12));
  }

  /** G is 2 · sum of observed · ln(observed / expected). */
  @Test
  void g_by_hand() {
    double g = 2 * (2 * 30 * Math.log(30 / 20.0) + 2 * 10 * Math.log(10 / 20.0));
    Statistics.Result result = Statistics.independence(new long[][] {{30, 10}, {10, 30}});
    assertThat(result.statistic()).isCloseTo(g, within(1e-9));
    assertThat(result.p()).isCloseTo(Statistics.chiSquareTail(g, 1), within(1e-12));
    assertThat(Statistics.statistic(new long[][] {{20, 40}, {30, 60}})).isCloseTo(0, within(1e-9));
  }

  /** All of three below all of three: one order of 20 on either side. */
  @Test
  void mann_whitney_by_hand() {
    Statistics.Result result =
        Statistics.mannWhitney(new double[] {1, 2, 3}, new double[] {4, 5, 6});
    assertThat(result.statistic()).isZero();
    assertThat(result.p()).isCloseTo(0.1, within(1e-12));
    assertThat(Statistics.mannWhitney(new double[] {4, 5, 7}, new double[] {1, 2, 6}).statistic())
        .isEqualTo(7);
  }
}

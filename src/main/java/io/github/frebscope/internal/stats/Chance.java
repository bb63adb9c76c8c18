package io.github.frebscope.internal.stats;

/** How likely it is that something came about by chance. */
public final class Chance {
  private static final double NEGLIGIBLE = 1e-17;

  private Chance() {}

  /**
   * The binomial tail: how likely at least that many of that many trials come out one way when each
   * of them does with a probability.
   *
   * @param trials how many there were
   * @param hits how many came out so
   * @param probability of each, between 0 and 1
   */
  public static double atLeast(int trials, int hits, double probability) {
    if (hits <= 0 || probability >= 1) {
      return 1;
    }
    if (hits > trials || probability <= 0) {
      return 0;
    }
    double logOdds = Math.log(probability) - Math.log1p(-probability);
    double log = trials * Math.log1p(-probability); // of no hit at all
    double sum = 0;
    for (int i = 1; i <= trials; i++) {
      log += Math.log(trials - i + 1.0) - Math.log(i) + logOdds;
      if (i >= hits) {
        double term = Math.exp(log);
        sum += term;
        if (i > trials * probability && term < NEGLIGIBLE) {
          break;
        }
      }
    }
    return Math.min(1, sum);
  }

  /**
   * How likely it is that all of some marked ones are among the last when all stand in any order.
   *
   * @param all how many there are
   * @param marked how many are marked
   * @param last how many of all are the last, at least as many as are marked
   */
  public static double allAmongLast(int all, int marked, int last) {
    double log = 0;
    for (int i = 0; i < marked; i++) {
      log += Math.log(last - i) - Math.log(all - i);
    }
    return Math.exp(log);
  }
}

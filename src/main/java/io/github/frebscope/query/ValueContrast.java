package io.github.frebscope.query;

import io.github.frebscope.internal.stats.Statistics;
import java.util.Optional;

/**
 * How the values of an attribute differ between two sides. Two tests are made and corrected for
 * being two: one of the whole table of values and sides, rare values pooled; and one of the value
 * that tells most against all others, corrected for how many there were to choose from.
 */
final class ValueContrast implements Contrast {
  /** Below so many traces a value has nothing to tell. */
  private static final int LEAST_OF_VALUE = 5;

  /** Up to so many traces Fisher's exact test is quick. */
  private static final int MOST_EXACT = 5_000;

  private final DifferenceColumn column;
  private final PooledTable table;
  private int choices;
  private int best = -1;
  private double bestG;
  private double p = 1;
  private double effect;
  private double score;

  ValueContrast(DifferenceColumn column) {
    this.column = column;
    table = PooledTable.of(column);
    chooseBest();
    if (isTestable()) {
      test();
    }
  }

  private void chooseBest() {
    for (int v = 0; v < column.size(); v++) {
      int all = column.here(v) + column.there(v);
      if (all < LEAST_OF_VALUE || all == column.toldHere() + column.toldThere()) {
        continue;
      }
      choices++;
      double g = Statistics.statistic(fourfold(v));
      // Of yes and no, which tell the same, the one that there is more of here.
      if (best < 0 || g > bestG + 1e-9 || (g > bestG - 1e-9 && isMore(v) && !isMore(best))) {
        best = v;
        bestG = Math.max(g, bestG);
      }
    }
  }

  private boolean isMore(int value) {
    return (double) column.here(value) * column.toldThere()
        > (double) column.there(value) * column.toldHere();
  }

  private void test() {
    double told = (double) column.toldHere() + column.toldThere();
    boolean isOneChoice = column.breadth() == 2;
    int from = isOneChoice ? 1 : choices;
    double bestP = Math.min(1, from * fourfoldP(best));
    score = bestG - Math.log(told) - 2 * Math.log(from);
    effect = PooledTable.effect(fourfold(best));
    p = bestP;
    if (!isOneChoice && table.isTestable()) {
      Statistics.Result whole = Statistics.independence(table.counts());
      p = Math.min(1, 2 * Math.min(bestP, whole.p()));
      score = Math.max(score, whole.statistic() - table.degrees() * Math.log(told));
      effect = PooledTable.effect(table.counts());
    }
  }

  private double fourfoldP(int value) {
    long[][] counts = fourfold(value);
    int told = column.toldHere() + column.toldThere();
    if (told <= MOST_EXACT || PooledTable.leastExpected(counts) < PooledTable.LEAST_EXPECTED) {
      int[][] small = new int[2][2];
      for (int i = 0; i < 2; i++) {
        for (int j = 0; j < 2; j++) {
          small[i][j] = (int) counts[i][j];
        }
      }
      return Math.min(1, Statistics.fisher(small));
    }
    return Statistics.independence(counts).p();
  }

  private long[][] fourfold(int value) {
    int here = column.here(value);
    int there = column.there(value);
    return new long[][] {
      {here, there}, {column.toldHere() - here, column.toldThere() - there},
    };
  }

  DifferenceColumn column() {
    return column;
  }

  PooledTable table() {
    return table;
  }

  /** The number of the value that tells most. */
  int best() {
    return best;
  }

  boolean isTestable() {
    return best >= 0;
  }

  /** Whether no value is on both sides. */
  boolean isSeparating() {
    for (int v = 0; v < column.size(); v++) {
      if (column.here(v) > 0 && column.there(v) > 0) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String name() {
    return column.name();
  }

  @Override
  public double p() {
    return p;
  }

  @Override
  public double effect() {
    return effect;
  }

  @Override
  public double score() {
    return score;
  }

  @Override
  public int breadth() {
    return column.breadth();
  }

  @Override
  public SetDifference told(double corrected, Optional<String> goesWith) {
    return new SetDifference(
        column.attribute(),
        column.header(),
        Optional.of(column.value(best)),
        column.sideHere(best),
        column.sideThere(best),
        effect,
        corrected,
        isSeparating(),
        goesWith);
  }
}

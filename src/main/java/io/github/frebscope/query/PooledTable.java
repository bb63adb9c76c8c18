package io.github.frebscope.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Counts of values on both sides, in which values too rare for an approximate test are one row, the
 * first. Not changed once made.
 */
final class PooledTable {
  /** The least count to be expected in a cell, as usual for such tests. */
  static final double LEAST_EXPECTED = 5;

  private final int[] rowOf;
  private final long[][] counts;

  private PooledTable(int[] rowOf, long[][] counts) {
    this.rowOf = rowOf;
    this.counts = counts;
  }

  static PooledTable of(DifferenceColumn column) {
    double told = (double) column.toldHere() + column.toldThere();
    double smaller = Math.min(column.toldHere(), column.toldThere());
    int[] rowOf = new int[column.size()];
    List<long[]> rows = new ArrayList<>();
    long[] rare = {0, 0};
    rows.add(rare);
    for (int v = 0; v < rowOf.length; v++) {
      int here = column.here(v);
      int there = column.there(v);
      if ((here + there) * smaller / told >= LEAST_EXPECTED) {
        rowOf[v] = rows.size();
        rows.add(new long[] {here, there});
      } else {
        rare[0] += here;
        rare[1] += there;
      }
    }
    return new PooledTable(rowOf, enough(rows, smaller / told));
  }

  /** Rare values that are too rare even together join the rarest of the others. */
  private static long[][] enough(List<long[]> rows, double share) {
    long[] rare = rows.get(0);
    List<long[]> others = rows.subList(1, rows.size());
    if (others.isEmpty() || (rare[0] + rare[1]) * share >= LEAST_EXPECTED) {
      return rows.toArray(long[][]::new);
    }
    long[] rarest = others.get(0);
    for (long[] row : others) {
      rarest = row[0] + row[1] < rarest[0] + rarest[1] ? row : rarest;
    }
    rarest[0] += rare[0];
    rarest[1] += rare[1];
    return others.toArray(long[][]::new);
  }

  /** The rows: here, there. */
  long[][] counts() {
    return counts;
  }

  /** The row of a value among all rows, 0 for the rare ones. */
  int row(int value) {
    return rowOf[value];
  }

  /** How many rows {@link #row} tells apart. */
  int rows() {
    return Arrays.stream(rowOf).max().orElse(0) + 1;
  }

  int degrees() {
    return counts.length - 1;
  }

  boolean isTestable() {
    return counts.length > 1;
  }

  static double leastExpected(long[][] counts) {
    double all = sum(counts, 0) + sum(counts, 1);
    double smaller = Math.min(sum(counts, 0), sum(counts, 1));
    double least = Double.MAX_VALUE;
    for (long[] row : counts) {
      least = Math.min(least, (row[0] + row[1]) * smaller / all);
    }
    return least;
  }

  /**
   * Cramér's V as if both sides had equally many traces, so that a few failures among many good
   * answers count as much as many; less what chance adds on the average. 0 to 1.
   */
  static double effect(long[][] counts) {
    double here = sum(counts, 0);
    double there = sum(counts, 1);
    if (here == 0 || there == 0) {
      return 0;
    }
    double square = 0;
    for (long[] row : counts) {
      double a = row[0] / here;
      double b = row[1] / there;
      square += a + b == 0 ? 0 : (a - b) * (a - b) / (a + b) / 2;
    }
    double byChance = (counts.length - 1) * (1 / here + 1 / there) / 4;
    return square > 1 - 1e-12 ? 1 : Math.sqrt(Math.max(0, square - byChance));
  }

  private static double sum(long[][] counts, int side) {
    double sum = 0;
    for (long[] row : counts) {
      sum += row[side];
    }
    return sum;
  }
}

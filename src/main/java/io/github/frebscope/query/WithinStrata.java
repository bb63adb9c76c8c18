package io.github.frebscope.query;

import io.github.frebscope.internal.stats.Statistics;
import java.util.ArrayList;
import java.util.List;

/**
 * What is left of a difference among traces that have the same value of another attribute: by the
 * test of Cochran, Mantel and Haenszel for the value that tells most, which also holds for many
 * small strata, and by the sum of G over the strata that are large enough for it. Traces that do
 * not tell the other attribute are a stratum too.
 */
final class WithinStrata {
  /** Above so many cells only the first of the two tests is made. */
  private static final long MOST_CELLS = 4_000_000;

  private final ValueContrast tested;
  private final DifferenceColumn strata;

  private WithinStrata(ValueContrast tested, DifferenceColumn strata) {
    this.tested = tested;
    this.strata = strata;
  }

  /** How likely what is left is by chance; 1 when nothing is. */
  static double p(ValueContrast tested, DifferenceColumn strata) {
    WithinStrata within = new WithinStrata(tested, strata);
    return Math.min(1, 2 * Math.min(within.bestValue(), within.allValues()));
  }

  /** Counts by stratum: with the value here, here, with the value, all. */
  private double bestValue() {
    long[][] counts = new long[strata.size() + 1][4];
    DifferenceColumn column = tested.column();
    for (int i = 0; i < column.traces(); i++) {
      int code = column.code(i);
      if (code == DifferenceColumn.UNTOLD) {
        continue;
      }
      long[] count = counts[strata.code(i) + 1];
      boolean isValue = code == tested.best();
      count[0] += isValue && column.isHere(i) ? 1 : 0;
      count[1] += column.isHere(i) ? 1 : 0;
      count[2] += isValue ? 1 : 0;
      count[3]++;
    }
    double over = 0;
    double variance = 0;
    for (long[] c : counts) {
      double all = c[3];
      if (all > 1) {
        over += c[0] - c[1] * (c[2] / all);
        variance += c[1] * (all - c[1]) * (c[2] / all) * ((all - c[2]) / all) / (all - 1);
      }
    }
    return variance < 1e-9 ? 1 : Statistics.chiSquareTail(over * over / variance, 1);
  }

  private double allValues() {
    int rows = tested.table().rows();
    if ((strata.size() + 1L) * rows > MOST_CELLS) {
      return 1;
    }
    long[][][] counts = new long[strata.size() + 1][rows][2];
    DifferenceColumn column = tested.column();
    for (int i = 0; i < column.traces(); i++) {
      int code = column.code(i);
      if (code != DifferenceColumn.UNTOLD) {
        counts[strata.code(i) + 1][tested.table().row(code)][column.isHere(i) ? 0 : 1]++;
      }
    }
    double statistic = 0;
    int degrees = 0;
    for (long[][] stratum : counts) {
      long[][] sane = sane(stratum);
      if (sane.length > 1) {
        statistic += Statistics.statistic(sane);
        degrees += sane.length - 1;
      }
    }
    return degrees == 0 ? 1 : Statistics.chiSquareTail(statistic, degrees);
  }

  /** The rows with enough to be expected; the others together, when they are enough. */
  private static long[][] sane(long[][] stratum) {
    long here = 0;
    long there = 0;
    for (long[] row : stratum) {
      here += row[0];
      there += row[1];
    }
    if (here == 0 || there == 0) {
      return new long[0][];
    }
    double share = (double) Math.min(here, there) / (here + there);
    List<long[]> rows = new ArrayList<>();
    long[] rest = {0, 0};
    for (long[] row : stratum) {
      if ((row[0] + row[1]) * share >= PooledTable.LEAST_EXPECTED) {
        rows.add(row);
      } else {
        rest[0] += row[0];
        rest[1] += row[1];
      }
    }
    if ((rest[0] + rest[1]) * share >= PooledTable.LEAST_EXPECTED) {
      rows.add(rest);
    }
    long[] left = {0, 0};
    for (long[] row : rows) {
      left[0] += row[0];
      left[1] += row[1];
    }
    return left[0] == 0 || left[1] == 0 ? new long[0][] : rows.toArray(long[][]::new);
  }
}

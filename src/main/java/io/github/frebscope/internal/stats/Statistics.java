package io.github.frebscope.internal.stats;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.inference.FisherExactTest;
import org.apache.commons.statistics.inference.GTest;
import org.apache.commons.statistics.inference.MannWhitneyUTest;

/** Tests of significance, all two-sided, by Commons Statistics. */
public final class Statistics {
  /** What has to be on the class path. */
  private static final String ARTIFACT = "org.apache.commons:commons-statistics-inference:1.2";

  private Statistics() {}

  /**
   * What a test says.
   *
   * @param statistic G, U or chi-square, by the test
   * @param p how likely a statistic as large as this is by chance alone
   */
  public record Result(double statistic, double p) {}

  /**
   * Makes sure that Commons Statistics is there.
   *
   * @throws IllegalStateException if it is not; says what to add
   */
  public static void require() {
    try {
      Class.forName("org.apache.commons.statistics.inference.GTest");
      Class.forName("org.apache.commons.statistics.distribution.ChiSquaredDistribution");
    } catch (ClassNotFoundException | LinkageError e) {
      throw new IllegalStateException(
          "comparing sets of traces needs the library "
              + ARTIFACT
              + " on the class path, with what it depends on; on the module path also"
              + " --add-modules org.apache.commons.statistics.inference",
          e);
    }
  }

  /**
   * The G-test of independence of rows and columns.
   *
   * @param table at least two rows and two columns, none of them all zero
   */
  public static Result independence(long[][] table) {
    var result = GTest.withDefaults().test(table);
    return new Result(result.getStatistic(), result.getPValue());
  }

  /** The statistic of {@link #independence}; its degrees of freedom are (rows-1)(columns-1). */
  public static double statistic(long[][] table) {
    return GTest.withDefaults().statistic(table);
  }

  /** Fisher's exact test of a table of two rows and two columns: its p. */
  public static double fisher(int[][] table) {
    return FisherExactTest.withDefaults().test(table).getPValue();
  }

  /** The U test of Mann and Whitney: U counts the pairs in which the first is the larger. */
  public static Result mannWhitney(double[] first, double[] second) {
    var result = MannWhitneyUTest.withDefaults().test(first, second);
    return new Result(result.getStatistic(), result.getPValue());
  }

  /** How likely a chi-square as large as this is with that many degrees of freedom, 1 or more. */
  public static double chiSquareTail(double statistic, double degrees) {
    return ChiSquaredDistribution.of(degrees).survivalProbability(statistic);
  }
}

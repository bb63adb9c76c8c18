package io.github.frebscope.query;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;

/**
 * A percentile by the nearest rank, exact for every number of values and every percentage.
 *
 * @param percent above 0 and up to 100
 */
record Percentile(BigDecimal percent) {
  /**
   * The place of the value, from 0 on.
   *
   * @param count how many values there are, 1 or more
   */
  int place(int count) {
    // Not by double: 64.4 % of 250, which are 161, would be a little more, and the rank 162.
    BigDecimal share = percent.multiply(BigDecimal.valueOf(count)).movePointLeft(2);
    return share.setScale(0, RoundingMode.CEILING).intValueExact() - 1;
  }

  /** The value of a list whose order is of no further use. */
  <T> T of(List<T> values, Comparator<? super T> order) {
    values.sort(order);
    return values.get(place(values.size()));
  }

  /** {@code p95}, {@code p99.9}. */
  @Override
  public String toString() {
    return "p" + percent.stripTrailingZeros().toPlainString();
  }
}

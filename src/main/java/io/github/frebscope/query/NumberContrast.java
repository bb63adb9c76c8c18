package io.github.frebscope.query;

import io.github.frebscope.internal.stats.Statistics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How a number differs between two sides: by the test of Mann and Whitney. */
record NumberContrast(
    Attribute<?> attribute,
    double p,
    double effect,
    double score,
    SetDifference.Side here,
    SetDifference.Side there)
    implements Contrast {
  private static final double MILLIS = 1e3;
  private static final double NANOS_A_MILLI = 1e6;

  /** A number and the value that it was. */
  private record Measured(double number, Object value) {}

  /** The contrast of the numbers that a column holds. */
  static NumberContrast of(DifferenceColumn column) {
    Attribute<?> attribute = column.attribute();
    List<Measured> values = column.values().stream().map(NumberContrast::measured).toList();
    List<Measured> here = new ArrayList<>();
    List<Measured> there = new ArrayList<>();
    for (int i = 0; i < column.traces(); i++) {
      int code = column.code(i);
      if (code != DifferenceColumn.UNTOLD && !Double.isNaN(values.get(code).number())) {
        (column.isHere(i) ? here : there).add(values.get(code));
      }
    }
    int count = column.tracesHere();
    SetDifference.Side sideHere = side(here, count);
    SetDifference.Side sideThere = side(there, column.traces() - count);
    if (here.isEmpty() || there.isEmpty()) {
      return new NumberContrast(attribute, 1, 0, 0, sideHere, sideThere);
    }
    Statistics.Result result = Statistics.mannWhitney(numbers(here), numbers(there));
    double pairs = (double) here.size() * there.size();
    double effect = 2 * result.statistic() / pairs - 1;
    double told = here.size() + there.size();
    // The square of the test's z, which counts as chi-square with one degree of freedom does.
    double score = 3 * effect * effect * pairs / (told + 1) - Math.log(told);
    double p = Double.isNaN(result.p()) ? 1 : result.p(); // when all numbers are the same
    return new NumberContrast(attribute, p, effect, score, sideHere, sideThere);
  }

  private static Measured measured(Object value) {
    return new Measured(number(value), value);
  }

  /** Not toMillis, which damaged stamps can overflow. */
  private static double number(Object value) {
    return value instanceof Duration length
        ? length.getSeconds() * MILLIS + length.getNano() / NANOS_A_MILLI
        : ((Number) value).doubleValue();
  }

  private static double[] numbers(List<Measured> measured) {
    return measured.stream().mapToDouble(Measured::number).toArray();
  }

  /** Sorts the numbers on the way. */
  private static SetDifference.Side side(List<Measured> told, int traces) {
    told.sort(Comparator.comparingDouble(Measured::number));
    Optional<Object> median =
        told.isEmpty()
            ? Optional.empty()
            : Optional.of(told.get((told.size() + 1) / 2 - 1).value());
    return new SetDifference.Side(0, told.size(), traces, median);
  }

  @Override
  public String name() {
    return attribute.name();
  }

  @Override
  public int breadth() {
    return Integer.MAX_VALUE;
  }

  @Override
  public SetDifference told(double corrected, Optional<String> goesWith) {
    return new SetDifference(
        attribute,
        Optional.empty(),
        Optional.empty(),
        here,
        there,
        effect,
        corrected,
        false,
        goesWith);
  }
}

package io.github.frebscope.query;

import io.github.frebscope.cause.Confidence;
import java.util.Comparator;

/** The order of the values in a column, the same as {@link Field#order()} has for them. */
final class ValueOrder {
  /** Smallest, earliest, least sure first; of values of one type only. */
  static final Comparator<Object> ORDER = ValueOrder::compare;

  private ValueOrder() {}

  static boolean isOrdered(Object value) {
    return value instanceof Comparable<?>;
  }

  @SuppressWarnings("unchecked") // The values of a column have one type.
  private static int compare(Object left, Object right) {
    return left instanceof Confidence sure
        ? ((Confidence) right).compareTo(sure) // The surest is the first of the constants.
        : ((Comparable<Object>) left).compareTo(right);
  }
}

package io.github.frebscope.query;

import java.util.Comparator;
import java.util.function.Function;

/**
 * What rows are grouped by.
 *
 * @param column its column
 * @param value the value for a row; null for one that does not tell
 * @param order the order of the values; null when they have none
 * @param <R> the type of the rows
 */
record Key<R>(Column column, Function<R, Object> value, Comparator<Object> order) {
  @SuppressWarnings("unchecked") // Only values of the field itself are compared.
  static <R, T> Key<R> of(Field<R, T> field) {
    return new Key<>(
        Column.of(field),
        row -> field.of(row).orElse(null),
        field.isOrdered() ? (Comparator<Object>) field.order() : null);
  }
}

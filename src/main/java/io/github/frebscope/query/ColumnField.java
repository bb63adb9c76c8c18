package io.github.frebscope.query;

import io.github.frebscope.trace.MeasuredTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A column of a table as a field of its rows, so that conditions over results can be written. */
final class ColumnField<T> extends Field<List<Object>, T> {
  private static final double PERCENT = 100;

  private ColumnField(Column column, int at, Class<? super T> type) {
    super(
        new FieldText(column.name(), column.title(), "", ""),
        type,
        naturalOrder(type),
        row -> value(row.get(at)));
  }

  /** The field of a column at that place. */
  static Field<List<Object>, ?> of(Column column, int at) {
    Class<?> type = column.content().type();
    if (type == MeasuredTime.class) {
      return new ColumnField<Duration>(column, at, Duration.class);
    }
    if (type == Share.class) {
      return new ColumnField<Double>(column, at, Double.class);
    }
    return type == TimeStep.class
        ? new ColumnField<Instant>(column, at, Instant.class)
        : whatever(column, at, type);
  }

  private static <T> Field<List<Object>, T> whatever(Column column, int at, Class<T> type) {
    return new ColumnField<T>(column, at, type);
  }

  @SuppressWarnings("unchecked") // The column tells the type of its values.
  private static <T> Optional<T> value(Object cell) {
    Object bare = cell instanceof Optional<?> optional ? optional.orElse(null) : cell;
    if (bare instanceof MeasuredTime time) {
      bare = time.length();
    } else if (bare instanceof Share share) {
      bare = share.part() * PERCENT;
    } else if (bare instanceof TimeStep step) {
      bare = step.from();
    } else if (bare instanceof Collection<?> list) {
      bare = list.stream().map(ColumnField::element).toList();
    }
    return Optional.ofNullable((T) bare);
  }

  private static Object element(Object element) {
    return element instanceof Counts.Entry<?> entry && entry.value().isPresent()
        ? entry.value().get()
        : element;
  }

  @Override
  Optional<Instant> timeOf(List<Object> row) {
    return Optional.empty();
  }
}

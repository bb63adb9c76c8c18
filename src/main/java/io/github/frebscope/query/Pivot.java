package io.github.frebscope.query;

import io.github.frebscope.query.Column.Content;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Turns groups of two keys into a table with one of them on each side. */
final class Pivot {
  private Pivot() {}

  static <R> ResultTable of(Rows<R> rows, List<Key<R>> keys, Aggregate<? super R, ?> aggregate) {
    GroupedRows grouped = GroupedRows.of(rows, keys, List.of(aggregate));
    List<Object> down = withEmptySteps(values(grouped, keys, 0));
    List<Object> across = values(grouped, keys, 1);
    Map<List<Object>, Object> cells = new HashMap<>();
    grouped.groups().forEach(g -> cells.put(g.keys(), g.figures().get(0)));
    List<Column> columns = new ArrayList<>();
    columns.add(keys.get(0).column());
    for (Object value : across) {
      String head = value == null ? "-" : keys.get(1).column().text(value);
      Column figure = aggregate.column();
      Content content = figure.content();
      columns.add(
          figure
              .named(head)
              .titled(head)
              .holding(
                  new Content(
                      content.type(), content.field(), keys.get(1).column().content().field())));
    }
    List<List<Object>> table = new ArrayList<>();
    for (Object left : down) {
      List<Object> row = new ArrayList<>();
      row.add(left == null ? Optional.empty() : left);
      Duration time = left instanceof TimeStep step ? step.length() : Duration.ZERO;
      Object nothing = GroupedRows.nothing(List.of(aggregate), time).get(0);
      for (Object top : across) {
        row.add(cells.getOrDefault(Arrays.asList(left, top), nothing));
      }
      table.add(row);
    }
    return ResultTable.of(columns, table).on(grouped.basis());
  }

  /** Of a time series, the steps between the first and the last as well. */
  private static List<Object> withEmptySteps(List<Object> values) {
    List<TimeStep> steps =
        values.stream().filter(TimeStep.class::isInstance).map(TimeStep.class::cast).toList();
    if (steps.isEmpty()) {
      return values;
    }
    List<Object> all = new ArrayList<>(steps.get(0).to(steps.get(steps.size() - 1)));
    values.stream().filter(Objects::isNull).forEach(all::add);
    return all;
  }

  private static <R> List<Object> values(GroupedRows grouped, List<Key<R>> keys, int at) {
    Comparator<Object> own = keys.get(at).order();
    Comparator<Object> order =
        Comparator.nullsLast(own == null ? Comparator.comparing(ValueText::of) : own);
    return grouped.groups().stream()
        .map(group -> group.keys().get(at))
        .distinct()
        .sorted(order)
        .collect(Collectors.toCollection(ArrayList::new)); // it may hold a null
  }
}

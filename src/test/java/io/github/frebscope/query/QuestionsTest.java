package io.github.frebscope.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.frebscope.cause.Confidence;
import io.github.frebscope.testing.SyntheticSet;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuestionsTest {
  private static final Instant NIGHT = Instant.parse("2026-03-28T23:30:00Z");

  @Test
  void a_condition_is_tried_when_an_answer_is_wanted_and_once() {
    AtomicInteger tried = new AtomicInteger();
    AtomicInteger then = new AtomicInteger();
    TraceSet some =
        MadeRows.of(5)
            .where(
                row -> {
                  tried.incrementAndGet();
                  return !row.file().equals("3");
                });
    TraceSet fewer = some.where(row -> then.incrementAndGet() > 2);
    assertThat(tried).hasValue(0);
    assertThat(some.condition()).hasToString("(your own)");
    assertThat(fewer.condition()).hasToString("(your own) and (your own)");
    assertThat(tried).hasValue(0);
    assertThat(some.count()).isEqualTo(4);
    assertThat(fewer.groupBy(Attributes.SERVER).count().total()).isEqualTo(2);
    assertThat(fewer.aggregate(Aggregates.count())).isEqualTo(2);
    assertThat(some.over(Duration.ofDays(1)).count().rows()).hasSize(1);
    assertThat(tried).hasValue(5);
    assertThat(then).hasValue(4);
  }

  @Test
  void many_threads_may_ask_one_set() throws Exception {
    TraceSet set =
        SyntheticSet.of(300, 3, NIGHT)
            .where(Attributes.STATUS.is(502))
            .where(t -> !t.file().isEmpty());
    Callable<String> question =
        () ->
            set.groupBy(Attributes.MODULE, Attributes.SERVER)
                    .aggregate(Aggregates.count(), Aggregates.p95(Attributes.TIME_TAKEN))
                    .rows()
                + set.toString()
                + set.basis();
    ExecutorService pool = Executors.newFixedThreadPool(8);
    try {
      List<Future<String>> answers = pool.invokeAll(Collections.nCopies(32, question));
      for (Future<String> answer : answers) {
        assertThat(answer.get()).isEqualTo(question.call());
      }
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void a_series_has_its_empty_steps_and_what_has_no_time_is_last() {
    TraceSet set =
        MadeRows.at(
            Arrays.asList(null, NIGHT.plus(Duration.ofHours(3)), NIGHT, NIGHT.plusSeconds(5)));
    assertThat(set.over(Duration.ofHours(1), ZoneId.of("Europe/Berlin")).count().text(80))
        .isEqualTo(
            """
            From (Europe/Berlin)    Count
            2026-03-29 00:00+01:00      2
            2026-03-29 01:00+01:00      0
            2026-03-29 03:00+02:00      0
            2026-03-29 04:00+02:00      1
            -                           1
            of 4 traces
            """);
    assertThatThrownBy(() -> set.over(Duration.ofMillis(100)).count())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching(
            "there are more than 100,000 steps of 100ms from [0-9].* to .*Z;"
                + " take longer ones, or a part of the time");
  }

  @Test
  void a_series_by_an_attribute_has_the_groups_that_are() {
    TraceSet set =
        MadeRows.at(Arrays.asList(NIGHT.plus(Duration.ofDays(2)), NIGHT, null, NIGHT, NIGHT));
    Attribute<String> kind = MadeRows.values("kind", String.class, "a", "b", "b", null, "a");
    assertThat(set.groupBy(kind).over(Duration.ofDays(1)).count().rows())
        .extracting(row -> row.get(0) + " " + row.get(1) + " " + row.get(2))
        .containsExactly(
            "2026-03-28 00:00Z a 1",
            "2026-03-28 00:00Z b 1",
            "2026-03-28 00:00Z Optional.empty 1",
            "2026-03-30 00:00Z a 1",
            "Optional.empty b 1");
    assertThat(set.over(Duration.ofDays(1)).groupBy(kind)).hasToString("by from, kind");
  }

  @Test
  void a_pivot_has_what_is_missing_on_both_sides_and_empty_steps() {
    TraceSet set =
        MadeRows.at(Arrays.asList(NIGHT.plus(Duration.ofDays(2)), NIGHT, null, NIGHT, NIGHT));
    Attribute<String> kind = MadeRows.values("kind", String.class, "b", "a", "b", null, "a");
    Attribute<Integer> size = MadeRows.values("size", Integer.class, 10, 9, null, null, 9);
    assertThat(set.over(Duration.ofDays(1)).groupBy(kind).pivot(Aggregates.count()).text(80))
        .isEqualTo(
            """
            From (UTC)         a  b  -
            2026-03-28 00:00Z  2  0  1
            2026-03-29 00:00Z  0  0  0
            2026-03-30 00:00Z  0  1  0
            -                  0  1  0
            of 5 traces
            """);
    // Numbers in their order, not in that of their texts.
    assertThat(set.groupBy(kind, size).pivot(Aggregates.count()).text(80))
        .isEqualTo(
            """
            kind  9  10  -
            a     2   0  0
            b     0   1  1
            -     0   0  1
            of 5 traces
            """);
    assertThatThrownBy(() -> set.groupBy(kind, size, kind).pivot(Aggregates.count()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a pivot takes two fields, or time and a field");
  }

  @Test
  void groups_begin_with_the_largest_first_figure_and_equals_stand_by_their_keys() {
    TraceSet set = MadeRows.of(6);
    Attribute<Integer> size = MadeRows.values("size", Integer.class, 10, 9, null, 9, 10, 8);
    assertThat(set.groupBy(size).aggregate(Aggregates.count()).stream())
        .extracting(e -> e.key() + " " + e.value())
        .containsExactly("Optional[9] 2", "Optional[10] 2", "Optional[8] 1", "Optional.empty 1");
  }

  @Test
  void a_table_is_ordered_by_a_column_and_what_is_missing_is_last_both_ways() {
    ResultTable table =
        ResultTable.of(
            List.of(Column.right("Size, ms").named("size"), Column.left("Sure"), Column.left("L")),
            List.of(
                List.of(Optional.of(2), Confidence.HIGH, List.of()),
                List.of(Optional.empty(), Confidence.LOW, List.of()),
                List.of(Optional.of(1), Confidence.MEDIUM, List.of()),
                List.of(Optional.of(2), Confidence.LOW, List.of())));
    assertThat(column(table.orderBy("SIZE"), 0)).containsExactly(1, 2, 2, Optional.empty());
    assertThat(column(table.orderByDescending("size, MS"), 0))
        .containsExactly(2, 2, 1, Optional.empty());
    // Equals stay as they are.
    assertThat(column(table.orderByDescending("size"), 1).subList(0, 2))
        .isEqualTo(List.of(Confidence.HIGH, Confidence.LOW));
    assertThat(column(table.orderBy("sure"), 1))
        .containsExactly(Confidence.LOW, Confidence.LOW, Confidence.MEDIUM, Confidence.HIGH);
    assertThatThrownBy(() -> table.orderBy("took"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no column took; there are size, Sure, L");
    assertThatThrownBy(() -> table.orderBy("L"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the values of L have no order");
  }

  private static List<Object> column(ResultTable table, int at) {
    return table.rows().stream().map(row -> row.get(at)).toList();
  }

  @Test
  void a_limit_and_a_basis_stay_inside_25_lines_of_80_and_1000_signs() {
    ResultTable many =
        ResultTable.of(
            List.of(Column.right("N"), Column.left("A very long text")),
            IntStream.range(0, 100).mapToObj(i -> List.of(i, "long ".repeat(30))).toList());
    Basis basis = new Basis(123_456_789, 1_234_567, 1_234, 12, List.of());
    for (ResultTable table :
        List.of(
            many,
            many.on(basis),
            many.limit(50),
            many.limit(50).on(basis),
            many.limit(22).on(basis),
            many.limit(21).on(basis),
            many.limit(20).on(basis),
            many.limit(1),
            many.limit(0))) {
      assertThat(table.toString().lines()).hasSizeLessThanOrEqualTo(25);
      assertThat(table.toString()).hasSizeLessThan(1000); // jshell cuts more
      assertThat(table.toString().lines()).allMatch(line -> line.length() <= 80);
    }
    assertThat(many.limit(60).limit(50).left()).isEqualTo(50);
    assertThat(many.limit(50).on(basis).toString())
        .endsWith(
            """
            ... 41 more rows (print() shows all)
            ... 50 rows left out by the limit
            of 123,456,789 events in 1,234,567 traces, 1,234 damaged; 12 files unreadable
            """);
    assertThat(many.limit(100)).isSameAs(many);
    assertThatThrownBy(() -> many.limit(-1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_basis_says_one_and_many() {
    assertThat(Basis.ofTraces(1, 0, 0)).hasToString("of 1 trace");
    assertThat(Basis.ofTraces(150, 3, 2))
        .hasToString("of 150 traces, 3 damaged; 2 files unreadable");
    assertThat(new Basis(1, 1, 1, 1, List.of()))
        .hasToString("of 1 event in 1 trace, 1 damaged; 1 file unreadable");
    assertThat(Basis.ofTraces(0, 0, 0)).hasToString("of 0 traces");
  }

  @Test
  void answers_cannot_be_changed() {
    TraceSet set = MadeRows.of(2);
    ResultTable table = set.groupBy(Attributes.SERVER, Attributes.SITE).count();
    assertThatThrownBy(() -> table.rows().clear())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> table.rows().get(0).set(0, "x"))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> table.columns().clear())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> set.groupBy(Attributes.SERVER).count().entries().clear())
        .isInstanceOf(UnsupportedOperationException.class);
    List<List<Object>> rows = new ArrayList<>(List.of(new ArrayList<>(List.of(1))));
    ResultTable own = ResultTable.of(List.of(Column.right("N")), rows);
    rows.get(0).set(0, 2);
    assertThat(own.rows()).containsExactly(List.of(1));
  }
}

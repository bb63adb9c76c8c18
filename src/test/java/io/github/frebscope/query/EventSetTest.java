package io.github.frebscope.query;

import static io.github.frebscope.query.Aggregates.avg;
import static io.github.frebscope.query.Aggregates.count;
import static io.github.frebscope.query.Aggregates.max;
import static io.github.frebscope.query.Aggregates.sum;
import static io.github.frebscope.query.Attributes.SERVER;
import static io.github.frebscope.query.Attributes.STATUS;
import static io.github.frebscope.query.Events.GAP;
import static io.github.frebscope.query.Events.INDEX;
import static io.github.frebscope.query.Events.NAME;
import static io.github.frebscope.query.Events.SPAN_KIND;
import static io.github.frebscope.query.Events.SPAN_OWN_TIME;
import static io.github.frebscope.query.Events.SPAN_TIME;
import static io.github.frebscope.query.Events.data;
import static io.github.frebscope.query.Events.ofTrace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.frebscope.query.TraceSource.Reread;
import io.github.frebscope.testing.Samples;
import io.github.frebscope.trace.MeasuredTime;
import io.github.frebscope.trace.Trace;
import io.github.frebscope.trace.TraceEvent;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Questions to the events of traces that were never written. */
class EventSetTest {
  private static final Trace FIRST =
      trace(
          "a.xml",
          Samples.event(0, 0, 0, "GENERAL_REQUEST_START"),
          Samples.event(1, 16, 5, "ARR_SERVER_ROUTED", "Server", "m1.example"),
          Samples.event(2, 1000, 5, "URL_REWRITE_START"),
          Samples.event(3, 1500, 5, "URL_REWRITE_END"),
          Samples.event(4, 2000, 0, "GENERAL_REQUEST_END"));

  private static final Trace SECOND =
      trace(
          "b.xml",
          Samples.event(0, 3_600_000, 0, "GENERAL_REQUEST_START"),
          Samples.event(1, 3_600_000, 5, "ARR_SERVER_ROUTED", "Server", "m2.example"),
          Samples.event(2, 3_600_016, 5, "ARR_SERVER_ROUTED", "Server", "m1.example"),
          Samples.event(3, 3_600_032, 5, "ARR_SERVER_ROUTED"));

  private final AtomicInteger read = new AtomicInteger();
  private final AtomicInteger closed = new AtomicInteger();
  private final TraceSet traces = set(List.of(FIRST, SECOND), Map.of());

  private static Trace trace(String file, TraceEvent... events) {
    return Samples.trace(events).file(file).build();
  }

  private TraceSet set(List<Trace> made, Map<String, Optional<Trace>> insteadOf) {
    List<TraceSummary> summaries =
        made.stream()
            .map(t -> TraceSummary.of(t, Samples.verdict().build(), Optional.of("S-" + t.file())))
            .toList();
    TraceSource source =
        wanted ->
            wanted.stream()
                .map(
                    summary -> {
                      read.incrementAndGet();
                      if (insteadOf.containsKey(summary.file())) {
                        return insteadOf
                            .get(summary.file())
                            .map(other -> Reread.of(summary, other))
                            .orElseGet(() -> Reread.failed(summary, "it is gone"));
                      }
                      Trace same =
                          made.stream()
                              .filter(t -> t.file().equals(summary.file()))
                              .findFirst()
                              .orElseThrow();
                      return Reread.of(summary, same);
                    })
                .onClose(closed::incrementAndGet);
    return TraceSet.of(summaries, Ledger.empty(), source);
  }

  @Test
  void events_are_counted_by_their_data_and_what_is_missing_is_a_row() {
    Counts<String> counts =
        traces.events().where(NAME.is("ARR_SERVER_ROUTED")).groupBy(data("Server")).count();
    assertThat(counts.of("m1.example")).isEqualTo(2);
    assertThat(counts.of("m2.example")).isEqualTo(1);
    assertThat(counts.missing()).isEqualTo(1);
    assertThat(counts.basis()).isEqualTo(new Basis(4, 2, 0, 0, List.of()));
    assertThat(counts)
        .hasToString(
            """

            Count  Server
                2  m1.example
                1  m2.example
                1  -
            of 4 events in 2 traces
            """);
  }

  @Test
  void nothing_is_read_before_an_answer_is_asked_for_and_every_answer_closes_its_source() {
    EventSet events = traces.events().where(NAME.is("ARR_SERVER_ROUTED"));
    events.groupBy(SERVER);
    assertThat(events).hasToString("events of 2 traces where name=ARR_SERVER_ROUTED");
    assertThat(read).hasValue(0);
    assertThat(events.count()).isEqualTo(4);
    assertThat(read).hasValue(2);
    assertThat(closed).hasValue(1);
  }

  @Test
  void only_the_files_of_the_traces_that_were_chosen_are_read() {
    EventSet events = traces.where(SERVER.is("S-b.xml")).events();
    assertThat(events.count()).isEqualTo(4);
    assertThat(read).hasValue(1);
    assertThat(events.traces().count()).isEqualTo(1);
  }

  @Test
  void the_order_is_that_of_traces_and_events() {
    List<String> order = new ArrayList<>();
    Basis basis =
        traces.events().forEach(e -> order.add(e.trace().file() + " " + e.event().index()));
    assertThat(order)
        .containsExactly(
            "a.xml 0", "a.xml 1", "a.xml 2", "a.xml 3", "a.xml 4", "b.xml 0", "b.xml 1", "b.xml 2",
            "b.xml 3");
    assertThat(basis).hasToString("of 9 events in 2 traces");
  }

  @Test
  void fields_of_events_and_of_traces_mix() {
    assertThat(traces.events().groupBy(SERVER).aggregate(count()).asMap())
        .containsExactly(Map.entry("S-a.xml", 5L), Map.entry("S-b.xml", 4L));
    ResultTable table =
        traces
            .events()
            .where(ofTrace(STATUS).is(502))
            .groupBy(SERVER, NAME)
            .aggregate(count(), max(GAP));
    assertThat(table.rows().get(0))
        .containsExactly("S-b.xml", "ARR_SERVER_ROUTED", 3L, Duration.ofMillis(16));
    assertThat(table.rows()).hasSize(7);
    assertThat(table.columns().stream().map(Column::name))
        .containsExactly("server", "name", "count", "max(gapMs)");
  }

  @Test
  void time_is_that_of_the_event() {
    assertThat(traces.events().over(Duration.ofMinutes(30)).count().rows().stream())
        .extracting(row -> row.get(0) + " " + row.get(1))
        .containsExactly("2026-11-03 06:00Z 5", "2026-11-03 06:30Z 0", "2026-11-03 07:00Z 4");
    assertThat(
            traces
                .events()
                .over(Duration.ofHours(1), ZoneId.of("Asia/Tokyo"))
                .count()
                .rows()
                .get(0))
        .extracting(Object::toString)
        .containsExactly("2026-11-03 15:00+09:00", "5");
  }

  @Test
  void one_figure_keeps_its_type_and_several_make_a_table() {
    assertThat(traces.events().aggregate(max(INDEX))).contains(4);
    ResultTable table = traces.events().aggregate(count(), max(GAP));
    assertThat(table.rows()).containsExactly(List.of(9L, Duration.ofMillis(984)));
    assertThat(table.basis()).contains(new Basis(9, 2, 0, 0, List.of()));
  }

  @Test
  void spans_know_their_times_and_errors() {
    Groups<String, MeasuredTime> own =
        traces.spans().groupBy(SPAN_KIND).aggregate(sum(SPAN_OWN_TIME));
    MeasuredTime rewrite = own.of("URL_REWRITE").orElseThrow();
    assertThat(rewrite).hasToString("500 ms ±16 ms");
    EventSet rewrites = traces.spans().where(SPAN_KIND.is("URL_REWRITE"));
    assertThat(rewrites.count()).isEqualTo(1);
    assertThat(rewrites.aggregate(avg(SPAN_TIME))).contains(rewrite);
    assertThat(rewrites.aggregate(max(SPAN_TIME))).contains(rewrite);
    assertThat(
            rewrites
                .where(SPAN_TIME.above(new MeasuredTime(Duration.ofMillis(500), Duration.ZERO)))
                .count())
        .isZero();
    assertThat(SPAN_TIME.atLeast(MeasuredTime.of(Duration.ofMillis(500))))
        .hasToString("spanMs>=500ms");
    assertThat(own.table().columns().get(1).title()).isEqualTo("sum Span's own, ms");
    assertThat(own.toString()).contains("500±16");
  }

  @Test
  void a_file_that_is_gone_or_changed_is_told_and_not_counted() {
    Trace other =
        trace("b.xml", Samples.event(0, 5, 0, "GENERAL_REQUEST_START", "Server", "m9.example"));
    TraceSet some =
        set(List.of(FIRST, SECOND), Map.of("a.xml", Optional.empty(), "b.xml", Optional.of(other)));
    Basis basis = some.events().basis();
    assertThat(basis.gone())
        .extracting(Ledger.Entry::path, Ledger.Entry::reason)
        .containsExactly(
            tuple("a.xml", "it is gone"),
            tuple(
                "b.xml",
                "it is not the trace any more that it was when the set was loaded; load the set"
                    + " again"));
    assertThat(basis).hasToString("of 0 events in 0 traces; 2 files could not be read again");
    assertThat(some.events().groupBy(data("Server")).count().basis()).isEqualTo(basis);
    assertThat(some.events().groupBy(NAME, INDEX).count().basis()).contains(basis);
    List<String> heard = new ArrayList<>();
    try (Stream<TracedEvent> events = some.events().stream(entry -> heard.add(entry.path()))) {
      assertThat(events.count()).isZero();
    }
    assertThat(heard).containsExactly("a.xml", "b.xml");
  }

  @Test
  void a_stream_reads_no_further_than_it_is_pulled() {
    try (Stream<TracedEvent> events = traces.events().stream(entry -> {})) {
      assertThat(events.findFirst().map(e -> e.event().name())).contains("GENERAL_REQUEST_START");
    }
    assertThat(read).hasValue(1);
    assertThat(closed).hasValue(1);
  }

  @Test
  void what_the_consumer_throws_comes_out_and_the_source_is_closed() {
    IllegalStateException enough = new IllegalStateException("enough");
    assertThatThrownBy(
            () ->
                traces
                    .events()
                    .forEach(
                        e -> {
                          throw enough;
                        }))
        .isSameAs(enough);
    assertThat(closed).hasValue(1);
  }

  @Test
  void a_set_without_a_source_says_what_to_do() {
    TraceSet bare = TraceSet.of(traces.stream().toList(), Ledger.empty());
    assertThatThrownBy(() -> bare.events().count())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Frebscope.load")
        .hasMessageContaining("TraceSource");
  }

  @Test
  void a_digest_is_refused_since_it_lacks_events() {
    TraceSummary summary = traces.stream().findFirst().orElseThrow();
    Trace digest = FIRST.digest(Set.of());
    assertThatThrownBy(() -> Reread.of(summary, digest))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("digest");
  }

  @Test
  void a_field_that_was_found_by_its_word_groups_as_well() {
    Field<TracedEvent, ?> field = Events.find("data:Server").orElseThrow();
    assertThat(traces.events().groupBy(field).count().total()).isEqualTo(9);
    assertThat(traces.events().where(field.present()).count()).isEqualTo(3);
  }

  @Test
  void texts_fit_a_line() {
    EventSet events = traces.events().where(NAME.is("X".repeat(200)));
    assertThat(events.toString()).hasSizeLessThanOrEqualTo(80).startsWith("events of 2 traces");
    traces.events().forEach(e -> assertThat(e.toString()).hasSizeLessThanOrEqualTo(80));
  }
}

package io.github.frebscope.query;

import static io.github.frebscope.query.Attributes.STATUS;
import static io.github.frebscope.query.Events.NAME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.frebscope.Frebscope;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Questions to events, in words. */
class EventQueryTest {
  private static TraceSet farm() throws IOException {
    return Frebscope.load(Path.of("testdata/farm"));
  }

  @Test
  void the_words_answer_what_the_typed_question_answers() throws IOException {
    TraceSet traces = farm();
    assertThat(
            EventQuery.parse("--where name=ARR_SERVER_ROUTED --by data:RoutingReason")
                .run(traces.events())
                .rows())
        .isEqualTo(
            traces
                .events()
                .where(NAME.is("ARR_SERVER_ROUTED"))
                .groupBy(Events.data("RoutingReason"), NAME)
                .count()
                .rows()
                .stream()
                .map(row -> List.of(row.get(0), row.get(2)))
                .toList())
        .isNotEmpty();
  }

  @Test
  void reads_only_the_files_of_the_traces_that_can_answer() throws IOException {
    TraceSet traces = farm();
    List<String> read = new ArrayList<>();
    ResultTable table =
        EventQuery.parse("--where \"status=502 and level<=3\" --where server=FAB-WEB2 --by status")
            .run(traces.events().watched(trace -> read.add(trace.file())));
    assertThat(read).hasSize(traces.where("status=502 and server=FAB-WEB2").count()).hasSize(3);
    assertThat(table.basis().orElseThrow().traces()).isEqualTo(3);
  }

  @Test
  void what_is_no_and_of_attributes_is_asked_of_events() {
    assertThat(EventQuery.parse("--where \"status=502 or level<=3\"").traces().isAll()).isTrue();
    assertThat(EventQuery.parse("--where \"not (status=502)\"").traces())
        .hasToString("not (status=502)");
    // Its text reads like a test of a field, but it is something else.
    Condition<TracedEvent> own =
        Condition.<TracedEvent>of("status=404", e -> true).or(Events.ofTrace(STATUS).is(502));
    assertThat(EventQuery.all().where(own).traces().isAll()).isTrue();
    Attribute<Integer> shadow = Attribute.of("status", Integer.class, t -> Optional.of(503));
    assertThat(EventQuery.all().where(Events.ofTrace(shadow).is(503)).traces().isAll()).isTrue();
  }

  @Test
  void its_text_is_read_again() {
    EventQuery query =
        EventQuery.parse(
            "--where \"name=ARR_SERVER_ROUTED and data:Server!=-\" --by data:Server --over 5m"
                + " --agg count,max(spanMs) --limit 3");
    assertThat(EventQuery.parse(query.toString())).isEqualTo(query);
  }

  @Test
  void a_wrong_word_is_told_the_right_one() {
    assertThatThrownBy(() -> EventQuery.parse("--by spanKnd"))
        .isInstanceOf(WordsException.class)
        .hasMessageContaining("there is no field 'spanKnd'; did you mean spanKind");
  }

  @Test
  void keeps_the_headers_that_it_asks_for() {
    assertThat(EventQuery.parse("--by header:user-agent").kept())
        .extracting(Attribute::name)
        .containsExactly("header:user-agent");
  }
}

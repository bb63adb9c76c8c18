package io.github.frebscope.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.frebscope.parse.TraceParseException;
import io.github.frebscope.parse.TraceReader;
import io.github.frebscope.source.TraceFile;
import io.github.frebscope.testing.Fixtures;
import io.github.frebscope.testing.Samples;
import io.github.frebscope.timeline.Gap;
import io.github.frebscope.timeline.Span;
import io.github.frebscope.timeline.SpanState;
import io.github.frebscope.timeline.Timeline;
import io.github.frebscope.trace.Trace;
import io.github.frebscope.trace.TraceEvent;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EventsTest {
  private static TracedEvent only(TraceEvent event) {
    Trace trace = Samples.trace(event).build();
    TraceSummary summary = TraceSummary.of(trace, Samples.verdict().build(), Optional.empty());
    return TracedEvent.of(summary, Timeline.of(trace), event);
  }

  private static Set<String> names(Class<?> type) {
    Stream<Member> members =
        Stream.<Member>concat(
            Arrays.stream(type.getFields()), Arrays.stream(type.getDeclaredMethods()));
    return members
        .filter(m -> Modifier.isPublic(m.getModifiers()) && Modifier.isStatic(m.getModifiers()))
        .map(Member::getName)
        .collect(Collectors.toCollection(HashSet::new));
  }

  @Test
  void both_vocabularies_can_be_imported_with_a_star() {
    Set<String> events = names(Events.class);
    Set<String> others = names(Attributes.class);
    others.addAll(names(Aggregates.class));
    events.retainAll(others);
    assertThat(events).containsExactlyInAnyOrder("all", "find");
  }

  @Test
  void words_are_not_those_of_attributes_and_each_is_told() {
    assertThat(Events.all())
        .allSatisfy(
            field -> {
              assertThat(Attributes.find(field.name())).isEmpty();
              assertThat(field.description()).endsWith(".");
              assertThat(field.title()).hasSizeBetween(3, 18);
              assertThat(Events.find(field.name().toUpperCase(Locale.ROOT))).contains(field);
            })
        .extracting(EventField::name)
        .doesNotHaveDuplicates()
        .hasSize(20);
  }

  @Test
  void every_constant_is_in_the_list() throws IllegalAccessException {
    List<Object> constants = new ArrayList<>();
    for (Field field : Events.class.getFields()) {
      constants.add(field.get(null));
    }
    assertThat(constants).containsExactlyElementsOf(Events.all());
  }

  @Test
  void words_are_found_as_people_type_them() {
    assertThat(Events.find("gap")).contains(Events.GAP);
    assertThat(Events.find("SPAN")).contains(Events.SPAN);
    assertThat(Events.find("data:Server")).map(Object::toString).contains("data:Server");
    assertThat(Events.find("Number:ErrorCode")).map(Object::toString).contains("number:ErrorCode");
    assertThat(Events.find("requestheader:HOST"))
        .map(Object::toString)
        .contains("requestHeader:host");
    assertThat(Events.find("description:ErrorCode"))
        .map(Object::toString)
        .contains("description:ErrorCode");
    assertThat(Events.find("timeTaken")).map(Object::toString).contains("timeTakenMs");
    assertThat(Events.find("status")).map(f -> (Object) f.type()).contains(Integer.class);
    assertThat(Events.find("data:")).isEmpty();
    assertThat(Events.find("data: ")).isEmpty();
    assertThat(Events.find("nonsense:x")).isEmpty();
    assertThat(Events.find("nonsense")).isEmpty();
    assertThat(Events.find("")).isEmpty();
  }

  @Test
  void an_attribute_of_the_trace_keeps_its_word_type_and_order() {
    TracedEvent event = only(Samples.event(0, 0, 0, "A"));
    EventField<Integer> status = Events.ofTrace(Attributes.STATUS);
    assertThat(status.of(event)).contains(502);
    assertThat(status.name()).isEqualTo("status");
    assertThat(status.atLeast(500).test(event)).isTrue();
    assertThat(Events.ofTrace(Attributes.DIAGNOSTICS).isOrdered()).isFalse();
  }

  @Test
  void without_stamps_nothing_took_no_time() {
    TraceEvent[] events = new TraceEvent[3];
    String[] names = {"GENERAL_REQUEST_START", "URL_REWRITE_START", "URL_REWRITE_END"};
    for (int i = 0; i < events.length; i++) {
      events[i] =
          TraceEvent.builder().position(i, i).time(Instant.EPOCH).kind("", 1, names[i]).build();
    }
    Trace trace = Samples.trace(events).build();
    TraceSummary summary = TraceSummary.of(trace, Samples.verdict().build(), Optional.empty());
    Timeline timeline = Timeline.of(trace);
    for (TraceEvent each : events) {
      TracedEvent event = TracedEvent.of(summary, timeline, each);
      assertThat(Events.TIME.of(event)).isEmpty();
      assertThat(Events.GAP.of(event)).isEmpty();
      assertThat(Events.OFFSET.of(event)).isEmpty();
      assertThat(Events.SPAN_TIME.of(event)).isEmpty();
      assertThat(Events.SPAN_OWN_TIME.of(event)).isEmpty();
    }
  }

  @Test
  void data_are_texts_and_numbers() {
    TracedEvent event =
        only(
            Samples.event(
                0,
                0,
                2,
                "A",
                "ErrorCode",
                "2147954429",
                "Hex",
                " 0x80072EFD ",
                "Empty",
                "",
                "Below",
                "-5",
                "Name",
                "x",
                "Huge",
                "99999999999999999999"));
    assertThat(Events.data("ErrorCode").of(event)).contains("2147954429");
    assertThat(Events.data("errorcode").of(event)).isEmpty();
    assertThat(Events.data("Empty").of(event)).contains("");
    assertThat(Events.number("ErrorCode").of(event)).contains(2147954429L);
    assertThat(Events.number("Hex").of(event)).contains(2147954429L);
    assertThat(Events.number("Below").of(event)).contains(-5L);
    assertThat(Events.number("Empty").of(event)).isEmpty();
    assertThat(Events.number("Name").of(event)).isEmpty();
    assertThat(Events.number("Huge").of(event)).isEmpty();
    assertThat(Events.LEVEL.of(event)).contains(2);
    assertThat(Events.WARNING.of(event)).contains(true);
    assertThat(Events.WARNING.of(only(Samples.event(0, 0, 0, "A")))).contains(false);
    assertThat(Events.LEVEL.of(only(Samples.event(0, 0, -1, "A")))).isEmpty();
    assertThat(Events.NAME.of(only(Samples.event(0, 0, 0, "")))).isEmpty();
    assertThat(Events.number("ErrorCode").is(2147954429L))
        .hasToString("number:ErrorCode=2147954429");
  }

  @Test
  void headers_stand_in_the_events_that_list_them() {
    String headers = "Host: shop.example\r\nAccept: a\r\n b\r\n";
    TracedEvent list = only(Samples.event(0, 0, 0, "GENERAL_REQUEST_HEADERS", "Headers", headers));
    TracedEvent other = only(Samples.event(0, 0, 0, "GENERAL_OTHER", "Headers", headers));
    assertThat(Events.requestHeader("HOST").of(list)).contains("shop.example");
    assertThat(Events.requestHeader("accept").of(list)).contains("a b");
    assertThat(Events.requestHeader("cookie").of(list)).isEmpty();
    assertThat(Events.requestHeader("host").of(other)).isEmpty();
    assertThatThrownBy(() -> Events.requestHeader(" "))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_time_that_cannot_be_read_is_missing() {
    Trace trace =
        Samples.trace(TraceEvent.builder().time(Instant.EPOCH).kind("", 1, "A").build()).build();
    TraceSummary summary = TraceSummary.of(trace, Samples.verdict().build(), Optional.empty());
    TracedEvent event = TracedEvent.of(summary, Timeline.of(trace), trace.events().get(0));
    assertThat(Events.TIME.of(event)).isEmpty();
  }

  @Test
  void stamps_that_go_back_stand_still() {
    Trace trace =
        Samples.trace(
                Samples.event(0, 0, 0, "A"),
                Samples.event(1, 100, 0, "A"),
                Samples.event(2, 50, 0, "A"),
                Samples.event(5, 80, 0, "A"),
                Samples.event(6, 130, 0, "A"))
            .build();
    TraceSummary summary = TraceSummary.of(trace, Samples.verdict().build(), Optional.empty());
    Timeline timeline = Timeline.of(trace);
    List<Optional<Duration>> gaps =
        trace.events().stream()
            .map(e -> Events.GAP.of(TracedEvent.of(summary, timeline, e)))
            .toList();
    assertThat(gaps)
        .containsExactly(
            Optional.empty(),
            Optional.of(Duration.ofMillis(100)),
            Optional.of(Duration.ZERO),
            Optional.of(Duration.ZERO),
            Optional.of(Duration.ofMillis(30)));
  }

  /** Every fact is told by the timeline as well, in another way. */
  @Test
  void all_traces_at_hand_agree_with_their_timelines() throws IOException {
    int spans = 0;
    for (Path file : Fixtures.all()) {
      Trace trace;
      try {
        trace = TraceReader.standard().read(TraceFile.of(file));
      } catch (TraceParseException e) {
        continue; // The farm has files that are none.
      }
      Timeline timeline = Timeline.of(trace);
      TraceSummary summary = TraceSummary.of(trace, Samples.verdict().build(), Optional.empty());
      Set<Span> stoodFor = new HashSet<>();
      for (TraceEvent event : trace.events()) {
        TracedEvent row = TracedEvent.of(summary, timeline, event);
        assertThat(row.gap()).isEqualTo(timeline.gapBefore(event).map(Gap::length));
        Span inner = timeline.spanOf(event).orElseThrow();
        assertThat(Events.IN_MODULE.of(row)).isEqualTo(inner.module());
        assertThat(Events.IN_NOTIFICATION.of(row)).isEqualTo(inner.notification());
        if (Events.SPAN.of(row).orElseThrow()) {
          assertThat(stoodFor.add(row.standsFor().orElseThrow())).isTrue();
        }
        Events.SPAN_TIME.of(row).ifPresent(time -> assertThat(time).isEqualTo(inner.inclusive()));
        Events.SPAN_OWN_TIME
            .of(row)
            .ifPresent(time -> assertThat(time).isEqualTo(inner.exclusive()));
      }
      Set<Span> withEvents =
          timeline
              .spans()
              .filter(s -> s.startEvent().isPresent() || s.endEvent().isPresent())
              .collect(Collectors.toSet());
      assertThat(stoodFor).as(file.toString()).isEqualTo(withEvents);
      spans += stoodFor.size();
    }
    assertThat(spans).isGreaterThan(1000);
  }

  @Test
  void a_span_without_its_beginning_is_told_by_its_end() {
    Trace trace =
        Samples.trace(
                Samples.event(0, 0, 0, "OTHER"),
                Samples.event(1, 100, 5, "URL_REWRITE_END"),
                Samples.event(2, 200, 5, "URL_REWRITE_START"),
                Samples.event(3, 216, 0, "GENERAL_REQUEST_END"))
            .build();
    TraceSummary summary = TraceSummary.of(trace, Samples.verdict().build(), Optional.empty());
    Timeline timeline = Timeline.of(trace);
    TracedEvent end = TracedEvent.of(summary, timeline, trace.events().get(1));
    TracedEvent start = TracedEvent.of(summary, timeline, trace.events().get(2));
    assertThat(Events.SPAN.of(end)).contains(true);
    assertThat(Events.SPAN_STATE.of(end)).contains(SpanState.ORPHAN);
    assertThat(Events.SPAN_STATE.of(start)).contains(SpanState.OPEN);
    assertThat(Events.SPAN_STATE.is(SpanState.OPEN)).hasToString("spanState=open");
  }
}

package io.github.frebscope.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.Frebscope;
import io.github.frebscope.catalog.EventCatalog;
import io.github.frebscope.testing.Fixtures;
import io.github.frebscope.testing.Shared;
import io.github.frebscope.timeline.Timeline;
import io.github.frebscope.trace.Completeness;
import io.github.frebscope.trace.Diagnostic;
import io.github.frebscope.trace.RequestInfo;
import io.github.frebscope.trace.Trace;
import io.github.frebscope.trace.TraceEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Why a trace is not whole. */
class FlawsTest {
  private static Trace whole() throws IOException {
    return Frebscope.read(Fixtures.trace("arr-502.3-refused"));
  }

  private static Trace.Builder copy(Trace trace) {
    return Trace.builder().request(trace.request()).events(trace.events());
  }

  private static Trace.Builder without(Trace trace, Predicate<TraceEvent> left) {
    return copy(trace).events(trace.events().stream().filter(left.negate()).toList());
  }

  private static Trace.Builder taking(Trace trace, String millis) {
    Map<String, String> root = new LinkedHashMap<>(trace.request().attributes());
    root.put("timeTaken", millis);
    return copy(trace).request(RequestInfo.of(root));
  }

  private static List<Flaw> flaws(Trace.Builder trace) {
    return Coverage.of(Timeline.of(trace.build())).flaws();
  }

  private static String kinds(Trace.Builder trace) {
    return String.join(" ", flaws(trace).stream().map(f -> f.kind().name()).toList());
  }

  @Test
  void none() throws IOException {
    assertThat(flaws(copy(whole()))).isEmpty();
  }

  @Test
  void no_events() throws IOException {
    assertThat(kinds(copy(whole()).events(List.of()))).isEqualTo("EMPTY TIME_DIFFERS");
  }

  @Test
  void missing_ends_of_the_request() throws IOException {
    assertThat(kinds(without(whole(), e -> e.is("GENERAL_REQUEST_START"))))
        .isEqualTo("BEGINS_LATE");
    assertThat(kinds(without(whole(), e -> e.is("GENERAL_REQUEST_END")))).isEqualTo("ENDS_EARLY");
    assertThat(
            kinds(
                without(whole(), e -> e.is("GENERAL_REQUEST_END"))
                    .completeness(Completeness.MID_REQUEST)))
        .isEqualTo("ENDS_EARLY");
  }

  @Test
  void what_the_tracing_module_adds_is_not_the_last_event() throws IOException {
    Trace trace = whole();
    TraceEvent last = trace.events().get(trace.events().size() - 1);
    List<TraceEvent> events = new ArrayList<>(trace.events());
    events.add(
        TraceEvent.builder()
            .position(last.index() + 1, 0)
            .time(last.time())
            .provider(last.provider(), last.providerGuid())
            .kind(
                "{00000000-0000-0000-0000-000000000000}", 0, "CUSTOM_ACTION_TRIGGER_LIMIT_EXCEEDED")
            .header(0, 0, 4)
            .build());
    Coverage coverage = Coverage.of(Timeline.of(copy(trace).events(events).build()));
    assertThat(coverage.isWhole()).isTrue();
  }

  @Test
  void the_modules_own_events_prove_nothing_of_the_provider() {
    Map<String, String> root = Map.of("timeTaken", "0");
    TraceEvent full =
        TraceEvent.builder()
            .time(Instant.EPOCH)
            .provider("WWW Server", "{3A2A4E84-4C21-4981-AE10-3FDA0D9B0F83}")
            .kind("{00000000-0000-0000-0000-000000000000}", 0, "LOG_FILE_MAX_SIZE_TRUNCATE")
            .header(0, 0, 3)
            .build();
    Coverage coverage =
        Coverage.of(
            Timeline.of(
                Trace.builder().request(RequestInfo.of(root)).events(List.of(full)).build()));
    assertThat(coverage.providers()).isEmpty();
    assertThat(coverage.canHave("GENERAL_REQUEST_END").isUnknown()).isTrue();
  }

  @Test
  void time_that_differs_by_more_than_two_ticks() throws IOException {
    Trace trace = whole();
    long millis = trace.request().timeTaken().orElseThrow().toMillis();
    long traced = Timeline.of(trace).tracedTime().toMillis();
    assertThat(millis).isBetween(traced - 16, traced + 16);
    assertThat(kinds(taking(trace, Long.toString(traced + 32)))).isEmpty();
    assertThat(kinds(taking(trace, Long.toString(traced - 32)))).isEmpty();
    assertThat(flaws(taking(trace, Long.toString(traced + 33))))
        .containsExactly(
            new Flaw(Flaw.Kind.TIME_DIFFERS, "33 ms ±32 ms of timeTaken have no events"));
    assertThat(flaws(taking(trace, Long.toString(traced - 33))))
        .containsExactly(
            new Flaw(Flaw.Kind.TIME_DIFFERS, "the events last 33 ms ±32 ms longer than timeTaken"));
    assertThat(kinds(taking(trace, "soon"))).isEqualTo("TIME_UNKNOWN");
  }

  @Test
  void losses() throws IOException {
    Trace trace = whole();
    Diagnostic lost = new Diagnostic(Diagnostic.Kind.LOST_EVENT, "gone", 10, 3);
    assertThat(flaws(copy(trace).diagnostics(List.of(lost), 1)))
        .containsExactly(
            new Flaw(Flaw.Kind.LOST, "not all of it could be read: byte 10, event 3: gone"));
    Diagnostic torn = new Diagnostic(Diagnostic.Kind.TORN, "no end", 99, -1);
    assertThat(kinds(copy(trace).diagnostics(List.of(torn), 1))).isEqualTo("LOST");
    assertThat(kinds(copy(trace).diagnostics(List.of(torn), 1).completeness(Completeness.TORN)))
        .isEqualTo("TORN");
    Diagnostic repaired = new Diagnostic(Diagnostic.Kind.REPAIRED, "mended", 10, 3);
    assertThat(kinds(copy(trace).diagnostics(List.of(repaired), 1))).isEmpty();
    // Of what is not listed nobody knows whether it lost something.
    assertThat(kinds(copy(trace).diagnostics(List.of(repaired), 2))).isEqualTo("LOST");
    assertThat(kinds(copy(trace).eventCount(trace.events().size() + 1))).isEqualTo("LOST");
  }

  @Test
  void an_event_that_nobody_can_tell_could_be_the_missing_one() throws IOException {
    Trace trace = whole();
    List<TraceEvent> events = new ArrayList<>(trace.events());
    TraceEvent other = events.get(5);
    events.set(
        5,
        TraceEvent.builder()
            .position(5, 0)
            .time(other.time())
            .provider("WWW Server", other.providerGuid())
            .kind("{002E91E3-E7AE-44AB-8E07-99230FFA6ADE}", -1, "ABORT\uFFFD")
            .build());
    assertThat(kinds(copy(trace).events(events))).contains("UNIDENTIFIED");
  }

  @Test
  void an_event_is_there_by_its_numbers_whatever_its_name() throws IOException {
    Trace trace = whole();
    List<TraceEvent> events = new ArrayList<>(trace.events());
    TraceEvent last = events.get(events.size() - 1);
    events.add(
        events.size() - 1,
        TraceEvent.builder()
            .position(last.index(), 0)
            .time(last.time())
            .provider("", "3a2a4e84-4c21-4981-ae10-3fda0d9b0f83")
            .kind("53ae50fa-81df-47b1-8161-71f0a1c55a48", 7, "")
            .header(0, 1, 4)
            .area(0x800, List.of(), "RequestRouting")
            .build());
    Coverage before = Coverage.of(Timeline.of(trace));
    Coverage after = Coverage.of(Timeline.of(copy(trace).events(events).build()));
    String name =
        EventCatalog.find(
                "3a2a4e84-4c21-4981-ae10-3fda0d9b0f83", "53ae50fa-81df-47b1-8161-71f0a1c55a48", 7)
            .orElseThrow()
            .name();
    assertThat(before.absenceProves(name)).isTrue();
    assertThat(after.absenceProves(name)).isFalse();
    assertThat(after.providers()).isEqualTo(before.providers());
  }

  @Test
  void pairs_of_which_one_is_missing() throws IOException {
    Trace child = Frebscope.read(Fixtures.trace("child-500.0-copied"));
    assertThat(flaws(copy(child))).isEmpty();
    assertThat(flaws(without(child, e -> e.is("GENERAL_CHILD_REQUEST_END"))))
        .containsExactly(new Flaw(Flaw.Kind.UNPAIRED, "1 × child request without end"));
    Trace trace = whole();
    int module =
        trace.events().stream()
            .filter(e -> e.is("NOTIFY_MODULE_END"))
            .skip(3)
            .findFirst()
            .orElseThrow()
            .index();
    assertThat(flaws(without(trace, e -> e.index() == module)))
        .containsExactly(new Flaw(Flaw.Kind.UNPAIRED, "1 × module without end"));
    assertThat(flaws(without(trace, e -> e.is("URL_REWRITE_START"))))
        .containsExactly(new Flaw(Flaw.Kind.UNPAIRED, "1 × URL rewrite without start"));
  }

  @Test
  void damaged_files() throws IOException {
    Map<String, String> kinds = new TreeMap<>();
    Path damaged = Fixtures.TESTDATA.resolve("damaged");
    for (Path file : Shared.traces(damaged)) {
      String name = file.getFileName().toString();
      if (!name.matches(".*(empty|html|doctype).*")) {
        Trace trace = Frebscope.read(file);
        kinds.put(
            name.substring("fr000001.".length()),
            String.join(
                " ",
                Coverage.of(Timeline.of(trace)).flaws().stream()
                    .map(f -> f.kind().name())
                    .toList()));
      }
    }
    assertThat(kinds)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "whole.xml", "",
                "missing-end-tag.xml", "LOST UNPAIRED",
                "garbage-in-event.xml", "LOST UNPAIRED",
                "junk-between-events.xml", "LOST",
                "nul-padding.xml", "LOST",
                "cut-in-utf8.xml", "TORN TIME_DIFFERS",
                "cut-in-root.xml", "EMPTY TORN TIME_UNKNOWN",
                "nul-block-inside.xml", "LOST UNPAIRED",
                "second-trace-appended.xml", "LOST"));
  }
}

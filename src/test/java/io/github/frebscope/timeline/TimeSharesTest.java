package io.github.frebscope.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.Frebscope;
import io.github.frebscope.parse.TraceParseException;
import io.github.frebscope.testing.Fixtures;
import io.github.frebscope.testing.Samples;
import io.github.frebscope.trace.Trace;
import io.github.frebscope.trace.TraceEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimeSharesTest {
  private final List<TraceEvent> events = new ArrayList<>();

  private TimeSharesTest at(long millis, String name, String... data) {
    events.add(Samples.event(events.size(), millis, 5, name, data));
    return this;
  }

  private TimeSharesTest start(long millis, String module, int notification) {
    return at(
        millis,
        "NOTIFY_MODULE_START",
        "ModuleName",
        module,
        "Notification",
        Integer.toString(notification),
        "fIsPostNotification",
        "false");
  }

  private TimeSharesTest end(long millis, String module, int notification, int status) {
    return at(
        millis,
        "NOTIFY_MODULE_END",
        "ModuleName",
        module,
        "Notification",
        Integer.toString(notification),
        "fIsPostNotificationEvent",
        "false",
        "NotificationStatus",
        Integer.toString(status));
  }

  private Timeline timeline() {
    return Timeline.of(Samples.trace(events.toArray(TraceEvent[]::new)).build());
  }

  private static List<String> texts(List<TimeShare> shares) {
    return shares.stream().map(TimeShare::toString).toList();
  }

  @Test
  void time_belongs_to_the_innermost_module_of_the_innermost_request() {
    at(0, "GENERAL_REQUEST_START");
    start(100, "Outer", 128);
    at(300, "GENERAL_CHILD_REQUEST_START");
    start(700, "Inner", 1);
    end(1500, "Inner", 1, 0);
    at(3100, "GENERAL_CHILD_REQUEST_END");
    end(6300, "Outer", 128, 0);
    at(12700, "GENERAL_REQUEST_END");
    // Outside: 100 before, 400 and 1,600 in the child request, 6,400 after.
    assertThat(texts(timeline().byModule()))
        .containsExactly(
            "(outside modules), 8,500 ms ±64 ms",
            "Outer, 3,400 ms ±32 ms, 1 span",
            "Inner, 800 ms ±16 ms, 1 span");
    assertThat(timeline().byModule().get(1).inclusive()).hasToString("6,200 ms ±16 ms");
    assertThat(texts(timeline().byNotification()))
        .containsExactly(
            "(outside notifications), 8,500 ms ±64 ms",
            "EXECUTE_REQUEST_HANDLER, 3,400 ms ±32 ms, 1 span",
            "BEGIN_REQUEST, 800 ms ±16 ms, 1 span");
  }

  @Test
  void work_and_waiting_inside_a_module_are_its_own_and_one_stretch() {
    at(0, "GENERAL_REQUEST_START");
    start(0, "Async", 128);
    at(100, "URL_REWRITE_START");
    at(300, "URL_REWRITE_END");
    end(400, "Async", 128, 1);
    at(
        900,
        "NOTIFY_MODULE_COMPLETION",
        "ModuleName",
        "Async",
        "Notification",
        "128",
        "fIsPostNotificationEvent",
        "false");
    end(1000, "Async", 128, 0);
    at(1000, "GENERAL_REQUEST_END");
    TimeShare async = timeline().byModule().get(0);
    assertThat(async).hasToString("Async, 1,000 ms ±16 ms, 1 span");
    assertThat(async.inclusive()).isEqualTo(async.exclusive());
  }

  @Test
  void a_module_without_an_end_has_the_time_until_it_was_given_up() {
    at(0, "GENERAL_REQUEST_START");
    start(0, "Lost", 1);
    at(0, "URL_REWRITE_START");
    at(0, "URL_REWRITE_END");
    start(1000, "Next", 2);
    end(1000, "Next", 2, 0);
    at(1000, "GENERAL_REQUEST_END");
    assertThat(texts(timeline().byModule()))
        .containsExactly(
            "Lost, 1,000 ms ±16 ms, 1 span",
            "(outside modules), <32 ms",
            "Next, <16 ms, 1 span, 1 below the clock");
    Span lost = timeline().spans().filter(s -> s.name().equals("Lost")).findFirst().orElseThrow();
    assertThat(lost.exclusive().length()).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void calls_of_one_module_are_added_up_and_nothing_counts_twice() {
    at(0, "GENERAL_REQUEST_START");
    start(0, "M", 1);
    end(100, "M", 1, 0);
    start(100, "M", 128);
    at(100, "GENERAL_CHILD_REQUEST_START");
    start(100, "M", 1);
    end(400, "M", 1, 0);
    at(400, "GENERAL_CHILD_REQUEST_END");
    end(400, "M", 128, 0);
    at(400, "GENERAL_REQUEST_END");
    TimeShare m = timeline().byModule().get(0);
    assertThat(m.spans()).isEqualTo(3);
    assertThat(m.inclusive().length()).isEqualTo(Duration.ofMillis(400));
    assertThat(m.exclusive().length()).isEqualTo(Duration.ofMillis(400));
  }

  @Test
  void what_is_not_traced_has_a_share_of_its_own() throws IOException {
    Path file = Fixtures.trace("ancm2-502.3-size-limit");
    Timeline timeline = Timeline.of(Frebscope.read(file));
    TimeShare first = timeline.byModule().get(0);
    assertThat(first.name()).isEqualTo(TimeShare.NOT_TRACED);
    assertThat(first.isRest()).isTrue();
    assertThat(first.exclusive()).hasToString("30,140 ms ±32 ms");
  }

  @Test
  void all_shares_add_up_to_the_request_in_every_trace_and_when_events_are_missing()
      throws IOException {
    Random random = new Random(7);
    for (Path file : Fixtures.all()) {
      Trace trace;
      try {
        trace = Frebscope.read(file);
      } catch (TraceParseException e) {
        continue; // no trace at all
      }
      addsUp(trace);
      for (int keep = 9; keep > 0; keep -= 2) {
        int tenths = keep;
        addsUp(
            Trace.builder()
                .request(trace.request())
                .events(trace.events().stream().filter(e -> random.nextInt(10) < tenths).toList())
                .completeness(trace.completeness())
                .build());
      }
    }
  }

  private static void addsUp(Trace trace) {
    Timeline timeline = Timeline.of(trace);
    for (List<TimeShare> shares :
        List.of(timeline.byModule(), timeline.byNotification(), timeline.byArea())) {
      Duration sum =
          shares.stream().map(s -> s.exclusive().length()).reduce(Duration.ZERO, Duration::plus);
      assertThat(sum).as(trace.toString()).isEqualTo(timeline.root().inclusive().length());
    }
    Duration spans =
        timeline.spans().map(s -> s.exclusive().length()).reduce(Duration.ZERO, Duration::plus);
    assertThat(spans).as(trace.toString()).isEqualTo(timeline.root().inclusive().length());
  }
}

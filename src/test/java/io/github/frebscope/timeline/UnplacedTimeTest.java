package io.github.frebscope.timeline;

import static io.github.frebscope.testing.Script.HANDLER;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.testing.Script;
import io.github.frebscope.trace.Completeness;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@code timeTaken} says beyond the events, when both ends of the request are missing. */
class UnplacedTimeTest {
  private static List<String> largest(Timeline timeline) {
    return timeline.largestGaps(9).stream().map(Gap::toString).toList();
  }

  @Test
  void a_trace_of_asp_net_alone_does_not_tell_where_the_rest_was() {
    Timeline timeline =
        new Script().event("AspNetStart").pause(1000).event("AspNetStop").took(5000).timeline();
    assertThat(largest(timeline))
        .containsExactly(
            "4,000 ms ±32 ms not traced, before AspNetStart (event 0) or after AspNetStop (event 1)",
            "1,000 ms ±16 ms with no module traced, after AspNetStart (event 0): inside ASP.NET");
    assertThat(Script.lines(timeline)).containsExactly("AspNet 0-1 1000", "OUTSIDE_EVENTS - 4000");
    assertThat(timeline.root().inclusive().length()).hasMillis(5000);
    assertThat(timeline.stages().toString()).contains("(not traced) 4,000 ms ±32 ms");
  }

  @Test
  void neither_does_one_that_begins_late_and_breaks_off() {
    Timeline timeline =
        new Script()
            .end("FailedRequestsTracingModule", "1")
            .start("M", HANDLER)
            .event("ARR_REQUEST_HEADERS_START")
            .took(9000)
            .ends(Completeness.TORN)
            .timeline();
    assertThat(largest(timeline))
        .containsExactly(
            "9,000 ms ±32 ms not traced, before NOTIFY_MODULE_END (event 0) or after"
                + " ARR_REQUEST_HEADERS_START (event 2)");
    assertThat(timeline.gatewayPhases().orElseThrow().toString())
        .endsWith(" | untraced 9,000 ms ±32 ms");
  }

  @Test
  void without_events_there_is_no_telling() {
    Timeline timeline = new Script().took(1500).ends(Completeness.TORN).timeline();
    assertThat(largest(timeline)).containsExactly("1,500 ms ±32 ms not traced");
  }
}

package io.github.frebscope.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.frebscope.testing.Script;
import io.github.frebscope.timeline.Timeline;
import io.github.frebscope.trace.Completeness;
import io.github.frebscope.trace.EventOrigin;
import io.github.frebscope.trace.RequestInfo;
import io.github.frebscope.trace.Trace;
import io.github.frebscope.trace.TraceEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a comparison tells, and what it must not tell, near its limits. */
class ComparisonLimitsTest {
  private static Script request() {
    return new Script().event("GENERAL_REQUEST_START");
  }

  private static Comparison compare(Script left, Script right) {
    return Comparison.of(left.timeline(), right.timeline());
  }

  private static Script module(Script script, String module, String notification, long millis) {
    return script.start(module, notification).pause(millis).end(module, notification);
  }

  @Test
  void a_difference_of_data_alone_is_a_difference() {
    Comparison comparison =
        compare(request().event("E", "Value", "1"), request().event("E", "Value", "2"));
    assertThat(comparison.isSame()).isFalse();
    assertThat(comparison).hasToString("only left: 0, only right: 0, times: 0, ends: 0, data: 1");
    assertThat(comparison.data())
        .map(DataDifference::toString)
        .containsExactly("Value: 1 | 2, events 1 and 1 E");
  }

  @Test
  void a_difference_of_time_alone_is_a_difference() {
    Comparison comparison =
        compare(module(request(), "A", "1", 0), module(request(), "A", "1", 33));
    assertThat(comparison.isSame()).isFalse();
    assertThat(comparison).hasToString("only left: 0, only right: 0, times: 1, ends: 0, data: 0");
    assertThat(compare(module(request(), "A", "1", 0), module(request(), "A", "1", 32)))
        .hasToString("no difference beyond the clock");
  }

  @Test
  void the_largest_difference_is_the_first() {
    Script slow = module(module(module(request(), "A", "1", 100), "B", "2", 500), "C", "4", 300);
    Script fast = module(module(module(request(), "A", "1", 0), "B", "2", 0), "C", "4", 0);
    assertThat(compare(slow, fast).times())
        .map(time -> time.spans().left().name())
        .containsExactly("B", "C", "A");
  }

  @Test
  void a_different_server_is_an_attribute() {
    Comparison comparison = Comparison.of(on("WEB01"), on("WEB02"));
    assertThat(comparison.attributes())
        .map(AttributeDifference::toString)
        .containsExactly("server: WEB01 | WEB02");
    assertThat(Comparison.of(on("WEB01"), on("WEB01")).attributes()).isEmpty();
  }

  private static Timeline on(String server) {
    TraceEvent event =
        TraceEvent.builder()
            .time(Instant.EPOCH)
            .kind("", 0, "GENERAL_REQUEST_START")
            .origin(new EventOrigin(server, "", "", -1, -1, ""))
            .build();
    return Timeline.of(
        Trace.builder().request(RequestInfo.of(Map.of())).events(List.of(event)).build());
  }

  @Test
  void spans_of_one_side_are_in_the_order_of_the_trace() {
    Script left =
        module(
            request()
                .start("A", "1")
                .event("URL_REWRITE_START")
                .event("URL_REWRITE_END")
                .end("A", "1"),
            "C",
            "2",
            0);
    Comparison comparison = compare(left, module(request(), "A", "1", 0));
    assertThat(comparison.spansOnlyLeft())
        .extracting(only -> only.span().kind().id(), OnlySpan::isWhole)
        .containsExactly(tuple("URL_REWRITE", false), tuple("NOTIFICATION", true));
  }

  @Test
  void what_may_just_not_be_traced_counts_for_no_step_inside() {
    Script whole =
        module(module(request(), "A", "1", 0), "B", "2", 500).event("GENERAL_REQUEST_END");
    Script torn = module(request().pause(2000), "A", "1", 0).took(2000).ends(Completeness.TORN);
    Comparison comparison = compare(whole, torn);
    assertThat(comparison.spansOnlyLeft().get(0).caution())
        .contains("the other trace ends before the request does");
    assertThat(comparison.times())
        .extracting(TimeDifference::isExclusive, time -> time.left().toString())
        .containsExactly(tuple(false, "500 ms ±16 ms"));
  }

  @Test
  void what_lies_between_common_events_is_traced_on_both_sides() {
    Script left = module(request(), "A", "1", 0).event("EXTRA");
    Script torn = module(request(), "A", "1", 0).ends(Completeness.TORN);
    Comparison ends = compare(module(left, "B", "2", 0), module(torn, "B", "2", 0));
    assertThat(ends.eventsOnlyLeft()).map(OnlyEvent::caution).containsExactly(Optional.empty());
    Script begun = module(module(request(), "A", "1", 0).event("EXTRA"), "B", "2", 0).event("LAST");
    Script late = module(module(new Script(), "A", "1", 0), "B", "2", 0).event("LAST");
    assertThat(compare(begun, late).eventsOnlyLeft())
        .extracting(only -> only.event().name(), only -> only.caution().orElse("-"))
        .containsExactly(
            tuple("GENERAL_REQUEST_START", "the other trace begins later"), tuple("EXTRA", "-"));
  }

  @Test
  void a_step_that_began_before_the_trace_is_not_told_to_be_the_shorter() {
    Script late = new Script().end("A", "1").event("GENERAL_REQUEST_END").took(500);
    Script whole = module(request(), "A", "1", 500).event("GENERAL_REQUEST_END").took(500);
    assertThat(compare(late, whole).times()).isEmpty();
    assertThat(compare(whole, late).times()).isEmpty();
  }

  /** Five ticks in five stretches are nothing certain, and 60 ms against 80 ms are neither. */
  @Test
  void a_step_that_differs_less_than_the_clock_is_not_told_for_what_lies_in_it() {
    Comparison comparison = compare(rules(16, 0), rules(0, 60));
    assertThat(comparison.times())
        .map(time -> time.spans().left().kind().id())
        .containsExactly("RULE_EVALUATION");
  }

  private static Script rules(long between, long inTheLast) {
    Script script = request().start("M", "1");
    for (int i = 0; i < 5; i++) {
      script
          .pause(between)
          .event("RULE_EVALUATION_START", "RuleName", "r" + i)
          .pause(i == 4 ? inTheLast : 0)
          .event("RULE_EVALUATION_END", "RuleName", "r" + i);
    }
    return script.end("M", "1");
  }
}

package io.github.frebscope.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.frebscope.compare.Comparison;
import io.github.frebscope.compare.DataDifference;
import io.github.frebscope.coverage.Coverage;
import io.github.frebscope.internal.text.Texts;
import io.github.frebscope.testing.Script;
import io.github.frebscope.trace.Completeness;
import io.github.frebscope.trace.TraceEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The text of a result is safe and short, whatever stands in the file. */
class ResultTextsTest {
  /** Colours a terminal, reverses the reading order, begins a line, and is very long. */
  private static final String NASTY = "Ev\u001b[31mil\nX\u202e" + "y".repeat(3000);

  private static final int LONGEST = 600;

  private static Timeline nasty(String value) {
    return new Script()
        .event("GENERAL_REQUEST_START", "RequestURL", NASTY)
        .start(NASTY, "128")
        .event("RULE_EVALUATION_START", "RuleName", NASTY)
        .pause(100)
        .event("\u001b]0;x", "Value", value)
        .pause(100)
        .event("AN_EVENT")
        .event("RULE_EVALUATION_END", "RuleName", NASTY)
        .end(NASTY, "128")
        .took(5000)
        .ends(Completeness.TORN)
        .timeline();
  }

  private static List<Object> results() {
    Timeline timeline = nasty(NASTY);
    List<Object> results = new ArrayList<>(List.of(timeline));
    timeline.spans().forEach(results::add);
    results.addAll(timeline.gaps());
    results.addAll(timeline.stages());
    results.addAll(timeline.byModule());
    results.addAll(timeline.byNotification());
    results.addAll(timeline.byArea());
    results.addAll(Coverage.of(timeline).flaws());
    results.addAll(Coverage.of(timeline).sentences());
    Comparison other = Comparison.of(timeline, nasty("-" + NASTY));
    results.addAll(other.spans());
    results.addAll(other.events());
    results.addAll(other.data());
    Comparison alone = Comparison.of(timeline, new Script().event("SOMETHING").timeline());
    results.add(alone);
    results.addAll(alone.spansOnlyLeft());
    return results;
  }

  @Test
  void each_is_one_short_line_without_control_characters() {
    List<Object> results = results();
    assertThat(results).hasSizeGreaterThan(30);
    assertThat(results).map(Object::getClass).contains(Span.class, DataDifference.class);
    for (Object result : results) {
      assertThat(result.toString())
          .as(result.getClass().getSimpleName())
          .hasSizeLessThan(LONGEST)
          .doesNotContain("\n", "\u001b", "\u202e");
    }
  }

  @Test
  void a_long_name_is_cut_and_what_is_not_printable_is_a_dot() {
    Span module = nasty("").spans().filter(Span::isModule).findFirst().orElseThrow();
    assertThat(module)
        .hasToString("module Ev.[31mil.X." + "y".repeat(188) + "..., 200 ms ±16 ms, events 1-6");
    assertThat(module.name()).isEqualTo(NASTY);
  }

  @Test
  void letters_beyond_the_first_plane_stay_whole() {
    assertThat(Texts.shown("Modul \uD83D\uDE00")).isEqualTo("Modul \uD83D\uDE00");
    assertThat(Texts.shown("\uD83D\uDE00".repeat(300)))
        .isEqualTo("\uD83D\uDE00".repeat(200) + "...");
    assertThat(Texts.shown("\uD83D\uDE00".repeat(150))).isEqualTo("\uD83D\uDE00".repeat(150));
  }

  @Test
  void lists_cannot_be_changed() {
    Timeline timeline = nasty("");
    List<List<?>> lists =
        List.of(
            timeline.gaps(),
            timeline.largestGaps(1),
            timeline.stages(),
            timeline.byModule(),
            timeline.root().events(),
            timeline.root().allEvents(),
            timeline.root().children(),
            timeline.root().children().get(0).waiting(),
            Coverage.of(timeline).flaws(),
            Coverage.of(timeline).doubts("FASTCGI_START"),
            EventPattern.any().in(timeline),
            SpanPattern.any().in(timeline));
    for (List<?> list : lists) {
      assertThatThrownBy(list::clear).isInstanceOf(UnsupportedOperationException.class);
    }
  }

  @Test
  void two_readings_of_a_trace_are_two_timelines() {
    Timeline one = nasty("");
    Timeline other = nasty("");
    assertThat(one.trace()).isEqualTo(other.trace());
    assertThat(one).isNotEqualTo(other);
    assertThat(one.root()).isNotEqualTo(other.root());
    assertThat(one.gaps()).isEqualTo(one.gaps()).isNotEqualTo(other.gaps());
    assertThat(one.spanOf(other.trace().events().get(2))).contains(one.spanOf(event(one)).get());
  }

  private static TraceEvent event(Timeline timeline) {
    return timeline.trace().events().get(2);
  }

  @Test
  void no_number_of_gaps_is_negative() {
    Timeline timeline = nasty("");
    assertThat(timeline.largestGaps(0)).isEmpty();
    assertThatThrownBy(() -> timeline.largestGaps(-1)).isInstanceOf(IllegalArgumentException.class);
  }
}

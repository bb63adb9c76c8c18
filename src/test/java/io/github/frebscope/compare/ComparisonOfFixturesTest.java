package io.github.frebscope.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.Frebscope;
import io.github.frebscope.testing.Fixtures;
import io.github.frebscope.timeline.Timeline;
import io.github.frebscope.trace.TraceEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ComparisonOfFixturesTest {
  static List<Path> files() {
    Path noTrace = Fixtures.TESTDATA.resolve("farm/web01/FailedReqLogFiles/W3SVC2/fr000900.xml");
    return Fixtures.all().stream().filter(file -> !file.equals(noTrace)).toList();
  }

  @ParameterizedTest
  @MethodSource("files")
  void a_trace_does_not_differ_from_itself(Path file) throws IOException {
    Timeline timeline = Timeline.of(Frebscope.read(file));
    Comparison comparison = Comparison.of(timeline, timeline);
    assertThat(comparison).hasToString("no difference beyond the clock");
    assertThat(comparison.isSame()).isTrue();
    assertThat(comparison.spans()).hasSize((int) timeline.spans().count());
    assertThat(comparison.events()).hasSize(timeline.trace().events().size());
  }

  /** Each with the next, and all with one that has children, gaps and an open span. */
  @Test
  void every_span_and_event_is_in_one_place_and_the_sides_do_not_matter() throws IOException {
    Timeline common = Timeline.of(Frebscope.read(Fixtures.trace("ancm2-502.3-behind-arr")));
    Timeline previous = common;
    for (Path file : files()) {
      Timeline timeline = Timeline.of(Frebscope.read(file));
      check(previous, timeline);
      check(timeline, common);
      previous = timeline;
    }
  }

  private static void check(Timeline left, Timeline right) {
    Comparison there = Comparison.of(left, right);
    Comparison back = Comparison.of(right, left);
    assertMirrored(there, back);
    List<TraceEvent> leftEvents = new ArrayList<>();
    there.events().forEach(pair -> leftEvents.add(pair.left()));
    there.eventsOnlyLeft().forEach(only -> leftEvents.add(only.event()));
    there.spansOnlyLeft().forEach(only -> leftEvents.addAll(only.events()));
    leftEvents.sort(Comparator.comparingInt(TraceEvent::index));
    assertThat(leftEvents).isEqualTo(left.trace().events());
    assertThat(
            Stream.concat(
                    there.spans().stream().map(SpanPair::left),
                    there.spansOnlyLeft().stream().flatMap(only -> only.spans().stream()))
                .toList())
        .containsExactlyInAnyOrderElementsOf(left.spans().toList());
  }

  private static void assertMirrored(Comparison there, Comparison back) {
    assertThat(back.spans())
        .containsExactlyElementsOf(
            there.spans().stream().map(p -> new SpanPair(p.right(), p.left())).toList());
    assertThat(back.events())
        .containsExactlyInAnyOrderElementsOf(
            there.events().stream().map(p -> new EventPair(p.right(), p.left())).toList());
    assertThat(back.spansOnlyLeft()).isEqualTo(there.spansOnlyRight());
    assertThat(back.spansOnlyRight()).isEqualTo(there.spansOnlyLeft());
    assertThat(back.eventsOnlyLeft()).isEqualTo(there.eventsOnlyRight());
    assertThat(back.eventsOnlyRight()).isEqualTo(there.eventsOnlyLeft());
    assertThat(back.states()).hasSameSizeAs(there.states());
    assertThat(back.times())
        .containsExactlyElementsOf(
            there.times().stream()
                .map(
                    t ->
                        new TimeDifference(
                            new SpanPair(t.spans().right(), t.spans().left()),
                            t.right(),
                            t.left(),
                            t.isExclusive()))
                .toList());
    assertThat(back.data()).hasSameSizeAs(there.data());
    assertThat(back.attributes())
        .containsExactlyInAnyOrderElementsOf(
            there.attributes().stream()
                .map(a -> new AttributeDifference(a.name(), a.right(), a.left()))
                .toList());
    assertThat(back.isSamePath()).isEqualTo(there.isSamePath());
  }
}

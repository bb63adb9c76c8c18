package io.github.frebscope.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.Frebscope;
import io.github.frebscope.cause.Evidence;
import io.github.frebscope.classify.Verdict;
import io.github.frebscope.testing.Fixtures;
import io.github.frebscope.testing.Samples;
import io.github.frebscope.timeline.Span;
import io.github.frebscope.timeline.Timeline;
import io.github.frebscope.trace.Trace;
import io.github.frebscope.trace.TraceEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which rows the tree has, and in which order. */
class TreeRowsTest {
  private static final int VERBOSE = 5;
  private static final int WARNING = 3;

  private final List<TraceEvent> events = new ArrayList<>();

  private TreeRowsTest at(long millis, int level, String name, String... data) {
    events.add(Samples.event(events.size(), millis, level, name, data));
    return this;
  }

  private TreeRowsTest at(long millis, String name) {
    return at(millis, VERBOSE, name);
  }

  private TreeRowsTest start(long millis, String module) {
    return at(millis, VERBOSE, "NOTIFY_MODULE_START", "ModuleName", module, "Notification", "128");
  }

  private TreeRowsTest end(long millis, String module) {
    return at(millis, VERBOSE, "NOTIFY_MODULE_END", "ModuleName", module, "Notification", "128");
  }

  private List<String> rows() {
    return rows(Samples.trace(events.toArray(TraceEvent[]::new)).build(), false).stream()
        .map(TreeRowsTest::text)
        .toList();
  }

  private static List<TreeRow> rows(Trace trace, boolean all) {
    Timeline timeline = Timeline.of(trace);
    Verdict verdict = Frebscope.classify(trace);
    return TreeRows.of(timeline, new TreeSelection(timeline, verdict, all, Duration.ZERO));
  }

  private static String text(TreeRow row) {
    String indent = " ".repeat(row.depth());
    if (row instanceof TreeRow.SpanRow span) {
      return indent + span.span().kind() + (row.depth() == 0 ? "" : " " + span.span().name());
    }
    if (row instanceof TreeRow.EventRow event) {
      return indent + "event " + event.event().index();
    }
    if (row instanceof TreeRow.GapRow gap) {
      return indent + (gap.isLargest() ? "largest " : "gap ") + gap.gap().length();
    }
    return indent + "fold " + ((TreeRow.FoldRow) row).spans().size();
  }

  @Test
  void the_gap_after_the_last_event_of_an_open_span_stands_in_that_span() {
    at(0, "GENERAL_REQUEST_START").start(0, "M").at(0, "ARR_REQUEST_HEADERS_START");
    end(500, "M").at(500, "GENERAL_REQUEST_END");
    assertThat(rows())
        .containsExactly(
            "GENERAL_REQUEST",
            " NOTIFICATION EXECUTE_REQUEST_HANDLER",
            "  NOTIFY_MODULE M",
            "   ARR_REQUEST_HEADERS ",
            "    event 2",
            "    largest 500 ms ±16 ms");
  }

  @Test
  void spans_without_interest_are_folded_before_the_gap_and_the_event_that_follow_them() {
    at(0, "GENERAL_REQUEST_START").start(0, "A").end(0, "A").start(0, "B").end(0, "B");
    at(700, "SOMETHING").at(700, "GENERAL_FLUSH_RESPONSE_START");
    at(700, "GENERAL_FLUSH_RESPONSE_END").at(700, WARNING, "BAD");
    at(700, "GENERAL_REQUEST_END");
    assertThat(rows())
        .containsExactly(
            "GENERAL_REQUEST", " fold 1", " largest 700 ms ±16 ms", " fold 1", " event 8");
  }

  @Test
  void an_event_before_a_span_stands_before_it() {
    at(0, "GENERAL_REQUEST_START").at(0, WARNING, "BAD").start(0, "A").end(100, "A");
    at(100, WARNING, "WORSE").at(100, "GENERAL_REQUEST_END");
    assertThat(rows())
        .containsExactly(
            "GENERAL_REQUEST",
            " event 1",
            " NOTIFICATION EXECUTE_REQUEST_HANDLER",
            "  NOTIFY_MODULE A",
            "   largest 100 ms ±16 ms",
            " event 4");
  }

  @Test
  void a_child_request_is_shown_however_short() {
    at(0, "GENERAL_REQUEST_START").at(0, "GENERAL_CHILD_REQUEST_START");
    at(0, "GENERAL_CHILD_REQUEST_END").at(0, "GENERAL_REQUEST_END");
    assertThat(rows()).containsExactly("GENERAL_REQUEST", " GENERAL_CHILD_REQUEST ");
  }

  @Test
  void a_gap_below_a_twentieth_of_the_request_is_not_shown() {
    at(0, "GENERAL_REQUEST_START").at(499, "ONE").at(9499, "TWO").at(9999, "THREE");
    at(10_000, "GENERAL_REQUEST_END");
    assertThat(rows())
        .containsExactly("GENERAL_REQUEST", " largest 9,000 ms ±16 ms", " gap 500 ms ±16 ms");
  }

  static List<Path> traces() {
    return Fixtures.own().stream().filter(f -> f.startsWith("testdata/traces")).toList();
  }

  @ParameterizedTest
  @MethodSource("traces")
  void evidence_always_has_a_row_and_all_has_everything_once(Path file) throws IOException {
    Trace trace = Frebscope.read(file);
    List<Integer> evidence =
        Frebscope.classify(trace).evidence().stream()
            .map(Evidence::event)
            .filter(number -> trace.event(number).isPresent())
            .toList();
    assertThat(eventRows(rows(trace, false))).containsAll(evidence);
    List<TreeRow> all = rows(trace, true);
    assertThat(eventRows(all))
        .containsExactlyElementsOf(trace.events().stream().map(TraceEvent::index).toList());
    List<String> spans =
        all.stream()
            .filter(TreeRow.SpanRow.class::isInstance)
            .map(row -> ((TreeRow.SpanRow) row).span())
            .map(Span::toString)
            .toList();
    assertThat(spans)
        .containsExactlyElementsOf(Timeline.of(trace).spans().map(Span::toString).toList());
    assertThat(all).noneMatch(TreeRow.FoldRow.class::isInstance);
  }

  private static List<Integer> eventRows(List<TreeRow> rows) {
    return rows.stream()
        .filter(TreeRow.EventRow.class::isInstance)
        .map(row -> ((TreeRow.EventRow) row).event().index())
        .toList();
  }
}

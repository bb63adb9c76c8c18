package io.github.frebscope.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.Frebscope;
import io.github.frebscope.parse.TraceParseException;
import io.github.frebscope.testing.Fixtures;
import io.github.frebscope.testing.Shared;
import io.github.frebscope.trace.Trace;
import io.github.frebscope.trace.TraceEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing is lost and nothing counted twice, on every trace at hand. */
class ConservationTest {
  private static final Path GOLDEN = Path.of("src/test/resources/timeline/broken-spans.txt");

  static Stream<Path> files() {
    return Stream.concat(
            Fixtures.all().stream(), Shared.traces(Fixtures.TESTDATA.resolve("damaged")).stream())
        .distinct();
  }

  @ParameterizedTest
  @MethodSource("files")
  void every_nanosecond_and_every_event_has_one_place(Path file) throws IOException {
    try {
      assertConserved(Frebscope.read(file));
    } catch (TraceParseException e) {
      // The farm holds other files too, and some damaged ones have lost their root.
      assertThat(file).as(e.getMessage()).startsWith(Fixtures.TESTDATA);
    }
  }

  static void assertConserved(Trace trace) {
    Timeline timeline = Timeline.of(trace);
    Span root = timeline.root();
    long exclusive = timeline.spans().mapToLong(s -> s.exclusive().length().toNanos()).sum();
    assertThat(exclusive).isEqualTo(root.inclusive().length().toNanos());
    timeline.spans().forEach(ConservationTest::assertChildrenInside);
    List<TraceEvent> events =
        timeline.spans().flatMap(s -> s.events().stream()).collect(Collectors.toList());
    events.sort((a, b) -> Integer.compare(a.index(), b.index()));
    assertThat(events).isEqualTo(trace.events());
    long gaps = timeline.gaps().stream().mapToLong(g -> g.length().length().toNanos()).sum();
    assertThat(gaps).isEqualTo(root.inclusive().length().toNanos());
  }

  private static void assertChildrenInside(Span span) {
    int place = span.from();
    java.time.Instant time = span.start();
    for (Span child : span.children()) {
      assertThat(child.parent()).containsSame(span);
      assertThat(child.from()).isGreaterThanOrEqualTo(place);
      assertThat(child.to()).isGreaterThanOrEqualTo(child.from());
      assertThat(child.start()).isAfterOrEqualTo(time);
      assertThat(child.end()).isAfterOrEqualTo(child.start());
      place = child.to();
      time = child.end();
    }
    assertThat(place).isLessThanOrEqualTo(span.to());
    assertThat(time).isBeforeOrEqualTo(span.end());
  }

  @Test
  void every_event_knows_its_span() throws IOException {
    Trace trace = Frebscope.read(Fixtures.trace("fr000026.child-200.0-fired-by-404"));
    Timeline timeline = Timeline.of(trace);
    for (TraceEvent event : trace.events()) {
      Span span = timeline.spanOf(event).orElseThrow();
      assertThat(span.events()).contains(event);
    }
  }

  /**
   * Which spans have no end or no start, of each file and kind. A line that changes must be
   * understood before it goes into the golden file: run with -Dfrebscope.update=true to write it.
   */
  @Test
  void broken_spans_are_those_of_the_golden_file() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : files().toList()) {
      try {
        found.add(shortName(file) + "\t" + broken(Timeline.of(Frebscope.read(file))));
      } catch (TraceParseException e) {
        found.add(shortName(file) + "\tno trace");
      }
    }
    found.sort(null);
    if (Boolean.getBoolean("frebscope.update")) {
      Files.createDirectories(GOLDEN.getParent());
      Files.write(GOLDEN, found);
    }
    // Files that are not here (the shared ones, outside the workshop) have lines that wait for
    // them.
    assertThat(Files.readAllLines(GOLDEN)).containsAll(found);
  }

  private static String shortName(Path file) {
    String name = file.toString().replace('\\', '/');
    int shared = Math.max(name.indexOf("corpus/"), name.indexOf("cases/"));
    return shared >= 0
        ? name.substring(shared)
        : name.substring(Math.max(name.indexOf("testdata/"), name.indexOf("scenarios/")));
  }

  private static String broken(Timeline timeline) {
    TreeMap<String, Integer> counts = new TreeMap<>();
    timeline
        .spans()
        .filter(s -> s.state() != SpanState.CLOSED)
        .forEach(
            s -> {
              String pair = s.counterpart().isPresent() ? " elsewhere" : "";
              counts.merge(s.state() + " " + s.kind() + pair, 1, Integer::sum);
            });
    return counts.entrySet().stream()
        .map(e -> e.getKey() + " " + e.getValue())
        .collect(Collectors.joining("; "));
  }
}

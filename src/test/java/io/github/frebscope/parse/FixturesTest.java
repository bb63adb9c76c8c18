package io.github.frebscope.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.frebscope.source.TraceFile;
import io.github.frebscope.testing.Fixtures;
import io.github.frebscope.testing.data.Timelines;
import io.github.frebscope.trace.Completeness;
import io.github.frebscope.trace.Diagnostic;
import io.github.frebscope.trace.Trace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The project's own traces: golden timelines, other layouts, damage. */
class FixturesTest {
  private static final Path EXPECTED = Fixtures.TESTDATA.resolve("expected");
  private static final Path DAMAGED = Fixtures.TESTDATA.resolve("damaged");

  private static Trace read(Path file) throws IOException {
    return TraceReader.standard().read(TraceFile.of(file));
  }

  static Stream<Path> traces() throws IOException {
    try (Stream<Path> files = Files.list(Fixtures.TESTDATA.resolve("traces"))) {
      return files.sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("traces")
  void timeline_is_the_golden_one(Path file) throws IOException {
    String name = file.getFileName().toString().replace(".xml", ".timeline.txt");
    assertThat(Timelines.text(read(file).events()))
        .isEqualTo(Files.readString(EXPECTED.resolve(name)));
  }

  static Stream<Path> layouts() throws IOException {
    try (Stream<Path> files = Files.list(Fixtures.TESTDATA.resolve("layouts"))) {
      return files.sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void another_layout_reads_the_same(Path file) throws IOException {
    Trace iis = read(file.resolveSibling("fr000001.iis.xml"));
    Trace trace = read(file);
    assertThat(Timelines.text(trace.events())).isEqualTo(Timelines.text(iis.events()));
    assertThat(trace.request()).isEqualTo(iis.request());
    assertThat(trace.completeness()).isEqualTo(iis.completeness());
    assertThat(trace.diagnostics()).isEmpty();
    for (int i = 0; i < iis.events().size(); i++) {
      assertThat(trace.events().get(i).origin()).isEqualTo(iis.events().get(i).origin());
      assertThat(trace.events().get(i).descriptions())
          .isEqualTo(iis.events().get(i).descriptions());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "fr000001.whole, 35, 35, ''",
    "fr000002.missing-end-tag, 34, 34, LOST_EVENT",
    "fr000003.garbage-in-event, 34, 35, LOST_EVENT",
    "fr000004.junk-between-events, 35, 35, UNEXPECTED_CONTENT",
    "fr000005.nul-padding, 35, 35, UNEXPECTED_CONTENT",
    "fr000006.cut-in-utf8, 22, 22, TORN",
    "fr000010.cut-in-root, 0, 0, TORN",
    "fr000012.second-trace-appended, 35, 35, UNEXPECTED_CONTENT",
  })
  void damage_is_told_and_costs_only_what_it_hit(String name, int events, int counted, String kinds)
      throws IOException {
    Trace trace = read(DAMAGED.resolve(name + ".xml"));
    assertThat(trace.events()).hasSize(events);
    assertThat(trace.eventCount()).isEqualTo(counted);
    assertThat(trace.diagnostics().stream().map(d -> d.kind().name()).distinct())
        .isEqualTo(kinds.isEmpty() ? List.of() : List.of(kinds.split("\\|", -1)));
    assertThat(trace.isReadWhole()).isEqualTo(kinds.isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "fr000007.empty, it is empty",
    "fr000008.html, it is another kind of document",
    "fr000009.doctype, it has a DOCTYPE",
  })
  void what_is_no_trace_says_so(String name, String why) {
    Path file = DAMAGED.resolve(name + ".xml");
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(TraceParseException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining(why);
    assertThatThrownBy(() -> TraceReader.standard().peek(TraceFile.of(file)))
        .isInstanceOf(TraceParseException.class)
        .hasMessageContaining(why);
  }

  @Test
  void a_strict_reader_throws_at_the_damage_and_says_where() throws IOException {
    Path file = DAMAGED.resolve("fr000004.junk-between-events.xml");
    Diagnostic junk = read(file).diagnostics().get(0);
    assertThatThrownBy(() -> TraceReader.standard().strict().read(TraceFile.of(file)))
        .isInstanceOf(TraceParseException.class)
        .hasMessageContaining("line " + lineOf(file, junk.offset()))
        .hasMessageContaining("byte " + junk.offset())
        .hasMessageContaining(junk.message());
    Path whole = DAMAGED.resolve("fr000001.whole.xml");
    assertThat(TraceReader.standard().strict().read(TraceFile.of(whole))).isEqualTo(read(whole));
  }

  private static long lineOf(Path file, long offset) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    return 1 + IntStream.range(0, (int) offset).filter(i -> bytes[i] == '\n').count();
  }

  @ParameterizedTest
  @CsvSource({
    "arr-502.3-refused, COMPLETE",
    "arr-502.3-begins-in-the-middle, COMPLETE",
    "ancm2-502.3-size-limit, SIZE_LIMIT",
    "ancm2-200.0-time-taken, TIME_LIMIT",
    "arr-502.3-torn, TORN",
    "arr-502.3-control-characters, COMPLETE",
  })
  void completeness_says_whether_the_request_is_told_to_its_end(
      String fixture, Completeness expected) throws IOException {
    assertThat(read(Fixtures.trace(fixture)).completeness()).isEqualTo(expected);
  }

  @Test
  void repairs_are_told_with_their_places() throws IOException {
    assertThat(read(Fixtures.trace("arr-502.3-control-characters")).diagnostics())
        .extracting(Diagnostic::kind)
        .containsOnly(Diagnostic.Kind.REPAIRED);
    Trace pool = read(Fixtures.trace("arr-502.3-quotes-in-pool"));
    assertThat(pool.request().appPool().orElseThrow()).contains("\"");
    assertThat(pool.diagnostics()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("traces")
  void peek_reads_the_same_root(Path file) throws IOException {
    assertThat(TraceReader.standard().peek(TraceFile.of(file))).isEqualTo(read(file).request());
  }
}

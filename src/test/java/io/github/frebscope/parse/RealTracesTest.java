package io.github.frebscope.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.source.TraceFile;
import io.github.frebscope.testing.DomTraces;
import io.github.frebscope.testing.Shared;
import io.github.frebscope.testing.TraceWriter;
import io.github.frebscope.trace.Trace;
import io.github.frebscope.trace.TraceEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Traces of a real IIS against what the JDK's DOM parser sees in them. */
class RealTracesTest {
  static List<Path> corpus() {
    return Shared.traces(Shared.dir("corpus"));
  }

  @Test
  void all_are_there() {
    assertThat(corpus()).hasSize(43);
  }

  @ParameterizedTest
  @MethodSource("corpus")
  void everything_equals_what_a_dom_parser_reads(Path file) throws IOException {
    Trace expected = DomTraces.read(file);
    Trace trace = TraceReader.standard().read(TraceFile.of(file));
    assertThat(trace.request().attributes()).isEqualTo(expected.request().attributes());
    assertThat(trace.diagnostics()).isEmpty();
    assertThat(trace.eventCount()).isEqualTo(expected.events().size());
    assertThat(trace.isComplete()).isTrue();
    for (int i = 0; i < expected.events().size(); i++) {
      TraceEvent want = expected.events().get(i);
      TraceEvent got = trace.events().get(i);
      assertThat(got.name()).isEqualTo(want.name());
      assertThat(got.time()).isEqualTo(want.time());
      assertThat(got.provider()).isEqualTo(want.provider());
      assertThat(got.providerGuid()).isEqualTo(want.providerGuid());
      assertThat(got.eventGuid()).isEqualTo(want.eventGuid());
      assertThat(got.eventId()).isEqualTo(want.eventId());
      assertThat(got.version()).isEqualTo(want.version());
      assertThat(got.opcode()).isEqualTo(want.opcode());
      assertThat(got.level()).isEqualTo(want.level());
      assertThat(got.keywords()).isEqualTo(want.keywords());
      assertThat(got.keywordTexts()).isEqualTo(want.keywordTexts());
      assertThat(got.area()).isEqualTo(want.area());
      assertThat(got.data()).isEqualTo(want.data());
      assertThat(got.descriptions()).isEqualTo(want.descriptions());
      assertThat(got.origin()).isEqualTo(want.origin());
      assertThat(got.requestDepth()).isEqualTo(want.requestDepth());
    }
    assertThat(firstErrorSetter(trace)).isEqualTo(firstErrorSetter(expected));
  }

  private static String firstErrorSetter(Trace trace) {
    return trace.events().stream()
        .filter(e -> e.is("MODULE_SET_RESPONSE_ERROR_STATUS"))
        .findFirst()
        .map(e -> e.index() + " " + e.data("ModuleName").orElse("?"))
        .orElse("none");
  }

  @ParameterizedTest
  @MethodSource("corpus")
  void offsets_point_at_the_events(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    for (TraceEvent event : TraceReader.standard().read(TraceFile.of(file)).events()) {
      String there = new String(bytes, (int) event.offset(), 7, StandardCharsets.US_ASCII);
      assertThat(there).isEqualTo("<Event ");
    }
  }

  @ParameterizedTest
  @MethodSource("corpus")
  void written_again_it_has_the_same_bytes_but_for_line_ends(Path file) throws IOException {
    Trace trace = TraceReader.standard().read(TraceFile.of(file));
    String written = new String(TraceWriter.write(trace), StandardCharsets.UTF_8);
    String original = Files.readString(file);
    assertThat(lineEnds(written)).isEqualTo(lineEnds(original).stripTrailing());
  }

  private static String lineEnds(String text) {
    return text.replace("\r\n", "\n").replace('\r', '\n');
  }
}

package io.github.frebscope.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.internal.xml.RawReader;
import io.github.frebscope.source.TraceFile;
import io.github.frebscope.testing.Fixtures;
import io.github.frebscope.trace.Trace;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Slices and document, whole and digest, big reads and one byte at a time: one answer. */
class ReadingWaysTest {
  private static final Set<String> SOME_NAMES =
      Set.of("MODULE_SET_RESPONSE_SUCCESS_STATUS", "HANDLER_CHANGED", "ARR_REQUEST_HEADERS_START");

  static List<Path> traces() {
    return Fixtures.all().stream()
        .filter(f -> !f.startsWith(Fixtures.TESTDATA.resolve("layouts")))
        .filter(ReadingWaysTest::isTrace) // the farm has a file that is none
        .toList();
  }

  @ParameterizedTest
  @MethodSource("traces")
  void slices_and_document_give_equal_traces(Path file) throws IOException {
    Trace slices = read(RawReader.Way.SLICES, file);
    Trace document = read(RawReader.Way.DOCUMENT, file);
    assertThat(document.diagnostics()).isEqualTo(slices.diagnostics());
    assertThat(document.events()).isEqualTo(slices.events());
    assertThat(document).isEqualTo(slices);
  }

  @ParameterizedTest
  @MethodSource("traces")
  void digest_read_from_bytes_is_the_digest_of_the_whole_trace(Path file) throws IOException {
    Trace whole = read(RawReader.Way.AUTO, file);
    Trace digest = TraceReader.standard().digest(SOME_NAMES).read(TraceFile.of(file));
    assertThat(digest.events()).isEqualTo(whole.digest(SOME_NAMES).events());
    assertThat(digest.eventCount()).isEqualTo(whole.eventCount());
    assertThat(digest.start()).isEqualTo(whole.start());
    assertThat(digest.end()).isEqualTo(whole.end());
    assertThat(digest.completeness()).isEqualTo(whole.completeness());
    assertThat(digest.request()).isEqualTo(whole.request());
  }

  @ParameterizedTest
  @MethodSource("traces")
  void reading_one_byte_at_a_time_changes_nothing(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    Trace atOnce = TraceReader.standard().read(new ByteArrayInputStream(bytes), "x");
    Trace slowly = TraceReader.standard().read(oneByteReads(bytes), "x");
    assertThat(slowly).isEqualTo(atOnce);
  }

  @Test
  void enough_traces_are_there() {
    assertThat(traces()).hasSizeGreaterThan(150);
  }

  private static boolean isTrace(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1).contains("<failedRequest");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Trace read(RawReader.Way way, Path file) throws IOException {
    return TraceReader.standard().way(way).read(TraceFile.of(file));
  }

  static InputStream oneByteReads(byte[] bytes) {
    return new FilterInputStream(new ByteArrayInputStream(bytes)) {
      @Override
      public int read(byte[] into, int offset, int length) throws IOException {
        return super.read(into, offset, Math.min(1, length));
      }
    };
  }

  @Test
  void markup_that_iis_never_writes_is_read_in_both_ways() throws IOException {
    String event =
        "<Event xmlns=\"http://schemas.microsoft.com/win/2004/08/events/event\"><System>"
            + "<Provider Name=\"P\" Guid=\"{A}\"/><Level>4</Level><Opcode>1</Opcode>"
            + "<TimeCreated SystemTime=\"2026-01-02T03:04:05.006Z\"/></System><EventData>"
            + "<Data Name=\"a\"><![CDATA[x & </Event> y]]></Data><!-- </Event> -->"
            + "<Data Name=\"b\">1<!-- & -->2</Data></EventData>"
            + "<RenderingInfo><Opcode>N</Opcode></RenderingInfo></Event>";
    byte[] bytes =
        ("<?xml version='1.0'?><failedRequest url='u'><!-- c --><?pi x?>"
                + event
                + "</failedRequest>")
            .getBytes(StandardCharsets.UTF_8);
    for (RawReader.Way way : List.of(RawReader.Way.SLICES, RawReader.Way.DOCUMENT)) {
      Trace trace = TraceReader.standard().way(way).read(new ByteArrayInputStream(bytes), "x");
      assertThat(trace.eventCount()).as(way.toString()).isEqualTo(1);
      assertThat(trace.events().get(0).data("a")).hasValue("x & </Event> y");
      assertThat(trace.events().get(0).data("b")).hasValue("12");
    }
  }
}

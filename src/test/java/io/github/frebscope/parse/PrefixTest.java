package io.github.frebscope.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.github.frebscope.testing.Fixtures;
import io.github.frebscope.trace.Completeness;
import io.github.frebscope.trace.Trace;
import io.github.frebscope.trace.TraceEvent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A file cut at any byte gives the events that are whole, and says that it is torn. */
class PrefixTest {
  /** The five smallest fixtures, so that every byte can be tried. */
  static List<Path> fixtures() {
    return Fixtures.own().stream()
        .filter(f -> f.startsWith(Fixtures.TESTDATA.resolve("traces")))
        .sorted(Comparator.comparingLong(f -> f.toFile().length()))
        .limit(5)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void cut_at_every_byte(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    List<TraceEvent> all =
        TraceReader.standard().read(new ByteArrayInputStream(bytes), "x").events();
    int rootStart = new String(bytes, StandardCharsets.UTF_8).indexOf("<failedRequest");
    TraceReader reader = TraceReader.standard();
    IntStream.range(0, bytes.length)
        .parallel()
        .forEach(length -> check(reader, bytes, length, all, rootStart));
  }

  private static void check(
      TraceReader reader, byte[] bytes, int length, List<TraceEvent> all, int rootStart) {
    try {
      Trace cut = reader.read(new ByteArrayInputStream(bytes, 0, length), "x");
      int count = cut.eventCount();
      assertThat(cut.events()).hasSize(count);
      if (!cut.events().equals(all.subList(0, count))) {
        fail("cut at %s: other events", length);
      }
      if (cut.completeness() != Completeness.TORN) {
        fail("cut at %s: not torn but %s", length, cut.completeness());
      }
      long whole = all.stream().filter(e -> e.offset() < length).count();
      if (count < whole - 1) {
        fail("cut at %s: %s events of %s", length, count, whole);
      }
    } catch (TraceParseException e) {
      if (length > rootStart + "<failedRequest".length()) {
        fail("cut at " + length, e);
      }
    } catch (IOException e) {
      fail("cut at " + length, e);
    }
  }
}

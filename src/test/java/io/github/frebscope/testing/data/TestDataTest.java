package io.github.frebscope.testing.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.testing.DomTraces;
import io.github.frebscope.trace.Trace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TestDataTest {
  private static final Path ROOT = Path.of("testdata");
  private static final Set<String> MALFORMED =
      Set.of(
          "fr000039.arr-502.3-control-characters.xml",
          "fr000040.arr-502.3-ampersand-in-pool.xml",
          "fr000041.arr-502.3-quotes-in-pool.xml",
          "fr000042.arr-502.3-torn.xml");

  @Test
  void theFilesInTheRepositoryAreThoseTheStoriesWrite() throws IOException {
    Map<String, byte[]> made = TestData.files();
    Set<String> there = new TreeSet<>();
    for (Path file : TestData.list(ROOT)) {
      there.add(TestData.name(ROOT, file));
    }
    assertThat(there).isEqualTo(made.keySet());
    for (Map.Entry<String, byte[]> file : made.entrySet()) {
      assertThat(Files.readAllBytes(ROOT.resolve(file.getKey())))
          .as(file.getKey())
          .isEqualTo(file.getValue());
    }
  }

  @Test
  void aParserReadsWhatTheStoriesSay() {
    for (Sample sample : Samples.all()) {
      if (!MALFORMED.contains(sample.name())) {
        Trace read = DomTraces.parse(sample.name(), sample.bytes());
        assertThat(Timelines.text(read.events())).as(sample.name()).isEqualTo(sample.timeline());
        assertThat(read.request())
            .as(sample.name())
            .isEqualTo(sample.story().script.trace().request());
        assertThat(read.events()).as(sample.name()).hasSize(sample.events());
      }
    }
  }

  @Test
  void layoutsReadEqual() {
    Map<String, byte[]> layouts = Layouts.files();
    Trace original = DomTraces.parse("iis", layouts.get("fr000001.iis.xml"));
    String expected = everything(original);
    layouts.forEach(
        (name, bytes) ->
            assertThat(everything(DomTraces.parse(name, bytes))).as(name).isEqualTo(expected));
  }

  @Test
  void damagedFilesLoseWhatTheReadmeSays() {
    int whole = Sample.count(Damaged.whole());
    Map<String, byte[]> files = Damaged.files();
    assertThat(Damaged.shows().keySet()).isEqualTo(files.keySet());
    assertThat(Sample.count(files.get("fr000002.missing-end-tag.xml"))).isEqualTo(whole - 1);
    assertThat(Sample.count(files.get("fr000003.garbage-in-event.xml"))).isEqualTo(whole);
    assertThat(Sample.count(files.get("fr000012.second-trace-appended.xml"))).isEqualTo(2 * whole);
    byte[] cut = files.get("fr000006.cut-in-utf8.xml");
    assertThat(cut[cut.length - 1] & 0xE0).isEqualTo(0xC0);
  }

  private static String everything(Trace trace) {
    StringBuilder out = new StringBuilder(trace.request().attributes().toString());
    trace
        .events()
        .forEach(
            e ->
                out.append(
                    List.of(
                        e.time(),
                        e.provider(),
                        e.eventGuid(),
                        e.level(),
                        e.keywordTexts(),
                        e.origin(),
                        e.data(),
                        e.descriptions())));
    return out.toString();
  }
}

package io.github.frebscope.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.classify.Classifier;
import io.github.frebscope.internal.xml.RawReader;
import io.github.frebscope.testing.RandomLayout;
import io.github.frebscope.trace.Trace;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Well-formed documents in layouts that IIS does not write, from fixed seeds: whichever way the
 * bytes are read, the answer is that of the whole document.
 */
class GeneratedLayoutsTest {
  private static final int ROUNDS = 600;
  private static final Set<String> NAMES = Set.of("HANDLER_CHANGED");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void the_way_that_is_chosen_gives_what_the_document_gives(long seed) throws IOException {
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      String text = new RandomLayout(random).text();
      String as = "seed " + seed + ", round " + round + "\n" + text;
      Trace document = read(TraceReader.standard().way(RawReader.Way.DOCUMENT), text);
      Trace chosen = read(TraceReader.standard(), text);
      assertThat(chosen.diagnostics()).as(as).isEqualTo(document.diagnostics());
      assertThat(chosen.events()).as(as).isEqualTo(document.events());
      assertThat(chosen).as(as).isEqualTo(document);
      assertThat(document.eventCount()).as(as).isEqualTo(document.events().size());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {6, 7, 8})
  void a_digest_holds_what_the_whole_one_does(long seed) throws IOException {
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      String text = new RandomLayout(random).text();
      String as = "seed " + seed + ", round " + round + "\n" + text;
      Trace whole = read(TraceReader.standard(), text);
      Trace digest = read(TraceReader.standard().digest(NAMES), text);
      // It may hold more: an event that hides its name, time or level from the bytes is read.
      assertThat(digest.digest(NAMES).events()).as(as).isEqualTo(whole.digest(NAMES).events());
      assertThat(digest.eventCount()).as(as).isEqualTo(whole.eventCount());
      assertThat(digest.completeness()).as(as).isEqualTo(whole.completeness());
      assertThat(digest.start()).as(as).isEqualTo(whole.start());
      Classifier classifier = Classifier.standard();
      Trace classified = read(TraceReader.standard().digest(classifier.eventNames()), text);
      assertThat(classifier.classify(classified)).as(as).isEqualTo(classifier.classify(whole));
    }
  }

  private static Trace read(TraceReader reader, String text) throws IOException {
    return reader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "x");
  }
}

package io.github.frebscope.cause;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import io.github.frebscope.Frebscope;
import io.github.frebscope.catalog.Cause;
import io.github.frebscope.classify.Classifier;
import io.github.frebscope.classify.Verdict;
import io.github.frebscope.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The causes of the cases with a known answer that lie beside the checkout. */
class KnownCausesTest {
  /** Cases, by the number their name begins with, whose cause must be named. */
  private static final Set<String> FOUND = Set.of("01", "02", "03", "04", "10", "12");

  @TestFactory
  Stream<DynamicTest> every_case() throws IOException {
    List<Path> cases;
    try (Stream<Path> dirs = Files.list(Shared.dir("cases"))) {
      cases = dirs.filter(d -> Files.exists(d.resolve("expected.json"))).sorted().toList();
    }
    assertThat(cases).hasSize(16);
    return cases.stream()
        .map(dir -> DynamicTest.dynamicTest(dir.getFileName().toString(), () -> check(dir)));
  }

  private static void check(Path dir) throws IOException {
    Map<String, List<String>> expected = read(dir.resolve("expected.json"));
    Verdict verdict = Classifier.standard().classify(Frebscope.read(Shared.traces(dir).get(0)));
    List<String> cause = verdict.cause().stream().map(Cause::id).toList();

    for (String named : cause) {
      assertThat(expected.get("acceptableCauses")).as("%s", verdict).contains(named);
      assertThat(expected.get("mustNotClaim")).as("%s", verdict).doesNotContain(named);
    }
    String most = expected.get("maxConfidence").get(0).toUpperCase(Locale.ROOT);
    assertThat(verdict.confidence())
        .as("%s", verdict)
        .isGreaterThanOrEqualTo(Confidence.valueOf(most));
    if (FOUND.contains(dir.getFileName().toString().substring(0, 2))) {
      assertThat(cause).as("%s", verdict).isEqualTo(expected.get("cause"));
    }
  }

  /** The texts and lists of texts at the top of a JSON object; a text is a list of one. */
  private static Map<String, List<String>> read(Path file) throws IOException {
    Map<String, List<String>> values = new HashMap<>();
    try (var parser = new JsonFactory().createParser(file.toFile())) {
      parser.nextToken();
      for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
        List<String> texts = new ArrayList<>();
        if (parser.nextToken() == JsonToken.START_ARRAY) {
          while (parser.nextToken() != JsonToken.END_ARRAY) {
            texts.add(parser.getText());
          }
        } else {
          texts.add(parser.getText());
        }
        values.put(key, texts);
      }
    }
    return values;
  }
}

package io.github.frebscope.cause;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.frebscope.catalog.Cause;
import io.github.frebscope.classify.Classifier;
import io.github.frebscope.classify.Verdict;
import io.github.frebscope.parse.TraceReader;
import io.github.frebscope.testing.Shared;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The cases with known answers in which a process or a program failed. */
class StartAndProgramCasesTest {
  private static Verdict verdict(Path dir) throws IOException {
    Path file = Shared.traces(dir).get(0);
    try (InputStream in = Files.newInputStream(file)) {
      return Classifier.standard().classify(TraceReader.standard().read(in, file.toString()));
    }
  }

  private static Path dir(String number) throws IOException {
    try (Stream<Path> dirs = Files.list(Shared.dir("cases"))) {
      return dirs.filter(d -> d.getFileName().toString().startsWith(number + "-"))
          .findFirst()
          .orElseThrow();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"05", "07"})
  void names_an_acceptable_cause_and_is_not_too_sure(String number) throws IOException {
    Map<String, List<String>> expected = expected(dir(number).resolve("expected.json"));
    Verdict verdict = verdict(dir(number));
    String cause = verdict.cause().map(Cause::id).orElseThrow();
    assertThat(expected.get("acceptableCauses")).contains(cause);
    List<String> claimed =
        Stream.concat(Stream.of(cause), verdict.alternatives().stream().map(a -> a.cause().id()))
            .toList();
    assertThat(claimed).doesNotContainAnyElementsOf(expected.get("mustNotClaim"));
    Confidence most =
        Confidence.valueOf(expected.get("maxConfidence").get(0).toUpperCase(Locale.ROOT));
    assertThat(verdict.confidence()).isGreaterThanOrEqualTo(most);
  }

  @Test
  void the_missing_framework_is_named() throws IOException {
    assertThat(verdict(dir("05")).explanation())
        .contains("exit code 0x80008096, FrameworkMissingFailure")
        .contains("dotnet .\\Hr.dll");
  }

  @Test
  void an_exit_code_is_no_error_of_windows() throws IOException {
    Verdict verdict = verdict(dir("07"));
    assertThat(verdict.explanation()).contains("E:\\cgi\\counter.exe").contains("exit code 3.");
    assertThat(verdict.toString() + verdict.remedy() + verdict.next() + verdict.evidence())
        .doesNotContain("ERROR_PATH_NOT_FOUND");
  }

  /** Texts and lists of texts of the top level. */
  private static Map<String, List<String>> expected(Path file) throws IOException {
    Map<String, List<String>> values = new HashMap<>();
    try (JsonParser parser = new JsonFactory().createParser(file.toFile())) {
      parser.nextToken();
      for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
        List<String> texts = new ArrayList<>();
        boolean list = parser.nextToken() == JsonToken.START_ARRAY;
        if (list) {
          parser.nextToken();
        }
        while (parser.currentToken() != JsonToken.END_ARRAY) {
          texts.add(parser.getText());
          if (!list) {
            break;
          }
          parser.nextToken();
        }
        values.put(key, texts);
      }
    }
    return values;
  }
}

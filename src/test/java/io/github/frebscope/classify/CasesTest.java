package io.github.frebscope.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import io.github.frebscope.testing.Shared;
import io.github.frebscope.trace.StatusCode;
import io.github.frebscope.trace.Trace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The cases with a known answer that lie beside the checkout. */
class CasesTest {
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

  private static void check(Path dir) {
    Map<String, String> expected = FlatJson.read(dir.resolve("expected.json"));
    Trace trace = RealTraces.read(Shared.traces(dir).get(0));
    Verdict verdict = RealTraces.classify(trace);

    assertThat(verdict.status())
        .contains(StatusCode.of(number(expected, "status"), number(expected, "subStatus")));
    assertThat(verdict.module().orElse(null)).isEqualTo(expected.get("module"));
    assertThat(verdict.area().orElse(null)).isEqualTo(expected.get("area"));
    assertThat(verdict.notification().orElse(null)).isEqualTo(expected.get("notification"));
    assertThat(verdict.backend().orElse(null)).isEqualTo(expected.get("backend"));
    String code = verdict.errorCode().isPresent() ? "" + verdict.errorCode().getAsLong() : null;
    assertThat(code).isEqualTo(expected.get("errorCode"));
    if (expected.get("decidingEvent") != null) {
      assertThat(verdict.evidence().get(0).event()).isEqualTo(number(expected, "decidingEvent"));
      assertThat(verdict.waited().map(Duration::toMillis).orElseThrow().intValue())
          .isCloseTo(number(expected, "waitMs"), within(20));
    } else {
      assertThat(verdict.waited()).isEmpty();
    }
    assertThat(verdict.confidence().id()).isEqualTo(expected.get("maxConfidence"));
    assertThat(verdict.origin() == Origin.RELAYED)
        .isEqualTo("RELAYED_502".equals(expected.get("cause")));
  }

  private static int number(Map<String, String> expected, String key) {
    return Integer.parseInt(expected.get(key));
  }

  /** The top level of a JSON object, values as text; nulls, arrays and objects are left out. */
  static final class FlatJson {
    private FlatJson() {}

    static Map<String, String> read(Path file) {
      Map<String, String> values = new HashMap<>();
      try (var parser = new JsonFactory().createParser(file.toFile())) {
        parser.nextToken();
        for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
          if (parser.nextToken().isStructStart()) {
            parser.skipChildren();
          } else if (!parser.hasToken(JsonToken.VALUE_NULL)) {
            values.put(key, parser.getText());
          }
        }
        return values;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}

package io.github.frebscope.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.frebscope.Frebscope;
import io.github.frebscope.query.TraceSet;
import io.github.frebscope.testing.Shared;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What is printed for the cases with a known answer, key by key. */
class JsonLinesOfCasesTest {
  /** The keys that both sides have and that must be equal. */
  private static final List<String> SAME =
      List.of(
          "status",
          "subStatus",
          "triggerStatus",
          "triggerSubStatus",
          "failureReason",
          "timeTakenMs",
          "site",
          "appPool",
          "verb",
          "url",
          "server",
          "events",
          "complete",
          "module",
          "area",
          "notification",
          "errorCode",
          "errorName",
          "backend");

  private static final List<String> CONFIDENCES = List.of("low", "medium", "high");
  private static final int CLOCK_ERROR = 20;

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
    Map<String, Object> expected = object(Files.readString(dir.resolve("expected.json")));
    Map<String, Object> printed = printed(dir);
    for (String key : SAME) {
      assertThat(expected).containsKey(key);
      assertThat(printed).containsEntry(key, expected.get(key));
    }
    Object deciding = expected.get("decidingEvent");
    if (deciding == null) {
      assertThat(printed).containsEntry("waitMs", null);
    } else {
      assertThat((List<?>) printed.get("evidence")).first().isEqualTo(deciding);
      assertThat((Long) printed.get("waitMs"))
          .isCloseTo((Long) expected.get("waitMs"), within((long) CLOCK_ERROR));
    }
    assertThat(CONFIDENCES.indexOf(printed.get("confidence")))
        .isNotNegative()
        .isLessThanOrEqualTo(CONFIDENCES.indexOf(expected.get("maxConfidence")));
    List<?> acceptable = (List<?>) expected.get("acceptableCauses");
    assertThat(acceptable.contains(printed.get("cause"))).as("%s", printed).isTrue();
    assertThat(((List<?>) expected.get("mustNotClaim")).contains(printed.get("cause"))).isFalse();
    if (expected.containsKey("role")) {
      assertThat(printed.get("role"))
          .isEqualTo(expected.get("role").equals("front-end") ? "front-end" : "member");
    }
    Object code = expected.get("errorCode");
    assertThat(printed)
        .containsEntry("errorHex", code == null ? null : String.format("0x%08X", (Long) code));
  }

  private static Map<String, Object> printed(Path dir) throws IOException {
    TraceSet traces = Frebscope.load(dir);
    assertThat(traces.count()).isEqualTo(1);
    StringWriter line = new StringWriter();
    new JsonLines(Redaction.on()).write(traces, line);
    return object(line.toString());
  }

  /** One JSON object; numbers as Long, arrays as lists. */
  private static Map<String, Object> object(String json) throws IOException {
    Map<String, Object> values = new HashMap<>();
    try (JsonParser parser = new JsonFactory().createParser(json)) {
      parser.nextToken();
      for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
        parser.nextToken();
        values.put(key, value(parser));
      }
    }
    return values;
  }

  private static Object value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case VALUE_NUMBER_INT -> parser.getLongValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      case START_ARRAY -> {
        List<Object> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          values.add(value(parser));
        }
        yield values;
      }
      default -> parser.getText();
    };
  }
}

package io.github.frebscope.classify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.catalog.Cause;
import io.github.frebscope.testing.Fixtures;
import io.github.frebscope.trace.Trace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The project's own traces: what the author of each story knows, beside the file. */
class GoldenVerdictsTest {
  private static final String NONE = "null";
  private static final int CLOCK_ERROR = 20;

  @TestFactory
  Stream<DynamicTest> every_trace() throws IOException {
    List<Path> traces;
    try (Stream<Path> files = Files.list(Fixtures.TESTDATA.resolve("traces"))) {
      traces = files.filter(f -> f.toString().endsWith(".xml")).sorted().toList();
    }
    assertThat(traces).hasSizeGreaterThanOrEqualTo(25);
    return traces.stream()
        .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
  }

  private static void check(Path file) {
    Map<String, String> expected = expected(file);
    Trace trace = RealTraces.read(file);
    Verdict verdict = RealTraces.classify(trace);
    expect(expected, "status", verdict.status().orElseThrow().toString());
    expect(expected, "module", verdict.module().orElse(NONE));
    expect(expected, "area", verdict.area().orElse(NONE));
    expect(expected, "notification", verdict.notification().orElse(NONE));
    expect(expected, "errorCode", text(verdict.errorCode()));
    expect(expected, "cause", verdict.cause().map(Cause::id).orElse(NONE));
    expect(expected, "backend", verdict.backend().orElse(NONE));
    if (verdict.rule().endsWith("-status") || verdict.rule().equals("status-event")) {
      expect(expected, "decidingEvent", Integer.toString(verdict.evidence().get(0).event()));
      long wait = verdict.waited().map(Duration::toMillis).orElseThrow();
      assertThat(Math.abs(wait - Long.parseLong(expected.get("waitMs"))))
          .as("waitMs %s: %s", wait, expected)
          .isLessThanOrEqualTo(CLOCK_ERROR);
    }
  }

  private static void expect(Map<String, String> expected, String key, String actual) {
    assertThat(expected.get(key).split(" \\| ", -1)).as(key).contains(actual);
  }

  private static String text(OptionalLong number) {
    return number.isPresent() ? Long.toString(number.getAsLong()) : NONE;
  }

  private static Map<String, String> expected(Path trace) {
    String name = trace.getFileName().toString().replaceAll("\\.xml$", ".verdict.txt");
    try {
      return Files.readAllLines(Fixtures.TESTDATA.resolve("expected").resolve(name)).stream()
          .map(line -> line.split(": ", 2))
          .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

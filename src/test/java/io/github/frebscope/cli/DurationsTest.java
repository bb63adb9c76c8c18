package io.github.frebscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.Frebscope;
import io.github.frebscope.catalog.TimeLimits;
import io.github.frebscope.parse.TraceParseException;
import io.github.frebscope.testing.Fixtures;
import io.github.frebscope.timeline.Timeline;
import io.github.frebscope.trace.Trace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No length of time is printed without its error or its bound, whoever prints it. */
class DurationsTest {
  private static final Set<String> LIMITS =
      TimeLimits.standard().all().stream()
          .map(limit -> limit.length().toSeconds() + " s")
          .collect(Collectors.toSet());

  private static final Pattern LENGTH =
      Pattern.compile("(?<![\\w.,])[\\d,]+(?:\\.\\d+)? (?:ms|s|sec|min|h)\\b");

  static Stream<Path> traces() {
    return Fixtures.all().stream().filter(f -> !f.toString().contains("farm"));
  }

  @ParameterizedTest
  @MethodSource("traces")
  void one_trace(Path file) throws IOException {
    assertBounded(run("show", file.toString()), file);
    assertBounded(run("show", "--flat", file.toString()), file);
    try {
      Trace trace = Frebscope.read(file);
      Timeline timeline = Timeline.of(trace);
      List<String> texts = new ArrayList<>();
      texts.add(trace.toString());
      texts.add(trace.request().toString());
      texts.add(Frebscope.classify(trace).toString());
      texts.add(timeline.toString());
      timeline.gaps().forEach(gap -> texts.add(gap.toString()));
      timeline.stages().forEach(stage -> texts.add(stage.toString()));
      timeline.spans().forEach(span -> texts.add(span.inclusive() + " " + span.exclusive()));
      assertBounded(String.join("\n", texts), file);
    } catch (TraceParseException e) {
      assertThat(e).hasMessageContaining("failedRequest");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"summary", "traces"})
  void many_traces(String command) {
    assertBounded(run(command, Fixtures.TESTDATA.toString()), Fixtures.TESTDATA);
  }

  @ParameterizedTest
  @ValueSource(strings = {"table", "jsonl", "csv"})
  void views_and_lists_in_every_format(String format) {
    for (String command : List.of("view time-by-module", "traces")) {
      String text = run((command + " --format " + format + " " + Fixtures.TESTDATA).split(" "));
      assertThat(text).isNotEmpty();
      assertBounded(text, Fixtures.TESTDATA);
    }
  }

  @Test
  void each_trace_compared_with_the_next() throws IOException {
    Path previous = null;
    for (Path file : traces().toList()) {
      // What real traces say themselves, "0 sec", is data.
      if (file.toString().contains("damaged") || !file.startsWith(Fixtures.TESTDATA)) {
        continue;
      }
      if (previous != null) {
        for (String option : List.of("--all", "--color=never")) {
          String text = run("compare", option, previous.toString(), file.toString());
          assertThat(text).startsWith("A ");
          assertBounded(text, file);
        }
      }
      previous = file;
    }
  }

  @Test
  void the_pattern_finds_what_it_should() {
    assertThat(unbounded("took 8,063 ms")).containsExactly("8,063 ms");
    assertThat(unbounded("took 30.0 s in all, 2 min")).containsExactly("30.0 s", "2 min");
    assertThat(unbounded("8,063 ms ±16 ms, <16 ms; none")).isEmpty();
  }

  private static void assertBounded(String text, Path file) {
    assertThat(unbounded(text)).as(file + "\n" + text).isEmpty();
  }

  /** The lengths that neither follow {@code <} or {@code ±} nor go on with {@code ±}. */
  private static List<String> unbounded(String text) {
    List<String> found = new ArrayList<>();
    Matcher matcher = LENGTH.matcher(text);
    while (matcher.find()) {
      char before = matcher.start() == 0 ? ' ' : text.charAt(matcher.start() - 1);
      // A limit in whole seconds is a setting and no measurement: those are in milliseconds.
      boolean limit = LIMITS.contains(matcher.group());
      boolean bounded =
          limit || before == '<' || before == '±' || text.startsWith(" ±", matcher.end());
      if (!bounded) {
        found.add(matcher.group());
      }
    }
    return found;
  }

  private static String run(String... args) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    Main.run(args, Terminal.of(out, new PrintStream(new ByteArrayOutputStream())));
    return bytes
        .toString(StandardCharsets.UTF_8)
        .replaceAll("\\s+", " ") // A break inside a length would hide it.
        .replace("\\u00B1", "±")
        .replace("ticks about every 16 ms", "ticks");
  }
}

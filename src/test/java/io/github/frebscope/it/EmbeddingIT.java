package io.github.frebscope.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program of somebody else, with the library on its class path and on its module path. */
class EmbeddingIT {
  private static final String PROGRAM =
      """
      package embed;

      import io.github.frebscope.Frebscope;
      import io.github.frebscope.catalog.ExchangePhase;
      import io.github.frebscope.catalog.SpanKinds;
      import io.github.frebscope.query.Attributes;
      import io.github.frebscope.query.Ledger;
      import io.github.frebscope.query.TimeByModule;
      import io.github.frebscope.query.TraceSet;
      import io.github.frebscope.compare.Comparison;
      import io.github.frebscope.timeline.EventPattern;
      import io.github.frebscope.timeline.Gap;
      import io.github.frebscope.timeline.SpanPattern;
      import io.github.frebscope.timeline.Timeline;
      import io.github.frebscope.coverage.Coverage;
      import io.github.frebscope.coverage.TracingRule;
      import io.github.frebscope.trace.Trace;
      import java.nio.file.Path;
      import java.time.Duration;

      public final class Main {
        private Main() {}

        public static void main(String[] args) throws Exception {
          Trace trace = Frebscope.read(Path.of(args[0]));
          System.out.println(trace.eventCount() == trace.events().size());
          System.out.println(Frebscope.classify(trace).module().orElse("?"));
          TraceSet traces = Frebscope.load(Path.of(args[1]));
          System.out.println(
              traces.where(Attributes.STATUS.is(502)).groupBy(Attributes.MODULE).count()
                  .of("ApplicationRequestRouting") > 10);
          System.out.println(Frebscope.peek(Path.of(args[0])).status().orElseThrow());
          System.out.println(Frebscope.class.getModule().isNamed());
          timelines(Path.of(args[0]), Path.of(args[1]));
        }

        private static void timelines(Path file, Path farm) throws Exception {
          Timeline timeline = Frebscope.timeline(file);
          Gap longest = timeline.largestGaps(1).get(0);
          System.out.println(longest.span().kind() == SpanKinds.find("ARR_REQUEST_HEADERS").get());
          System.out.println(longest.length().atLeast().compareTo(Duration.ofSeconds(2)) > 0);
          System.out.println(timeline.byModule().get(0).name());
          System.out.println(timeline.gatewayPhases().get().time(ExchangePhase.WAITING));
          System.out.println(
              EventPattern.warnings().inside(SpanPattern.module("ApplicationRequestRouting"))
                  .in(timeline).size());
          TracingRule rule = TracingRule.of().provider("WWW Server", 5, "RequestRouting");
          System.out.println(Coverage.of(timeline, rule).contradiction().get().area().get());
          System.out.println(Comparison.of(timeline, Frebscope.timeline(file)));
          TimeByModule times = new TimeByModule();
          Ledger ledger = Frebscope.forEachTimeline(farm, times::add);
          System.out.println(times.requests() > 100 && ledger.unreadable() == 1);
        }
      }
      """;

  @TempDir Path dir;

  private static List<String> arguments() {
    return List.of(
        Path.of("testdata/traces/fr000001.arr-502.3-refused.xml").toAbsolutePath().toString(),
        Path.of("testdata/farm").toAbsolutePath().toString());
  }

  private static List<String> expected(String isNamedModule) {
    return List.of(
        "true",
        "ApplicationRequestRouting",
        "true",
        "502.3",
        isNamedModule,
        "true",
        "true",
        "ApplicationRequestRouting",
        "none",
        "2",
        "RequestNotifications",
        "no difference beyond the clock",
        "true");
  }

  @Test
  void on_the_class_path() throws IOException, InterruptedException {
    String libraries = Built.joined(Built.embedded());
    Path source = Files.writeString(dir.resolve("Main.java"), PROGRAM);
    run(
        Built.tool("javac"),
        "-Xlint:all",
        "-Werror",
        "-cp",
        libraries,
        "-d",
        "out",
        source.toString());
    List<String> java =
        new ArrayList<>(List.of(Built.tool("java"), "-cp", "out:" + libraries, "embed.Main"));
    java.addAll(arguments());
    assertThat(run(java.toArray(String[]::new)).out().lines())
        .containsExactlyElementsOf(expected("false"));
  }

  @Test
  void on_the_module_path() throws IOException, InterruptedException {
    String libraries = Built.joined(Built.embedded());
    Path source = Files.writeString(dir.resolve("Main.java"), PROGRAM);
    Path module =
        Files.writeString(
            dir.resolve("module-info.java"), "module embed { requires io.github.frebscope; }");
    run(
        Built.tool("javac"),
        "-Xlint:all",
        "-Werror",
        "-p",
        libraries,
        "-d",
        "out",
        module.toString(),
        source.toString());
    List<String> java =
        new ArrayList<>(
            List.of(Built.tool("java"), "-p", "out:" + libraries, "-m", "embed/embed.Main"));
    java.addAll(arguments());
    assertThat(run(java.toArray(String[]::new)).out().lines())
        .containsExactlyElementsOf(expected("true"));
  }

  private Built.Run run(String... command) throws IOException, InterruptedException {
    Built.Run run = Built.run(dir, List.of(command));
    assertThat(run.exit()).as(run.err()).isZero();
    return run;
  }
}

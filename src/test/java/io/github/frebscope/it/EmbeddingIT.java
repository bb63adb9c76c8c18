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
      import io.github.frebscope.query.Attributes;
      import io.github.frebscope.query.TraceSet;
      import io.github.frebscope.trace.Trace;
      import java.nio.file.Path;

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
        }
      }
      """;

  @TempDir Path dir;

  private static List<String> arguments() {
    return List.of(
        Path.of("testdata/traces/fr000001.arr-502.3-refused.xml").toAbsolutePath().toString(),
        Path.of("testdata/farm").toAbsolutePath().toString());
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
        .containsExactly("true", "ApplicationRequestRouting", "true", "502.3", "false");
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
        .containsExactly("true", "ApplicationRequestRouting", "true", "502.3", "true");
  }

  private Built.Run run(String... command) throws IOException, InterruptedException {
    Built.Run run = Built.run(dir, List.of(command));
    assertThat(run.exit()).as(run.err()).isZero();
    return run;
  }
}

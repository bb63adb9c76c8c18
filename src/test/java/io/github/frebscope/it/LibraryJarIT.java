package io.github.frebscope.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.reflect.Array;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in the library's jar, and what it shows. */
class LibraryJarIT {
  @Test
  void holds_nothing_but_our_own() throws IOException {
    try (JarFile jar = new JarFile(Built.jar().toFile())) {
      List<String> others =
          jar.stream()
              .map(e -> e.getName())
              .filter(n -> !n.endsWith("/"))
              .filter(n -> !n.startsWith("io/github/frebscope/"))
              .filter(n -> !n.startsWith("META-INF/"))
              .filter(n -> !n.equals("module-info.class"))
              .toList();
      assertThat(others).isEmpty();
      assertThat(jar.stream().map(e -> e.getName()))
          .contains("io/github/frebscope/Frebscope.class", "module-info.class");
    }
  }

  @Test
  void exports_the_packages_of_the_api_and_no_other() {
    ModuleDescriptor module =
        ModuleFinder.of(Built.jar()).find("io.github.frebscope").orElseThrow().descriptor();
    Set<String> exported =
        module.exports().stream()
            .filter(e -> !e.isQualified())
            .map(ModuleDescriptor.Exports::source)
            .collect(Collectors.toSet());
    assertThat(exported)
        .containsExactlyInAnyOrder(
            "io.github.frebscope",
            "io.github.frebscope.trace",
            "io.github.frebscope.catalog",
            "io.github.frebscope.source",
            "io.github.frebscope.timeline",
            "io.github.frebscope.coverage",
            "io.github.frebscope.compare",
            "io.github.frebscope.parse",
            "io.github.frebscope.cause",
            "io.github.frebscope.classify",
            "io.github.frebscope.query",
            "io.github.frebscope.load",
            "io.github.frebscope.log",
            "io.github.frebscope.config",
            "io.github.frebscope.farm",
            "io.github.frebscope.doctor",
            "io.github.frebscope.report");
  }

  @Test
  void needs_only_woodstox_and_guava_at_run_time() {
    ModuleDescriptor module =
        ModuleFinder.of(Built.jar()).find("io.github.frebscope").orElseThrow().descriptor();
    assertThat(
            module.requires().stream()
                .filter(r -> !r.modifiers().contains(ModuleDescriptor.Requires.Modifier.STATIC))
                .map(ModuleDescriptor.Requires::name))
        .containsExactlyInAnyOrder(
            "java.base", "java.xml", "com.ctc.wstx", "org.codehaus.stax2", "com.google.common");
  }

  /** As in a program that has the library with woodstox and guava only. */
  @Test
  void says_what_to_add_when_statistics_are_missing() throws Exception {
    List<URL> jars = new ArrayList<>();
    for (Path jar : Built.embedded()) {
      jars.add(jar.toUri().toURL());
    }
    try (URLClassLoader loader =
        new URLClassLoader(jars.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
      Class<?> ledger = loader.loadClass("io.github.frebscope.query.Ledger");
      Class<?> set = loader.loadClass("io.github.frebscope.query.TraceSet");
      Object empty =
          set.getMethod("of", List.class, ledger)
              .invoke(null, List.of(), ledger.getMethod("empty").invoke(null));
      assertThat(set.getMethod("count").invoke(empty)).isEqualTo(0);
      Object none = Array.newInstance(loader.loadClass("io.github.frebscope.query.Attribute"), 0);
      assertThatThrownBy(
              () -> set.getMethod("compare", set, none.getClass()).invoke(empty, empty, none))
          .cause()
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("org.apache.commons:commons-statistics-inference:1.2");
    }
  }

  /** Logs, configuration, a farm and the doctor need nothing more. */
  @Test
  void diagnoses_a_farm_without_optional_libraries() throws Exception {
    List<URL> jars = new ArrayList<>();
    for (Path jar : Built.embedded()) {
      jars.add(jar.toUri().toURL());
    }
    try (URLClassLoader loader =
        new URLClassLoader(jars.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
      for (String optional :
          List.of(
              "picocli.CommandLine",
              "com.fasterxml.jackson.core.JsonFactory",
              "org.apache.commons.csv.CSVFormat",
              "org.apache.commons.statistics.inference.ChiSquareTest")) {
        assertThatThrownBy(() -> loader.loadClass(optional))
            .isInstanceOf(ClassNotFoundException.class);
      }
      Path farm = Path.of("testdata/untraced");
      Object incidents =
          invoke(
              loader.loadClass("io.github.frebscope.farm.IncidentFile"),
              "read",
              farm.resolve("incidents.csv"));
      assertThat((List<?>) incidents.getClass().getMethod("incidents").invoke(incidents))
          .hasSize(3);
      Class<?> frebscope = loader.loadClass("io.github.frebscope.Frebscope");
      Object diagnosis =
          frebscope.getMethod("diagnose", Path[].class).invoke(null, (Object) new Path[] {farm});
      assertThat(diagnosis.toString()).contains("COLDSTART_SUSPECT (medium) site tickets");
      assertThat((List<?>) diagnosis.getClass().getMethod("problems").invoke(diagnosis)).isEmpty();
    }
  }

  private static Object invoke(Class<?> type, String method, Path path) throws Exception {
    return type.getMethod(method, Path.class).invoke(null, path);
  }

  /** On the module path, by a module that requires ours and no other. */
  @Test
  void a_module_that_requires_ours_diagnoses_a_farm(@TempDir Path dir) throws Exception {
    Files.writeString(
        dir.resolve("module-info.java"), "module desk { requires io.github.frebscope; }");
    Path source = Files.createDirectories(dir.resolve("desk")).resolve("Desk.java");
    Files.writeString(
        source,
        """
        package desk;

        import io.github.frebscope.Frebscope;
        import io.github.frebscope.config.ServerConfig;
        import io.github.frebscope.doctor.FarmDiagnosis;
        import io.github.frebscope.farm.Farm;
        import io.github.frebscope.log.W3cLog;
        import java.nio.file.Path;

        public class Desk {
          public static void main(String[] args) throws Exception {
            FarmDiagnosis diagnosis = Frebscope.diagnose(Path.of(args[0]));
            System.out.println(Farm.open(Path.of(args[0])));
            System.out.println(diagnosis.problems());
          }
        }
        """);
    String libraries = Built.joined(Built.embedded());
    Path classes = dir.resolve("classes");
    Built.Run compiled =
        Built.run(
            Path.of("").toAbsolutePath(),
            List.of(
                Built.tool("javac"),
                "--module-path",
                libraries,
                "-d",
                classes.toString(),
                dir.resolve("module-info.java").toString(),
                source.toString()));
    assertThat(compiled.out() + compiled.err()).isEmpty();
    Built.Run run =
        Built.run(
            Path.of("").toAbsolutePath(),
            List.of(
                Built.tool("java"),
                "--module-path",
                libraries + File.pathSeparator + classes,
                "--module",
                "desk/desk.Desk",
                "testdata/untraced"));
    assertThat(run.err()).isEmpty();
    assertThat(run.out().lines()).containsExactly("2 servers: web01, web02", "[]");
  }

  @Test
  void the_application_has_the_statistics() throws Exception {
    try (Stream<Path> jars = Files.list(Path.of(System.getProperty("frebscope.app")))) {
      assertThat(jars.map(jar -> jar.getFileName().toString()))
          .contains(
              "commons-statistics-inference-1.2.jar", "commons-statistics-distribution-1.2.jar");
    }
  }
}

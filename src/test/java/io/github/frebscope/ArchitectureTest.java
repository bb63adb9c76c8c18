package io.github.frebscope;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.frebscope.query.ResultTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The arrows of docs/design.md, section 2: who may use whom. */
class ArchitectureTest {
  private static final String ROOT = "io.github.frebscope";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  /** Each package, and the packages of ours that it may use. The root is written as "". */
  private static final Map<String, List<String>> MAY_USE = new LinkedHashMap<>();

  static {
    MAY_USE.put("internal.text", List.of());
    MAY_USE.put("internal.xml", List.of());
    MAY_USE.put("internal.stats", List.of());
    MAY_USE.put("internal.url", List.of());
    MAY_USE.put("trace", List.of());
    MAY_USE.put("catalog", List.of("trace"));
    MAY_USE.put("source", List.of("trace"));
    MAY_USE.put("parse", List.of("trace", "catalog", "source", "internal.xml"));
    MAY_USE.put("timeline", List.of("trace", "catalog", "internal.text"));
    MAY_USE.put("coverage", List.of("trace", "catalog", "timeline", "internal.text"));
    MAY_USE.put("compare", List.of("trace", "catalog", "timeline", "internal.text"));
    MAY_USE.put("cause", List.of("trace", "catalog", "internal.text"));
    MAY_USE.put(
        "classify", List.of("trace", "catalog", "timeline", "coverage", "cause", "internal.text"));
    MAY_USE.put("query", with("classify", "classify", "internal.stats", "internal.url"));
    MAY_USE.put("load", with("query", "source", "parse", "query"));
    MAY_USE.put("log", List.of("trace", "catalog", "internal.xml", "internal.text"));
    MAY_USE.put("config", List.of("trace", "catalog", "coverage", "internal.xml", "internal.text"));
    MAY_USE.put("farm", with("load", "load", "log", "config", "internal.stats", "internal.url"));
    MAY_USE.put("doctor", with("farm", "farm"));
    MAY_USE.put("report", with("doctor", "compare", "doctor"));
    MAY_USE.put("", with("report", "report"));
    MAY_USE.put("cli", with("", ""));
  }

  /** What a package may use, and more. */
  private static List<String> with(String name, String... more) {
    return Stream.concat(MAY_USE.get(name).stream(), Stream.of(more)).distinct().toList();
  }

  static Stream<String> packages() {
    return MAY_USE.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("packages")
  void uses_only_what_the_design_allows(String name) {
    String[] forbidden =
        MAY_USE.keySet().stream()
            .filter(other -> !other.equals(name) && !MAY_USE.get(name).contains(other))
            .map(ArchitectureTest::full)
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage(full(name))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(forbidden)
        .check(CLASSES);
  }

  @Test
  void every_package_is_in_the_table() {
    assertThat(CLASSES.stream().map(c -> c.getPackageName()).distinct())
        .allMatch(p -> MAY_USE.keySet().stream().anyMatch(name -> full(name).equals(p)));
  }

  @Test
  void no_package_goes_in_a_circle() {
    slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void stax_and_woodstox_stay_inside_internal_xml() {
    noClasses()
        .that()
        .resideOutsideOfPackage(full("internal.xml"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("javax.xml..", "org.codehaus.stax2..", "com.ctc.wstx..")
        .check(CLASSES);
  }

  @Test
  void optional_libraries_stay_in_report_and_cli() {
    noClasses()
        .that()
        .resideOutsideOfPackages(full("report"), full("cli"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "picocli..", "me.tongfei..", "com.fasterxml.jackson..", "org.apache.commons.csv..")
        .check(CLASSES);
  }

  @Test
  void statistics_stay_inside_internal_stats() {
    noClasses()
        .that()
        .resideOutsideOfPackage(full("internal.stats"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.apache.commons.statistics..",
            "org.apache.commons.numbers..",
            "org.apache.commons.rng..")
        .check(CLASSES);
  }

  @Test
  void the_library_prints_nothing() {
    noClasses()
        .that()
        .resideOutsideOfPackage(full("cli"))
        .and()
        .doNotHaveFullyQualifiedName(ResultTable.class.getName()) // print(), for jshell
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(CLASSES);
  }

  @Test
  void every_package_has_its_package_info() throws Exception {
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
      List<Path> without =
          sources
              .filter(f -> f.toString().endsWith(".java") && !f.endsWith("module-info.java"))
              .map(Path::getParent)
              .distinct()
              .filter(dir -> !Files.exists(dir.resolve("package-info.java")))
              .toList();
      assertThat(without).isEmpty();
    }
  }

  private static String full(String name) {
    return name.isEmpty() ? ROOT : ROOT + "." + name;
  }
}

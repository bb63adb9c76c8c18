package io.github.frebscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launchers, with a Java that only tells how it was called. */
class LauncherTest {
  private static final String TELL =
      """
      #!/bin/sh
      for a in "$@"; do echo "[$a]"; done
      """;

  private static final String BUILD =
      """
      #!/bin/sh
      echo built >> builds.txt
      mkdir -p target/app/lib
      touch target/app/lib/frebscope-1.jar
      """;

  private static final String OLD =
      """
      #!/bin/sh
      echo 'openjdk version "11.0.2" 2019-01-15' >&2
      exit 1
      """;

  @TempDir private Path dir;

  private Path home;
  private Path java;
  private String err = "";

  @BeforeEach
  void install() throws IOException {
    home = Files.createDirectory(dir.resolve("a place! of (x86)"));
    Files.copy(Path.of("frebscope"), home.resolve("frebscope"));
    java = Files.createDirectories(dir.resolve("jdk 17/bin")).getParent();
    if (Files.getFileStore(dir).supportsFileAttributeView("posix")) {
      executable(home.resolve("frebscope"));
      executable(Files.writeString(java.resolve("bin/java"), TELL));
    }
  }

  private static void executable(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private List<String> run(int exit, Map<String, String> environment, String... args)
      throws IOException, InterruptedException {
    return run(exit, home.resolve("frebscope"), environment, args);
  }

  private List<String> run(int exit, Path launcher, Map<String, String> environment, String... args)
      throws IOException, InterruptedException {
    Path out = dir.resolve("out.txt");
    Path errors = dir.resolve("err.txt");
    ProcessBuilder process =
        new ProcessBuilder(Stream.concat(Stream.of(launcher.toString()), Stream.of(args)).toList())
            .redirectOutput(out.toFile())
            .redirectError(errors.toFile());
    process.environment().remove("JAVA_HOME");
    process.environment().remove("FREBSCOPE_OPTS");
    process.environment().putAll(environment);
    assertThat(process.start().waitFor()).isEqualTo(exit);
    err = Files.readString(errors);
    return Files.readAllLines(out, StandardCharsets.UTF_8);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void hands_every_argument_on_as_it_is() throws Exception {
    Files.createDirectory(home.resolve("lib"));
    List<String> lines =
        run(
            0,
            Map.of("JAVA_HOME", java.toString(), "FREBSCOPE_OPTS", "-Xmx2g -Da=b"),
            "summary",
            "D:\\old logs!\\\"x\"",
            "*",
            "");
    assertThat(lines)
        .containsSubsequence(
            "[-XX:+UseSerialGC]",
            "[-XX:TieredStopAtLevel=1]",
            "[-Xshare:auto]",
            "[-Xmx2g]",
            "[-Da=b]",
            "[-Dfrebscope.out.terminal=false]",
            "[-cp]",
            "[" + home.toRealPath().resolve("lib") + "/*]",
            "[io.github.frebscope.cli.Main]",
            "[summary]",
            "[D:\\old logs!\\\"x\"]",
            "[*]",
            "[]");
    assertThat(err).isEmpty();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void finds_its_place_through_a_link() throws Exception {
    Files.createDirectory(home.resolve("lib"));
    Path link = Files.createSymbolicLink(dir.resolve("link"), home.resolve("frebscope"));
    assertThat(run(0, link, Map.of("JAVA_HOME", java.toString())))
        .contains("[" + home.toRealPath().resolve("lib") + "/*]");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void builds_once_and_says_so() throws Exception {
    Files.writeString(home.resolve("pom.xml"), "<project/>");
    Path tools = Files.createDirectory(dir.resolve("tools"));
    Files.writeString(tools.resolve("mvn"), BUILD);
    executable(tools.resolve("mvn"));
    Map<String, String> environment =
        Map.of("JAVA_HOME", java.toString(), "PATH", tools + ":" + System.getenv("PATH"));
    assertThat(run(0, environment, "--help"))
        .contains("[" + home.toRealPath().resolve("target/app/lib") + "/*]");
    assertThat(err).contains("first use: building it with Maven").contains("built.");
    run(0, environment, "--help");
    assertThat(err).isEmpty();
    assertThat(home.resolve("builds.txt")).hasContent("built");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void says_what_is_missing() throws Exception {
    run(2, Map.of("JAVA_HOME", dir + "/none"));
    assertThat(err).contains("JAVA_HOME is " + dir + "/none").contains("Java 17 or newer");
    run(2, Map.of("JAVA_HOME", java.toString()));
    assertThat(err).contains("unpack the whole distribution");
    executable(Files.writeString(java.resolve("bin/java"), OLD));
    run(2, Map.of("JAVA_HOME", java.toString()));
    assertThat(err).contains("is Java 11; frebscope needs 17 or newer");
    Files.createDirectory(home.resolve("lib"));
    run(2, Map.of("JAVA_HOME", java.toString()), "--help");
    assertThat(err).contains("is Java 11; frebscope needs 17 or newer");
  }

  @Test
  void the_windows_launcher_keeps_windows_rules() throws IOException {
    String text = Files.readString(Path.of("frebscope.cmd"), StandardCharsets.US_ASCII);
    assertThat(text.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
    assertThat(text).contains("DisableDelayedExpansion").contains(" %*\r\n");
    String commands =
        text.lines().filter(line -> !line.startsWith("rem ")).collect(Collectors.joining("\n"));
    assertThat(commands).as("expansion inside a block").doesNotContain("(\n");
    for (String label : new String[] {"find_java", "find_lib", "find_maven", "build", "run"}) {
      assertThat(commands).contains("\n:" + label + "\n").contains("goto " + label);
    }
  }
}

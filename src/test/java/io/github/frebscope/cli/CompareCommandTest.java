package io.github.frebscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {
  private static final String REFUSED = "testdata/traces/fr000001.arr-502.3-refused.xml";
  private static final String RELAYED = "testdata/traces/fr000009.arr-502.0-relayed.xml";
  private static final String TORN = "testdata/traces/fr000042.arr-502.3-torn.xml";

  @TempDir private Path dir;
  private String out = "";
  private String err = "";

  private int run(String... args) {
    ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
    ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
    int exit =
        Main.run(
            args,
            Terminal.of(
                new PrintStream(outBytes, false, StandardCharsets.UTF_8),
                new PrintStream(errBytes, true, StandardCharsets.UTF_8)));
    out = outBytes.toString(StandardCharsets.UTF_8);
    err = errBytes.toString(StandardCharsets.UTF_8);
    return exit;
  }

  @Test
  void compares_two_files() {
    assertThat(run("compare", REFUSED, RELAYED)).isZero();
    assertThat(err).isEmpty();
    assertThat(out)
        .startsWith("A  502.3  2,046 ms ±16 ms  " + REFUSED + "\nB  502    125 ms ±16 ms    ")
        .contains("\nStatus set\n")
        .contains(" more (--all)\n");
    int lines = out.split("\n").length;
    assertThat(run("compare", "--all", REFUSED, RELAYED)).isZero();
    assertThat(out.split("\n").length).isGreaterThan(lines);
    assertThat(out).doesNotContain("(--all)");
  }

  @Test
  void reads_out_of_archives() throws IOException {
    Path zip = dir.resolve("farm.zip");
    try (ZipOutputStream stream = new ZipOutputStream(Files.newOutputStream(zip))) {
      stream.putNextEntry(new ZipEntry("web01/fr000001.xml"));
      stream.write(Files.readAllBytes(Path.of(REFUSED)));
    }
    assertThat(run("compare", REFUSED, zip + "!/web01/fr000001.xml")).isZero();
    assertThat(out).endsWith("\nno difference beyond the clock\n");
    assertThat(run("compare", REFUSED, zip + "!/web01/fr000002.xml")).isEqualTo(3);
    assertThat(err).contains("fr000002.xml: no such file in the archive; 'frebscope traces ");
  }

  @Test
  void errors_name_the_file_and_wrong_usage_is_2() throws IOException {
    assertThat(run("compare", REFUSED)).isEqualTo(2);
    assertThat(err)
        .contains("Missing required parameter: 'B'")
        .contains("Try 'frebscope compare --help' for help.");
    assertThat(run("compare", REFUSED, RELAYED, TORN)).isEqualTo(2);
    assertThat(run("compare", REFUSED, "testdata/traces")).isEqualTo(2);
    assertThat(err).contains("testdata/traces: is a folder");
    assertThat(run("compare", REFUSED, "testdata/no.xml")).isEqualTo(3);
    assertThat(err).contains("testdata/no.xml: no such file");
    assertThat(run("compare", "testdata/damaged/fr000008.html.xml", RELAYED)).isEqualTo(3);
    assertThat(err).contains("testdata/damaged/fr000008.html.xml: cannot be read as a trace");
    assertThat(out).isEmpty();
  }

  @Test
  void strict_takes_damage_for_an_error() {
    assertThat(run("compare", REFUSED, TORN)).isZero();
    assertThat(out).contains("\nB is incomplete: the file is torn off before its end\n");
    assertThat(run("compare", "--strict", REFUSED, TORN)).isEqualTo(3);
    assertThat(err).contains("--strict: damaged: " + TORN);
    assertThat(run("compare", "--strict", REFUSED, RELAYED)).isZero();
  }

  @Test
  void helps() {
    assertThat(run("compare", "--help")).isZero();
    assertThat(out)
        .contains("Usage: frebscope compare")
        .contains("  frebscope compare D:\\farm\\web01\\W3SVC1\\fr000021.xml");
    assertThat(run("--help")).isZero();
    assertThat(out).contains("  compare ");
  }
}

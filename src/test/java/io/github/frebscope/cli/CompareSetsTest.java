package io.github.frebscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code compare PATH... --with PATH...} and {@code compare PATH... --failures}. */
class CompareSetsTest {
  private static final String WEB1 = "testdata/farm/web01";
  private static final String WEB2 = "testdata/farm/web02";
  private static final String EDGE = "testdata/farm/edge01";

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
  void compares_sets_of_several_places() {
    assertThat(run("compare", WEB1, WEB2, "--with", EDGE)).isZero();
    assertThat(out)
        .startsWith("here   of 75 traces; 1 file unreadable\nthere  of 74 traces, 1 damaged\n\n")
        .contains("\nserver=FAB-EDGE1")
        .contains("only there")
        .contains("\nHow it shows")
        .contains("\nstatus=502");
    assertThat(out.lines()).allMatch(line -> line.length() <= 80);
    assertThat(out).doesNotContain("Not tested\n").doesNotContain("=unknown");
    assertThat(err.lines()).hasSize(2).allMatch(line -> line.startsWith("files: "));
    assertThat(run("compare", "--all", WEB1, WEB2, "--with", EDGE)).isZero();
    assertThat(out)
        .contains("\nNot tested\n")
        .contains("\nrole: told by 0 and 74 traces; 10 on each side are the least\n");
  }

  @Test
  void takes_names_of_servers() {
    assertThat(run("compare", "A=" + WEB1, "--with", "B=" + WEB2, "--format", "csv")).isZero();
    assertThat(out)
        .startsWith("kind,attribute,header,value,hereCount,hereTold,hereTraces,thereCount,")
        .contains("\r\ncircumstance,server,,A,42,42,42,0,33,33,,,1,0,,,true,\r\n");
  }

  @Test
  void writes_json_lines() {
    assertThat(run("compare", WEB1, "--with", EDGE, "-f", "jsonl")).isZero();
    assertThat(out.lines().findFirst().orElseThrow())
        .startsWith("{\"kind\":\"circumstance\",\"attribute\":\"server\",\"header\":null,")
        .contains("\"noValueShared\":true,\"goesWith\":null}");
    assertThat(out.lines().filter(line -> line.contains("\"attribute\":\"timeTakenMs\"")))
        .singleElement()
        .asString()
        .contains("\"value\":null,\"hereCount\":null,")
        .contains("\"riskRatio\":null");
  }

  @Test
  void failures_against_the_others_needs_others() {
    assertThat(run("compare", "testdata/farm", "--failures")).isZero();
    assertThat(out.replace('\n', ' '))
        .contains("149 traces here and 0 traces there: to compare them takes at least 10")
        .contains("a rule that traces only failures leaves no good traces to compare with");
    assertThat(run("compare", "testdata/farm", "--failures", "-f", "jsonl")).isZero();
    assertThat(out).isEmpty();
    assertThat(err).contains("note: 149 traces here and 0 traces there");
  }

  @Test
  void strict_looks_at_both_sides() {
    assertThat(run("compare", "--strict", WEB2, "--with", EDGE)).isEqualTo(3);
    assertThat(err).contains("--strict: 1 damaged");
    assertThat(run("compare", "--strict", EDGE, "--with", WEB2)).isEqualTo(3);
    assertThat(run("compare", "--strict", WEB2, "--with", WEB2)).isZero();
    assertThat(out).contains("No circumstance differs by more than chance allows");
  }

  @Test
  void says_what_is_meant_when_two_folders_are_given() {
    assertThat(run("compare", WEB1, WEB2)).isEqualTo(2);
    assertThat(err)
        .contains(WEB1 + ": is a folder; compare takes two traces.")
        .contains("Two sets: compare A --with B;")
        .contains("compare A --failures");
    assertThat(run("compare", "--with", WEB2)).isEqualTo(2);
    assertThat(err).contains("Missing required parameter: 'PATH'");
    assertThat(run("compare", WEB1, "--with", WEB2, "--failures")).isEqualTo(2);
    assertThat(run("compare", WEB1, "--with")).isEqualTo(2);
    assertThat(run("compare", "no*", "--with", WEB2)).isEqualTo(2);
    assertThat(err).contains("no*: * and ? are not expanded");
    assertThat(run("compare", "testdata/no", "--with", WEB2)).isEqualTo(3);
    assertThat(run("compare", dir.toString(), "--with", WEB2)).isEqualTo(3);
    assertThat(err).contains("no traces in " + dir);
    assertThat(run("compare", "-f", "csv", "a.xml", "b.xml")).isEqualTo(2);
    assertThat(err).contains("--format, --header and --where belong to sets");
  }

  @Test
  void values_of_secret_headers_are_never_compared() {
    for (String name : new String[] {"Cookie", "authorization", " X-Api-Key", ""}) {
      assertThat(run("compare", WEB1, "--with", WEB2, "--header", name)).isEqualTo(2);
      assertThat(err).contains("--header: the values of '" + name + "' are not compared");
    }
    assertThat(run("compare", WEB1, "--with", EDGE, "--all", "--header", "X-Mosaic")).isZero();
    assertThat(out).contains("\nheader:x-mosaic: no trace tells it\n");
  }

  @Test
  void those_that_pass_against_the_others_of_the_set() {
    assertThat(run("compare", "testdata/farm", "--these", "status=502")).isZero();
    assertThat(out)
        .startsWith("here   of 87 traces, 1 damaged; 1 file unreadable\nthere  of 62 traces; ")
        .contains("\nserver=FAB-EDGE1 ");
    assertThat(run("compare", "testdata/farm", "--these", "status=502", "--where", "site=1"))
        .isZero();
    assertThat(out).startsWith("here   of 59 traces, 1 damaged; ");
    assertThat(run("compare", "testdata/farm", "--these", "header:user-agent!=-", "-w", "failure"))
        .isZero();
    assertThat(out).startsWith("here   of 74 traces");
  }

  @Test
  void a_condition_counts_on_both_sides() {
    assertThat(run("compare", WEB1, "--with", EDGE, "--where", "status=502")).isZero();
    assertThat(out).startsWith("here   of 10 traces; 1 file unreadable\nthere  of 74 traces, ");
  }

  @Test
  void wrong_conditions_are_shown() {
    assertThat(run("compare", "testdata/farm", "--these", "staus=502")).isEqualTo(ExitCode.USAGE);
    assertThat(err)
        .startsWith("frebscope: --these: there is no attribute 'staus'; did you mean status?");
    assertThat(run("compare", "testdata/farm", "--these", "status=502", "--failures"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(err).contains("are different questions; ask one of them");
  }
}

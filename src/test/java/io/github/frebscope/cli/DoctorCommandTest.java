package io.github.frebscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.testing.FarmWriter;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoctorCommandTest {
  @TempDir private Path dir;

  private String out = "";
  private String err = "";

  @BeforeEach
  void write() {
    FarmWriter.in(dir.resolve("farm"))
        .server(
            "web01",
            server ->
                server.site(
                    "shop",
                    2,
                    site ->
                        site.binding("shop.mosaic.example")
                            .pool("ShopPool")
                            .tracing(true)
                            .rule("*", "502")
                            .log(log -> log.traffic("06:00:00", "07:00:00", 20, 1))))
        .incident("06:10:00", "http://shop.mosaic.example/", 502)
        .write();
  }

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

  private String farm() {
    return dir.resolve("farm").toString();
  }

  @ParameterizedTest
  @CsvSource({"text, farm:", "markdown, '# '", "jsonl, '{\"root\":'"})
  void each_format_prints_the_farm(String format, String start) {
    assertThat(run("doctor", farm(), "--format", format)).isZero();
    assertThat(out).contains("farm").contains(start);
    assertThat(err).isEmpty();
  }

  @Test
  void incidents_and_times_and_zones_are_taken() {
    String incidents = dir.resolve("farm/incidents.csv").toString();
    assertThat(
            run(
                "doctor",
                farm(),
                "--incidents",
                incidents,
                "--from",
                "2026-03-02",
                "--to",
                "2026-03-02T07:00",
                "--zone",
                "Europe/Berlin",
                "--front",
                "WEB01",
                "--site",
                "shop",
                "--all"))
        .isZero();
    assertThat(err).isEmpty();
  }

  @Test
  void parts_can_be_named_one_by_one() {
    assertThat(
            run(
                "doctor",
                "--w3c",
                "web09=" + dir.resolve("farm/web01/LogFiles"),
                "--config",
                "web09=" + dir.resolve("farm/web01/config/applicationHost.config"),
                "--format",
                "jsonl"))
        .isZero();
    assertThat(out).contains("web09");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "| Missing required parameter: 'PATH'",
        "FARM --from yesterday | --from: 'yesterday' is no time",
        "FARM --from 2026-03-02 --to 2026-03-01 | --to 2026-03-01 is before --from 2026-03-02",
        "FARM --zone Berlin/Mitte | 'Berlin/Mitte' is no time zone",
        "FARM --front web77x | --front: there is no server web77x among 1 server: web01",
        "FARM --front wev01 | --front: there is no server wev01; did you mean web01?",
        "FARM --site shpo | --site: there is no site shpo; did you mean shop?",
        "FARM --site 7 | --site: there is no site 7; the sites here are shop (2)",
        "FARM --days 3 | --days belongs to --collect",
        "FARM --collect | --collect looks at nothing",
        "--collect --server web\\01 | is no name of a server",
        "--collect --days 0 | 0 is no number of days",
        "FARM --format csv | expected one of [text, markdown, jsonl]",
        "FARM --fail-on sure | expected one of",
      })
  void wrong_usage_is_answered_with_2(String args, String message) {
    String[] words = args == null ? new String[0] : args.strip().split(" ");
    String[] all = new String[words.length + 1];
    all[0] = "doctor";
    for (int i = 0; i < words.length; i++) {
      all[i + 1] = words[i].equals("FARM") ? farm() : words[i];
    }
    assertThat(run(all)).isEqualTo(2);
    assertThat(err).contains(message);
    assertThat(out).isEmpty();
  }

  @Test
  void nothing_to_read_is_answered_with_3() throws Exception {
    Path empty = Files.createDirectory(dir.resolve("empty"));
    assertThat(run("doctor", empty.toString())).isEqualTo(3);
    assertThat(err).contains("no logs, traces or configuration in").contains("--collect");
    assertThat(run("doctor", dir.resolve("absent").toString())).isEqualTo(3);
    assertThat(run("doctor", farm(), "--incidents", empty.resolve("x.csv").toString()))
        .isEqualTo(3);
    Path none = Files.writeString(empty.resolve("y.csv"), "time,url\nnever,/x\n");
    assertThat(run("doctor", farm(), "--incidents", none.toString())).isEqualTo(3);
    assertThat(err).contains("y.csv: no incident could be read");
  }

  @ParameterizedTest
  @CsvSource({"shop", "SHOP", "2", "w3svc2"})
  void a_site_goes_by_name_or_number(String site) {
    String incidents = dir.resolve("farm/incidents.csv").toString();
    run("doctor", farm(), "--format", "jsonl", "--incidents", incidents);
    String all = out;
    assertThat(all).contains("\"verdict\":\"PRODUCED_UPSTREAM\"");
    assertThat(run("doctor", farm(), "--format", "jsonl", "--incidents", incidents, "--site", site))
        .isZero();
    assertThat(out).isEqualTo(all);
  }

  @Test
  void a_time_without_lines_is_not_called_well() {
    assertThat(run("doctor", farm(), "--from", "2031-01-01")).isZero();
    assertThat(out).contains("none is of the time that was").doesNotContain("speaks for a problem");
  }

  @Test
  void incidents_of_another_time_are_asked_about_and_folders_refused() throws Exception {
    Path far =
        Files.writeString(dir.resolve("far.csv"), "time,url,status\n2031-03-02 06:10:00,/,502\n");
    assertThat(run("doctor", farm(), "--incidents", far.toString())).isZero();
    assertThat(out.replaceAll("\\s+", " "))
        .contains(
            "clients saw 1 failure at 2031-03-02T06:10:00Z; of that time there is no log here:")
        .contains("are they in UTC, and are these the right logs?")
        .doesNotContain("speaks for a problem");
    assertThat(run("doctor", farm(), "--incidents", dir.toString())).isEqualTo(3);
    assertThat(err).contains(dir + ": a folder; name the table itself");
  }

  @Test
  void archives_are_told_and_not_passed_over() throws Exception {
    Path zips = Files.createDirectory(dir.resolve("zips"));
    Path zip = Files.writeString(zips.resolve("web01.zip"), "PK");
    for (Path path : List.of(zips, zip)) {
      assertThat(run("doctor", path.toString())).isEqualTo(3);
      assertThat(err).contains("web01.zip: an archive, not looked into; unpack it");
    }
    Path logs = Files.createDirectories(dir.resolve("farm/web01/LogFiles/W3SVC2"));
    Files.writeString(logs.resolve("u_ex260101.log.gz"), "x");
    assertThat(run("doctor", farm())).isZero();
    assertThat(out.replaceAll("\\s+", "")).contains("u_ex260101.log.gz:anarchive,notlookedinto");
  }

  @Test
  void one_log_by_a_path_from_here_is_enough() throws Exception {
    Path here = Path.of("").toAbsolutePath();
    Path made = Files.createTempDirectory(here.resolve("target"), "one");
    Path log = made.resolve("u_ex260302.log");
    try (var files = Files.list(dir.resolve("farm/web01/LogFiles/W3SVC2"))) {
      Files.copy(files.findFirst().orElseThrow(), log);
    }
    String relative = here.relativize(log).toString();
    try {
      for (String[] args :
          List.of(
              new String[] {"doctor", relative},
              new String[] {"doctor", "--w3c", relative},
              new String[] {"doctor", "--w3c", "web09=" + relative})) {
        assertThat(run(args)).as(err).isZero();
        assertThat(out).contains("No verdict").contains("180 lines, 2026-03-02T06:00:00Z");
      }
    } finally {
      Files.delete(log);
      Files.delete(made);
    }
  }

  @Test
  void the_script_is_printed_without_looking_at_anything() {
    assertThat(
            run(
                "doctor",
                "--collect",
                "--server",
                "web01",
                "web02",
                "--out",
                "D:\\it's",
                "--site",
                "shop"))
        .isZero();
    assertThat(out)
        .contains("$Servers = @('web01', 'web02')\n$Out = 'D:\\it''s'\n$Site = 'shop'\n")
        .contains("$Days = 3\n");
    assertThat(err).isEmpty();
  }

  @Test
  void the_help_has_examples_for_windows() {
    assertThat(run("doctor", "--help")).isZero();
    assertThat(out)
        .contains("frebscope doctor D:\\farm --incidents D:\\farm\\incidents.csv --site shop")
        .contains("--collect --server web01 web02");
  }
}

package io.github.frebscope.farm;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.log.LogProblem;
import io.github.frebscope.testing.Shared;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IncidentFileTest {
  private static final Instant TIME = Instant.parse("2026-02-23T09:21:06Z");
  private static final String URL = "http://stats.mosaic.example/report?x=1,2";
  private static final Incident SEEN =
      new Incident(TIME, URL, OptionalInt.of(502), Optional.of("203.0.113.77"));

  /** Rows are parted by {@code ^}. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "time_utc,url,client,status^2026-02-23T09:21:06Z,\"URL\",203.0.113.77,502^",
        "Timestamp;URI;IP;Code\r^2026-02-23 09:21:06;URL;203.0.113.77;502.3\r^",
        "status\tdate\ttime\tclient\turl^502\t2026-02-23\t09:21:06\t203.0.113.77\tURL",
        "2026-02-23T10:21:06+01:00;502;URL;203.0.113.77",
        "# seen by the monitor^^time;url;status;client^1771838466;URL;502;203.0.113.77^^",
        "when;url;status;client^1771838466000;URL;502;203.0.113.77"
      })
  void reads_tables_as_programs_write_them(String text) {
    IncidentFile file =
        IncidentFile.parse("incidents.csv", text.replace("^", "\n").replace("URL", URL));
    assertThat(file.problems()).isEmpty();
    assertThat(file.incidents()).containsExactly(SEEN);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-23T09:21:06.250Z, 250",
    "2026-02-23 09:21:06 UTC, 0",
    "2026-02-23T11:21:06 +0200, 0",
    "2026-02-23T04:21:06-05, 0",
    "1771838466.5, 500"
  })
  void reads_times(String text, long millis) {
    assertThat(ClientTimes.read(text)).contains(TIME.plusMillis(millis));
  }

  @Test
  void a_comma_before_the_fraction_is_read() {
    assertThat(ClientTimes.read("2026-02-23 09:21:06,250")).contains(TIME.plusMillis(250));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "02/03/2026 09:21:06", "09:21:06", "2026-02-30T09:21:06Z", "502"})
  void refuses_times_that_are_none_or_two(String text) {
    assertThat(ClientTimes.read(text)).isEmpty();
  }

  @Test
  void rows_that_cannot_be_read_are_told_with_their_line() {
    IncidentFile file =
        IncidentFile.parse(
            "i.csv",
            """
            time,url,status
            yesterday,/a,502
            2026-02-23T09:21:06Z,,502
            2026-02-23T09:21:06Z,"/multi
            line",502
            2026-02-23T09:21:06Z,/b,bad
            2026-02-23T09:21:06Z,"/torn,502
            2026-02-23T09:21:06Z,/c,-
            """);
    assertThat(file.problems()).extracting(LogProblem::line).containsExactly(2L, 3L, 6L, 7L);
    assertThat(file.problems().get(0).reason()).contains("yesterday", "2026-02-23T09:21:06Z");
    assertThat(file.incidents())
        .extracting(Incident::url)
        .containsExactly("/multi\nline", "/b", "/c");
    assertThat(file).hasToString("i.csv: 3 incidents, 4 problems");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "time,status\\n2026-02-23T09:21:06Z,502 | 1",
        "'' | 0",
        "time,url\\n | 0",
        "2026-02-23T09:21:06Z,2026-02-23T09:21:07Z,/a,502 | 1"
      })
  void says_what_to_write_when_no_columns_are_known(String text, long line) {
    IncidentFile file = IncidentFile.parse("i.csv", text.replace("\\n", "\n"));
    assertThat(file.incidents()).isEmpty();
    assertThat(file.problems()).extracting(LogProblem::line).containsExactly(line);
  }

  @ParameterizedTest
  @CsvSource({
    "http://stats.mosaic.example:8080/a/b?c=//d, stats.mosaic.example, /a/b",
    "/a/b?c, , /a/b",
    "stats.mosaic.example/a, stats.mosaic.example, /a",
    "a/b, , /a/b",
    "index.html, , /index.html",
    "https://stats.mosaic.example, stats.mosaic.example, /"
  })
  void a_url_has_a_path_and_perhaps_a_host(String url, String host, String path) {
    Incident incident = new Incident(TIME, url, OptionalInt.empty(), Optional.empty());
    assertThat(incident.host()).isEqualTo(Optional.ofNullable(host));
    assertThat(incident.path()).isEqualTo(path);
  }

  @Test
  void reads_what_windows_saves_as_unicode(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("i.csv");
    Files.write(
        file, "\uFEFFtime;url\n2026-02-23T09:21:06Z;/ä\n".getBytes(StandardCharsets.UTF_16LE));
    assertThat(IncidentFile.read(file).incidents()).extracting(Incident::url).containsExactly("/ä");
  }

  @Test
  void reads_the_incidents_of_the_scenarios() throws Exception {
    Path dir = Shared.dir("scenarios");
    int tables = 0;
    try (var files = Files.walk(dir)) {
      for (Path file : files.filter(f -> f.endsWith("incidents.csv")).toList()) {
        IncidentFile read = IncidentFile.read(file);
        assertThat(read.problems()).isEmpty();
        long rows = Files.readString(file).lines().filter(line -> !line.isBlank()).count() - 1;
        assertThat(read.incidents()).hasSize((int) rows);
        tables++;
      }
    }
    assertThat(tables).isPositive();
  }
}

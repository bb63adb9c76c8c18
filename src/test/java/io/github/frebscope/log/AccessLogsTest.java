package io.github.frebscope.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Known answers of logs in the other formats, told by their content. */
class AccessLogsTest {
  private static final LogOptions NEW_YORK =
      LogOptions.defaults().withZone(ZoneId.of("America/New_York"));

  @TempDir Path folder;
  private final List<AccessLine> lines = new ArrayList<>();

  private LogFile read(String log, LogOptions options) throws IOException {
    Path file = folder.resolve("any.log");
    Files.writeString(file, log);
    lines.clear();
    return AccessLogs.read(file, options, row -> lines.add(row.line()));
  }

  @Test
  void ncsa_has_its_offset() throws IOException {
    LogFile file =
        read(
            """
            198.51.100.7 - MOSAIC\\ann [23/Feb/2026:06:00:01 +0100] "GET /a?b=1 HTTP/1.1" 200 512
            198.51.100.7 - - [23/Feb/2026:06:00:02 -0800] "GET /c HTTP/1.1" 502 -
            198.51.100.7 - - [23/Foo/2026:06:00:02 -0800] "GET /c HTTP/1.1" 502 -
            """,
            LogOptions.defaults());
    assertThat(lines)
        .extracting(AccessLine::toString)
        .containsExactly("2026-02-23T05:00:01Z GET /a 200", "2026-02-23T14:00:02Z GET /c 502");
    assertThat(lines.get(0).query()).contains("b=1");
    assertThat(lines.get(0).value("cs-username")).contains("MOSAIC\\ann");
    assertThat(file.damaged()).isEqualTo(1);
    assertThat(file.missingFields()).contains("time-taken", "sc-win32-status");
  }

  private static final String IIS =
      """
      198.51.100.7, -, 2/23/2026, 6:00:01, W3SVC1, WEB01, 10.60.0.3, 29988, 100, 200, 502, 12002, GET, /a, x=1,
      198.51.100.7, -, 7/3/2026, 6:00:01, W3SVC1, WEB01, 10.60.0.3, 15, 100, 200, 200, 0, GET, /b, -,
      198.51.100.7, -, 7/3/2026, nonsense
      """;

  @Test
  void iis_needs_a_zone() throws IOException {
    LogFile file = read(IIS, NEW_YORK);
    assertThat(lines)
        .extracting(AccessLine::toString)
        .containsExactly(
            "2026-02-23T11:00:01Z GET /a 502 win32 12002 in 29988 ms",
            "2026-07-03T10:00:01Z GET /b 200 in 15 ms");
    assertThat(lines.get(0).value("s-sitename")).contains("W3SVC1");
    assertThat(file.damaged()).isEqualTo(1);
    assertThatExceptionOfType(LogFormatException.class)
        .isThrownBy(() -> read(IIS, LogOptions.defaults()))
        .withMessageContaining("withZone");
  }

  @Test
  void iis_whose_dates_are_open_is_refused() {
    assertThatExceptionOfType(LogFormatException.class)
        .isThrownBy(() -> read(IIS.replace("2/23/", "2/2/"), NEW_YORK))
        .withMessageContaining("day from the month");
  }

  @Test
  void w3c_is_read_as_w3c() throws IOException {
    read("#Fields: date time sc-status\n2026-02-23 05:00:01 200\n", LogOptions.defaults());
    assertThat(lines)
        .extracting(AccessLine::toString)
        .containsExactly("2026-02-23T05:00:01Z / 200");
  }
}

package io.github.frebscope.log;

import static io.github.frebscope.log.LogText.HEADER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.frebscope.trace.StatusCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Known answers of the reader of W3C logs. */
class W3cLogTest {
  private static final String LINE =
      "2026-02-23 05:00:12 10.60.0.3 GET /tickets a=b 80 - 198.51.100.10"
          + " Mozilla/5.0+(Windows+NT+10.0) - 502 3 12002 29988\n";

  @Test
  void reads_all_fields() {
    LogText.Read read = LogText.read(HEADER + LINE);
    AccessLine line = read.lines().get(0);
    assertThat(line.number()).isEqualTo(5);
    assertThat(line.file()).isEqualTo("a.log");
    assertThat(line.end()).isEqualTo(Instant.parse("2026-02-23T05:00:12Z"));
    assertThat(line.start()).isEqualTo(Instant.parse("2026-02-23T04:59:42.012Z"));
    assertThat(line.status()).contains(StatusCode.of(502, 3));
    assertThat(line.win32Status()).hasValue(12002);
    assertThat(line.timeTaken()).contains(Duration.ofMillis(29988));
    assertThat(line.path()).isEqualTo("/tickets");
    assertThat(line.query()).contains("a=b");
    assertThat(line.value("CS(user-agent)")).contains("Mozilla/5.0+(Windows+NT+10.0)");
    assertThat(AccessLine.withBlanks(line.value("cs(User-Agent)").get()))
        .isEqualTo("Mozilla/5.0 (Windows NT 10.0)");
    assertThat(line.value("cs-username")).isEmpty();
    assertThat(read.file().lines()).isEqualTo(1);
    assertThat(read.file().isWhole()).isTrue();
    assertThat(read.file().missingFields()).isEmpty();
    assertThat(read.file().starts()).containsExactly(Instant.parse("2026-02-23T05:00:00Z"));
  }

  @Test
  void the_row_answers_without_texts() throws IOException {
    List<String> seen = new ArrayList<>();
    byte[] log = (HEADER + LINE).getBytes(StandardCharsets.UTF_8);
    W3cLog.read(
        "a.log",
        new ByteArrayInputStream(log),
        row -> {
          seen.add(row.status() + " " + row.subStatus() + " " + row.win32Status());
          seen.add(row.startMillis() + " " + row.endMillis() + " " + row.timeTakenMillis());
          seen.add(row.path() + " " + row.pathEquals("/TICKETS") + " " + row.pathEquals("/ticket"));
          seen.add(row.text("c-ip") + row.text("cs-username") + row.text("nothing"));
          seen.add(row.has("c-ip") + " " + row.has("cs-username") + " " + row.has("nothing"));
          seen.add(row.valueEquals("s-port", "80") + " " + row.valueEquals("cs-username", ""));
        });
    assertThat(seen)
        .containsExactly(
            "502 3 12002",
            "1771822782012 1771822812000 29988",
            "/tickets true false",
            "198.51.100.10",
            "true false false",
            "true true");
  }

  @Test
  void fields_may_change_in_mid_file() {
    String log =
        """
        #Fields: date time cs-uri-stem sc-status
        2026-02-23 05:00:01 /a 200
        #Software: Microsoft Internet Information Services 10.0
        #Version: 1.0
        #Date: 2026-02-23 06:00:00
        #Fields: sc-status cs-uri-stem time date X-ARR-LOG-ID
        502 /b 06:00:05 2026-02-23 5d3a
        #Fields: date time cs-uri-stem sc-status time-taken
        2026-02-23 07:00:01 /c 404 7
        """;
    LogText.Read read = LogText.read(log);
    assertThat(read.shown())
        .containsExactly(
            "2026-02-23T05:00:01Z /a 200",
            "2026-02-23T06:00:05Z /b 502",
            "2026-02-23T07:00:01Z /c 404 in 7 ms");
    assertThat(read.lines().get(1).arrLogId()).contains("5d3a");
    assertThat(read.file().missingFields()).contains("time-taken", "sc-win32-status", "c-ip");
    assertThat(read.file().starts()).containsExactly(Instant.parse("2026-02-23T06:00:00Z"));
  }

  @Test
  void time_only_logs_take_the_day_of_their_header_and_pass_midnight() {
    String log =
        """
        #Date: 2026-02-22 23:50:00
        #Fields: time cs-uri-stem sc-status
        23:59:58 /a 200
        00:00:02 /b 200
        23:59:59 /c 200
        00:00:01 /d 200
        14:00:00 /e 200
        #Date: 2026-03-01 08:00:00
        08:00:05 /f 200
        """;
    LogText.Read read = LogText.read(log);
    assertThat(read.shown())
        .containsExactly(
            "2026-02-22T23:59:58Z /a 200",
            "2026-02-23T00:00:02Z /b 200",
            "2026-02-22T23:59:59Z /c 200",
            "2026-02-23T00:00:01Z /d 200",
            "2026-02-23T14:00:00Z /e 200",
            "2026-03-01T08:00:05Z /f 200");
    assertThat(read.file().missingFields()).contains("date");
    assertThat(read.file().first()).contains(Instant.parse("2026-02-22T23:59:58Z"));
  }

  @Test
  void time_without_any_date_is_damage() {
    LogText.Read read = LogText.read("#Fields: time sc-status\n10:00:00 200\n");
    assertThat(read.lines()).isEmpty();
    assertThat(read.file().problems())
        .extracting(LogProblem::toString)
        .containsExactly("line 2: no date in it or in a #Date: line before it, or no time");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-23 24:00:00, 2026-02-24T00:00:00Z",
    "2026-02-23 24:00:01, ''",
    "2026-02-23 25:00:00, ''",
    "2026-02-23 23:59:60, 2026-02-24T00:00:00Z",
    "2026-02-23 05:00:12.345, 2026-02-23T05:00:12.345Z",
    "2026-02-23 05:00:12.5, 2026-02-23T05:00:12.500Z",
    "2026-02-23 05:00:12.x, ''",
    "2026-02-23 05:00:12., ''",
    "2026-02-30 05:00:12, ''",
    "2026-02-23 05:61:12, ''",
    "2026-2-23 05:00:12, ''",
    "2028-02-29 00:00:00, 2028-02-29T00:00:00Z",
    "- -, ''",
  })
  void dates_and_times(String written, String instant) {
    LogText.Read read = LogText.read("#Fields: date time sc-status\n" + written + " 200\n");
    if (instant.isEmpty()) {
      assertThat(read.lines()).isEmpty();
      assertThat(read.file().damaged()).isEqualTo(1);
    } else {
      assertThat(read.lines().get(0).end()).isEqualTo(Instant.parse(instant));
    }
  }

  @Test
  void lines_with_more_or_fewer_fields_are_told() {
    String log =
        """
        #Fields: date time cs-uri-stem sc-status
        2026-02-23 05:00:01 /a
        2026-02-23 05:00:01 /a 200 7
        2026-02-23 05:00:02 /ok 200
        """;
    LogText.Read read = LogText.read(log);
    assertThat(read.shown()).containsExactly("2026-02-23T05:00:02Z /ok 200");
    assertThat(read.file().damaged()).isEqualTo(2);
    assertThat(read.file().problems())
        .extracting(LogProblem::toString)
        .containsExactly(
            "line 2: 3 fields where the #Fields: line names 4",
            "line 3: 5 fields where the #Fields: line names 4");
  }

  @Test
  void all_damage_is_counted_and_the_first_ten_told() {
    String log = "#Fields: date time sc-status\n" + "x\n".repeat(25);
    LogFile file = LogText.read(log).file();
    assertThat(file.damaged()).isEqualTo(25);
    assertThat(file.problems()).hasSize(10);
    assertThat(file.problems().get(9).line()).isEqualTo(11);
    assertThat(file.isWhole()).isFalse();
  }

  @Test
  void lines_before_any_fields_are_damage() {
    LogText.Read read = LogText.read("2026-02-23 05:00:01 /a 200\n" + HEADER + LINE);
    assertThat(read.file().lines()).isEqualTo(1);
    assertThat(read.file().damaged()).isEqualTo(1);
  }

  @Test
  void a_last_line_without_an_end_is_told_and_its_last_value_is_left_out() {
    LogText.Read read = LogText.read((HEADER + LINE + LINE).strip());
    assertThat(read.file().lines()).isEqualTo(2);
    assertThat(read.file().damaged()).isZero();
    assertThat(read.file().isWhole()).isFalse();
    assertThat(read.lines().get(0).timeTaken()).contains(Duration.ofMillis(29988));
    assertThat(read.lines().get(1).timeTaken()).isEmpty();
    assertThat(read.lines().get(1).win32Status()).hasValue(12002);
  }

  @Test
  void a_torn_last_line_is_told() {
    LogText.Read read = LogText.read(HEADER + LINE + LINE.substring(0, 40));
    assertThat(read.file().lines()).isEqualTo(1);
    assertThat(read.file().damaged()).isEqualTo(1);
    assertThat(read.file().problems().get(0).toString()).startsWith("line 6: torn");
  }

  @Test
  void zero_bytes_cost_no_more_than_what_they_took() {
    String zeros = "\0".repeat(700_000);
    LogText.Read read =
        LogText.read(HEADER + LINE + LINE.substring(0, 30) + zeros + HEADER + LINE + zeros);
    assertThat(read.file().lines()).isEqualTo(2);
    assertThat(read.file().damaged()).isEqualTo(2);
    assertThat(read.file().problems())
        .extracting(LogProblem::toString)
        .containsExactly(
            "line 6: " + Damage.TORN,
            "line 6: 700000 zero bytes, as a crash or a power failure leaves them; what was meant"
                + " to be there is lost",
            "line 11: 700000 zero bytes at the end: room that was reserved and not written");
    assertThat(read.lines().get(1).number()).isEqualTo(10);
  }

  @Test
  void line_ends_of_both_kinds_a_byte_order_mark_and_blanks_at_the_end() {
    String old = HEADER.replace("time-taken", "time-taken ") + LINE.replace("29988", "29988 ");
    List<AccessLine> expected = LogText.read(HEADER + LINE).lines();
    assertThat(LogText.read((HEADER + LINE).replace("\n", "\r\n")).lines()).isEqualTo(expected);
    assertThat(LogText.read("\uFEFF" + HEADER + LINE).lines()).isEqualTo(expected);
    assertThat(LogText.read(old).lines()).isEqualTo(expected);
    assertThat(LogText.read(HEADER + LINE + "\n\n").file().isWhole()).isTrue();
  }

  @Test
  void utf_8_and_the_servers_code_page() {
    String log = "#Fields: date time cs-uri-stem\n2026-02-23 05:00:01 /caf\u00e9/\u20ac\n";
    assertThat(LogText.read(log).lines().get(0).path()).isEqualTo("/caf\u00e9/\u20ac");
    byte[] ansi = log.replace("\u20ac", "").getBytes(StandardCharsets.ISO_8859_1);
    assertThat(LogText.read(ansi).lines().get(0).path()).isEqualTo("/caf\u00e9/");
  }

  @Test
  void large_numbers() {
    String log =
        """
        #Fields: date time sc-status sc-substatus sc-win32-status time-taken
        2026-02-23 05:00:01 502 3 2147954402 4294967295
        2026-02-23 05:00:01 1000 99999999999 99999999999999999999 99999999999999999999
        2026-02-23 05:00:01 -5 x - -
        """;
    List<AccessLine> lines = LogText.read(log).lines();
    assertThat(lines.get(0).win32Status()).hasValue(2147954402L);
    assertThat(lines.get(0).timeTaken()).contains(Duration.ofMillis(4294967295L));
    assertThat(lines.get(1).status()).isEmpty();
    assertThat(lines.get(1).subStatus()).isEmpty();
    assertThat(lines.get(1).win32Status()).isEmpty();
    assertThat(lines.get(2).status()).isEmpty();
  }

  @Test
  void a_line_without_bounds_is_passed_over() {
    String log = HEADER + "x".repeat(5_000_000) + "\n" + LINE;
    LogText.Read read = LogText.read(log);
    assertThat(read.file().lines()).isEqualTo(1);
    assertThat(read.file().damaged()).isEqualTo(1);
    assertThat(read.lines().get(0).number()).isEqualTo(6);
  }

  @Test
  void an_empty_log() {
    assertThat(LogText.read("").file().isWhole()).isTrue();
    assertThat(LogText.read(HEADER).file().lines()).isZero();
    assertThat(LogText.read("#Fields:\n \nx\n").file().damaged()).isEqualTo(2);
  }

  @Test
  void progress_is_told_and_reading_stops_on_request() {
    byte[] log = (HEADER + LINE.repeat(5000)).getBytes(StandardCharsets.UTF_8);
    List<Long> told = new ArrayList<>();
    List<AccessLine> seen = new ArrayList<>();
    LogText.read(new ByteArrayInputStream(log), LogOptions.defaults().withProgress(told::add));
    assertThat(told).isSorted().endsWith((long) log.length).hasSizeGreaterThan(1);
    LogText.Read read =
        LogText.read(
            new ByteArrayInputStream(log),
            LogOptions.defaults().stoppedWhen(() -> seen.add(null) && seen.size() > 3));
    assertThat(read.lines()).hasSize(3);
    assertThat(read.file().problems())
        .containsExactly(new LogProblem(8, "reading was stopped here on request"));
  }

  @Test
  void what_is_no_w3c_log_is_refused_with_a_remedy() {
    assertRefused(HEADER.getBytes(StandardCharsets.UTF_16), "UTF-16");
    assertRefused(HEADER.getBytes(StandardCharsets.UTF_16LE), "UTF-16");
    assertRefused(new byte[] {1, 2, 3, 4, 5, 1, 1, 2, 3, 0, 4}, "LogParser -i:BIN");
    assertRefused(new byte[] {'P', 'K', 3, 4, 5, 1, 1, 2, 3, 0, 4}, "unpack");
    assertRefused(
        "10.1.2.3 - - [23/Feb/2026:06:00:01 +0100] \"GET /a HTTP/1.1\" 200 512\n"
            .getBytes(StandardCharsets.UTF_8),
        "NCSA common format");
    assertRefused(
        "10.1.2.3, -, 2/23/2026, 6:00:01, W3SVC1, WEB01, 10.0.0.1, 15, 100, 200, 200, 0, GET, /a, -,\n"
            .getBytes(StandardCharsets.UTF_8),
        "IIS's own format");
  }

  private static void assertRefused(byte[] log, String word) {
    assertThatExceptionOfType(LogFormatException.class)
        .isThrownBy(() -> W3cLog.read("a.log", new ByteArrayInputStream(log), row -> {}))
        .withMessageContaining(word)
        .withMessageStartingWith("a.log: ");
  }
}

package io.github.frebscope.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.github.frebscope.cause.Confidence;
import io.github.frebscope.config.Setting;
import io.github.frebscope.doctor.Explanation;
import io.github.frebscope.doctor.Fact;
import io.github.frebscope.doctor.FarmDiagnosis;
import io.github.frebscope.doctor.FarmVerdict;
import io.github.frebscope.doctor.SettingAdvice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A page that changes must be read before it becomes the golden one: -Dfrebscope.update=true. */
class DoctorReportTest {
  private static final Path GOLDEN = Path.of("src/test/resources/report/doctor");
  private static final Instant TIME = Instant.parse("2026-03-02T08:12:35Z");
  private static final String ELEMENT = "applicationPools/add[@name='ShopPool']";

  private static FarmDiagnosis farm() {
    List<Fact> facts = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      facts.add(
          Fact.of(
                  "w3c-first-hit",
                  "GET /basket?id=7&token=s3cr3t0123 took 35,417 ms, the first after 29 min")
              .on("web0" + (1 + i % 2))
              .at(TIME.plusSeconds(3600L * i))
              .from("web0" + (1 + i % 2) + "/LogFiles/W3SVC2/u_ex260302.log:" + (812 + i))
              .with("url", "/basket?id=7&token=s3cr3t0123")
              .with("status", 200L)
              .with("time", "08:12"));
    }
    return new FarmDiagnosis(
        "farm",
        "There is no trace because none of these servers answered 502. Most likely: a cold start.",
        List.of(
            new FarmVerdict(
                Explanation.COLDSTART_SUSPECT,
                Optional.empty(),
                Optional.of("shop"),
                Confidence.MEDIUM,
                "Nine requests that came first after a quiet time of 29 minutes or more took over"
                    + " 30 s. The pool starts on demand.",
                facts,
                List.of("the System event log of web02", "the log of what stands in front"),
                "Set startMode to AlwaysRunning on web01 only, and compare the two for a day."),
            new FarmVerdict(
                Explanation.RECORDER_UNPROVEN,
                Optional.of("web02"),
                Optional.empty(),
                Confidence.LOW,
                "There is no applicationHost.config of web02.",
                List.of(),
                List.of(),
                "Collect it.")),
        List.of(advice("web01"), advice("web02")),
        List.of(),
        List.of(
            Fact.of("servers", "2 servers, none of them a front end"),
            Fact.of("recorder-ok", "tracing is on for 502 on *").on("web01"),
            Fact.of("traces", "no trace at all").on("web01"),
            Fact.of("traces", "no trace at all").on("web02")),
        List.of("events: run frebscope doctor --collect --server web02"),
        List.of("web02/LogFiles/W3SVC2/u_ex260301.log: line 12: 3 fields instead of 15"));
  }

  private static SettingAdvice advice(String server) {
    return new SettingAdvice(
        server,
        new Setting<>(
            "OnDemand",
            "config/applicationHost.config",
            27,
            ELEMENT,
            "startMode",
            Setting.Origin.OWN),
        "AlwaysRunning",
        "The worker process starts with the first request, which waits for it.",
        "web01".equals(server) ? "2 cold first requests." : "1 cold first request.",
        "%windir%\\system32\\inetsrv\\appcmd.exe set apppool \"ShopPool\" /startMode:AlwaysRunning",
        "Set-ItemProperty 'IIS:\\AppPools\\ShopPool' -Name startMode -Value AlwaysRunning",
        List.of(Explanation.COLDSTART_SUSPECT));
  }

  private static FarmDiagnosis hostile() {
    String name = "a\u001b[31mred\u202E|x|\n# <script> `rm` ```";
    String evil = name + " token=s3cr3t0123";
    Fact fact =
        Fact.of("k", evil).on(name).at(TIME).from(name).with("text", evil).with("apiKey", "k123");
    return new FarmDiagnosis(
        name,
        evil,
        List.of(
            new FarmVerdict(
                Explanation.RULE_MISS,
                Optional.of(name),
                Optional.of(name),
                Confidence.HIGH,
                evil,
                List.of(fact),
                List.of(evil),
                evil)),
        List.of(
            new SettingAdvice(
                name,
                new Setting<>(evil, name, 1, name, name, Setting.Origin.OWN),
                evil,
                evil,
                evil,
                evil,
                List.of())),
        List.of(),
        List.of(fact),
        List.of(evil),
        List.of(evil));
  }

  private static FarmDiagnosis healthy() {
    return new FarmDiagnosis(
        "farm",
        "Nothing failed.",
        List.of(),
        List.of(),
        List.of(),
        List.of(Fact.of("recorder-ok", "tracing is on for 502 on *").on("web01")),
        List.of(),
        List.of());
  }

  @ParameterizedTest
  @CsvSource({"farm", "hostile", "healthy"})
  void a_page(String name) throws IOException {
    FarmDiagnosis diagnosis =
        switch (name) {
          case "farm" -> farm();
          case "hostile" -> hostile();
          default -> healthy();
        };
    DoctorReport report = DoctorReport.of(diagnosis);
    golden(name + ".txt", report.text(ReportOptions.standard()));
    golden(name + ".md", report.markdown(ReportOptions.standard()));
    golden(name + ".jsonl", report.jsonl(ReportOptions.standard()));
  }

  private static void golden(String name, String text) throws IOException {
    Path golden = GOLDEN.resolve(name);
    if (Boolean.getBoolean("frebscope.update")) {
      Files.createDirectories(GOLDEN);
      Files.writeString(golden, text);
    }
    assertThat(text).isEqualTo(Files.readString(golden).replace("\r\n", "\n"));
  }

  @Test
  void the_same_change_on_two_servers_is_one_entry_with_each_command_once() {
    String text = DoctorReport.of(farm()).toString();
    assertThat(text).containsOnlyOnce("set apppool").containsOnlyOnce("Set-ItemProperty");
    assertThat(text).contains("on web01, web02, in config/applicationHost.config\n");
    assertThat(text).containsOnlyOnce("The worker process starts with the first request");
    assertThat(text)
        .contains("    Seen on web01: 2 cold first requests.\n")
        .contains("    Seen on web02: 1 cold first request.\n");
  }

  @Test
  void all_lines_but_commands_keep_to_the_width() {
    DoctorReport.of(farm())
        .toString()
        .lines()
        .filter(line -> !line.contains("appcmd.exe") && !line.contains("Set-ItemProperty"))
        .forEach(line -> assertThat(line.length()).as(line).isLessThanOrEqualTo(80));
  }

  @Test
  void long_lists_are_shortened_unless_all_is_asked_for() {
    assertThat(DoctorReport.of(farm()).toString())
        .contains("and 3 more; --all shows them")
        .doesNotContain(":820");
    assertThat(DoctorReport.of(farm()).all(true).toString())
        .doesNotContain("--all shows them")
        .contains(":820");
  }

  @Test
  void secrets_are_masked_everywhere_unless_asked_for() {
    ReportOptions open = ReportOptions.standard().withRedaction(Redaction.off());
    for (FarmDiagnosis diagnosis : List.of(farm(), hostile())) {
      DoctorReport report = DoctorReport.of(diagnosis).all(true);
      assertThat(report.toString()).doesNotContain("s3cr3t").contains("[masked, ");
      assertThat(report.markdown(ReportOptions.standard())).doesNotContain("s3cr3t");
      assertThat(report.jsonl(ReportOptions.standard())).doesNotContain("s3cr3t");
      assertThat(report.text(open)).contains("s3cr3t");
      assertThat(report.jsonl(open)).contains("s3cr3t");
    }
    assertThat(DoctorReport.of(hostile()).jsonl(ReportOptions.standard())).doesNotContain("k123");
  }

  @Test
  void hostile_texts_can_do_nothing() {
    DoctorReport report = DoctorReport.of(hostile());
    for (String text : List.of(report.toString(), report.markdown(ReportOptions.standard()))) {
      assertThat(text).doesNotContain("\u001b").doesNotContain("\u202E");
    }
    String markdown = report.markdown(ReportOptions.standard());
    List<String> rows = markdown.lines().filter(line -> line.startsWith("| ")).toList();
    assertThat(rows).hasSize(6);
    // A bar that does not end a cell is written &#124;.
    assertThat(rows.subList(0, 3)).allSatisfy(row -> assertThat(row.split("\\|", -1)).hasSize(6));
    assertThat(rows.subList(3, 6)).allSatisfy(row -> assertThat(row.split("\\|", -1)).hasSize(4));
    assertThat(markdown.lines().filter(line -> line.equals("````"))).hasSize(4);
    assertThat(report.jsonl(ReportOptions.standard()).lines()).hasSize(1);
  }

  @Test
  void json_has_the_promised_keys_in_order() throws IOException {
    String json = DoctorReport.of(farm()).jsonl(ReportOptions.standard());
    List<String> names = new ArrayList<>();
    try (JsonParser parser = new JsonFactory().createParser(json)) {
      int depth = 0;
      while (parser.nextToken() != null) {
        if (parser.currentToken().isStructStart()) {
          depth++;
        } else if (parser.currentToken().isStructEnd()) {
          depth--;
        } else if (depth == 1
            && parser.currentName() != null
            && !names.contains(parser.currentName())) {
          names.add(parser.currentName());
        }
      }
    }
    assertThat(names)
        .containsExactly(
            "root",
            "verdicts",
            "settings",
            "answer",
            "joined",
            "observations",
            "collect",
            "problems");
    assertThat(json)
        .contains("\"verdict\":\"COLDSTART_SUSPECT\",\"server\":null,\"site\":\"shop\"")
        .contains("\"time\":\"2026-03-02T08:12:35Z\"")
        .contains("\"status\":200,\"detail.time\":\"08:12\"")
        .contains("\"verdicts\":[\"COLDSTART_SUSPECT\"]");
    assertThat(IntStream.range(0, 9))
        .allSatisfy(i -> assertThat(json).contains(".log:" + (812 + i)));
  }

  @Test
  void without_a_verdict_failures_and_faults_are_not_called_well() {
    Fact failing =
        Fact.of("w3c-log", "the log has 9,001 lines, 12 of them 502")
            .on("web01")
            .with("failures", 12L);
    Fact fault = Fact.of("recorder-fault", "tracing is off").on("web02");
    assertThat(DoctorReport.of(seen(failing)).toString())
        .contains("No verdict, although the logs have 12 requests answered 502:")
        .doesNotContain("speaks for a problem");
    assertThat(DoctorReport.of(seen(fault)).toString())
        .contains("No verdict. What was looked at on web02 stands below.")
        .doesNotContain("speaks for a problem");
  }

  private static FarmDiagnosis seen(Fact fact) {
    return new FarmDiagnosis(
        "farm",
        "",
        List.of(),
        List.of(),
        List.of(),
        List.of(fact),
        List.of("the traces"),
        List.of());
  }

  @Test
  void a_long_name_is_broken_after_a_separator() {
    SettingAdvice advice =
        new SettingAdvice(
            "proxy",
            new Setting<>(
                "00:01:00",
                "config/applicationHost.config",
                62,
                "webFarms/webFarm[@name='statsfarm']/applicationRequestRouting/protocol",
                "timeout",
                Setting.Origin.OWN),
            "00:03:00",
            "Wait longer.",
            "",
            "",
            List.of());
    FarmDiagnosis diagnosis =
        new FarmDiagnosis(
            "farm", "", List.of(), List.of(advice), List.of(), List.of(), List.of(), List.of());
    assertThat(DoctorReport.of(diagnosis).toString())
        .contains("/protocol@\n    timeout: 00:01:00 -> 00:03:00\n");
  }

  @Test
  void without_a_verdict_it_says_what_was_looked_at() {
    assertThat(DoctorReport.of(healthy()).toString())
        .contains("No verdict. What was looked at on web01 stands below; nothing there speaks for");
    FarmDiagnosis nothing =
        new FarmDiagnosis(
            "farm",
            "",
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of("the W3C logs"),
            List.of());
    assertThat(DoctorReport.of(nothing).toString())
        .contains("No verdict: there was nothing to look at.\nThat is no proof")
        .contains("Collect next\n   - the W3C logs\n");
  }
}

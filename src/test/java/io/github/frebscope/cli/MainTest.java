package io.github.frebscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.query.TerminalText;
import io.github.frebscope.testing.Fixtures;
import io.github.frebscope.testing.Samples;
import io.github.frebscope.testing.Shared;
import io.github.frebscope.testing.TraceWriter;
import io.github.frebscope.trace.Trace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
  @TempDir private Path dir;

  private Path good;
  private String out = "";
  private String err = "";

  @BeforeEach
  void write() throws IOException {
    good = dir.resolve("fr000001.xml");
    Files.write(good, trace());
  }

  private static byte[] trace() {
    Trace trace =
        Samples.trace(
                Samples.event(0, 0, 0, "GENERAL_REQUEST_START", "", Map.of(), "SiteId", "5"),
                Samples.event(
                    1,
                    8078,
                    3,
                    "MODULE_SET_RESPONSE_ERROR_STATUS",
                    "RequestNotifications",
                    Map.of("Notification", "EXECUTE_REQUEST_HANDLER"),
                    "ModuleName",
                    "ApplicationRequestRouting",
                    "Notification",
                    "128",
                    "HttpStatus",
                    "502",
                    "HttpReason",
                    "Bad Gateway",
                    "HttpSubStatus",
                    "3",
                    "ErrorCode",
                    "2147954402",
                    "ConfigExceptionInfo",
                    ""),
                Samples.event(2, 8078, 0, "GENERAL_REQUEST_END", "", Map.of(), "HttpStatus", "502"))
            .build();
    return TraceWriter.write(trace);
  }

  private int run(String... args) {
    return run(Map.of(), false, args);
  }

  private int run(Map<String, String> environment, boolean terminal, String... args) {
    ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
    ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
    int exit =
        Main.run(
            args,
            new Terminal(
                new PrintStream(outBytes, false, StandardCharsets.UTF_8),
                new PrintStream(errBytes, true, StandardCharsets.UTF_8),
                terminal,
                false,
                80,
                environment));
    out = outBytes.toString(StandardCharsets.UTF_8);
    err = errBytes.toString(StandardCharsets.UTF_8);
    return exit;
  }

  private void torn() throws IOException {
    byte[] whole = trace();
    Files.write(dir.resolve("fr000002.xml"), Arrays.copyOf(whole, whole.length * 3 / 5));
  }

  @Test
  void summary_says_who_produced_the_failures() {
    assertThat(run("summary", dir.toString())).isZero();
    assertThat(out)
        .startsWith("1 trace of 1 server, 2026-11-03 06:12:44Z\n")
        .contains("    1  502.3   ApplicationRequestRouting  RequestRouting\n");
    assertThat(err).isEmpty();
  }

  @Test
  void a_server_can_be_named() {
    assertThat(run("summary", "FRONT1=" + dir)).isZero();
    assertThat(out).contains("on FRONT1");
  }

  @Test
  void damage_is_told_and_strict_makes_it_an_error() throws IOException {
    Files.writeString(dir.resolve("fr000003.xml"), "<html/>");
    Files.writeString(dir.resolve("notes.xml"), "<notes/>");
    assertThat(run("summary", dir.toString())).isZero();
    assertThat(out)
        .contains("1 read whole, 0 damaged, 1 unreadable")
        .contains("note: 1 .xml file with another name was passed over; --any-name reads it");
    assertThat(run("summary", "--strict", dir.toString())).isEqualTo(3);
    assertThat(err)
        .isEqualTo(
            "frebscope: --strict: 0 damaged and 1 unreadable; --ledger lists them"
                + System.lineSeparator());
    assertThat(run("traces", dir.toString())).isZero();
    assertThat(err)
        .startsWith("files: 1 whole, 1 unreadable (--ledger lists them)\n")
        .doesNotContain("fr000003");
    assertThat(run("traces", "--ledger", dir.toString())).isZero();
    assertThat(err).contains("fr000003.xml: unreadable: ");
    assertThat(run("summary", "--any-name", dir.toString())).isZero();
    assertThat(out).contains("2 unreadable").doesNotContain("--any-name");
  }

  @Test
  void traces_writes_json_and_csv_and_a_table() {
    assertThat(run("traces", "--format", "jsonl", dir.toString())).isZero();
    assertThat(out.lines())
        .singleElement()
        .asString()
        .startsWith("{\"file\":")
        .contains("\"module\":\"ApplicationRequestRouting\"")
        .contains("access_token=[masked, 6 characters]")
        .containsPattern("\"fingerprint\":\"1-[0-9a-f]{10}\",");
    assertThat(run("traces", "--format=CSV", "--show-secrets", dir.toString())).isZero();
    assertThat(out).startsWith("file,server,site,").contains("access_token=abcdef");
    assertThat(run("traces", dir.toString())).isZero();
    assertThat(out.lines()).hasSize(2).allMatch(line -> TerminalText.width(line) <= 80);
  }

  @Test
  void show_tells_one_trace() throws IOException {
    assertThat(run("show", good.toString())).isZero();
    assertThat(out)
        .contains("Verdict    ApplicationRequestRouting (RequestRouting) set 502.3")
        .contains("Evidence   event 1 at 06:12:52.718 MODULE_SET_RESPONSE_ERROR_STATUS")
        .contains("Timeline (> marks");
    assertThat(run("show", "--flat", good.toString())).isZero();
    assertThat(out).contains("Events that matter");
    assertThat(run("show", "--min-gap", "2s", good.toString())).isZero();
    assertThat(out).contains("Time went  8,078 ms ±16 ms with no module traced");
    assertThat(run("show", "--min-gap", "2x", good.toString())).isEqualTo(2);
    assertThat(err).contains("'2x' is no length of time; write 500, 500ms, 2s or 1.5min");
    assertThat(run("show", "--all", good.toString())).isZero();
    assertThat(out).contains("ErrorCode = 2147954402 (0x80072EE2 ERROR_WINHTTP_TIMEOUT)");
    torn();
    String torn = dir.resolve("fr000002.xml").toString();
    assertThat(run("show", torn)).isZero();
    assertThat(out).contains("1 problem in the file");
    assertThat(run("show", "--strict", torn)).isEqualTo(3);
    assertThat(err).contains("--strict").contains("is damaged");
  }

  @Test
  void show_reads_out_of_an_archive_what_traces_names() throws IOException {
    Path zip = dir.resolve("farm 1.zip");
    try (OutputStream file = Files.newOutputStream(zip);
        ZipOutputStream entries = new ZipOutputStream(file)) {
      entries.putNextEntry(new ZipEntry("web01/W3SVC5/fr000009.xml"));
      entries.write(trace());
    }
    String inside = zip + "!/web01/W3SVC5/fr000009.xml";
    assertThat(run("traces", "--format", "jsonl", zip.toString())).isZero();
    assertThat(out).contains("!/web01/W3SVC5/fr000009.xml");
    assertThat(run("show", inside)).isZero();
    String typed = inside.substring(zip.toString().length()).replace('/', '\\');
    assertThat(run("show", zip + typed)).as("as Windows writes it").isZero();
    assertThat(out).contains("ApplicationRequestRouting");
    assertThat(run("show", zip + "!/web01/none.xml")).isEqualTo(3);
    assertThat(err).contains("no such file in the archive");
    assertThat(run("show", zip.toString())).isEqualTo(2);
    assertThat(err).contains("is an archive; show reads one trace");
  }

  @Test
  void show_tells_what_is_wrong_with_its_file() throws IOException {
    Path text = Files.writeString(dir.resolve("readme.txt"), "hello");
    assertThat(run("show", text.toString())).isEqualTo(3);
    assertThat(err).contains("readme.txt").contains("cannot be read as a trace");
    assertThat(run("show", dir.toString())).isEqualTo(2);
    assertThat(err).contains("is a folder; show reads one trace, 'frebscope traces' lists");
    assertThat(run("show", dir.resolve("none.xml").toString())).isEqualTo(3);
    assertThat(err).contains("none.xml: no such file");
    assertThat(out).isEmpty();
    assertThat(err.lines()).hasSize(1);
  }

  @Test
  void nothing_readable_is_3_and_wrong_usage_is_2() throws IOException {
    assertThat(run("summary", dir.resolve("none").toString())).isEqualTo(3);
    assertThat(err).startsWith("frebscope: ").contains("none");
    Path empty = Files.createDirectory(dir.resolve("empty"));
    assertThat(run("summary", empty.toString())).isEqualTo(3);
    assertThat(err).contains("no traces in " + empty).contains("fr000001.xml");
    Files.writeString(empty.resolve("other.xml"), "<a/>");
    assertThat(run("summary", empty.toString())).isEqualTo(3);
    assertThat(err).contains("--any-name reads it");
    Files.writeString(empty.resolve("fr000001.xml"), "<a/>");
    assertThat(run("summary", empty.toString())).isEqualTo(3);
    assertThat(err).contains("no trace could be read").contains("fr000001.xml: unreadable: ");
    for (String[] wrong :
        new String[][] {
          {},
          {"nonsense"},
          {"summary"},
          {"summary", "--bogus", "x"},
          {"summary", "--threads", "0", dir.toString()},
          {"summary", "WEB01="},
          {"traces", "--format", "xml", dir.toString()},
          {"show"}
        }) {
      assertThat(run(wrong)).as(String.join(" ", wrong)).isEqualTo(2);
      assertThat(err).startsWith("frebscope: ").contains("--help' for help.");
      assertThat(err.lines()).hasSize(2);
      assertThat(out).isEmpty();
    }
  }

  @Test
  void wrong_usage_says_what_was_probably_meant() throws IOException {
    for (String[] wrong :
        new String[][] {
          {"sumary " + dir, "there is no command 'sumary'; did you mean summary?"},
          {"xyz", "there is no command 'xyz'; the commands are summary, traces, query, show, "},
          {"show --mingap 500 " + good, "Unknown option: '--mingap'; did you mean --min-gap?"},
          {"show --mingap=5 " + good, "Unknown option: '--mingap=5'; did you mean --min-gap?"},
          {"show " + good + " b", "'b' is one too many: show takes FILE; quote a path"},
          {"compare a b c", "'c' is one too many: compare takes A and B; quote a path"},
          {"show " + dir + "/*.xml", "*.xml: * and ? are not expanded; show reads one trace"},
          {"summary " + dir + "/fr*", "fr*: * and ? are not expanded; name the folder"},
          {"view time-by-module W=" + dir + "/f?", "* and ? are not expanded; name the folder"},
          {"traces --format xml x", "expected one of [table, jsonl, csv] but was 'xml'"},
          {"view time-by-module --top x y", "'x' is no whole number"}
        }) {
      assertThat(run(wrong[0].split(" "))).as(wrong[0]).isEqualTo(2);
      assertThat(err).startsWith("frebscope: ").contains(wrong[1]);
      assertThat(out).isEmpty();
    }
    assertThat(run("show", "")).isEqualTo(2);
    assertThat(err).contains("the name of the file is empty");
    assertThat(run("compare", good.toString(), good.toString())).isZero();
    assertThat(err).isEqualTo("note: A and B are the same file" + System.lineSeparator());
    Path odd = Files.copy(good, dir.resolve("fr*.xml"));
    assertThat(run("show", odd.toString())).as("a name with a star").isZero();
  }

  @Test
  void view_lists_the_views_and_names_near_ones() {
    assertThat(run("view")).isZero();
    assertThat(out)
        .startsWith("Usage: frebscope view")
        .contains("Views:\n  bad-gateway-by-module ");
    String list = out;
    assertThat(run("view", "--help")).isZero();
    assertThat(out).isEqualTo(list);
    assertThat(run("view", "time-by-modul", dir.toString())).isEqualTo(2);
    assertThat(err)
        .isEqualTo(
            """
            frebscope: there is no view 'time-by-modul'; did you mean time-by-module?
            Try 'frebscope view --help' for help.
            """
                .replace("\n", System.lineSeparator()));
    assertThat(run("view", dir.toString())).isEqualTo(2);
    assertThat(err).contains("; the views are bad-gateway-by-module");
    assertThat(run("view", "--bogus")).isEqualTo(2);
    assertThat(err).startsWith("frebscope: Unknown option: '--bogus'");
    assertThat(out).isEmpty();
  }

  @Test
  void time_by_module_adds_up_a_set() throws IOException {
    Path set = Files.createDirectory(dir.resolve("set"));
    Files.copy(Fixtures.trace("arr-502.3-refused"), set.resolve("fr000001.xml"));
    Files.copy(Fixtures.trace("ancm2-502.3-size-limit"), set.resolve("fr000002.xml"));
    assertThat(run("view", "time-by-module", set.toString())).isZero();
    assertThat(err).isEmpty();
    assertThat(out)
        .startsWith("2 requests, 32,217 ms ±32 ms\n\nModule")
        .contains(
            "\n(not traced)                       93.6 %  30,140 ms ±32 ms     1      0       0\n")
        .contains("\nIn one request, without the 40 always below the clock\nModule  ")
        .contains("<clock counts the\ncalls that were too short for IIS's clock")
        .contains("1 trace does not tell its request to the end.\n");
    assertThat(out.lines()).allMatch(line -> TerminalText.width(line) <= 80);
    assertThat(run("view", "time-by-module", "--top", "2", set.toString())).isZero();
    assertThat(out).contains("\n(not traced)").contains(" more rows\n").doesNotContain("Rewrite");
    assertThat(run("view", "time-by-module", "--format", "jsonl", "--top=1", set.toString()))
        .isZero();
    assertThat(out)
        .isEqualTo(
            "{\"module\":\"(not traced)\",\"requests\":1,\"calls\":0,\"callsBelowClock\":0,"
                + "\"totalMs\":30140,\"totalErrorMs\":32,\"p50Ms\":30140,\"p50ErrorMs\":32,"
                + "\"p95Ms\":30140,\"p95ErrorMs\":32,\"maxMs\":30140,\"maxErrorMs\":32,"
                + "\"share\":0.935531,\"shareAtMost\":0.937456}\n");
    assertThat(run("view", "time-by-module", "--format", "csv", set.toString())).isZero();
    assertThat(out)
        .startsWith(
            "module,requests,calls,callsBelowClock,totalMs,totalErrorMs,p50Ms,p50ErrorMs,p95Ms,"
                + "p95ErrorMs,maxMs,maxErrorMs,share,shareAtMost\r\n(not traced),1,0,0,30140,32,");
  }

  @Test
  void time_by_module_tells_damage_and_what_it_cannot_do() throws IOException {
    torn();
    assertThat(run("view", "time-by-module", "--strict", dir.toString())).isZero();
    assertThat(out)
        .startsWith("1 request, 8,078 ms ±16 ms\n")
        .contains("\n(modules not traced)  100.0 %  8,078 ms ±16 ms")
        .contains("\n1 trace has no events of modules: trace the area RequestNotifications at");
    assertThat(err).startsWith("files: 1 whole, 1 duplicate (--ledger lists them)");
    Files.delete(good);
    assertThat(run("view", "time-by-module", "--strict", dir.toString())).isEqualTo(3);
    assertThat(out).contains("1 trace was not read whole.");
    assertThat(err).contains("files: 0 whole, 1 damaged").contains("--strict: 1 damaged");
    Path empty = Files.createDirectory(dir.resolve("empty"));
    assertThat(run("view", "time-by-module", empty.toString())).isEqualTo(3);
    assertThat(err).contains("no traces in " + empty);
    for (String[] wrong :
        new String[][] {
          {"view", "time-by-module"},
          {"view", "time-by-module", "--top", "0", dir.toString()},
          {"view", "time-by-module", "--format", "xml", dir.toString()}
        }) {
      assertThat(run(wrong)).as(String.join(" ", wrong)).isEqualTo(2);
      assertThat(err).contains("Try 'frebscope view time-by-module --help' for help.");
      assertThat(out).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "summary", "traces", "show", "view", "view time-by-module"})
  void every_help_has_a_description_and_examples(String command) {
    assertThat(run((command + " --help").strip().split(" "))).isZero();
    assertThat(out)
        .startsWith("Usage: frebscope")
        .contains("Examples:")
        .contains("C:\\inetpub\\logs\\FailedReqLogFiles")
        .contains("\\\\web01\\D$\\inetpub\\logs\\FailedReqLogFiles")
        .doesNotContain("\u001B");
    assertThat(out.lines()).allMatch(line -> line.length() <= 90);
    assertThat(err).isEmpty();
  }

  @Test
  void tells_its_version() {
    assertThat(run("--version")).isZero();
    assertThat(out).startsWith("frebscope ");
  }

  @Test
  void colours_follow_the_terminal_and_the_option() {
    Map<String, String> xterm = Map.of("TERM", "xterm");
    String path = dir.toString();
    run(xterm, true, "summary", path);
    assertThat(out).contains("\u001B[1m");
    run(xterm, false, "summary", path);
    assertThat(out).doesNotContain("\u001B");
    run(Map.of("TERM", "xterm", "NO_COLOR", "1"), true, "summary", path);
    assertThat(out).doesNotContain("\u001B");
    run(Map.of("TERM", "dumb"), true, "summary", path);
    assertThat(out).doesNotContain("\u001B");
    run(xterm, true, "summary", "--color", "never", path);
    assertThat(out).doesNotContain("\u001B");
    run(Map.of(), false, "summary", "--color=always", path);
    assertThat(out).contains("\u001B[1m");
    run(xterm, true, "show", "--help", "--color=never");
    assertThat(out).doesNotContain("\u001B");
  }

  @Test
  void a_reader_that_went_away_is_no_failure() {
    OutputStream closed =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
    for (String format : new String[] {"table", "jsonl", "csv"}) {
      int exit =
          Main.run(
              new String[] {"traces", "--format", format, dir.toString()},
              Terminal.of(
                  new PrintStream(closed, false, StandardCharsets.UTF_8),
                  new PrintStream(errBytes, true, StandardCharsets.UTF_8)));
      assertThat(exit).isZero();
    }
    assertThat(errBytes.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void says_the_same_under_a_turkish_locale() {
    run("summary", dir.toString());
    String usual = out;
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));
      assertThat(run("summary", dir.toString())).isZero();
      assertThat(out).isEqualTo(usual);
      assertThat(run("traces", "--format", "JSONL", dir.toString())).isZero();
      assertThat(out).contains("\"timeTakenMs\":8078");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void widths_are_read_with_care() {
    assertThat(Terminal.width(null, "120")).isEqualTo(120);
    assertThat(Terminal.width("", "wide")).isEqualTo(80);
    assertThat(Terminal.width("0", "10")).isEqualTo(40);
    assertThat(Terminal.width("9999")).isEqualTo(500);
  }

  @Test
  void summarises_the_real_traces() {
    Path corpus = Shared.dir("corpus");
    assertThat(run("summary", "--any-name", corpus.toString())).isZero();
    assertThat(out)
        .startsWith("43 traces of ")
        .contains("43 read whole, 0 damaged, 0 unreadable\n")
        .contains("ApplicationRequestRouting  RequestRouting\n");
    assertThat(out.lines())
        .filteredOn(line -> !line.contains(corpus.toString()))
        .allMatch(line -> TerminalText.width(line) <= 80);
  }
}

package io.github.frebscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code query}, the views that are queries, and {@code --where} of other commands. */
class QueryCommandTest {
  private static final String FARM = "testdata/farm";
  private static final String NO_599 =
      "no trace passes status=599; 149 were read." + " status is 502 (87), 404 (40), 500 (22)\n";

  private String out = "";
  private String err = "";

  private int run(String... args) {
    return run(80, args);
  }

  private int run(int width, String... args) {
    ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
    ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
    int exit =
        Main.run(
            args,
            new Terminal(
                new PrintStream(outBytes, false, StandardCharsets.UTF_8),
                new PrintStream(errBytes, true, StandardCharsets.UTF_8),
                false,
                false,
                width,
                Map.of()));
    out = outBytes.toString(StandardCharsets.UTF_8);
    err = errBytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    return exit;
  }

  private int query(String... args) {
    List<String> all = new ArrayList<>(List.of("query", FARM));
    all.addAll(List.of(args));
    return run(all.toArray(String[]::new));
  }

  @Test
  void counts_without_more_words() {
    assertThat(query()).isZero();
    assertThat(out).isEqualTo("Count\n  149\nof 149 traces, 1 damaged; 1 file unreadable\n");
    assertThat(err)
        .isEqualTo(
            "files: 148 whole, 1 damaged, 1 unreadable, 1 duplicate (--ledger lists them)\n");
  }

  @Test
  void groups_orders_and_limits() {
    assertThat(
            query(
                "--where",
                "status=502",
                "--where",
                "module!=-",
                "--by",
                "module",
                "--agg",
                "count,p95(timeTaken)",
                "--order-by",
                "p95(timeTaken):asc",
                "--limit",
                "1"))
        .isZero();
    assertThat(out)
        .isEqualTo(
            """
            Module              Count  p95 Took, ms
            AspNetCoreModuleV2     13      1,218±16
            ... 1 row left out by the limit
            of 86 traces; 1 file unreadable
            """);
  }

  @Test
  void a_narrow_terminal_shows_fewer_columns_and_says_so() {
    String[] args = {
      "query",
      FARM,
      "--by",
      "module,cause",
      "--agg",
      "count,p50(timeTaken),p95(timeTaken),last(start)"
    };
    assertThat(run(60, args)).isZero();
    assertThat(out)
        .contains("Count  p50 Took, ms\n")
        .endsWith(
            """
            not shown: p95 Took, ms; last Start (UTC) (a wider terminal
            or --format markdown shows all)
            """);
    assertThat(out.lines()).allMatch(line -> line.length() <= 60);
    assertThat(run(140, args)).isZero();
    assertThat(out).contains("last Start (UTC)").doesNotContain("not shown");
  }

  @Test
  void writes_csv() {
    assertThat(
            query(
                "--by",
                "cause",
                "--agg",
                "count,p95(timeTaken),last(start),top(1,module)",
                "-f",
                "csv",
                "--limit",
                "2"))
        .isZero();
    assertThat(out)
        .isEqualTo(
            "cause,count,p95(timeTakenMs),last(start),\"top(1,module)\"\r\n"
                + "\"\",63,453,2026-03-17T22:41:00.139Z,IIS Web Core (40)\r\n"
                + "CONNECT_REFUSED,30,2125,2026-03-17T03:00:28.119Z,ApplicationRequestRouting"
                + " (30)\r\n");
    assertThat(err)
        .startsWith(
            "... 4 rows left out by the limit\nof 149 traces, 1 damaged; 1 file unreadable\n");
  }

  @Test
  void writes_json_with_types() {
    assertThat(
            query(
                "--by",
                "backend,complete",
                "--agg",
                "count,share,max(timeTaken),first(start),top(1,statusCode)",
                "-f",
                "jsonl",
                "--limit",
                "2"))
        .isZero();
    assertThat(out.lines().toList().get(0))
        .startsWith("{\"backend\":null,\"complete\":true,\"count\":75,\"share\":0.503356,")
        .contains("\"top(1,statusCode)\":[{\"value\":\"404\",\"count\":40}]");
    assertThat(out.lines().toList().get(1))
        .isEqualTo(
            "{\"backend\":\"fab-web2.fabrik.example\",\"complete\":true,\"count\":52,"
                + "\"share\":0.348993,\"max(timeTakenMs)\":30015,"
                + "\"first(start)\":\"2026-03-16T03:00:00.809Z\","
                + "\"top(1,statusCode)\":[{\"value\":\"502.3\",\"count\":52}]}");
  }

  @Test
  void writes_markdown() {
    assertThat(query("--by", "server", "--where", "failure", "-f", "markdown")).isZero();
    assertThat(out)
        .isEqualTo(
            """
            | Server    | Count |
            | --------- | ----: |
            | FAB-EDGE1 |    74 |
            | FAB-WEB1  |    42 |
            | FAB-WEB2  |    33 |

            of 149 traces, 1 damaged; 1 file unreadable
            """);
  }

  @Test
  void fails_when_a_row_meets_the_condition() {
    assertThat(query("--by", "server", "--fail-on", "count>40", "--limit", "1")).isEqualTo(1);
    assertThat(err)
        .contains(
            "frebscope: --fail-on count>40: 2 rows, the first is server=FAB-EDGE1, count=74\n");
    assertThat(query("--by", "server", "--fail-on", "count>99", "--fail-on", "server=FAB-WEB2"))
        .isEqualTo(1);
    assertThat(err).contains("--fail-on server=FAB-WEB2: 1 row, server=FAB-WEB2, count=33\n");
    assertThat(query("--agg", "p95(timeTaken)", "--fail-on", "p95(timeTaken)>31s")).isZero();
    assertThat(query("--strict", "--fail-on", "count>1")).isEqualTo(3);
    assertThat(run("view", "time-outs", FARM, "--fail-on", "count>=16")).isEqualTo(1);
  }

  @Test
  void an_empty_answer_says_why() {
    assertThat(query("--where", "status=599", "--by", "module")).isZero();
    assertThat(out).isEqualTo(NO_599);
    assertThat(query("--where", "status=599", "--by", "module", "-f", "csv")).isZero();
    assertThat(out).isEqualTo("module,count\r\n");
    assertThat(err).startsWith("frebscope: " + NO_599);
    assertThat(query("--where", "status=599", "--fail-on", "count=0")).isEqualTo(1);
    assertThat(run("summary", FARM, "--where", "status=599")).isZero();
    assertThat(out).isEqualTo(NO_599);
    assertThat(run("traces", FARM, "--where", "status=599")).isZero();
    assertThat(out).isEmpty();
    assertThat(err).startsWith("frebscope: " + NO_599);
    assertThat(run("view", "clients-gone", FARM)).isZero();
    assertThat(out)
        .isEqualTo(
            "no trace passes cause=CLIENT_GONE or alternatives=CLIENT_GONE; 149 were read\n");
  }

  @Test
  void other_commands_have_where_too() {
    assertThat(run("traces", FARM, "--where", "status=502.5", "--format", "csv")).isZero();
    assertThat(out.lines()).hasSize(11);
    assertThat(run("summary", FARM, "--where", "module=AspNetCoreModuleV2")).isZero();
    assertThat(out).startsWith("35 traces of ");
    assertThat(run("traces", FARM, "--where", "header:host~.", "--format", "csv")).isZero();
    assertThat(run("view", "by-cause", FARM, "--where", "server=FAB-WEB1", "--limit", "1"))
        .isZero();
    assertThat(out).contains("... 1 row left out by the limit\nof 42 traces");
  }

  @Test
  void values_of_headers_are_kept_and_masked() {
    assertThat(run("query", "testdata/traces", "--any-name", "--by", "header:cookie", "-f", "csv"))
        .isZero();
    assertThat(out).contains("[masked, ").doesNotContain("ASP.NET_SessionId=");
    assertThat(
            run(
                "query",
                "testdata/traces",
                "--any-name",
                "--by",
                "status,header:cookie",
                "--pivot",
                "-f",
                "csv"))
        .isZero();
    assertThat(out).contains("[masked, ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "--where|staus=502|--where: there is no attribute 'staus'; did you mean status?",
        "--by|modul|--by: there is no attribute 'modul'; did you mean module?",
        "--agg|cont|--agg: there is no aggregate 'cont'; did you mean count?",
        "--order-by|cont|there is no column 'cont' to order by; did you mean count?",
        "--fail-on|cont>1|--fail-on: there is no column 'cont'; did you mean count?",
        "--limit|x|--limit: 'x' is no number of rows; 1 is the least",
        "--limit|arr-fram=60s|--limit: ",
        "--over|soon|--over: 'soon' is no length of time",
        "--format|xml|expected one of [table, csv, jsonl, markdown]",
      })
  void says_what_is_wrong(String option, String value, String problem) {
    assertThat(query(option, value)).isEqualTo(2);
    assertThat(out).isEmpty();
    assertThat(err)
        .startsWith("frebscope: ")
        .contains(problem)
        .endsWith("Try 'frebscope query --help' for help.\n");
  }

  @Test
  void a_column_of_a_pivot_is_known_only_in_the_end() {
    assertThat(query("--by", "server,status", "--pivot", "--order-by", "599")).isEqualTo(2);
    assertThat(err).contains("no column 599; there are server, 404, 500, 502");
    assertThat(query("--by", "server,status", "--pivot", "--order-by", "404:asc")).isZero();
    assertThat(out).startsWith("Server     404  500  502\nFAB-EDGE1    0    0   74\n");
  }

  @Test
  void views_are_listed_and_shown_without_traces() {
    assertThat(run("view")).isZero();
    assertThat(out)
        .contains("  time-by-module             Where the time of the requests went, by module.\n")
        .contains("  bad-gateway-by-cause       Why were there 502s?\n");
    assertThat(out.lines()).allMatch(line -> line.length() <= 90);
    assertThat(run("view", "status-by-server", "--help")).isZero();
    assertThat(out)
        .contains("Which server answers what?")
        .contains("frebscope query PATH... --by \"server,statusCode\" --agg count --pivot");
    assertThat(run("view", "by-cuase", FARM)).isEqualTo(2);
    assertThat(err).contains("there is no view 'by-cuase'; did you mean by-cause");
  }

  @Test
  void the_help_has_examples() {
    assertThat(run("query", "--help")).isZero();
    assertThat(out)
        .contains("  frebscope query D:\\logs --where timeTaken=30s.. --by url --agg")
        .contains("Exit status: 0 done, 1 a row meets --fail-on");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "server=fab-web1|server is FAB-WEB1 (42), FAB-WEB2 (33), FAB-EDGE1 (74); upper and lower case",
        "start=2026-01-14|start goes from 2026-03-16 00:41:00Z to 2026-03-17 22:41:00Z",
        "timeTaken>1h|timeTakenMs goes from ",
        "rule=x|None of them tells rule",
        "url=*cart*|; * stands for itself, url~part looks for a part",
        "status=404 and server=FAB-EDGE1|Each alone: status=404 passes 40, server=FAB-EDGE1 passes 74",
        "weekday=Friday|weekday is Monday (80), Tuesday (69)",
      })
  void an_empty_answer_tells_what_there_is(String where, String told) {
    assertThat(query("--where", where)).isZero();
    assertThat(out).contains("no trace passes ").contains("; 149 were read. ").contains(told);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "timeTaken|comes one of = != ~ !~ > >= < <=; shells take > and < away: use double quotes",
        "timeTaken>30,5s|; a decimal point is a dot, as in 30.5s",
        "server=\u201cFAB-WEB1\u201d|the quote \u201c is a printer's one; write ' instead",
        "url like cart|; write ~ and a regular expression, as in url~cart",
        "server is null|; write =- for what is missing, !=- for what is there",
        "status in (502,504)|; write = and commas, as in status=502,504",
      })
  void a_wrong_sign_is_answered_by_the_right_one(String where, String told) {
    assertThat(query("--where", where)).isEqualTo(2);
    assertThat(err).contains(told);
  }

  @Test
  void a_backslash_before_the_last_quote_is_told() {
    assertThat(run("query", "C:\\logs\" --where status=502")).isEqualTo(2);
    assertThat(err).contains("a quote is in the path; write no \\ before the quote at its end");
  }

  @Test
  void writes_to_a_file(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("answer.csv");
    assertThat(query("--by", "server", "-f", "csv", "--output", file.toString())).isZero();
    assertThat(out).isEmpty();
    assertThat(file)
        .content(StandardCharsets.UTF_8)
        .isEqualTo("server,count\r\nFAB-EDGE1,74\r\nFAB-WEB1,42\r\nFAB-WEB2,33\r\n");
    assertThat(query("--by", "srver", "--output", file.toString())).isEqualTo(2);
    assertThat(file).as("a wrong question costs no file").isNotEmptyFile();
    assertThat(run("traces", FARM, "--output", file.toString())).isZero();
    assertThat(file).content(StandardCharsets.UTF_8).startsWith("Start (UTC)  ");
  }

  @Test
  void writes_over_no_trace(@TempDir Path folder) throws IOException {
    Path trace = Files.writeString(folder.resolve("fr000001.xml"), "<failedRequest/>");
    assertThat(query("--output", trace.toString())).isEqualTo(2);
    assertThat(err).contains("is there already and may hold traces; it is not written over");
    assertThat(trace).hasContent("<failedRequest/>");
    assertThat(query("--output", folder.toString())).isEqualTo(2);
    assertThat(err).contains("is a folder; name a file in it");
    assertThat(query("--output", folder.resolve("no/such/answer.txt").toString())).isEqualTo(2);
    assertThat(err).contains("cannot be written; is the folder there");
  }

  @Test
  void views_about_502s_stand_first() {
    assertThat(run("view")).isZero();
    assertThat(out).containsSubsequence("bad-gateway-by-module", "time-by-module  ");
  }
}

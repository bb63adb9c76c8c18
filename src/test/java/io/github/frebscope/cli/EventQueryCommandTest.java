package io.github.frebscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.query.Events;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code query --events}. */
class EventQueryCommandTest {
  private String out = "";
  private String err = "";

  private int query(String... args) {
    List<String> all = new ArrayList<>(List.of("query", "testdata/farm"));
    all.addAll(List.of(args));
    ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
    ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
    int exit =
        Main.run(
            all.toArray(String[]::new),
            new Terminal(
                new PrintStream(outBytes, false, StandardCharsets.UTF_8),
                new PrintStream(errBytes, true, StandardCharsets.UTF_8),
                false,
                false,
                80,
                Map.of()));
    out = outBytes.toString(StandardCharsets.UTF_8);
    err = errBytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    return exit;
  }

  @Test
  void counts_events() {
    assertThat(query("--events", "--where", "name=ARR_SERVER_ROUTED", "--by", "data:RoutingReason"))
        .isZero();
    assertThat(out)
        .isEqualTo(
            """
            RoutingReason  Count
            1                 74
            of 74 events in 149 traces, 1 damaged; 1 file unreadable
            """);
  }

  @Test
  void reads_the_files_that_can_answer() {
    assertThat(query("--events", "--where", "status=502 and name=NOPE")).isZero();
    assertThat(out)
        .endsWith(
            "no event passes status=502 and name=NOPE; the events of 87 of 149 traces were read\n");
  }

  @Test
  void fails_on_events_too() {
    assertThat(query("--events", "--by", "name", "--fail-on", "count>100")).isEqualTo(1);
    assertThat(err).contains("frebscope: --fail-on count>100: ");
  }

  @Test
  void a_word_of_no_field_is_answered() {
    assertThat(query("--events", "--by", "spanNme")).isEqualTo(2);
    assertThat(err).contains("there is no field 'spanNme'; did you mean spanName");
  }

  @Test
  void the_help_names_every_field() {
    assertThat(query("--help")).isZero();
    String words = out.replaceAll("\\s+", " ");
    Events.all().forEach(field -> assertThat(words).contains(" " + field.name()));
    assertThat(err).as("warnings of the formatter").isEmpty();
  }

  @Test
  void sums_of_time_have_their_error_beside_them() {
    assertThat(
            query(
                "--where", "server=FAB-WEB2", "--agg", "sum(timeTaken) as t,count", "-f", "jsonl"))
        .isZero();
    assertThat(out).isEqualTo("{\"t\":4078,\"t.errorMs\":528,\"count\":33}\n");
    assertThat(
            query(
                "--events",
                "--where",
                "spanKind=REQUEST and status=502.5",
                "--by",
                "spanMs",
                "--limit",
                "1",
                "-f",
                "csv"))
        .isZero();
    assertThat(out).startsWith("spanMs,spanMs.errorMs,count\r\n");
  }

  @Test
  void days_have_one_name() {
    assertThat(query("--by", "weekday", "--where", "weekday=monday", "-f", "jsonl")).isZero();
    assertThat(out).isEqualTo("{\"weekday\":\"Monday\",\"count\":80}\n");
    assertThat(query("--by", "weekday", "--where", "weekday=Friday")).isZero();
    assertThat(out).contains("no trace passes weekday=Friday");
  }

  @Test
  void a_span_that_is_summed_twice_is_told() {
    assertThat(query("--events", "--agg", "sum(spanMs) as t", "-f", "csv")).isZero();
    assertThat(err).contains("note: a span has two events, its begin and its end, and is summed");
    String twice = out;
    assertThat(query("--events", "--where", "span", "--agg", "sum(spanMs) as t", "-f", "csv"))
        .isZero();
    assertThat(err).doesNotContain("note:");
    assertThat(out).isNotEqualTo(twice);
    assertThat(query("--events", "--by", "name", "--agg", "sum(spanMs)")).isZero();
    assertThat(err).doesNotContain("note:");
  }
}

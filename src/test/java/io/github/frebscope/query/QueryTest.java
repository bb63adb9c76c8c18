package io.github.frebscope.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.frebscope.testing.MadeSummary;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryTest {
  private static final Instant NOON = Instant.parse("2026-01-14T12:00:00Z");

  private static TraceSet set() {
    List<TraceSummary> traces = new ArrayList<>();
    for (int minute : new int[] {0, 1, 1, 4}) {
      traces.add(
          MadeSummary.failure()
              .on(minute == 1 ? "A" : "B", 1)
              .at(NOON.plus(Duration.ofMinutes(minute)))
              .build());
    }
    return TraceSet.of(traces, Ledger.empty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "|--agg count",
        "--by module,area|--by \"module,area\" --agg count",
        "--where status=502 --where failure|--where \"status=502 and failure=yes\" --agg count",
        "--where \"rule='to farm'\"|--where \"rule='to farm'\" --agg count",
        "--where \"url~\\.as[hp]x$\"|--where \"url~\\.as[hp]x$\" --agg count",
        "--where \"path='a\\'\"|--where \"path=a\\\\\" --agg count",
        "--over 300s --by server|--by server --over 5m --agg count",
        "--over 1h --zone Europe/Berlin|--over 1h --zone Europe/Berlin --agg count",
        "--over 90s --zone UTC|--over 90s --agg count",
        "--by url --agg count,p95(timeTaken) --order-by p95(timeTaken)|"
            + "--by url --agg \"count,p95(timeTakenMs)\" --order-by \"p95(timeTaken):desc\"",
        "--by url --order-by url:ASC --limit 3|--by url --agg count --order-by url:asc --limit 3",
        "--by a|",
        "--by server,status --pivot|--by \"server,status\" --agg count --pivot",
        "--agg \"count where (failure) as 'all bad'\"|"
            + "--agg \"count where (failure=yes) as 'all bad'\"",
        "--by header:User-Agent|--by header:user-agent --agg count",
      })
  void is_read_and_printed(String words, String printed) {
    if (printed == null) {
      assertThatThrownBy(() -> Query.parse(words)).isInstanceOf(WordsException.class);
      return;
    }
    Query query = Query.parse(words == null ? "" : words);
    assertThat(query).hasToString(printed);
    assertThat(Query.parse(printed)).isEqualTo(query).hasToString(printed);
  }

  @Test
  void words_with_any_signs_are_read_again() {
    Random random = new Random(7);
    String signs = "a \\\"'%,()=<>|^&!~$`.\t\u00e4-";
    for (int i = 0; i < 2000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(8); n >= 0; n--) {
        text.append(signs.charAt(random.nextInt(signs.length())));
      }
      assertThat(CommandWords.split("x " + CommandWords.quoted(text.toString()) + " y"))
          .containsExactly("x", text.toString(), "y");
      Query query =
          Query.all()
              .where(Attributes.MODULE.is(text.toString()))
              .aggregate(Aggregates.<TraceSummary>count().as(text + "n"))
              .orderBy(text + "n");
      assertThat(Query.parse(query.toString())).as(text.toString()).isEqualTo(query);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "--were status=502|'--were' is no part of a query; did you mean --where?",
        "--where|a value is missing after --where",
        "--where staus=502|--where: there is no attribute 'staus'; did you mean status?",
        "--by modul|--by: there is no attribute 'modul'; did you mean module?",
        "--agg cont|--agg: there is no aggregate 'cont'; did you mean count?",
        "--over soon|--over: 'soon' is no length of time",
        "--over 0s|--over: a step of time is at least 1 ms",
        "--over 1h --zone Europe/Berln|did you mean Europe/Berlin",
        "--limit 0|--limit: '0' is no number of rows; 1 is the least",
        "--by url --order-by cont|there is no column 'cont' to order by; did you mean count?",
        "--by url --pivot|a pivot takes two attributes",
        "--by url,server --agg count,share --pivot|and one aggregate",
        "--where \"status=502|the quote \" has no end",
      })
  void says_what_is_wrong(String words, String problem) {
    assertThatThrownBy(() -> Query.parse(words))
        .isInstanceOf(WordsException.class)
        .hasMessageContaining(problem);
  }

  @Test
  void answers_like_the_methods() {
    TraceSet set = set();
    assertThat(set.ask(Query.parse("--by server --order-by server:desc")).rows())
        .containsExactly(List.of("B", 2L), List.of("A", 2L));
    assertThat(set.ask(Query.parse("--where server=A")).rows()).containsExactly(List.of(2L));
    ResultTable limited = set.ask(Query.parse("--by start --limit 1"));
    assertThat(limited.rows()).hasSize(1);
    assertThat(limited.left()).isEqualTo(2);
  }

  @Test
  void a_pivot_over_time_shows_steps_without_rows() {
    ResultTable table =
        set().ask(Query.all().over(Duration.ofMinutes(1)).by(Attributes.SERVER).pivot());
    assertThat(table.cells())
        .containsExactly(
            List.of("2026-01-14 12:00Z", "0", "1"),
            List.of("2026-01-14 12:01Z", "2", "0"),
            List.of("2026-01-14 12:02Z", "0", "0"),
            List.of("2026-01-14 12:03Z", "0", "0"),
            List.of("2026-01-14 12:04Z", "0", "1"));
  }

  @Test
  void steps_are_counted_in_a_zone() {
    Query query = Query.all().over(Duration.ofHours(1), ZoneId.of("Asia/Kolkata"));
    assertThat(set().ask(query).cells()).containsExactly(List.of("2026-01-14 17:00+05:30", "4"));
  }

  @Test
  void tells_what_has_to_be_kept() {
    assertThat(
            Query.parse(
                    "--where \"header:a~x or failure\" --by header:B,url"
                        + " --agg \"count(header:c),count where (header:d=-),top(header:a)\"")
                .kept())
        .extracting(Attribute::name)
        .containsExactlyInAnyOrder("header:a", "header:b", "header:c", "header:d");
    assertThat(Query.all().kept()).isEmpty();
  }

  @Test
  void own_attributes_are_read_when_they_are_told() {
    Attribute<String> tenant = Attribute.of("tenant", String.class, t -> Optional.of("x"));
    Vocabulary<TraceSummary> words = Vocabulary.ofTraces().with(List.of(tenant));
    assertThat(set().ask(Query.parse("--where tenant=x --by TENANT", words)).rows())
        .containsExactly(List.of("x", 4L));
  }
}

package io.github.frebscope.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.frebscope.testing.MadeSummary;
import io.github.frebscope.trace.MeasuredTime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AggregateWordsTest {
  private static final Vocabulary<TraceSummary> WORDS = Vocabulary.ofTraces();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "count|count",
        "COUNT()|count",
        "count(URL)|count(url)",
        "p95(timeTaken)|p95(timeTakenMs)",
        "p99.9(waitMs)|p99.9(waitMs)",
        "avg(events)|avg(events)",
        "avg( timeTaken )|avg(timeTakenMs)",
        "sum(timeTaken)|sum(timeTakenMs)",
        "sum(events)|sum(events)",
        "min(start)|min(start)",
        "max(confidence)|max(confidence)",
        "distinct(url)|distinct(url)",
        "first(start)|first(start)",
        "last(statusCode)|last(statusCode)",
        "top(3,urlPattern)|top(3,urlPattern)",
        "top(urlPattern)|top(3,urlPattern)",
        "top(1, header:User-Agent)|top(1,header:user-agent)",
        "rate|rate",
        "share|share",
        "share()|share",
        "share(timeTaken>30s and not failure)|share(timeTakenMs>30s and not (failure=yes))",
        "share(failure) as failed|failed",
        "count as n|n",
        "p95(timeTaken) as 'slow ones'|slow ones",
        "count where (status=502,504 or failure)|count where status=502,504 or failure=yes",
        "count where (failure) as failures|failures",
      })
  void are_read(String words, String label) {
    Aggregate<TraceSummary, ?> aggregate = WORDS.aggregate(words);
    assertThat(aggregate.label()).isEqualTo(label);
    assertThat(WORDS.aggregate(aggregate.words()).words()).isEqualTo(aggregate.words());
  }

  @Test
  void several_stand_with_commas_between() {
    assertThat(WORDS.aggregates("count, top(2,url),count where (status=502,503) as bad"))
        .extracting(Aggregate::label)
        .containsExactly("count", "top(2,url)", "bad");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "cont|0|there is no aggregate 'cont'; did you mean count?",
        "p95|0|'p95' wants an attribute: p95(timeTaken)",
        "p0(timeTaken)|0|a percentile is above 0 and up to 100, not 0",
        "p101(timeTaken)|0|a percentile is above 0 and up to 100",
        "max(headers)|0|no value is larger or smaller in 'headers'",
        "avg(url)|0|'url' is no whole number and no length of time",
        "p95(timeTakn)|4|did you mean timeTaken",
        "count(url|9|a ) is missing",
        "count p95(timeTaken)|6|a comma is missing before 'p95'",
        "count as|8|a name is missing after 'as'",
        "count where failure|12|a condition in parentheses comes after 'where'",
        "count,|6|an aggregate is missing",
        "top(0,url)|4|top wants 1 or more",
        "median(url)|0|there are count, share",
      })
  void say_what_is_wrong_and_where(String words, int at, String problem) {
    assertThatThrownBy(() -> WORDS.aggregates(words))
        .isInstanceOfSatisfying(
            WordsException.class,
            e -> {
              assertThat(e.problem()).contains(problem);
              assertThat(e.at()).isEqualTo(at);
            });
  }

  @Test
  void figures_are_those_of_the_words() {
    TraceSet set =
        TraceSet.of(
            List.of(
                MadeSummary.failure().waited(Duration.ofMillis(984)).build(),
                MadeSummary.failure().waited(Duration.ofMillis(84)).build(),
                MadeSummary.answer().build()),
            Ledger.empty());
    assertThat(
            set.ask(Query.parse("--agg \"count,count where (failure) as bad,max(timeTaken)\""))
                .rows())
        .containsExactly(List.of(3L, 2L, Duration.ofSeconds(1)));
    assertThat(set.where("timeTaken>=100").count()).isEqualTo(2);
  }

  private static final List<Column> COLUMNS =
      Query.parse(
              "--by server,start --agg \"count,share,sum(timeTaken),p95(timeTaken),top(2,url),"
                  + "rate,avg(events)\"")
          .columns();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "count>10",
        "count=11..12",
        "share>50",
        "sum(timeTaken)>=1min",
        "p95(timeTaken)>30s",
        "p95(timeTakenMs)>30s",
        "server=web1",
        "server!=-",
        "start>=2026-01-14",
        "rate>0.5",
        "avg(events)=7.5",
        "top(2,url)=/A",
        "count>10 and not (server=web2)",
      })
  void results_have_conditions_too(String words) {
    List<Object> row =
        List.of(
            Optional.of("web1"),
            Optional.of(java.time.Instant.parse("2026-01-14T10:00:00Z")),
            11L,
            Share.of(3, 5),
            new MeasuredTime(Duration.ofSeconds(61), Duration.ZERO),
            Optional.of(Duration.ofSeconds(31)),
            List.of(new Counts.Entry<>(Optional.of("/a"), 3)),
            Optional.of(0.75),
            Optional.of(7.5));
    assertThat(Vocabulary.ofColumns(COLUMNS).condition(words).test(row)).isTrue();
    assertThat(Vocabulary.ofColumns(COLUMNS).condition("not (" + words + ")").test(row)).isFalse();
  }

  @Test
  void an_unknown_column_is_told() {
    assertThatThrownBy(() -> Vocabulary.ofColumns(COLUMNS).condition("cont>10"))
        .hasMessageStartingWith("there is no column 'cont'; did you mean count?");
    assertThatThrownBy(() -> Vocabulary.ofColumns(COLUMNS).condition("count>many"))
        .hasMessageStartingWith("'many' is no whole number");
  }
}

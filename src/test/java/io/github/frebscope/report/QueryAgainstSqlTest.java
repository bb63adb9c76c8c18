package io.github.frebscope.report;

import static io.github.frebscope.query.Aggregates.avg;
import static io.github.frebscope.query.Aggregates.avgOf;
import static io.github.frebscope.query.Aggregates.count;
import static io.github.frebscope.query.Aggregates.distinct;
import static io.github.frebscope.query.Aggregates.first;
import static io.github.frebscope.query.Aggregates.last;
import static io.github.frebscope.query.Aggregates.max;
import static io.github.frebscope.query.Aggregates.min;
import static io.github.frebscope.query.Aggregates.p50;
import static io.github.frebscope.query.Aggregates.p75;
import static io.github.frebscope.query.Aggregates.p95;
import static io.github.frebscope.query.Aggregates.p99;
import static io.github.frebscope.query.Aggregates.rate;
import static io.github.frebscope.query.Aggregates.share;
import static io.github.frebscope.query.Aggregates.sum;
import static io.github.frebscope.query.Aggregates.sumOf;
import static io.github.frebscope.query.Aggregates.top;
import static io.github.frebscope.query.Attributes.BACKEND;
import static io.github.frebscope.query.Attributes.CAUSE;
import static io.github.frebscope.query.Attributes.COMPLETE;
import static io.github.frebscope.query.Attributes.CONFIDENCE;
import static io.github.frebscope.query.Attributes.ERROR;
import static io.github.frebscope.query.Attributes.EVENTS;
import static io.github.frebscope.query.Attributes.FAILURE;
import static io.github.frebscope.query.Attributes.HOUR_OF_DAY;
import static io.github.frebscope.query.Attributes.MODULE;
import static io.github.frebscope.query.Attributes.ORIGIN;
import static io.github.frebscope.query.Attributes.PATH;
import static io.github.frebscope.query.Attributes.PHASE;
import static io.github.frebscope.query.Attributes.PROCESS;
import static io.github.frebscope.query.Attributes.SENT_LOG_ID;
import static io.github.frebscope.query.Attributes.SERVER;
import static io.github.frebscope.query.Attributes.SITE;
import static io.github.frebscope.query.Attributes.START;
import static io.github.frebscope.query.Attributes.STATUS;
import static io.github.frebscope.query.Attributes.STATUS_CODE;
import static io.github.frebscope.query.Attributes.TIME_TAKEN;
import static io.github.frebscope.query.Attributes.URL;
import static io.github.frebscope.query.Attributes.WAIT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.cause.Confidence;
import io.github.frebscope.query.ResultTable;
import io.github.frebscope.query.Share;
import io.github.frebscope.query.TimeStep;
import io.github.frebscope.query.TraceSet;
import io.github.frebscope.testing.SyntheticSet;
import io.github.frebscope.trace.MeasuredTime;
import io.github.frebscope.trace.StatusCode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Questions to 5,000 traces, asked of the library and of an SQL engine that has read the exported
 * CSV: the same rows in the same order, with the same values, not only the same texts.
 */
class QueryAgainstSqlTest {
  /** The clocks of Berlin go forward in this week, in the night to 29 March. */
  private static final Instant WEEK = Instant.parse("2026-03-26T00:00:00.031Z");

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @TempDir private static Path folder;
  private static TraceSet traces;
  private static SqlTraces sql;

  @BeforeAll
  static void load() throws IOException, SQLException {
    traces = SyntheticSet.of(5_000, 7, WEEK);
    sql = SqlTraces.of(traces, folder);
  }

  @AfterAll
  static void close() throws SQLException {
    sql.close();
  }

  /** One question in two languages. */
  private record Question(
      String words, String zone, String sql, Function<TraceSet, ResultTable> ours) {
    @Override
    public String toString() {
      return words;
    }
  }

  /**
   * What {@code {p95 column}} and {@code {p95 column where condition}} stand for in the questions:
   * the value at the nearest rank. Not H2's PERCENTILE_DISC: it takes the row next to (n - 1) * p,
   * which of 11 rows is the 10th for 95 %, where the standard and other engines take the 11th. That
   * this is the standard's is a question of its own, by CUME_DIST.
   */
  private static final Pattern PERCENTILE = Pattern.compile("\\{p(\\d+) (\\w+)( where [^}]+)?}");

  private static String withPercentiles(String sql) {
    return PERCENTILE
        .matcher(sql)
        .replaceAll(
            found -> {
              String column = found.group(2);
              String where = found.group(3) == null ? "" : found.group(3).substring(7) + " AND ";
              String filter = " FILTER (WHERE " + where + column + " IS NOT NULL)";
              return "(ARRAY_AGG(%s ORDER BY %s)%s)[CAST(CEIL(COUNT(*)%s * 0.%s) AS INT)]"
                  .formatted(column, column, filter, filter, found.group(1));
            });
  }

  private static Question ask(String words, Function<TraceSet, ResultTable> ours, String sql) {
    return new Question(words, "UTC", sql, ours);
  }

  static Stream<Question> questions() {
    return Stream.of(grouped(), chosen(), inTime(), arranged()).flatMap(List::stream);
  }

  private static List<Question> grouped() {
    return List.of(
        ask(
            "how many by one attribute, those without a value among them",
            t -> t.groupBy(MODULE).count().table(),
            "SELECT COUNT(*), module FROM t GROUP BY module ORDER BY 1 DESC, 2 NULLS LAST"),
        ask(
            "how many by three attributes",
            t -> t.groupBy(SERVER, SITE, STATUS_CODE).count(),
            """
            SELECT server, site, statusCode, COUNT(*) FROM t GROUP BY server, site, statusCode
            ORDER BY 4 DESC, 1 NULLS LAST, 2 NULLS LAST, CAST(statusCode AS NUMERIC(9, 3))"""),
        ask(
            "all figures of the time taken",
            t ->
                t.groupBy(CAUSE)
                    .aggregate(
                        count(),
                        count(TIME_TAKEN),
                        sum(TIME_TAKEN),
                        min(TIME_TAKEN),
                        max(TIME_TAKEN),
                        avg(TIME_TAKEN),
                        p50(TIME_TAKEN),
                        p95(TIME_TAKEN),
                        p99(TIME_TAKEN)),
            """
            SELECT cause, COUNT(*), COUNT(timeTakenMs), SUM(timeTakenMs), MIN(timeTakenMs),
              MAX(timeTakenMs), FLOOR(SUM(timeTakenMs) / COUNT(timeTakenMs)),
              {p50 timeTakenMs}, {p95 timeTakenMs}, {p99 timeTakenMs}
            FROM t GROUP BY cause ORDER BY 2 DESC, 1 NULLS LAST"""),
        ask(
            "percentiles of small groups and of many kinds of values",
            t ->
                t.groupBy(PROCESS)
                    .aggregate(count(), p50(EVENTS), p95(WAIT), p99(START), p50(URL), p95(ERROR)),
            """
            SELECT processId, COUNT(*), {p50 events}, {p95 waitMs}, {p99 start}, {p50 url},
              {p95 error}
            FROM t GROUP BY processId ORDER BY 2 DESC, 1"""),
        ask(
            "percentiles as the standard defines them",
            t ->
                t.where(TIME_TAKEN.present())
                    .groupBy(PROCESS)
                    .aggregate(p50(TIME_TAKEN), p75(TIME_TAKEN), p95(TIME_TAKEN)),
            """
            SELECT processId, MIN(timeTakenMs) FILTER (WHERE reached >= 0.5 - 1e-9) AS p50,
              MIN(timeTakenMs) FILTER (WHERE reached >= 0.75 - 1e-9),
              MIN(timeTakenMs) FILTER (WHERE reached >= 0.95 - 1e-9)
            FROM (SELECT processId, timeTakenMs, CUME_DIST()
                OVER (PARTITION BY processId ORDER BY timeTakenMs) AS reached
              FROM t WHERE timeTakenMs IS NOT NULL)
            GROUP BY processId ORDER BY 2 DESC, 1"""),
        ask(
            "how many different values",
            t ->
                t.groupBy(SERVER, COMPLETE)
                    .aggregate(distinct(URL), distinct(PROCESS), distinct(BACKEND), count(WAIT)),
            """
            SELECT server, complete, COUNT(DISTINCT url), COUNT(DISTINCT processId),
              COUNT(DISTINCT backend), COUNT(waitMs)
            FROM t GROUP BY server, complete ORDER BY 3 DESC, 1 NULLS LAST, 2"""),
        ask(
            "sums and means of numbers",
            t -> t.groupBy(STATUS).aggregate(sumOf(EVENTS), avgOf(EVENTS), avgOf(SITE)),
            """
            SELECT status, SUM(events),
              CAST(SUM(events) AS DOUBLE PRECISION) / CAST(COUNT(events) AS DOUBLE PRECISION),
              CAST(SUM(site) AS DOUBLE PRECISION) / CAST(COUNT(site) AS DOUBLE PRECISION)
            FROM t GROUP BY status ORDER BY 2 DESC, 1"""),
        ask(
            "what part of all",
            t -> t.groupBy(ERROR).aggregate(count(), share()),
            """
            SELECT error, COUNT(*), CAST(COUNT(*) AS DOUBLE PRECISION)
              / CAST(SUM(COUNT(*)) OVER () AS DOUBLE PRECISION)
            FROM t GROUP BY error ORDER BY 2 DESC, 1 NULLS LAST"""),
        ask(
            "how many a minute",
            t -> t.groupBy(ORIGIN).aggregate(rate(), count()),
            """
            SELECT origin, CAST(COUNT(*) AS DOUBLE PRECISION) * CAST(60 AS DOUBLE PRECISION)
              / (CAST(DATEDIFF(MILLISECOND, (SELECT MIN(start) FROM t), (SELECT MAX(start) FROM t))
                AS DOUBLE PRECISION) / CAST(1000 AS DOUBLE PRECISION)), COUNT(*)
            FROM t GROUP BY origin ORDER BY 2 DESC"""),
        ask(
            "figures of a part of each group",
            t ->
                t.groupBy(SERVER)
                    .aggregate(
                        count().where(FAILURE.is(false)),
                        p95(TIME_TAKEN).where(STATUS.is(502)).as("p95 of 502"),
                        max(WAIT).where(BACKEND.is("nobody")),
                        count()),
            """
            SELECT server, COUNT(*) FILTER (WHERE NOT failure), {p95 timeTakenMs where status = 502},
              MAX(waitMs) FILTER (WHERE backend = 'nobody'), COUNT(*)
            FROM t GROUP BY server ORDER BY 2 DESC, 1 NULLS LAST"""),
        ask(
            "the first and the last in time",
            t ->
                t.groupBy(MODULE)
                    .aggregate(
                        first(START), first(ERROR), first(URL), last(BACKEND), last(SENT_LOG_ID)),
            """
            SELECT module, MIN(start),
              (ARRAY_AGG(error ORDER BY start NULLS LAST, n) FILTER (WHERE error IS NOT NULL))[1],
              (ARRAY_AGG(url ORDER BY start NULLS LAST, n) FILTER (WHERE url IS NOT NULL))[1],
              (ARRAY_AGG(backend ORDER BY start DESC NULLS LAST, n DESC)
                FILTER (WHERE backend IS NOT NULL))[1],
              (ARRAY_AGG(sentLogId ORDER BY start DESC NULLS LAST, n DESC)
                FILTER (WHERE sentLogId IS NOT NULL))[1]
            FROM t GROUP BY module ORDER BY 2 DESC NULLS LAST, 1 NULLS LAST"""),
        ask(
            "the most frequent values",
            t -> t.groupBy(SERVER).aggregate(count(), top(3, CAUSE)),
            """
            SELECT server, SUM(c), LISTAGG(cause || ' (' || c || ')', ', ')
              WITHIN GROUP (ORDER BY place) FILTER (WHERE place <= 3)
            FROM (SELECT server, cause, COUNT(*) AS c, CASE WHEN cause IS NULL THEN 99 ELSE
                ROW_NUMBER() OVER (PARTITION BY server, cause IS NULL ORDER BY COUNT(*) DESC, cause)
              END AS place
              FROM t GROUP BY server, cause)
            GROUP BY server ORDER BY 2 DESC, 1 NULLS LAST"""));
  }

  private static List<Question> chosen() {
    return List.of(
        ask(
            "ranges and sets",
            t ->
                t.where(
                        TIME_TAKEN
                            .between(Duration.ofMillis(31), Duration.ofSeconds(30))
                            .and(STATUS.in(500, 502))
                            .and(EVENTS.above(36))
                            .and(EVENTS.atMost(87)))
                    .groupBy(MODULE, ERROR)
                    .aggregate(count(), max(TIME_TAKEN), max(EVENTS)),
            """
            SELECT module, error, COUNT(*), MAX(timeTakenMs), MAX(events) FROM t
            WHERE timeTakenMs >= 31000000 AND timeTakenMs < 30000000000 AND status IN (500, 502)
              AND events > 36 AND events <= 87
            GROUP BY module, error ORDER BY 3 DESC, 1 NULLS LAST, 2 NULLS LAST"""),
        ask(
            "a regular expression",
            t ->
                t.where(URL.matches("/v\\d/(orders|stock)|/CART$|^'.*[0-3]$"))
                    .groupBy(URL)
                    .aggregate(p95(EVENTS), count()),
            """
            SELECT url, {p95 events}, COUNT(*) FROM t
            WHERE REGEXP_LIKE(url, '/v\\d/(orders|stock)|/CART$|^''.*[0-3]$')
            GROUP BY url ORDER BY 2 DESC, 1"""),
        ask(
            "a part of a text in any case, of texts that are guarded in CSV",
            t -> t.where(URL.contains("=Hyperlink(")).groupBy(URL).count().table(),
            """
            SELECT COUNT(*), url FROM t WHERE url ILIKE '%=hyperlink(%'
            GROUP BY url ORDER BY 1 DESC, 2"""),
        ask(
            "and, or, not, missing",
            t ->
                t.where(
                        STATUS
                            .is(502)
                            .and(CAUSE.missing())
                            .or(BACKEND.is("bench-m3.example").negate().and(WAIT.below(millis(50))))
                            .and(SERVER.isNot("BENCH-WEB01")))
                    .groupBy(SERVER, CAUSE)
                    .count(),
            """
            SELECT server, cause, COUNT(*) FROM t
            WHERE ((status = 502 AND cause IS NULL)
                OR (backend IS DISTINCT FROM 'bench-m3.example' AND waitMs < 50000000))
              AND server IS DISTINCT FROM 'BENCH-WEB01'
            GROUP BY server, cause ORDER BY 3 DESC, 1 NULLS LAST, 2 NULLS LAST"""),
        ask(
            "how sure",
            t ->
                t.where(CONFIDENCE.atLeast(Confidence.MEDIUM).and(STATUS_CODE.above(code("404"))))
                    .groupBy(CONFIDENCE, ORIGIN)
                    .count(),
            """
            SELECT confidence, origin, COUNT(*) FROM t WHERE confidence IN ('medium', 'high')
              AND CAST(statusCode AS NUMERIC(9, 3)) > 404
            GROUP BY confidence, origin ORDER BY 3 DESC"""),
        ask(
            "a window of time",
            t ->
                t.where(
                        START.between(
                            Instant.parse("2026-03-28T22:15:00Z"),
                            Instant.parse("2026-03-29T21:00:00Z")))
                    .groupBy(HOUR_OF_DAY)
                    .aggregate(count(), min(START), max(START)),
            """
            SELECT hourOfDay, COUNT(*), MIN(start), MAX(start) FROM t
            WHERE start >= TIMESTAMP WITH TIME ZONE '2026-03-28 22:15:00Z'
              AND start < TIMESTAMP WITH TIME ZONE '2026-03-29 21:00:00Z'
            GROUP BY hourOfDay ORDER BY 2 DESC, 1"""));
  }

  private static List<Question> inTime() {
    return List.of(
        ask(
            "an hour after another, empty ones too",
            t ->
                t.where(BACKEND.is("bench-m3.example").and(CAUSE.is("CONNECT_REFUSED")))
                    .over(Duration.ofHours(1))
                    .aggregate(count(), rate(), max(WAIT)),
            """
            WITH hits AS (SELECT DATE_TRUNC(HOUR, start) AS h, waitMs FROM t
              WHERE backend = 'bench-m3.example' AND cause = 'CONNECT_REFUSED')
            SELECT step, COUNT(hits.h),
              CAST(COUNT(hits.h) * 60 AS DOUBLE PRECISION) / CAST(3600 AS DOUBLE PRECISION), MAX(waitMs)
            FROM (SELECT DATEADD(HOUR, x, (SELECT MIN(h) FROM hits)) AS step
              FROM SYSTEM_RANGE(0, (SELECT DATEDIFF(HOUR, MIN(h), MAX(h)) FROM hits)))
            LEFT JOIN hits ON hits.h = step GROUP BY step ORDER BY step"""),
        new Question(
            "six hours after another in Berlin while its clocks change",
            "Europe/Berlin",
            """
            WITH walls AS (SELECT start, CAST(start AS TIMESTAMP) AS wall FROM t),
              steps AS (SELECT start, CAST(DATEADD(HOUR, EXTRACT(HOUR FROM wall) / 6 * 6,
                DATE_TRUNC(DAY, wall)) AS TIMESTAMP WITH TIME ZONE) AS step FROM walls)
            SELECT step, COUNT(*), MIN(start) FROM steps GROUP BY step ORDER BY 1 NULLS LAST""",
            t -> t.over(Duration.ofHours(6), BERLIN).aggregate(count(), min(START))),
        new Question(
            "days of Berlin, by status",
            "Europe/Berlin",
            """
            SELECT CAST(CAST(CAST(start AS TIMESTAMP) AS DATE) AS TIMESTAMP WITH TIME ZONE) AS d,
              status, COUNT(*), {p95 timeTakenMs}
            FROM t GROUP BY d, status ORDER BY d NULLS LAST, status""",
            t ->
                t.groupBy(STATUS)
                    .over(Duration.ofDays(1), BERLIN)
                    .aggregate(count(), p95(TIME_TAKEN))));
  }

  private static List<Question> arranged() {
    return List.of(
        ask(
            "ordered by a figure and limited",
            t ->
                t.groupBy(PROCESS)
                    .aggregate(count(), avg(TIME_TAKEN))
                    .orderByDescending("avg(timeTakenMs)")
                    .limit(12),
            """
            SELECT processId, COUNT(*), FLOOR(SUM(timeTakenMs) / COUNT(timeTakenMs)) AS mean
            FROM t GROUP BY processId ORDER BY mean DESC NULLS LAST, 2 DESC, 1 LIMIT 12"""),
        ask(
            "two attributes, one across",
            t -> t.groupBy(PHASE, SITE).pivot(count()),
            """
            SELECT phase, COUNT(*) FILTER (WHERE site = 1), COUNT(*) FILTER (WHERE site = 2),
              COUNT(*) FILTER (WHERE site IS NULL)
            FROM t GROUP BY phase ORDER BY CASE phase WHEN 'before' THEN 0
              WHEN 'connecting and sending' THEN 1 WHEN 'waiting' THEN 2 WHEN 'body' THEN 3 END
              NULLS LAST"""),
        ask(
            "two attributes and the longest wait, with pairs that never were",
            t -> t.groupBy(PATH, STATUS).pivot(max(WAIT)),
            """
            SELECT path, MAX(waitMs) FILTER (WHERE status = 200),
              MAX(waitMs) FILTER (WHERE status = 404),
              MAX(waitMs) FILTER (WHERE status = 500),
              MAX(waitMs) FILTER (WHERE status = 502)
            FROM t GROUP BY path ORDER BY path NULLS LAST"""));
  }

  private static Duration millis(long millis) {
    return Duration.ofMillis(millis);
  }

  private static StatusCode code(String text) {
    return StatusCode.parse(text).orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("questions")
  void the_answers_are_the_same(Question question) throws SQLException {
    List<List<Object>> ours =
        question.ours().apply(traces).rows().stream().map(QueryAgainstSqlTest::plain).toList();
    List<List<Object>> theirs =
        sql.ask(question.zone(), withPercentiles(question.sql())).stream()
            .map(QueryAgainstSqlTest::plain)
            .toList();

    assertThat(ours).containsExactlyElementsOf(theirs);
    // An answer that hardly says anything would prove nothing.
    assertThat(ours).hasSizeGreaterThanOrEqualTo(3);
    assertThat(new HashSet<>(ours.stream().map(row -> row.subList(1, row.size())).toList()))
        .hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  void there_are_twenty_questions_and_more_to_traces_of_many_kinds() throws SQLException {
    assertThat(questions()).hasSizeGreaterThanOrEqualTo(20);
    assertThat(sql.ask("UTC", "SELECT COUNT(*) FROM t")).containsExactly(List.of(5_000L));
    // CSV holds milliseconds; so do these times, or the two could not be compared.
    assertThat(traces.stream().flatMap(t -> t.start().stream()))
        .hasSizeBetween(4_000, 4_990)
        .allMatch(start -> start.equals(start.truncatedTo(ChronoUnit.MILLIS)));
    assertThat(traces.basis().partial()).isBetween(50L, 500L);
    for (var attribute :
        List.of(SERVER, SITE, MODULE, ERROR, CAUSE, BACKEND, TIME_TAKEN, WAIT, PHASE)) {
      assertThat(traces.where(attribute.missing()).count())
          .as("without %s", attribute)
          .isBetween(10, 3_000);
    }
  }

  /** Values as both write them: numbers without a scale, lengths of time in nanoseconds. */
  private static List<Object> plain(List<?> row) {
    List<Object> plain = new ArrayList<>();
    row.forEach(value -> plain.add(plain(value)));
    return plain;
  }

  private static Object plain(Object value) {
    if (value instanceof Optional<?> optional) {
      return plain(optional.orElse(null));
    }
    if (value instanceof Double || value instanceof Boolean || value instanceof Instant) {
      return value;
    }
    if (value instanceof Number number) {
      return new BigDecimal(number.toString()).stripTrailingZeros();
    }
    if (value instanceof Duration length) {
      return BigDecimal.valueOf(length.toNanos()).stripTrailingZeros();
    }
    if (value instanceof MeasuredTime time) {
      return plain(time.length());
    }
    if (value instanceof TimeStep step) {
      return step.from();
    }
    if (value instanceof Share share) {
      return share.part();
    }
    if (value instanceof Collection<?> values) {
      return values.stream().map(Object::toString).collect(Collectors.joining(", "));
    }
    return value == null ? null : Objects.toString(value);
  }
}

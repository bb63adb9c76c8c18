package io.github.frebscope.query;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * A question to traces as a value: which of them, by what, which figures, in which order. Its text
 * is the words of {@code frebscope query} that ask the same:
 *
 * <pre>{@code
 * Query slow = Query.all().where(TIME_TAKEN.atLeast(Duration.ofSeconds(30))).by(URL_PATTERN);
 * slow.run(traces);
 * slow.toString();   // --where "timeTakenMs>=30s" --by urlPattern --agg count
 * }</pre>
 *
 * <p>Without an aggregate it counts. Immutable and safe for use by several threads, as long as
 * attributes and predicates of your own are.
 */
public final class Query {
  private static final Query ALL = new Query(Question.all());

  private final Question<TraceSummary> question;

  private Query(Question<TraceSummary> question) {
    this.question = question;
  }

  /** How many traces there are: what every question begins with. */
  public static Query all() {
    return ALL;
  }

  /**
   * Reads the words of a question, those that {@link #toString()} prints and {@code frebscope
   * query} takes: {@code --where E --by a,b --over 5m --zone Z --agg count,p95(timeTaken)
   * --order-by count:desc --limit N --pivot}. Every one but the last four may be repeated.
   *
   * @throws WordsException if they cannot be understood, or make no question
   */
  public static Query parse(String words) {
    return parse(words, Vocabulary.ofTraces());
  }

  /**
   * As {@link #parse(String)}, of words that a shell has taken apart.
   *
   * @throws WordsException if they cannot be understood, or make no question
   */
  public static Query parse(List<String> words) {
    return new Query(new QueryWords<>(Vocabulary.ofTraces()).parse(words));
  }

  /**
   * As {@link #parse(String)}, with attributes of your own.
   *
   * @throws WordsException if they cannot be understood, or make no question
   */
  public static Query parse(String words, Vocabulary<TraceSummary> vocabulary) {
    return new Query(new QueryWords<>(vocabulary).parse(words));
  }

  /** Of those traces only that also pass. */
  public Query where(Predicate<? super TraceSummary> wanted) {
    return new Query(question.where(Condition.from(wanted)));
  }

  /** Also by those attributes. */
  public Query by(Attribute<?>... more) {
    return by(Arrays.asList(more));
  }

  /** Also by those attributes. */
  public Query by(List<Attribute<?>> more) {
    return new Query(question.by(more));
  }

  /**
   * Also by the time when they began, in steps of that length in UTC.
   *
   * @throws IllegalArgumentException if it is shorter than a millisecond
   */
  public Query over(Duration step) {
    return over(step, ZoneOffset.UTC);
  }

  /**
   * Also by time, see {@link GroupedTable#over(Duration, ZoneId)}.
   *
   * @throws IllegalArgumentException if it is shorter than a millisecond
   */
  public Query over(Duration step, ZoneId zone) {
    return new Query(question.over(new TimeSteps(step, zone)));
  }

  /** Also with those figures. */
  @SafeVarargs
  public final Query aggregate(Aggregate<? super TraceSummary, ?>... more) {
    List<Aggregate<? super TraceSummary, ?>> all = new ArrayList<>();
    for (Aggregate<? super TraceSummary, ?> aggregate : more) {
      all.add(aggregate);
    }
    return aggregate(all);
  }

  /** Also with those figures. */
  public Query aggregate(List<? extends Aggregate<? super TraceSummary, ?>> more) {
    return new Query(question.aggregate(more));
  }

  /** In the order of that column, the smallest first; see {@link ResultTable#orderBy}. */
  public Query orderBy(String column) {
    return new Query(question.ordered(new Question.Order(column, false)));
  }

  /** In the order of that column, the largest first. */
  public Query orderByDescending(String column) {
    return new Query(question.ordered(new Question.Order(column, true)));
  }

  /**
   * The first rows only.
   *
   * @throws IllegalArgumentException if it is less than 1
   */
  public Query limit(int most) {
    return new Query(question.limited(most));
  }

  /** One figure for each pair of two keys, a column for each value of the last. */
  public Query pivot() {
    return new Query(question.pivot());
  }

  /** Which traces are asked about. */
  public Condition<TraceSummary> condition() {
    return question.condition();
  }

  /** How many rows are shown at the most; empty for all. */
  public OptionalInt limit() {
    return question.limit() < 0 ? OptionalInt.empty() : OptionalInt.of(question.limit());
  }

  /** Whether the figures are spread over columns. */
  public boolean isPivot() {
    return question.isPivot();
  }

  /** The columns of the answer; empty for a pivot, which has them only when it is asked. */
  public List<Column> columns() {
    return question.columns();
  }

  /**
   * The attributes that have to be kept while traces are loaded for this question: {@code
   * TraceLoader.keep}.
   */
  public List<Attribute<?>> kept() {
    return question.kept();
  }

  /**
   * The answer.
   *
   * @throws IllegalStateException if it is a pivot of other than two keys and one figure, or an
   *     attribute was not kept while the traces were loaded, see {@link #kept()}
   * @throws IllegalArgumentException if no column has the name to order by, or a time series would
   *     have more than 100,000 steps
   */
  public ResultTable run(TraceSet traces) {
    Condition<TraceSummary> condition = question.condition();
    return question.run((condition.isAll() ? traces : traces.where(condition)).table());
  }

  /** Whether the words are the same. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Query that && toString().equals(that.toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  /** The words that {@link #parse} reads, as they are typed at a command line: one line. */
  @Override
  public String toString() {
    return question.toString();
  }
}

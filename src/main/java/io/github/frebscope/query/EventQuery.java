package io.github.frebscope.query;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * A question to the events of traces as a value, in the words of {@link Query}: {@link Events} and
 * the attributes of the traces are its vocabulary, see {@link Vocabulary#ofEvents()}. Its text is
 * the words of {@code frebscope query --events} that ask the same:
 *
 * <pre>{@code
 * EventQuery.parse("--where name=ARR_SERVER_ROUTED --by data:Server").run(traces.events());
 * }</pre>
 *
 * <p>Without an aggregate it counts. Immutable and safe for use by several threads, as long as
 * fields and predicates of your own are.
 */
public final class EventQuery {
  private static final EventQuery ALL = new EventQuery(Question.all());

  private final Question<TracedEvent> question;

  private EventQuery(Question<TracedEvent> question) {
    this.question = question;
  }

  /** How many events there are: what every question begins with. */
  public static EventQuery all() {
    return ALL;
  }

  /**
   * Reads the words of a question, those of {@link Query#parse(String)} about {@link Events}.
   *
   * @throws WordsException if they cannot be understood, or make no question
   */
  public static EventQuery parse(String words) {
    return new EventQuery(new QueryWords<>(Vocabulary.ofEvents()).parse(words));
  }

  /**
   * As {@link #parse(String)}, of words that a shell has taken apart.
   *
   * @throws WordsException if they cannot be understood, or make no question
   */
  public static EventQuery parse(List<String> words) {
    return new EventQuery(new QueryWords<>(Vocabulary.ofEvents()).parse(words));
  }

  /** Of those events only that also pass; {@link Events#ofTrace} asks about their traces. */
  public EventQuery where(Predicate<? super TracedEvent> wanted) {
    return new EventQuery(question.where(Condition.from(wanted)));
  }

  /** Also by those fields. */
  public EventQuery by(EventField<?>... more) {
    return new EventQuery(question.by(Arrays.asList(more)));
  }

  /**
   * Also by the time when they happened, in steps of that length, see {@link
   * GroupedTable#over(Duration, ZoneId)}.
   *
   * @throws IllegalArgumentException if it is shorter than a millisecond
   */
  public EventQuery over(Duration step, ZoneId zone) {
    return new EventQuery(question.over(new TimeSteps(step, zone)));
  }

  /** Also with those figures. */
  @SafeVarargs
  public final EventQuery aggregate(Aggregate<? super TracedEvent, ?>... more) {
    List<Aggregate<? super TracedEvent, ?>> all = new ArrayList<>();
    for (Aggregate<? super TracedEvent, ?> aggregate : more) {
      all.add(aggregate);
    }
    return new EventQuery(question.aggregate(all));
  }

  /** In the order of that column, the smallest first; see {@link ResultTable#orderBy}. */
  public EventQuery orderBy(String column) {
    return new EventQuery(question.ordered(new Question.Order(column, false)));
  }

  /** In the order of that column, the largest first. */
  public EventQuery orderByDescending(String column) {
    return new EventQuery(question.ordered(new Question.Order(column, true)));
  }

  /**
   * The first rows only.
   *
   * @throws IllegalArgumentException if it is less than 1
   */
  public EventQuery limit(int most) {
    return new EventQuery(question.limited(most));
  }

  /** One figure for each pair of two keys, a column for each value of the last. */
  public EventQuery pivot() {
    return new EventQuery(question.pivot());
  }

  /** Which events are asked about. */
  public Condition<TracedEvent> condition() {
    return question.condition();
  }

  /**
   * What the condition asks of traces alone: no file of another trace is read again. Only what is
   * joined by {@code and} is told apart; the one that every trace meets when there is nothing.
   */
  public Condition<TraceSummary> traces() {
    Condition<TraceSummary> traces = Condition.all();
    for (Condition<TracedEvent> part : condition().parts()) {
      if (part.isOfFields() && part.fields().stream().allMatch(EventQuery::isKnown)) {
        traces = traces.and(Vocabulary.ofTraces().condition(part.toString()));
      }
    }
    return traces;
  }

  /** Whether it is one of the attributes there are, so that the same text means the same. */
  private static boolean isKnown(Field<TracedEvent, ?> field) {
    return field instanceof EventField<?> ofEvent
        && ofEvent.attribute().filter(Attributes.all()::contains).isPresent();
  }

  /**
   * Whether it adds up the times of spans without choosing events: one that was recorded whole has
   * two, its begin and its end, and would count twice. {@link Events#SPAN} takes each span once.
   */
  public boolean countsSpansTwice() {
    List<Field<?, ?>> times = List.of(Events.SPAN_TIME, Events.SPAN_OWN_TIME);
    return question.figures().stream()
            .anyMatch(
                f -> f.words().startsWith("sum(") && f.fields().stream().anyMatch(times::contains))
        && condition().fields().stream().noneMatch(List.of(Events.SPAN, Events.NAME)::contains)
        && !question.keys().contains(Events.NAME);
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
   * The answer. It reads the files of the traces that {@link #traces()} leaves once more, whole.
   *
   * @throws IllegalStateException if it is a pivot of other than two keys and one figure, an
   *     attribute was not kept while the traces were loaded, see {@link #kept()}, or the set has no
   *     source of events
   * @throws IllegalArgumentException if no column has the name to order by, or a time series would
   *     have more than 100,000 steps
   */
  public ResultTable run(EventSet events) {
    EventSet asked = events.ofTraces(traces());
    return question.run((condition().isAll() ? asked : asked.where(condition())).table());
  }

  /** Whether the words are the same. */
  @Override
  public boolean equals(Object other) {
    return other instanceof EventQuery that && toString().equals(that.toString());
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

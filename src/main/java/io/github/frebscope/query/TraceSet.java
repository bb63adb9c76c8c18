package io.github.frebscope.query;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Many traces, as summaries, in the order in which their files were found, and the ledger of all
 * files that were met.
 *
 * <p>Immutable and safe for use by several threads, as long as the predicates given to it are.
 */
public final class TraceSet {
  /** The set it was chosen from, so that no condition is tried twice; null for one of all. */
  private final TraceSet from;

  private final Condition<TraceSummary> test;
  private final Ledger ledger;

  /** Where events come from; empty for a set that was made by hand without. */
  private final Optional<TraceSource> source;

  /** Those of all that pass; looked for when first needed. Two threads may, and find the same. */
  private volatile List<TraceSummary> passed;

  /** Looked for when first asked for. Two threads may look at once and find the same. */
  private volatile List<SetFinding> findings;

  private TraceSet(
      TraceSet from, Condition<TraceSummary> test, Ledger ledger, Optional<TraceSource> source) {
    this.from = from;
    this.test = test;
    this.ledger = Objects.requireNonNull(ledger, "ledger");
    this.source = source;
  }

  /** A set of those traces, without their {@link #events()}; the list is copied. */
  public static TraceSet of(List<TraceSummary> traces, Ledger ledger) {
    return of(traces, ledger, Optional.empty());
  }

  /** A set of those traces whose events are read from that source; the list is copied. */
  public static TraceSet of(List<TraceSummary> traces, Ledger ledger, TraceSource source) {
    return of(traces, ledger, Optional.of(source));
  }

  private static TraceSet of(
      List<TraceSummary> traces, Ledger ledger, Optional<TraceSource> source) {
    TraceSet set = new TraceSet(null, Condition.all(), ledger, source);
    set.passed = List.copyOf(traces);
    return set;
  }

  /** The traces, in order. */
  public Stream<TraceSummary> stream() {
    return list().stream();
  }

  /** The traces, in order; not to be changed. */
  List<TraceSummary> list() {
    List<TraceSummary> found = passed;
    if (found == null) {
      found = from.stream().filter(test).toList();
      passed = found;
    }
    return found;
  }

  /** How many traces there are, damaged ones included. */
  public int count() {
    return list().size();
  }

  /** Whether there is no trace. */
  public boolean isEmpty() {
    return list().isEmpty();
  }

  /**
   * The traces that pass; the ledger stays the one of all files. Nothing is looked at before an
   * answer is asked for; then each trace is tried once, however many answers are asked for.
   *
   * <pre>{@code
   * traces.where(STATUS.is(502).and(TIME_TAKEN.atLeast(Duration.ofSeconds(30))))
   * }</pre>
   */
  public TraceSet where(Predicate<? super TraceSummary> wanted) {
    return new TraceSet(this, Condition.from(wanted), ledger, source);
  }

  /**
   * The traces that pass a condition in words: {@code "status=502 and timeTaken>=30s"}. {@link
   * Vocabulary} tells which there are; for attributes of your own give the condition itself.
   *
   * @throws WordsException if it cannot be understood
   */
  public TraceSet where(String words) {
    return where(Vocabulary.ofTraces().condition(words));
  }

  /** The answer to a question; see {@link Query#run} for exceptions. */
  public ResultTable ask(Query query) {
    return query.run(this);
  }

  /** The answer to a ready-made question of {@link Views}. */
  public ResultTable view(View view) {
    return view.query().run(this);
  }

  /** The condition that its traces were chosen by; its text is empty for a set that was loaded. */
  public Condition<TraceSummary> condition() {
    return from == null ? test : from.condition().and(test);
  }

  /** The traces by the values of an attribute. */
  public <K> Grouping<TraceSummary, K> groupBy(Attribute<K> key) {
    return new Grouping<>(rows(), key);
  }

  /** The traces by the values of several attributes. */
  public GroupedTable<TraceSummary> groupBy(
      Attribute<?> first, Attribute<?> second, Attribute<?>... more) {
    List<Attribute<?>> all = new ArrayList<>(List.of(first, second));
    for (Attribute<?> attribute : more) {
      all.add(attribute);
    }
    return table().by(all);
  }

  /** The traces by the time when they began, in steps of that length in UTC. */
  public GroupedTable<TraceSummary> over(Duration step) {
    return table().over(step);
  }

  /** The traces by the time when they began, see {@link GroupedTable#over(Duration, ZoneId)}. */
  public GroupedTable<TraceSummary> over(Duration step, ZoneId zone) {
    return table().over(step, zone);
  }

  /** One figure about all traces. */
  @SuppressWarnings("unchecked") // The figure comes from the aggregate.
  public <V> V aggregate(Aggregate<? super TraceSummary, V> aggregate) {
    return (V)
        GroupedRows.of(rows(), List.of(), List.of(aggregate)).groups().get(0).figures().get(0);
  }

  /** Several figures about all traces: a table of one row. */
  @SafeVarargs
  public final ResultTable aggregate(
      Aggregate<? super TraceSummary, ?> first,
      Aggregate<? super TraceSummary, ?> second,
      Aggregate<? super TraceSummary, ?>... more) {
    List<Aggregate<? super TraceSummary, ?>> all = new ArrayList<>();
    all.add(first);
    all.add(second);
    for (Aggregate<? super TraceSummary, ?> aggregate : more) {
      all.add(aggregate);
    }
    return table().aggregate(all);
  }

  /**
   * The traces themselves, a row each with the values of some attributes, in the order of the set.
   *
   * <pre>{@code
   * traces.table(START, URL, TIME_TAKEN, FILE).orderByDescending("timeTaken").limit(10)
   * }</pre>
   */
  public ResultTable table(Attribute<?> first, Attribute<?>... more) {
    List<Attribute<?>> all = new ArrayList<>(List.of(first));
    for (Attribute<?> attribute : more) {
      all.add(attribute);
    }
    return ResultTable.of(
            all.stream().map(Column::of).toList(),
            stream().map(trace -> all.stream().map(a -> a.of(trace)).toList()).toList())
        .on(basis());
  }

  GroupedTable<TraceSummary> table() {
    return GroupedTable.of(rows());
  }

  Rows<TraceSummary> rows() {
    return new Summaries(this);
  }

  /** How many traces there are, how many of them damaged, and how many files unreadable. */
  public Basis basis() {
    return Basis.ofTraces(
        count(), stream().filter(t -> !t.isReadWhole()).count(), ledger.unreadable());
  }

  private record Summaries(TraceSet traces) implements Rows<TraceSummary> {
    @Override
    public Basis forEach(Consumer<? super TraceSummary> consumer) {
      traces.list().forEach(consumer);
      return traces.basis();
    }

    @Override
    public Optional<Instant> timeOf(TraceSummary row) {
      return row.start();
    }
  }

  /**
   * What the traces show together and none of them alone, the surest first: hangs, backends and
   * servers that stand out, errors that began at some moment. They are looked for in the traces of
   * this set only, when this is first called.
   *
   * @return empty when nothing stands out, or there are too few traces to tell: {@link
   *     SetFinding.Kind} says how many it takes
   */
  public List<SetFinding> findings() {
    List<SetFinding> found = findings;
    if (found == null) {
      found = SetRule.findings(list());
      findings = found;
    }
    return found;
  }

  /** The failures by the problem behind them, most first: see {@link Fingerprint}. */
  public Fingerprints fingerprints() {
    return Fingerprints.of(list(), basis());
  }

  /** The episodes in which failures came much faster than usual, whatever kind they are. */
  public Bursts bursts() {
    return bursts(trace -> true);
  }

  /**
   * The episodes in which failures of some kind came much faster than those usually do. Unlike
   * {@code where(wanted).bursts()} this knows how long the traces cover and when good answers came
   * again, since the other traces stay in the set.
   *
   * @param wanted which of the failures to look at
   */
  public Bursts bursts(Predicate<? super TraceSummary> wanted) {
    return Bursts.of(list(), wanted, basis());
  }

  /**
   * Which attributes differ most between these traces and others: failing and good ones, this week
   * and last, server A and B. No trace should be in both sets. Needs Commons Statistics, an
   * optional dependency; takes some tenths of a second for 100,000 traces.
   *
   * @param more attributes of your own, tested beside those of {@link Attributes} and those that
   *     were kept; one whose name is there already is not tested twice
   * @throws IllegalStateException if Commons Statistics is missing; it says what to add
   */
  public SetDifferences compare(TraceSet other, Attribute<?>... more) {
    return SetDifferences.between(this, Objects.requireNonNull(other, "other"), List.of(more));
  }

  /**
   * What some of the traces have in common that the others of this set do not; as {@link #compare}:
   *
   * <pre>{@code
   * traces.explain(FAILURE.is(true));
   * }</pre>
   *
   * @param subset which traces are on the one side; all others are on the other
   * @param more attributes of your own, as for {@link #compare}
   * @throws IllegalStateException if Commons Statistics is missing; it says what to add
   */
  public SetDifferences explain(Predicate<? super TraceSummary> subset, Attribute<?>... more) {
    Condition<TraceSummary> chosen = Condition.from(subset);
    return where(chosen).compare(where(chosen.negate()), more);
  }

  /**
   * The events of these traces, read from their files again whenever an answer is asked for.
   *
   * <pre>{@code
   * traces.events().where(NAME.is("ARR_SERVER_ROUTED")).groupBy(data("Server")).count()
   * }</pre>
   */
  public EventSet events() {
    return new EventSet(this, source, Condition.all());
  }

  /**
   * The spans of these traces: of each the event that begins it, or ends it where its beginning was
   * not recorded. The fields of {@link Events} whose names begin with {@code span} tell about it.
   * Spans without an event of their own, notifications and parts that were not traced, are not
   * there.
   *
   * <pre>{@code
   * traces.spans().where(SPAN_KIND.is("RULE_EVALUATION")).groupBy(SPAN_NAME).count()
   * }</pre>
   */
  public EventSet spans() {
    return events().where(Events.SPAN.is(true));
  }

  /** What became of every file that was met when this set was loaded. */
  public Ledger ledger() {
    return ledger;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TraceSet that
        && list().equals(that.list())
        && ledger.equals(that.ledger);
  }

  @Override
  public int hashCode() {
    return Objects.hash(list(), ledger);
  }

  /**
   * How many traces and servers, and from when to when (UTC): one line of at most 80 characters.
   */
  @Override
  public String toString() {
    long servers = stream().flatMap(t -> t.server().stream()).distinct().count();
    Optional<Instant> first = stream().flatMap(t -> t.start().stream()).min(Instant::compareTo);
    Optional<Instant> last = stream().flatMap(t -> t.start().stream()).max(Instant::compareTo);
    long damaged = stream().filter(t -> !t.isReadWhole()).count();
    StringBuilder text = new StringBuilder();
    text.append(count()).append(count() == 1 ? " trace" : " traces");
    if (servers > 0) {
      text.append(" of ").append(servers).append(servers == 1 ? " server" : " servers");
    }
    if (first.isPresent() && last.isPresent()) {
      text.append(", ").append(ValueText.of(first.get()));
      if (!first.equals(last)) {
        text.append(" to ").append(ValueText.of(last.get()));
      }
    }
    if (damaged > 0) {
      text.append(", ").append(damaged).append(" damaged");
    }
    return text.toString();
  }
}

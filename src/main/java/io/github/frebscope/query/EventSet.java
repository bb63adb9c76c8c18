package io.github.frebscope.query;

import java.io.UncheckedIOException;
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
 * The events of all traces of a set, in the order of the files and, inside a file, of the document:
 * a question that still lacks its answer.
 *
 * <pre>{@code
 * traces.events().where(NAME.is("ARR_SERVER_ROUTED")).groupBy(data("Server")).count()
 * traces.where(STATUS.is(502)).spans().groupBy(SPAN_KIND).aggregate(count(), sum(SPAN_OWN_TIME))
 * }</pre>
 *
 * <p>A set of traces has no events in memory. Every answer reads each file of its traces again,
 * whole, and keeps a few of them at a time only, however many there are: about as long as {@code
 * Frebscope.forEachTimeline} takes. So choose traces first, {@code traces.where(...).events()}, and
 * ask for several figures at once with {@code aggregate(count(), ...)}.
 *
 * <p>A file that is gone by then, or holds another trace, never ends the work: {@link Basis#gone()}
 * of the answer lists it with its reason. An answer throws an {@link IllegalStateException} when
 * the set was made by hand without a {@link TraceSource}, and an {@link UncheckedIOException} when
 * the calling thread is interrupted.
 *
 * <p>Immutable and safe for use by several threads, as long as the predicates given to it are.
 * Predicates, fields and consumers are called by the thread that asks. Equal only to itself.
 */
public final class EventSet {
  private final TraceSet traces;
  private final Optional<TraceSource> source;
  private final Condition<TracedEvent> condition;
  private final Consumer<? super TraceSummary> watcher;

  EventSet(TraceSet traces, Optional<TraceSource> source, Condition<TracedEvent> condition) {
    this(traces, source, condition, trace -> {});
  }

  private EventSet(
      TraceSet traces,
      Optional<TraceSource> source,
      Condition<TracedEvent> condition,
      Consumer<? super TraceSummary> watcher) {
    this.traces = traces;
    this.source = source;
    this.condition = condition;
    this.watcher = watcher;
  }

  /**
   * The events that pass. Nothing is read before an answer is asked for.
   *
   * <pre>{@code
   * events.where(LEVEL.atMost(3).and(IN_MODULE.is("RewriteModule")))
   * }</pre>
   */
  public EventSet where(Predicate<? super TracedEvent> wanted) {
    Condition<TracedEvent> more = Condition.from(wanted);
    return new EventSet(traces, source, condition.and(more), watcher);
  }

  /** The events of those traces only that pass; the files of the others are not read again. */
  EventSet ofTraces(Condition<TraceSummary> wanted) {
    return wanted.isAll() ? this : new EventSet(traces.where(wanted), source, condition, watcher);
  }

  /**
   * The same events, and somebody who hears of each trace whose file has been read again, for a
   * progress bar.
   *
   * @param newWatcher called by the thread that asks, with those too that could not be read
   */
  public EventSet watched(Consumer<? super TraceSummary> newWatcher) {
    Objects.requireNonNull(newWatcher, "newWatcher");
    return new EventSet(traces, source, condition, newWatcher);
  }

  /** The answer to a question; see {@link EventQuery#run} for exceptions. */
  public ResultTable ask(EventQuery query) {
    return query.run(this);
  }

  /** The traces that the events stand in. */
  public TraceSet traces() {
    return traces;
  }

  /** The condition that the events are chosen by; its text is empty for all events. */
  public Condition<TracedEvent> condition() {
    return condition;
  }

  /** The events by the values of one of their fields. */
  public <K> Grouping<TracedEvent, K> groupBy(Field<TracedEvent, K> key) {
    return new Grouping<>(rows(), key);
  }

  /** The events by the values of an attribute of their traces, see {@link Events#ofTrace}. */
  public <K> Grouping<TracedEvent, K> groupBy(Attribute<K> key) {
    return groupBy(Events.ofTrace(key));
  }

  /**
   * The events by several fields, attributes of their traces among them.
   *
   * <pre>{@code
   * events.groupBy(SERVER, NAME).count()
   * }</pre>
   *
   * @throws IllegalArgumentException for a column of a table, which is neither of them
   */
  public GroupedTable<TracedEvent> groupBy(
      Field<?, ?> first, Field<?, ?> second, Field<?, ?>... more) {
    List<Field<TracedEvent, ?>> all = new ArrayList<>();
    all.add(Events.ofAny(first));
    all.add(Events.ofAny(second));
    for (Field<?, ?> field : more) {
      all.add(Events.ofAny(field));
    }
    return table().by(all);
  }

  /** The events by the time when they happened, in steps of that length in UTC. */
  public GroupedTable<TracedEvent> over(Duration step) {
    return table().over(step);
  }

  /** The events by the time when they happened, see {@link GroupedTable#over(Duration, ZoneId)}. */
  public GroupedTable<TracedEvent> over(Duration step, ZoneId zone) {
    return table().over(step, zone);
  }

  /**
   * One figure about all events. A bare figure has no place for its {@link #basis()}; ask for a
   * table, or a group, where files may be gone.
   */
  @SuppressWarnings("unchecked") // The figure comes from the aggregate.
  public <V> V aggregate(Aggregate<? super TracedEvent, V> aggregate) {
    return (V)
        GroupedRows.of(rows(), List.of(), List.of(aggregate)).groups().get(0).figures().get(0);
  }

  /** Several figures about all events: a table of one row. */
  @SafeVarargs
  public final ResultTable aggregate(
      Aggregate<? super TracedEvent, ?> first,
      Aggregate<? super TracedEvent, ?> second,
      Aggregate<? super TracedEvent, ?>... more) {
    List<Aggregate<? super TracedEvent, ?>> all = new ArrayList<>();
    all.add(first);
    all.add(second);
    for (Aggregate<? super TracedEvent, ?> aggregate : more) {
      all.add(aggregate);
    }
    return table().aggregate(all);
  }

  /** How many events there are in the files that could be read again, see {@link #basis()}. */
  public long count() {
    return basis().events();
  }

  /**
   * How many events there are, of how many traces, and which files could not be read again.
   *
   * @see Basis#gone()
   */
  public Basis basis() {
    return forEach(event -> {});
  }

  /**
   * Hands over every event, one after another, in order, to the calling thread. One that is not
   * kept is free again when the next file comes.
   *
   * @param consumer what it throws ends the work and comes out unchanged
   * @return what was handed over, and which files could not be read again
   */
  public Basis forEach(Consumer<? super TracedEvent> consumer) {
    Objects.requireNonNull(consumer, "consumer");
    EventPass pass = new EventPass();
    try (Stream<TracedEvent> events = open(pass)) {
      events.forEach(
          event -> {
            pass.count(event);
            consumer.accept(event);
          });
    }
    return pass.basis(traces.ledger().unreadable());
  }

  /**
   * The events as a stream: lazy, sequential, and to be closed, since it reads files ahead. A
   * stream has no place for a {@link Basis}, so it needs somebody who hears of files that could not
   * be read again.
   *
   * <pre>{@code
   * try (Stream<TracedEvent> events = traces.events().stream(System.err::println)) {
   *   events.filter(...).findFirst();
   * }
   * }</pre>
   *
   * @param gone hears of a file when its turn has come, from the thread that pulls
   */
  public Stream<TracedEvent> stream(Consumer<? super Ledger.Entry> gone) {
    Objects.requireNonNull(gone, "gone");
    return open(new EventPass(gone));
  }

  private Stream<TracedEvent> open(EventPass pass) {
    TraceSource files =
        source.orElseThrow(
            () ->
                new IllegalStateException(
                    "this set was made without a source of events; load it with Frebscope.load,"
                        + " or give TraceSet.of a TraceSource"));
    return files
        .read(traces.list())
        .sequential()
        .peek(reread -> watcher.accept(reread.summary()))
        .flatMap(pass::events)
        .filter(condition);
  }

  GroupedTable<TracedEvent> table() {
    return GroupedTable.of(rows());
  }

  Rows<TracedEvent> rows() {
    return new EventRows(this);
  }

  private record EventRows(EventSet set) implements Rows<TracedEvent> {
    @Override
    public Basis forEach(Consumer<? super TracedEvent> consumer) {
      return set.forEach(consumer);
    }

    @Override
    public Optional<Instant> timeOf(TracedEvent row) {
      return Events.timeOf(row);
    }
  }

  /** {@code events of 149 traces where name=ARR_SERVER_ROUTED}: one line, and no file is read. */
  @Override
  public String toString() {
    int count = traces.count();
    String where = condition.toString().isEmpty() ? "" : " where " + condition;
    String text = "events of " + ValueText.count(count) + (count == 1 ? " trace" : " traces");
    return Cut.END.apply(TerminalText.line(text + where), ResultTable.WIDTH);
  }
}

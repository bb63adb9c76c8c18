package io.github.frebscope.query;

import io.github.frebscope.trace.Trace;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A named, typed fact about a trace: the one word for it in filters, groups, columns and JSON.
 *
 * <p>The ones there are stand in {@link Attributes}. Make your own of what a summary tells with
 * {@link #of}, or of events with {@link #ofTrace}:
 *
 * <pre>{@code
 * Attribute<String> tenant =
 *     Attribute.of("tenant", String.class, t -> t.url().map(u -> u.split("/")[3]));
 * traces.groupBy(tenant).count();
 * }</pre>
 *
 * <p>Immutable and safe for use by several threads, as long as a function that you give is.
 *
 * @param <T> the type of its values
 */
public final class Attribute<T> extends Field<TraceSummary, T> {
  private final Kind kind;
  private final Source<T> source;

  /** What an attribute tells about a request. */
  public enum Kind {
    /** Which one it is, or a long text: of little use to compare. */
    IDENTITY,
    /** What was so before it succeeded or failed: server, URL, time, backend. */
    CIRCUMSTANCE,
    /** How it ended, and why. */
    OUTCOME
  }

  /** How the value is got out of the events of a trace while it is loaded. */
  private record Source<T>(Set<String> events, Function<Trace, Optional<T>> value) {}

  Attribute(
      FieldText text,
      Kind kind,
      Class<? super T> type,
      Comparator<T> order,
      Function<TraceSummary, Optional<T>> value) {
    this(text, kind, type, order, value, null);
  }

  private Attribute(
      FieldText text,
      Kind kind,
      Class<? super T> type,
      Comparator<T> order,
      Function<TraceSummary, Optional<T>> value,
      Source<T> source) {
    super(text, type, order, value);
    this.kind = Objects.requireNonNull(kind, "kind");
    this.source = source;
  }

  /**
   * An attribute of your own over what a summary tells; a circumstance. {@link #named} gives it a
   * title and a description.
   *
   * @param name the word for it
   * @param type the type of its values; one that is {@link Comparable} has its order
   * @param value the value for a trace, empty when it does not tell; called by several threads
   */
  public static <T> Attribute<T> of(
      String name, Class<T> type, Function<TraceSummary, Optional<T>> value) {
    return new Attribute<>(
        new FieldText(name, name, "", ""),
        Kind.CIRCUMSTANCE,
        type,
        naturalOrder(type),
        Objects.requireNonNull(value, "value"));
  }

  /**
   * An attribute of your own over the events of a trace. They are gone when a set is loaded, so the
   * value has to be kept while it is: {@code TraceLoader.standard().keep(attribute)}. A function
   * that fails on a trace costs that file, and the ledger of the set names the attribute.
   *
   * <pre>{@code
   * Attribute<Long> rewrites =
   *     Attribute.ofTrace(
   *         "rewrites",
   *         Long.class,
   *         Set.of("URL_CHANGED"),
   *         t -> Optional.of(t.events().stream().filter(e -> e.is("URL_CHANGED")).count()));
   * TraceSet traces = TraceLoader.standard().keep(rewrites).load(roots);
   * traces.groupBy(rewrites).count();
   * }</pre>
   *
   * @param name the word for it; two kept attributes of one set need two
   * @param type the type of its values; one that is {@link Comparable} has its order
   * @param events the names of the events that the function looks at
   * @param value the value for a trace, a digest that holds at least these events; empty when it
   *     does not tell; called by several threads
   */
  public static <T> Attribute<T> ofTrace(
      String name, Class<T> type, Set<String> events, Function<Trace, Optional<T>> value) {
    Objects.requireNonNull(value, "value");
    return new Attribute<>(
        new FieldText(name, name, "", ""),
        Kind.CIRCUMSTANCE,
        type,
        naturalOrder(type),
        summary -> summary.kept(name, type),
        new Source<>(Set.copyOf(events), value));
  }

  /**
   * An attribute of your own made of the values of this one: the customer in a host, a text without
   * its number. It tells the same about a request, and is kept when this one is; then it is the one
   * to be kept, and this one need not be.
   *
   * <pre>{@code
   * Attribute<String> tenant =
   *     header("Host").map("tenant", String.class, host -> Optional.of(host.split("\\.")[0]));
   * traces = TraceLoader.standard().keep(tenant).load(Path.of("FailedReqLogFiles"));
   * }</pre>
   *
   * @param newName the word for it
   * @param newType the type of its values; one that is {@link Comparable} has its order
   * @param function the value for one of this attribute, empty for none; called by several threads
   */
  public <U> Attribute<U> map(
      String newName, Class<U> newType, Function<? super T, Optional<U>> function) {
    Objects.requireNonNull(function, "function");
    Attribute<U> mapped =
        source == null
            ? of(newName, newType, summary -> of(summary).flatMap(function))
            : ofTrace(newName, newType, source.events(), trace -> in(trace).flatMap(function));
    return mapped.kind(kind);
  }

  /** The same attribute with a title for columns and a description. */
  public Attribute<T> named(String title, String description) {
    return new Attribute<>(
        new FieldText(name(), title, unit(), description),
        kind,
        type(),
        isOrdered() ? order() : null,
        this::of,
        source);
  }

  /** The same attribute, said to tell that about a request. */
  public Attribute<T> kind(Kind newKind) {
    return new Attribute<>(
        new FieldText(name(), title(), unit(), description()),
        newKind,
        type(),
        isOrdered() ? order() : null,
        this::of,
        source);
  }

  /** What it tells about a request. */
  public Kind kind() {
    return kind;
  }

  /**
   * Whether its values have to be kept while traces are loaded. {@link #of(Object)} throws an
   * {@link IllegalStateException} for a summary that was loaded without.
   */
  public boolean isKept() {
    return source != null;
  }

  /** The names of the events that it is got out of; empty when it is not kept. */
  public Set<String> eventNames() {
    return source == null ? Set.of() : source.events();
  }

  /**
   * The value in a trace.
   *
   * @param trace whole, or a digest that holds at least {@link #eventNames()}
   * @throws IllegalStateException if it is not one that is got out of events
   */
  public Optional<T> in(Trace trace) {
    if (source == null) {
      throw new IllegalStateException(name() + " is not got out of events");
    }
    return source.value().apply(trace);
  }

  @Override
  Optional<Instant> timeOf(TraceSummary row) {
    return row.start();
  }
}

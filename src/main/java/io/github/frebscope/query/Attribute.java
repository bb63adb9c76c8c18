package io.github.frebscope.query;

import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A named, typed fact about a trace: the one word for it in filters, groups, columns and JSON.
 *
 * <p>Immutable and safe for use by several threads. The ones there are stand in {@link Attributes}.
 *
 * @param <T> the type of its values
 */
public final class Attribute<T> {
  private final String name;
  private final String title;
  private final Class<? super T> type;
  private final String description;
  private final Function<TraceSummary, Optional<T>> value;

  Attribute(
      String name,
      String title,
      Class<? super T> type,
      String description,
      Function<TraceSummary, Optional<T>> value) {
    this.name = Objects.requireNonNull(name, "name");
    this.title = Objects.requireNonNull(title, "title");
    this.type = Objects.requireNonNull(type, "type");
    this.description = Objects.requireNonNull(description, "description");
    this.value = Objects.requireNonNull(value, "value");
  }

  /** The word for it: the JSON key and the head of the CSV column, for example {@code module}. */
  public String name() {
    return name;
  }

  /** The head of a column for people, for example {@code Module}. */
  public String title() {
    return title;
  }

  /**
   * The type of the values. A {@link java.time.Duration} is written to JSON and CSV in
   * milliseconds, an {@link java.time.Instant} as ISO 8601 in UTC with milliseconds.
   */
  public Class<? super T> type() {
    return type;
  }

  /** One sentence: what it means. */
  public String description() {
    return description;
  }

  /** The value for a trace; empty when the trace does not tell. */
  public Optional<T> of(TraceSummary trace) {
    return value.apply(trace);
  }

  /** The traces with that value. */
  public Predicate<TraceSummary> is(T wanted) {
    Objects.requireNonNull(wanted, "wanted");
    return trace -> of(trace).filter(wanted::equals).isPresent();
  }

  /** The traces with one of those values; none when no value is given. */
  @SafeVarargs
  public final Predicate<TraceSummary> in(T... wanted) {
    Set<T> values = new HashSet<>();
    for (T value : wanted) {
      values.add(Objects.requireNonNull(value, "wanted"));
    }
    return trace -> of(trace).filter(values::contains).isPresent();
  }

  /** The traces that tell a value at all. */
  public Predicate<TraceSummary> present() {
    return trace -> of(trace).isPresent();
  }

  /** The name. */
  @Override
  public String toString() {
    return name;
  }
}

package io.github.frebscope.query;

import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * A named, typed fact about an event of many traces. The ones there are stand in {@link Events}.
 *
 * <p>Immutable and safe for use by several threads, as long as a function that you give is.
 *
 * @param <T> the type of its values
 */
public final class EventField<T> extends Field<TracedEvent, T> {
  /** The attribute of the trace that it is; null for what events tell themselves. */
  private final Attribute<T> attribute;

  EventField(
      FieldText text,
      Class<? super T> type,
      Comparator<T> order,
      Function<TracedEvent, Optional<T>> value) {
    super(text, type, order, value);
    attribute = null;
  }

  /** An attribute of the trace that the event stands in. */
  EventField(Attribute<T> attribute) {
    super(
        new FieldText(
            attribute.name(), attribute.title(), attribute.unit(), attribute.description()),
        attribute.type(),
        attribute.isOrdered() ? attribute.order() : null,
        e -> attribute.of(e.trace()));
    this.attribute = attribute;
  }

  /** The attribute of the trace that it is; empty for what events tell themselves. */
  Optional<Attribute<?>> attribute() {
    return Optional.ofNullable(attribute);
  }

  /**
   * A field of your own.
   *
   * <pre>{@code
   * EventField<Long> thread =
   *     EventField.of("thread", Long.class, e -> Optional.of(e.event().origin().threadId()));
   * traces.events().groupBy(thread).count();
   * }</pre>
   *
   * @param name the word for it
   * @param type the type of its values; one that is {@link Comparable} has its order
   * @param value the value for an event; empty when it does not tell
   */
  public static <T> EventField<T> of(
      String name, Class<T> type, Function<TracedEvent, Optional<T>> value) {
    return new EventField<>(
        new FieldText(name, name, "", ""),
        type,
        naturalOrder(type),
        Objects.requireNonNull(value, "value"));
  }

  @Override
  Optional<Instant> timeOf(TracedEvent row) {
    return Events.timeOf(row);
  }
}

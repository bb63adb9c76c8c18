package io.github.frebscope.query;

import io.github.frebscope.trace.Trace;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The values of attributes over events, kept when the events themselves are not. Immutable. */
final class Kept {
  private static final Kept NONE = new Kept(List.of(), new Object[0]);

  /** The same list for all traces of a set. */
  private final List<Attribute<?>> attributes;

  private final Object[] values;

  private Kept(List<Attribute<?>> attributes, Object[] values) {
    this.attributes = attributes;
    this.values = values;
  }

  static Kept of(List<Attribute<?>> attributes, Trace trace, UnaryOperator<String> shared) {
    if (attributes.isEmpty()) {
      return NONE;
    }
    Object[] values = new Object[attributes.size()];
    for (int i = 0; i < values.length; i++) {
      Object value = value(attributes.get(i), trace);
      values[i] = value instanceof String text ? shared.apply(text) : value;
    }
    return new Kept(attributes, values);
  }

  List<Attribute<?>> attributes() {
    return attributes;
  }

  /** Says whose fault it is when a function of an embedder is broken; null for no value. */
  private static Object value(Attribute<?> attribute, Trace trace) {
    Optional<?> found;
    try {
      found = attribute.in(trace);
    } catch (RuntimeException e) {
      throw AttributeException.of(attribute, e);
    }
    if (found == null) {
      throw AttributeException.ofNull(attribute);
    }
    if (found.isPresent() && !attribute.type().isInstance(found.get())) {
      throw AttributeException.ofType(attribute, found.get());
    }
    return found.orElse(null);
  }

  /**
   * The value that was kept under a name.
   *
   * @throws IllegalStateException if none was, or that of an attribute of another type
   */
  @SuppressWarnings("unchecked") // Every value is of the type of its attribute.
  <T> Optional<T> value(String name, Class<? super T> type) {
    for (int i = 0; i < values.length; i++) {
      Attribute<?> attribute = attributes.get(i);
      if (attribute.name().equals(name)) {
        if (attribute.type() != type) {
          throw new IllegalStateException(
              "another attribute " + name + " was kept while the traces were loaded; rename one");
        }
        return Optional.ofNullable((T) values[i]);
      }
    }
    throw new IllegalStateException(
        name + " was not kept while the traces were loaded; load them with TraceLoader.keep");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Kept that && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }
}

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
      Object value = attributes.get(i).in(trace).orElse(null);
      values[i] = value instanceof String text ? shared.apply(text) : value;
    }
    return new Kept(attributes, values);
  }

  List<Attribute<?>> attributes() {
    return attributes;
  }

  @SuppressWarnings("unchecked") // Names stand for one attribute, and so for one type, in a set.
  <T> Optional<T> value(String name) {
    for (int i = 0; i < values.length; i++) {
      if (attributes.get(i).name().equals(name)) {
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

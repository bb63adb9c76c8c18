package io.github.frebscope.query;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The traces of a set by the values of one attribute. A question that still lacks its answer:
 * {@link #count()} gives one.
 *
 * @param <K> the type of the values
 */
public final class Grouping<K> {
  private final TraceSet traces;
  private final Attribute<K> key;

  Grouping(TraceSet traces, Attribute<K> key) {
    this.traces = traces;
    this.key = key;
  }

  /** How many traces have each value. Traces without one are a group of their own. */
  public Counts<K> count() {
    Map<Optional<K>, Long> counts = new HashMap<>();
    traces.stream().forEach(t -> counts.merge(key.of(t), 1L, Long::sum));
    return Counts.of(key, counts);
  }

  /** {@code 150 traces by module}. */
  @Override
  public String toString() {
    return traces.count() + " traces by " + key.name();
  }
}

package io.github.frebscope.catalog;

import io.github.frebscope.trace.MeasuredTime;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The limits a silence is held against: the defaults of {@code limits.tsv}, or what a configuration
 * says instead.
 *
 * <pre>{@code
 * TimeLimits ours = TimeLimits.standard().with("arr-farm", Duration.ofSeconds(60));
 * }</pre>
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class TimeLimits {
  private static final TimeLimits STANDARD =
      new TimeLimits(Table.read("limits.tsv").rows().stream().map(TimeLimit::of).toList());

  private final Map<String, TimeLimit> limits = new LinkedHashMap<>();

  private TimeLimits(List<TimeLimit> all) {
    all.forEach(limit -> limits.put(limit.id(), limit));
  }

  /** The defaults. */
  public static TimeLimits standard() {
    return STANDARD;
  }

  /**
   * These limits with a configured value.
   *
   * @param id the id of a limit, one of {@link #all()}
   * @param value more than zero
   * @throws IllegalArgumentException if there is no such limit or the value is not above zero
   */
  public TimeLimits with(String id, Duration value) {
    if (!limits.containsKey(id)) {
      throw new IllegalArgumentException(
          "no time limit is called '" + id + "'; there are " + String.join(", ", limits.keySet()));
    }
    if (value.isZero() || value.isNegative()) {
      throw new IllegalArgumentException("the time limit " + id + " must be more than 0");
    }
    TimeLimits changed = new TimeLimits(all());
    changed.limits.computeIfPresent(id, (key, limit) -> limit.configured(value));
    return changed;
  }

  /** All limits. */
  public List<TimeLimit> all() {
    return List.copyOf(limits.values());
  }

  /**
   * The limit of that id.
   *
   * @throws IllegalArgumentException if there is none
   */
  public TimeLimit get(String id) {
    TimeLimit limit = limits.get(id);
    if (limit == null) {
      throw new IllegalArgumentException("no time limit is called '" + id + "'");
    }
    return limit;
  }

  /** The first of those limits that a silence is as long as; empty when it is as long as none. */
  public Optional<TimeLimit> matching(MeasuredTime silence, String... ids) {
    return Stream.of(ids).map(this::get).filter(limit -> limit.matches(silence)).findFirst();
  }

  /** The limits, one a line. */
  @Override
  public String toString() {
    return String.join("\n", limits.values().stream().map(l -> l.id() + ": " + l).toList());
  }
}

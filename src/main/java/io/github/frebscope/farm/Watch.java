package io.github.frebscope.farm;

import io.github.frebscope.log.AccessLine;
import io.github.frebscope.log.W3cRow;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Paths and times at which requests are looked for. A request is watched when its path is, and some
 * of it lies within the times of that path. Immutable and safe for use by several threads.
 */
public final class Watch {
  private static final Watch NOTHING = new Watch(Map.of());

  /**
   * For each path, as {@link LoggedUrl#path}: where a span begins, and where it ends, in
   * milliseconds.
   */
  private final Map<String, NavigableMap<Long, Long>> spans;

  private final long earliest;
  private final long latest;

  private Watch(Map<String, NavigableMap<Long, Long>> spans) {
    this.spans = spans;
    this.earliest =
        spans.values().stream().mapToLong(NavigableMap::firstKey).min().orElse(Long.MAX_VALUE);
    this.latest =
        spans.values().stream()
            .mapToLong(s -> s.lastEntry().getValue())
            .max()
            .orElse(Long.MIN_VALUE);
  }

  /** Watches nothing. */
  public static Watch nothing() {
    return NOTHING;
  }

  /** Watches the paths of incidents, some time before and after each. */
  public static Watch incidents(Collection<Incident> incidents, Duration before, Duration after) {
    Builder builder = new Builder();
    incidents.forEach(i -> builder.add(i.path(), i.time().minus(before), i.time().plus(after)));
    return builder.build();
  }

  /** Watches the paths of lines, while each went on and some time before and after. */
  public static Watch lines(Collection<AccessLine> lines, Duration before, Duration after) {
    Builder builder = new Builder();
    lines.forEach(l -> builder.add(l.path(), l.start().minus(before), l.end().plus(after)));
    return builder.build();
  }

  /** This watch and another. */
  public Watch and(Watch other) {
    Builder builder = new Builder();
    for (Watch watch : List.of(this, other)) {
      watch.spans.forEach((path, spans) -> spans.forEach((a, b) -> builder.add(path, a, b)));
    }
    return builder.build();
  }

  /** Whether nothing is watched. */
  public boolean isEmpty() {
    return spans.isEmpty();
  }

  /** Whether any watched span of time touches this one. */
  public boolean touches(Instant from, Instant to) {
    return spans.values().stream()
        .anyMatch(s -> touches(s, from.toEpochMilli(), to.toEpochMilli()));
  }

  boolean contains(W3cRow row) {
    if (spans.isEmpty()) {
      return false;
    }
    long end = row.endMillis();
    long start = row.startMillis();
    if (end + 999 < earliest || start > latest) {
      return false; // before the path is made a text
    }
    NavigableMap<Long, Long> of = spans.get(LoggedUrl.path(row.path()));
    // The log's second has begun up to one second before the request ended.
    return of != null && touches(of, start, end + 999);
  }

  /** The spans of a path do not overlap, so the last one that begins before the end decides. */
  private static boolean touches(NavigableMap<Long, Long> spans, long from, long to) {
    Map.Entry<Long, Long> before = spans.floorEntry(to);
    return before != null && before.getValue() >= from;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Watch that && spans.equals(that.spans);
  }

  @Override
  public int hashCode() {
    return Objects.hash(spans);
  }

  /** {@code 4 times of 1 path}. */
  @Override
  public String toString() {
    int times = spans.values().stream().mapToInt(Map::size).sum();
    return times + " times of " + spans.size() + (spans.size() == 1 ? " path" : " paths");
  }

  /** Joins spans of a path that overlap. */
  private static final class Builder {
    private final Map<String, NavigableMap<Long, Long>> spans = new HashMap<>();

    void add(String path, Instant from, Instant to) {
      add(LoggedUrl.path(path), from.toEpochMilli(), to.toEpochMilli());
    }

    void add(String path, long from, long to) {
      NavigableMap<Long, Long> of = spans.computeIfAbsent(path, p -> new TreeMap<>());
      long start = from;
      long end = to;
      Map.Entry<Long, Long> other = of.floorEntry(end);
      while (other != null && other.getValue() >= start) {
        start = Math.min(start, other.getKey());
        end = Math.max(end, other.getValue());
        of.remove(other.getKey());
        other = of.floorEntry(end);
      }
      of.put(start, end);
    }

    Watch build() {
      return spans.isEmpty() ? NOTHING : new Watch(spans);
    }
  }
}

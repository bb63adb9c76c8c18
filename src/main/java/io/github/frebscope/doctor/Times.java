package io.github.frebscope.doctor;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** Things in the order of their times, to be found by time among very many. */
final class Times<T> {
  private final List<T> things;
  private final List<Instant> times;

  private Times(List<T> things, List<Instant> times) {
    this.things = things;
    this.times = times;
  }

  static <T> Times<T> of(Collection<T> things, Function<T, Instant> time) {
    List<T> sorted = things.stream().sorted(Comparator.comparing(time)).toList();
    return new Times<>(sorted, sorted.stream().map(time).toList());
  }

  /** Those from one time to another, both inclusive. */
  List<T> between(Instant from, Instant to) {
    int first = place(from);
    return first == things.size() ? List.of() : things.subList(first, end(first, to));
  }

  /** The first place whose time is not before. */
  private int place(Instant from) {
    int found = Collections.binarySearch(times, from);
    int place = found < 0 ? -found - 1 : found;
    while (place > 0 && times.get(place - 1).equals(from)) {
      place--;
    }
    return place;
  }

  private int end(int first, Instant to) {
    int found = Collections.binarySearch(times, to);
    int end = Math.max(first, found < 0 ? -found - 1 : found);
    while (end < times.size() && !times.get(end).isAfter(to)) {
      end++;
    }
    return end;
  }

  boolean isEmpty() {
    return things.isEmpty();
  }
}

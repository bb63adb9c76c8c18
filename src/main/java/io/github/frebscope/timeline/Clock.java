package io.github.frebscope.timeline;

import io.github.frebscope.trace.TraceEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The events of a trace with their times, which never go back: an event that carries an earlier
 * stamp than one before it counts as having happened at the later one. Document order is the order.
 */
final class Clock {
  /** Damaged stamps can lie millennia apart; a long holds 292 years of nanoseconds. */
  private static final Duration LONGEST = Duration.ofDays(365L * 100);

  private final List<TraceEvent> events;
  private final Instant start;
  private final long[] nanos;

  Clock(List<TraceEvent> events) {
    this.events = events;
    start = events.isEmpty() ? Instant.EPOCH : events.get(0).time();
    nanos = new long[events.size()];
    long latest = 0;
    Instant lastTime = start;
    for (int i = 0; i < nanos.length; i++) {
      Instant time = events.get(i).time();
      if (!time.equals(lastTime)) {
        lastTime = time;
        latest = Math.max(latest, nanos(Duration.between(start, time)));
      }
      nanos[i] = latest;
    }
  }

  /** A length in nanoseconds: from 0 to 100 years, so that a sum of two is a long too. */
  static long nanos(Duration length) {
    return (length.compareTo(LONGEST) > 0 ? LONGEST : length.isNegative() ? Duration.ZERO : length)
        .toNanos();
  }

  int count() {
    return events.size();
  }

  /** Nanoseconds from the first event to the one at a place. */
  long at(int place) {
    return nanos[place];
  }

  /** The time of the last event; 0 without events. */
  long last() {
    return nanos.length == 0 ? 0 : nanos[nanos.length - 1];
  }

  Instant instant(long nanosFromStart) {
    return start.plusNanos(nanosFromStart);
  }

  /** The event at a place; empty for -1. */
  Optional<TraceEvent> event(int place) {
    return place < 0 ? Optional.empty() : Optional.of(events.get(place));
  }

  /** The place of the event of that number; -1 when there is none. */
  int placeOf(int index) {
    int low = 0;
    int high = events.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int found = events.get(middle).index();
      if (found == index) {
        return middle;
      }
      if (found < index) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }

  List<TraceEvent> events(int from, int to) {
    return events.subList(from, to);
  }
}

package io.github.frebscope.farm;

import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;

/**
 * The minutes in which requests of a site ended. Takes some 200 bytes a day that has any, however
 * far apart the days are: a server may have a thousand sites.
 */
final class CoveredMinutes {
  private static final long MINUTE = 60_000;
  private static final long DAY = 24 * 60;

  private final Map<Long, BitSet> days = new TreeMap<>();
  private long last = Long.MIN_VALUE;

  void add(long millis) {
    long minute = Math.floorDiv(millis, MINUTE);
    if (minute != last) { // most lines are in the minute of the one before
      last = minute;
      days.computeIfAbsent(Math.floorDiv(minute, DAY), day -> new BitSet((int) DAY))
          .set((int) Math.floorMod(minute, DAY));
    }
  }

  LogCoverage coverage() {
    return LogCoverage.ofMillis(
        days.entrySet().stream()
            .flatMapToLong(
                day -> day.getValue().stream().mapToLong(m -> (day.getKey() * DAY + m) * MINUTE)));
  }

  /** {@code 900 minutes of 2 days}. */
  @Override
  public String toString() {
    long minutes = days.values().stream().mapToLong(BitSet::cardinality).sum();
    return minutes + " minutes of " + days.size() + " days";
  }
}

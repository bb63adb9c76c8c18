package io.github.frebscope.farm;

import io.github.frebscope.log.W3cRow;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * How many requests of a site began in each minute. Takes four bytes for a minute between the
 * earliest and the latest, so a year takes 2 MB; minutes more than {@link #MOST_MINUTES} after the
 * earliest, or before it when that many are held, are only counted as {@link #outside()}.
 *
 * <p>Not for use by several threads.
 */
public final class TrafficByMinute {
  /** Two years. */
  public static final int MOST_MINUTES = 2 * 366 * 24 * 60;

  private static final long MINUTE = 60_000;
  private int[] counts = new int[0];
  private long first;
  private int used;
  private long outside;

  /** With no requests yet. */
  public TrafficByMinute() {}

  /** Counts a line. */
  public void accept(W3cRow row) {
    count(Math.floorDiv(row.startMillis(), MINUTE));
  }

  private void count(long minute) {
    if (used == 0) {
      first = minute;
    }
    long last = first + used - 1;
    if (Math.max(minute, last) - Math.min(minute, first) >= MOST_MINUTES) {
      outside++;
      return;
    }
    if (minute < first) {
      int more = (int) (first - minute);
      int[] moved = new int[counts.length + more]; // rare: lines come nearly in order
      System.arraycopy(counts, 0, moved, more, used);
      counts = moved;
      first = minute;
      used += more;
    }
    int at = (int) (minute - first);
    if (at >= counts.length) {
      counts = Arrays.copyOf(counts, Math.max(at + 1, Math.max(1440, counts.length * 3 / 2)));
    }
    used = Math.max(used, at + 1);
    counts[at]++;
  }

  /** The minute of the earliest request; empty without requests. */
  public Optional<Instant> from() {
    return used == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(first * MINUTE));
  }

  /** The end of the minute of the latest request, exclusive; empty without requests. */
  public Optional<Instant> until() {
    return used == 0
        ? Optional.empty()
        : Optional.of(Instant.ofEpochMilli((first + used) * MINUTE));
  }

  /** How many requests were too far from the first ones to be held. */
  public long outside() {
    return outside;
  }

  /** How many requests began in the minute of a time. */
  public int inMinute(Instant time) {
    return at(Math.floorDiv(time.toEpochMilli(), MINUTE));
  }

  /**
   * How many requests began between two times; a minute that is only partly in between counts by
   * its part. Costs a step for each minute.
   *
   * @param from milliseconds since 1970
   * @param to milliseconds since 1970, exclusive
   */
  public double between(long from, long to) {
    double sum = 0;
    long low = Math.max(from, first * MINUTE);
    long high = Math.min(to, (first + used) * MINUTE);
    for (long minute = Math.floorDiv(low, MINUTE); minute * MINUTE < high; minute++) {
      long part = Math.min(high, (minute + 1) * MINUTE) - Math.max(low, minute * MINUTE);
      sum += at(minute) * (part / (double) MINUTE);
    }
    return sum;
  }

  private int at(long minute) {
    long at = minute - first;
    return at < 0 || at >= used ? 0 : counts[(int) at];
  }

  /** {@code 1169 requests in 900 minutes}: one line. */
  @Override
  public String toString() {
    return Math.round(between(Long.MIN_VALUE / 2, Long.MAX_VALUE / 2))
        + " requests in "
        + used
        + " minutes";
  }
}

package io.github.frebscope.farm;

import io.github.frebscope.log.AccessLine;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * Which time a server's logs speak of: that a request is not in them means something only where
 * there are lines before it and after it. Takes eight bytes a line; immutable.
 */
public final class LogCoverage {
  /** No log at all. */
  public static final LogCoverage NONE = new LogCoverage(new long[0]);

  private final long[] millis;

  private LogCoverage(long[] millis) {
    this.millis = millis;
  }

  /** What those lines cover, by the ends of their requests. */
  public static LogCoverage of(List<AccessLine> lines) {
    return ofMillis(lines.stream().mapToLong(line -> line.end().toEpochMilli()));
  }

  /** What lines of those times cover; milliseconds since 1970, in any order. */
  public static LogCoverage ofMillis(LongStream times) {
    return new LogCoverage(times.sorted().toArray());
  }

  /** The first line's time; empty when there is none. */
  public Optional<Instant> first() {
    return millis.length == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis[0]));
  }

  /** The last line's time; empty when there is none. */
  public Optional<Instant> last() {
    return millis.length == 0
        ? Optional.empty()
        : Optional.of(Instant.ofEpochMilli(millis[millis.length - 1]));
  }

  /**
   * Whether there is a line not longer than that before a time and one not longer than that after
   * another.
   *
   * @param from the time before which there has to be a line
   * @param to the time after which there has to be one, not earlier than the first
   * @param span how far away they may be
   */
  public boolean covers(Instant from, Instant to, Duration span) {
    long first = from.toEpochMilli();
    long last = to.toEpochMilli();
    int before = atLeast(first + 1) - 1;
    int after = atLeast(last);
    return before >= 0
        && after < millis.length
        && millis[before] >= first - span.toMillis()
        && millis[after] <= last + span.toMillis();
  }

  private int atLeast(long time) {
    int found = Arrays.binarySearch(millis, time);
    while (found > 0 && millis[found - 1] == time) {
      found--;
    }
    return found < 0 ? -found - 1 : found;
  }

  /** {@code 2026-02-23T09:00:00Z to 2026-02-23T11:59:40Z, 366 lines}. */
  @Override
  public String toString() {
    return millis.length == 0
        ? "no lines"
        : first().orElseThrow() + " to " + last().orElseThrow() + ", " + millis.length + " lines";
  }
}

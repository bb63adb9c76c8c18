package io.github.frebscope.query;

import io.github.frebscope.trace.MeasuredTime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How long failures waited before they failed: exact percentiles by the nearest rank, so always
 * lengths that occurred.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param told how many traces tell a wait; the percentiles are theirs
 * @param p50 the median; empty when no trace tells a wait, as the others are
 * @param p95 the 95th percentile
 * @param max the longest
 */
public record Waits(
    long told, Optional<MeasuredTime> p50, Optional<MeasuredTime> p95, Optional<MeasuredTime> max) {
  private static final int PERCENT = 100;

  static Waits of(List<Duration> waits) {
    List<Duration> sorted = waits.stream().sorted().toList();
    return new Waits(sorted.size(), at(sorted, 50), at(sorted, 95), at(sorted, PERCENT));
  }

  /** Of n in order the one at place n·p/100, rounded up. */
  private static Optional<MeasuredTime> at(List<Duration> sorted, int percent) {
    int rank = (int) (((long) sorted.size() * percent + PERCENT - 1) / PERCENT);
    return rank == 0 ? Optional.empty() : Optional.of(MeasuredTime.of(sorted.get(rank - 1)));
  }

  /** {@code p50 2,016 ms ±16 ms, p95 30,016 ms ±16 ms, max 30,031 ms ±16 ms; 12 told}. */
  @Override
  public String toString() {
    return told == 0
        ? "-"
        : "p50 "
            + ValueText.of(p50)
            + ", p95 "
            + ValueText.of(p95)
            + ", max "
            + ValueText.of(max)
            + "; "
            + ValueText.count(told)
            + " told";
  }
}

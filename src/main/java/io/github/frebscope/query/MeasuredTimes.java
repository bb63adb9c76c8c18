package io.github.frebscope.query;

import com.google.common.collect.Multiset;
import com.google.common.collect.SortedMultiset;
import com.google.common.collect.TreeMultiset;
import io.github.frebscope.trace.MeasuredTime;
import java.time.Duration;

/**
 * Many lengths of time: their sum and their percentiles, exact. IIS's clock makes many of them
 * equal, so that few are kept however many there are. Not safe for use by several threads.
 */
final class MeasuredTimes {
  private final SortedMultiset<MeasuredTime> times = TreeMultiset.create();
  private Duration length = Duration.ZERO;
  private Duration error = Duration.ZERO;

  void add(MeasuredTime time) {
    times.add(time);
    length = length.plus(time.length());
    error = error.plus(time.error());
  }

  int count() {
    return times.size();
  }

  /** The sum; its error is that of the worst case, in which all are wrong in one direction. */
  MeasuredTime total() {
    return new MeasuredTime(length, error);
  }

  /**
   * The least of these lengths that at least so many percent of them do not exceed (nearest rank).
   *
   * @throws IllegalArgumentException if it is not 1 to 100 percent, or there is no length
   */
  MeasuredTime percentile(int percent) {
    if (percent < 1 || percent > 100) {
      throw new IllegalArgumentException("percent: " + percent);
    }
    long rank = ((long) percent * times.size() + 99) / 100;
    for (Multiset.Entry<MeasuredTime> entry : times.entrySet()) {
      rank -= entry.getCount();
      if (rank <= 0) {
        return entry.getElement();
      }
    }
    throw new IllegalArgumentException("no lengths");
  }
}

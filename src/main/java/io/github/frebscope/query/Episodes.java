package io.github.frebscope.query;

import io.github.frebscope.internal.stats.Kleinberg;
import io.github.frebscope.internal.stats.Kleinberg.Range;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Bursts with tight borders. Where failures are rare, two states alone take hours of silence for a
 * part of a burst, since even they come faster than usual. Kleinberg's answer is a hierarchy of
 * states; here a burst is looked at again with its own rate as the base rate, as long as nearly all
 * of it lies in bursts of its own.
 *
 * <p>A silence as short as a request may wait by default parts nothing: failures by time-out come
 * in heaps, and so do those that a client tries again.
 */
final class Episodes {
  /** Time limits of ARR and of the ASP.NET Core Module are 2 min at most by default. */
  private static final long ONE_WAIT = Duration.ofMinutes(2).toMillis();

  /** A part of the failures of a burst; one that only swells and ebbs is not taken apart. */
  private static final double NEARLY_ALL = 0.8;

  private static final int DEEPEST = 10;

  private Episodes() {}

  /**
   * The bursts of {@value Bursts#LEAST} events or more.
   *
   * @param times when the events were, in order, in milliseconds
   * @param rate how many there are a millisecond as a rule
   */
  static List<Range> find(long[] times, double rate) {
    return Kleinberg.bursts(times, rate).stream()
        .flatMap(range -> tight(times, range, DEEPEST))
        .filter(Episodes::isEnough)
        .toList();
  }

  private static Stream<Range> tight(long[] times, Range range, int deep) {
    long length = times[range.last()] - times[range.first()];
    if (length <= ONE_WAIT || deep == 0) {
      return Stream.of(range);
    }
    long[] its = Arrays.copyOfRange(times, range.first(), range.last() + 1);
    List<Range> inner =
        joined(its, Kleinberg.bursts(its, (double) its.length / length)).stream()
            .filter(Episodes::isEnough)
            .toList();
    int inside = inner.stream().mapToInt(Episodes::size).sum();
    if (inside < NEARLY_ALL * its.length || (inner.size() == 1 && inside == its.length)) {
      return Stream.of(range);
    }
    return inner.stream()
        .map(r -> new Range(range.first() + r.first(), range.first() + r.last()))
        .flatMap(r -> tight(times, r, deep - 1));
  }

  /** With what is no further away than a wait. */
  private static List<Range> joined(long[] times, List<Range> ranges) {
    List<Range> joined = new ArrayList<>();
    for (Range range : ranges) {
      if (!joined.isEmpty() && range.last() <= joined.get(joined.size() - 1).last()) {
        continue; // Joined already.
      }
      int first = range.first();
      int last = range.last();
      while (first > 0 && times[first] - times[first - 1] <= ONE_WAIT) {
        first--;
      }
      while (last + 1 < times.length && times[last + 1] - times[last] <= ONE_WAIT) {
        last++;
      }
      joined.add(new Range(first, last));
    }
    return joined;
  }

  private static boolean isEnough(Range range) {
    return size(range) >= Bursts.LEAST;
  }

  private static int size(Range range) {
    return range.last() - range.first() + 1;
  }
}

package io.github.frebscope.timeline;

import io.github.frebscope.trace.MeasuredTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * Finds the steps that took longer on one side. A difference is told of the innermost span that has
 * it: the spans around it, and around a span that only one side has, are slower only by that. A
 * span around many differences, each within the error of the clock, is told when their sum is
 * beyond it.
 */
final class TimeDifferences {
  private final List<SpanPair> pairs;
  private final IdentityHashMap<Span, Integer> numbers = new IdentityHashMap<>();

  /** What is told already of the difference of a pair: right minus left, in nanoseconds. */
  private final long[] told;

  /** The errors of what is told. */
  private final Duration[] errors;

  private TimeDifferences(TreeMatch match) {
    pairs = match.spans;
    told = new long[pairs.size()];
    errors = new Duration[pairs.size()];
    Arrays.fill(errors, Duration.ZERO);
    for (int i = 0; i < pairs.size(); i++) {
      numbers.put(pairs.get(i).left(), i);
      numbers.put(pairs.get(i).right(), i);
    }
    match.left.spans.forEach(span -> tellParent(span, -1, span.inclusive()));
    match.right.spans.forEach(span -> tellParent(span, 1, span.inclusive()));
  }

  /** The differences, the largest first. */
  static List<TimeDifference> of(TreeMatch match) {
    List<TimeDifference> found = new TimeDifferences(match).find();
    found.sort(Collections.reverseOrder());
    return found;
  }

  private List<TimeDifference> find() {
    List<TimeDifference> found = new ArrayList<>();
    for (int i = pairs.size() - 1; i >= 0; i--) { // what lies inside comes before
      SpanPair pair = pairs.get(i);
      TimeDifference own =
          new TimeDifference(pair, pair.left().exclusive(), pair.right().exclusive(), true);
      if (isBeyondClock(signed(own), own.difference().error())) {
        found.add(own);
        tell(i, signed(own), own.difference().error());
      }
      TimeDifference all =
          new TimeDifference(pair, pair.left().inclusive(), pair.right().inclusive(), false);
      Duration allError = all.difference().error();
      if (isBeyondClock(signed(all) - told[i], allError.plus(errors[i]))) {
        found.add(all);
        told[i] = signed(all);
        errors[i] = allError;
      }
      Integer parent = pair.left().parent().map(numbers::get).orElse(null);
      if (parent != null) {
        tell(parent, told[i], errors[i]);
      }
    }
    Collections.reverse(found);
    return found;
  }

  private static boolean isBeyondClock(long nanos, Duration error) {
    return Math.abs(nanos) > error.toNanos();
  }

  private static long signed(TimeDifference difference) {
    return difference.right().length().minus(difference.left().length()).toNanos();
  }

  private void tellParent(Span span, int sign, MeasuredTime time) {
    Integer parent = span.parent().map(numbers::get).orElse(null);
    if (parent != null) {
      tell(parent, sign * time.length().toNanos(), time.error());
    }
  }

  private void tell(int pair, long nanos, Duration error) {
    told[pair] += nanos;
    errors[pair] = errors[pair].plus(error);
  }
}

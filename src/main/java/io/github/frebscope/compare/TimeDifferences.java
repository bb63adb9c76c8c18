package io.github.frebscope.compare;

import io.github.frebscope.timeline.Span;
import io.github.frebscope.trace.MeasuredTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the steps that took longer on one side. A difference is told of the innermost span that has
 * it: the spans around it, and around a span that only one side has, are slower only by that. A
 * span around many differences, each within the error of the clock, is told when their sum is
 * beyond it.
 *
 * <p>When the steps inside a span may just not have been traced on one side, their time is the
 * span's own there, so only the whole span is compared. A span that was cut off by an end, or
 * beginning, of the trace took at least as long as it says, so it is never told to be the shorter.
 */
final class TimeDifferences {
  private final List<SpanPair> pairs;
  private final IdentityHashMap<Span, Integer> numbers = new IdentityHashMap<>();

  /** What is told already of the difference of a pair: right minus left, in nanoseconds. */
  private final long[] told;

  /** The errors of what is told. */
  private final Duration[] errors;

  /** Whether a pair holds spans that may just not have been traced on the other side. */
  private final boolean[] coarse;

  private final CutSpans leftCut;
  private final CutSpans rightCut;

  private TimeDifferences(
      TreeMatch match, Set<Span> untraced, CutSpans leftCut, CutSpans rightCut) {
    this.leftCut = leftCut;
    this.rightCut = rightCut;
    pairs = match.spans;
    coarse = new boolean[pairs.size()];
    told = new long[pairs.size()];
    errors = new Duration[pairs.size()];
    Arrays.fill(errors, Duration.ZERO);
    for (int i = 0; i < pairs.size(); i++) {
      numbers.put(pairs.get(i).left(), i);
      numbers.put(pairs.get(i).right(), i);
    }
    match.left.whole.forEach(span -> tellOnly(span, -1, untraced));
    match.right.whole.forEach(span -> tellOnly(span, 1, untraced));
    Stream.concat(match.left.alone.stream(), match.right.alone.stream()).forEach(this::coarsen);
  }

  /**
   * The differences, the largest first.
   *
   * @param untraced spans of one side that may just not have been traced on the other
   */
  static List<TimeDifference> of(
      TreeMatch match, Set<Span> untraced, CutSpans leftCut, CutSpans rightCut) {
    List<TimeDifference> found = new TimeDifferences(match, untraced, leftCut, rightCut).find();
    found.sort(Collections.reverseOrder());
    return found;
  }

  private List<TimeDifference> find() {
    List<TimeDifference> found = new ArrayList<>();
    for (int i = pairs.size() - 1; i >= 0; i--) { // what lies inside comes before
      SpanPair pair = pairs.get(i);
      TimeDifference own =
          new TimeDifference(pair, pair.left().exclusive(), pair.right().exclusive(), true);
      if (!coarse[i] && isBeyondClock(signed(own), own.difference().error())) {
        tell(i, signed(own), own.difference().error());
        if (isCertain(own)) {
          found.add(own);
        }
      }
      TimeDifference all =
          new TimeDifference(pair, pair.left().inclusive(), pair.right().inclusive(), false);
      Duration allError = all.difference().error();
      if (isBeyondClock(signed(all) - told[i], allError.plus(errors[i]))
          && isBeyondClock(signed(all), allError)
          && isCertain(all)) {
        found.add(all);
        told[i] = signed(all);
        errors[i] = allError;
      }
      tellAround(i);
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

  /** The shorter one must be told whole. */
  private boolean isCertain(TimeDifference difference) {
    return difference.isLeftLonger()
        ? !rightCut.contains(difference.spans().right(), difference.isExclusive())
        : !leftCut.contains(difference.spans().left(), difference.isExclusive());
  }

  /** A pair can lie in one pair on the left, in another one on the right: near an open span. */
  private void tellAround(int pair) {
    Span left = pairs.get(pair).left();
    Span right = pairs.get(pair).right();
    Integer leftAround = pairAround(left);
    Integer rightAround = pairAround(right);
    if (leftAround == null || rightAround == null) {
      return;
    }
    if (leftAround.equals(rightAround)) {
      tell(leftAround, told[pair], errors[pair]);
    } else {
      MeasuredTime leftTime = left.inclusive();
      MeasuredTime rightTime = right.inclusive();
      tell(leftAround, -leftTime.length().toNanos(), leftTime.error());
      tell(rightAround, rightTime.length().toNanos(), rightTime.error());
    }
  }

  /** The innermost pair around a span; null for the request. */
  private Integer pairAround(Span span) {
    return span.outwards()
        .skip(1)
        .map(numbers::get)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private void tellOnly(Span span, int sign, Set<Span> untraced) {
    Integer parent = pairAround(span);
    if (parent == null) {
      return;
    }
    if (untraced.contains(span)) {
      coarse[parent] = true;
    } else {
      MeasuredTime time = span.inclusive();
      tell(parent, sign * time.length().toNanos(), time.error());
    }
  }

  /** The time of a span that is looked through is that of the pair around. */
  private void coarsen(Span span) {
    Integer around = pairAround(span);
    if (around != null) {
      coarse[around] = true;
    }
  }

  private void tell(int pair, long nanos, Duration error) {
    told[pair] += nanos;
    errors[pair] = errors[pair].plus(error);
  }
}

package io.github.frebscope.timeline;

import io.github.frebscope.trace.MeasuredTime;
import java.time.Duration;

/**
 * Adds up stretches of one timeline, in its order, and knows how wrong the sum can be.
 *
 * <p>A stamp says in which tick of the clock something happened, not where in the tick. A stretch
 * from one stamp to a later one is counted with all of its first tick and nothing of its last: it
 * may be a tick too long by the one, and a tick too short by the other. Of one tick no more than a
 * tick can be missing, however many short stretches lie in it.
 */
final class TimeSum {
  private static final long NONE = Long.MIN_VALUE;

  private long length;
  private int countedTicks;
  private int uncountedTicks;
  private int moreTicks;

  /** The stamp at which the last stretch ended, unless a counted one begins there too. */
  private long lastEnd = NONE;

  /** Adds a stretch that begins no earlier than the one before it ended. */
  void add(long from, long to) {
    if (lastEnd != NONE && lastEnd != from) {
      uncountedTicks++;
    }
    if (to > from) {
      length += to - from;
      countedTicks++;
    }
    lastEnd = to;
  }

  boolean isEmpty() {
    return lastEnd == NONE;
  }

  /** Says that the end of the last stretch is no stamp, and has an error of its own. */
  void endIsNoStamp() {
    moreTicks++;
  }

  /** What was added; no error when nothing was. */
  MeasuredTime total() {
    int tooShort = uncountedTicks + (lastEnd == NONE ? 0 : 1);
    return MeasuredTime.ofTicks(
        Duration.ofNanos(length), Math.max(countedTicks, tooShort) + moreTicks);
  }
}

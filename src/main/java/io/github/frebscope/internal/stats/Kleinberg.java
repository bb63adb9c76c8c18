package io.github.frebscope.internal.stats;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Bursts in a stream of events, by the two-state automaton of Kleinberg ("Bursty and Hierarchical
 * Structure in Streams", KDD 2002). In its first state gaps between events are drawn from an
 * exponential distribution with the base rate, in its second from one with {@link #SCALE} times
 * that rate. To go up costs {@link #GAMMA} times the logarithm of the number of gaps, to go down
 * nothing. The sequence of states that costs least (Viterbi) tells the bursts.
 *
 * <p>Kleinberg's usual values are 2 and 1, which show one burst or another in any stream drawn by
 * lot. With a scale of 5 a burst has 2.5 times the base rate at least ((s - 1) / ln s), still less
 * than an outage that fills a third of the time. With a gamma of 2 a stream of n failures drawn by
 * lot has a burst about once in n streams.
 */
public final class Kleinberg {
  /** How many times as dense as usual events are in the state of a burst. */
  public static final double SCALE = 5;

  /** What it costs to go into that state, in logarithms of the number of gaps. */
  public static final double GAMMA = 2;

  private Kleinberg() {}

  /**
   * From one event to another, both of them in the burst.
   *
   * @param first its number, from 0 on
   * @param last its number
   */
  public record Range(int first, int last) {}

  /**
   * The bursts.
   *
   * @param times when the events were, in order, in milliseconds
   * @param rate how many there are a millisecond as a rule
   */
  public static List<Range> bursts(long[] times, double rate) {
    int gaps = times.length - 1;
    if (gaps < 1) {
      return List.of();
    }
    double up = GAMMA * Math.log(gaps);
    boolean[] wentUp = new boolean[gaps];
    boolean[] cameDown = new boolean[gaps];
    double low = 0;
    double high = Double.POSITIVE_INFINITY;
    for (int i = 0; i < gaps; i++) {
      // Costs beyond those of staying low: the logarithm of how much likelier the gap is there.
      double cost = (SCALE - 1) * rate * (times[i + 1] - times[i]) - Math.log(SCALE);
      wentUp[i] = low + up < high;
      cameDown[i] = high < low;
      double newHigh = Math.min(low + up, high) + cost;
      low = Math.min(low, high);
      high = newHigh;
    }
    return ranges(wentUp, cameDown, high < low);
  }

  private static List<Range> ranges(boolean[] wentUp, boolean[] cameDown, boolean endsHigh) {
    List<Range> bursts = new ArrayList<>();
    boolean high = endsHigh;
    int last = wentUp.length;
    for (int i = wentUp.length - 1; i >= 0; i--) {
      if (high && wentUp[i]) {
        bursts.add(new Range(i, last));
        high = false;
      } else if (!high && cameDown[i]) {
        high = true;
        last = i;
      }
    }
    Collections.reverse(bursts);
    return bursts;
  }
}

package io.github.frebscope.farm;

import java.time.Duration;
import java.util.Optional;

/**
 * Votes for offsets between two clocks, in seconds. Pairs of lines that are no request of both vote
 * for any offset; those that are vote for the true one, or the one beside it, as times are cut to
 * the second.
 *
 * <p>An offset is believed only if it stands out: above what chance piles up anywhere, and above
 * all others in a wider range than clocks are expected to differ. Requests that come in equal
 * intervals (probes, timed jobs) make several such peaks, and then nothing is claimed.
 */
final class RequestPattern {
  /** Votes count up to here, on both sides, in seconds; so that intervals of an hour show. */
  static final int RANGE = 4000;

  /** So many votes above chance are the least to believe. */
  static final int FEWEST = 12;

  /** The best has to have as many votes above chance as the second best, so many times. */
  private static final double CLEARNESS = 2;

  private static final double DEVIATIONS = 6;

  /** Times are cut, and ends differ by the way to the client: a peak is that wide on each side. */
  private static final int SHOULDER = 4;

  private final int[] votes = new int[2 * RANGE + 1];

  /** Counts a pair of lines that would be one request at this offset. */
  void vote(int seconds) {
    if (Math.abs(seconds) <= RANGE) {
      votes[seconds + RANGE]++;
    }
  }

  /** The offset that stands out; empty when none does. */
  Optional<ClockSkew> best() {
    int furthest = (int) ClockSkew.FURTHEST.toSeconds();
    int best = RANGE - furthest;
    for (int i = best; i <= RANGE + furthest; i++) {
      best = window(i) > window(best) ? i : best;
    }
    double chance = chance(best);
    double above = window(best) - chance;
    double rival = 0;
    for (int i = 0; i < votes.length; i++) {
      if (Math.abs(i - best) > SHOULDER) {
        rival = Math.max(rival, window(i) - chance);
      }
    }
    if (above < FEWEST || above < DEVIATIONS * Math.sqrt(chance + 1) || above < CLEARNESS * rival) {
      return Optional.empty();
    }
    return Optional.of(
        new ClockSkew(
            ClockSkew.Basis.REQUESTS,
            Duration.ofMillis(Math.round(1000 * center(best))),
            Duration.ofMillis(1500),
            (int) above));
  }

  /** Votes for an offset and those beside it. */
  private int window(int index) {
    int sum = 0;
    for (int i = Math.max(0, index - 1); i <= Math.min(votes.length - 1, index + 1); i++) {
      sum += votes[i];
    }
    return sum;
  }

  /**
   * What chance puts into the window of an offset: the mean over the neighbourhood, since more
   * pairs are found at small offsets than at those as long as the logs.
   */
  private double chance(int best) {
    long sum = 0;
    int count = 0;
    for (int i = Math.max(1, best - RANGE / 8);
        i <= Math.min(votes.length - 2, best + RANGE / 8);
        i++) {
      if (Math.abs(i - best) > SHOULDER) {
        sum += votes[i];
        count++;
      }
    }
    return count == 0 ? 0 : 3.0 * sum / count;
  }

  private double center(int best) {
    double sum = 0;
    double weights = 0;
    for (int i = best - 1; i <= best + 1; i++) {
      sum += (double) votes[i] * (i - RANGE);
      weights += votes[i];
    }
    return sum / weights;
  }
}

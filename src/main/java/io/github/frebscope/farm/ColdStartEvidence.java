package io.github.frebscope.farm;

import io.github.frebscope.cause.Confidence;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What speaks for cold starts of one site on one server.
 *
 * <p>How sure it is: <em>high</em> when Windows events tell of the end or start of the process for
 * at least half of the cold hits (two independent logs agree); <em>medium</em> when at least half
 * of the quiet times that can be judged ended with a cold hit, all of them as long as the idle
 * time-out or with an event, and there are two such hits or one whose peer had gone or that
 * released a queue; <em>low</em> otherwise.
 *
 * @param site what it was found in
 * @param hits the first requests that were cold, in order; may be empty when only the times of
 *     recycles are regular
 * @param warm how many quiet times as long as the idle time-out ended with a request as quick as
 *     usual
 * @param unknown how many could not be judged, the usual time of the path not being known
 * @param rhythms how starts come again
 * @param confidence how sure
 */
public record ColdStartEvidence(
    WatchedSite site,
    List<ColdHit> hits,
    int warm,
    int unknown,
    List<Rhythm> rhythms,
    Confidence confidence) {
  /** Refuses nulls. */
  public ColdStartEvidence {
    Objects.requireNonNull(site, "site");
    Objects.requireNonNull(confidence, "confidence");
    hits = List.copyOf(hits);
    rhythms = List.copyOf(rhythms);
  }

  /**
   * That starts keep a period.
   *
   * @param period how long; 29 h is IIS's default for a regular recycle
   * @param starts when the starts that keep it were
   * @param p how likely that is by chance
   * @param isRecycleTime whether the pool's own regular recycle ({@code periodicRestart@time}) is
   *     as long
   * @param fromEvents whether the starts are those that Windows events tell, not first requests
   */
  public record Rhythm(
      Duration period, List<Instant> starts, double p, boolean isRecycleTime, boolean fromEvents) {
    /** Refuses nulls. */
    public Rhythm {
      Objects.requireNonNull(period, "period");
      starts = List.copyOf(starts);
    }

    /** Whether it is a time of the day, or several: the period is a whole number of days. */
    public boolean isClockTime() {
      return period.toMinutes() % Duration.ofDays(1).toMinutes() == 0;
    }
  }

  /** The longest of the cold hits; zero without any. */
  public Duration longest() {
    return hits.stream().map(ColdHit::taken).max(Duration::compareTo).orElse(Duration.ZERO);
  }

  /** {@code web01 W3SVC4: 2 cold hits (medium)}: one line. */
  @Override
  public String toString() {
    return site.server()
        + " W3SVC"
        + site.siteId()
        + ": "
        + hits.size()
        + " cold hits ("
        + confidence
        + ")";
  }
}

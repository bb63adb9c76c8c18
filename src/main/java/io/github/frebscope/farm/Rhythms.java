package io.github.frebscope.farm;

import io.github.frebscope.farm.ColdStartEvidence.Rhythm;
import io.github.frebscope.internal.stats.Periodicity;
import io.github.frebscope.internal.stats.Periodicity.Traffic;
import io.github.frebscope.log.WindowsEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether starts of a site's process keep a period: by the recycles that Windows events tell, where
 * there are enough of them, or else by the first requests that were cold. For the latter the
 * traffic is compared: a daily job whose request is the first of the night makes no schedule of the
 * server.
 */
final class Rhythms {
  private static final Duration DEFAULT_RECYCLE = Duration.ofHours(29);
  private static final List<Duration> USUAL =
      List.of(
          DEFAULT_RECYCLE,
          Duration.ofDays(1),
          Duration.ofHours(12),
          Duration.ofHours(1),
          Duration.ofDays(7));
  private static final Duration SHORTEST = Duration.ofMinutes(30);

  private Rhythms() {}

  static List<Rhythm> of(
      WatchedSite site, List<ColdHit> hits, List<WindowsEvent> events, ZoneId zone) {
    Duration own = site.pool().map(pool -> pool.recycleTime().value()).orElse(DEFAULT_RECYCLE);
    Set<Duration> periods = new LinkedHashSet<>(USUAL);
    if (own.compareTo(SHORTEST) >= 0) {
      periods.add(own);
    }
    long[] told =
        events.stream()
            .filter(ProcessEvents::isRecycle)
            .mapToLong(event -> event.time().toEpochMilli())
            .toArray();
    boolean fromEvents = told.length >= Periodicity.LEAST_EVENTS;
    long[] starts =
        fromEvents
            ? told
            : hits.stream().mapToLong(hit -> hit.line().start().toEpochMilli()).toArray();
    Traffic traffic =
        fromEvents || site.traffic().isEmpty() ? Traffic.EVEN : site.traffic().get()::between;
    return Periodicity.find(starts, List.copyOf(periods), zone, traffic).stream()
        .map(
            found ->
                new Rhythm(
                    found.period(),
                    found.events().stream().map(Instant::ofEpochMilli).toList(),
                    found.p(),
                    found.period().equals(own),
                    fromEvents))
        .toList();
  }
}

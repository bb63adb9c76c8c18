package io.github.frebscope.farm;

import io.github.frebscope.config.AppPool;
import io.github.frebscope.config.Site;
import io.github.frebscope.log.HttpErrLine;
import io.github.frebscope.log.WindowsEvent;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is known of one site on one server, to look for cold starts in.
 *
 * @param server the server's name
 * @param siteId the site's number
 * @param gaps the quiet times of its log, with the usual times of the first hits' paths
 * @param site the site's configuration, if it is there
 * @param pool the application pool of its root, if the configuration is there
 * @param events events of the server's System and Application logs; those that are no start or end
 *     of a worker process are passed over
 * @param refused what http.sys of the server ended itself
 * @param frontTimeout how long the server in front of it waits, if it is known
 * @param traffic how many requests there were when, if that was counted
 */
public record WatchedSite(
    String server,
    long siteId,
    List<AfterQuiet> gaps,
    Optional<Site> site,
    Optional<AppPool> pool,
    List<WindowsEvent> events,
    List<HttpErrLine> refused,
    Optional<Duration> frontTimeout,
    Optional<TrafficByMinute> traffic) {
  /** Refuses nulls. */
  public WatchedSite {
    Objects.requireNonNull(server, "server");
    Objects.requireNonNull(site, "site");
    Objects.requireNonNull(pool, "pool");
    Objects.requireNonNull(frontTimeout, "frontTimeout");
    Objects.requireNonNull(traffic, "traffic");
    gaps = List.copyOf(gaps);
    events = List.copyOf(events);
    refused = List.copyOf(refused);
  }

  /** A site of which only the log is known. */
  public static WatchedSite of(String server, long siteId, List<AfterQuiet> gaps) {
    return new WatchedSite(
        server,
        siteId,
        gaps,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  /** The idle time-out in force; IIS's default where the pool is not known. Zero is never. */
  public Duration idleTimeout() {
    return pool.map(p -> p.idleTimeout().value()).orElse(QuietGaps.IDLE);
  }

  /** {@code web01 W3SVC4: 3 quiet times}: one line. */
  @Override
  public String toString() {
    return server + " W3SVC" + siteId + ": " + gaps.size() + " quiet times";
  }
}

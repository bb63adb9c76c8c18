package io.github.frebscope.farm;

import io.github.frebscope.cause.Confidence;
import io.github.frebscope.log.HttpErrLine;
import io.github.frebscope.log.HttpErrReason;
import io.github.frebscope.log.WindowsEvent;
import io.github.frebscope.query.SetFinding;
import io.github.frebscope.query.TraceSet;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Cold starts in the logs of sites: first requests after a quiet time that waited for a process or
 * an application to start.
 *
 * <p>A first request is cold when it took {@link #LEAST} or more and {@value #TIMES_USUAL} times as
 * long as requests of its path usually do, after a quiet time as long as the pool's idle time-out,
 * or after an event that tells of the end of a process. A path that is slow at any time is no cold
 * start, nor is a slow request after a short pause. Where the usual time is not known, an event or
 * a queue that was released at once has to speak for it.
 */
public final class ColdStarts {
  /** What takes less is not told. */
  public static final Duration LEAST = Duration.ofSeconds(5);

  /** So many times as long as usual. */
  public static final int TIMES_USUAL = 10;

  /** From this part of the front end's time-out on it will be too long under load. */
  private static final double AT_RISK = 0.7;

  /** An event this much before the first request belongs to it even if requests came meanwhile. */
  private static final Duration JUST_BEFORE = Duration.ofMinutes(5);

  /** W3C logs and events have whole seconds. */
  private static final Duration ROUNDING = Duration.ofSeconds(2);

  private static final Duration SAME_MINUTE = Duration.ofSeconds(60);

  /** http.sys ended requests that waited, or whose client had gone meanwhile. */
  private static final Set<HttpErrReason.Kind> WAITED =
      EnumSet.of(
          HttpErrReason.Kind.QUEUE_WAIT,
          HttpErrReason.Kind.CLIENT_LEFT,
          HttpErrReason.Kind.QUEUE_FULL);

  private ColdStarts() {}

  /**
   * The sites that had cold starts, or whose processes start in a rhythm, in the order given; empty
   * when none had.
   *
   * @param sites the sites of a farm's members: cold starts at the same minute are looked for among
   *     all of them
   * @param zone whose clock the servers' schedules keep
   */
  public static List<ColdStartEvidence> of(List<WatchedSite> sites, ZoneId zone) {
    List<ColdStartEvidence> alone = new ArrayList<>();
    for (WatchedSite site : sites) {
      ColdStartEvidence evidence = judge(site, zone);
      if (!evidence.hits().isEmpty() || !evidence.rhythms().isEmpty()) {
        alone.add(evidence);
      }
    }
    return alone.stream().map(one -> joined(one, alone)).toList();
  }

  /** What the traces of a set say: failures just after the start of worker processes. */
  public static List<SetFinding> inTraces(TraceSet traces) {
    return traces.findings().stream()
        .filter(finding -> finding.kind() == SetFinding.Kind.COLD_START)
        .toList();
  }

  private static ColdStartEvidence judge(WatchedSite site, ZoneId zone) {
    List<WindowsEvent> events = ProcessEvents.of(site);
    List<ColdHit> hits = new ArrayList<>();
    int warm = 0;
    int unknown = 0;
    for (AfterQuiet gap : site.gaps()) {
      ColdHit hit = hit(gap, site, events);
      boolean ended = hit.idle() || hit.event().isPresent() || gap.marked().isPresent();
      boolean slow = hit.taken().compareTo(LEAST) >= 0;
      OptionalDouble times = hit.timesUsual();
      if (times.isEmpty() && slow) {
        if (ended && (hit.event().isPresent() || gap.released() >= 2)) {
          hits.add(hit);
        } else {
          unknown++;
        }
      } else if (ended && slow && times.orElse(0) >= TIMES_USUAL) {
        hits.add(hit);
      } else if (ended) {
        warm++;
      }
    }
    return new ColdStartEvidence(
        site, hits, warm, unknown, Rhythms.of(site, hits, events, zone), confidence(hits, warm));
  }

  private static ColdHit hit(AfterQuiet gap, WatchedSite site, List<WindowsEvent> events) {
    Instant start = gap.firstHit().line().start();
    Duration idle = site.idleTimeout();
    boolean wasIdle = !idle.isZero() && gap.firstHit().quiet().compareTo(idle) >= 0;
    Instant since = earlier(gap.firstHit().quietSince(), start.minus(JUST_BEFORE));
    Optional<WindowsEvent> event =
        events.stream()
            .filter(e -> !e.time().isBefore(since) && !e.time().isAfter(start.plus(ROUNDING)))
            .reduce((first, second) -> second);
    List<HttpErrLine> refused =
        site.refused().stream().filter(line -> waited(line, gap, site)).toList();
    Duration taken = gap.firstHit().line().timeTaken().orElse(Duration.ZERO);
    return new ColdHit(gap, wasIdle, event, front(taken, site), refused, List.of());
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static boolean waited(HttpErrLine line, AfterQuiet gap, WatchedSite site) {
    boolean here =
        line.siteId().map(id -> id.equals(Long.toString(site.siteId()))).orElse(false)
            || line.queue()
                .flatMap(
                    queue ->
                        site.pool()
                            .map(p -> p.name().replace(' ', '+'))
                            .map(queue.replace(' ', '+')::equalsIgnoreCase))
                .orElse(false);
    return here
        && HttpErrReason.of(line.reason())
            .map(HttpErrReason::kind)
            .filter(WAITED::contains)
            .isPresent()
        && !line.time().isBefore(gap.firstHit().line().start())
        && !line.time().isAfter(gap.firstHit().line().end().plus(SAME_MINUTE));
  }

  private static ColdHit.Front front(Duration taken, WatchedSite site) {
    if (site.frontTimeout().isEmpty()) {
      return ColdHit.Front.UNKNOWN;
    }
    double part = taken.toMillis() / (double) Math.max(1, site.frontTimeout().get().toMillis());
    if (part >= 1) {
      return ColdHit.Front.GAVE_UP;
    }
    return part >= AT_RISK ? ColdHit.Front.AT_RISK : ColdHit.Front.WAITS;
  }

  private static Confidence confidence(List<ColdHit> hits, int warm) {
    long told = hits.stream().filter(hit -> hit.event().isPresent()).count();
    if (told > 0 && 2 * told >= hits.size()) {
      return Confidence.HIGH;
    }
    boolean plain =
        hits.size() >= 2
            || hits.stream().anyMatch(hit -> hit.peerGone() || hit.gap().released() >= 2);
    return plain && hits.size() >= warm ? Confidence.MEDIUM : Confidence.LOW;
  }

  private static ColdStartEvidence joined(ColdStartEvidence one, List<ColdStartEvidence> all) {
    List<ColdHit> hits =
        one.hits().stream()
            .map(
                hit ->
                    new ColdHit(
                        hit.gap(),
                        hit.idle(),
                        hit.event(),
                        hit.front(),
                        hit.refused(),
                        together(hit, one.site().server(), all)))
            .toList();
    return new ColdStartEvidence(
        one.site(), hits, one.warm(), one.unknown(), one.rhythms(), one.confidence());
  }

  private static List<String> together(ColdHit hit, String server, List<ColdStartEvidence> all) {
    Instant start = hit.line().start();
    return all.stream()
        .filter(other -> !other.site().server().equalsIgnoreCase(server))
        .filter(
            other ->
                other.hits().stream()
                    .map(h -> Duration.between(h.line().start(), start).abs())
                    .anyMatch(apart -> apart.compareTo(SAME_MINUTE) <= 0))
        .map(other -> other.site().server())
        .distinct()
        .sorted()
        .toList();
  }
}

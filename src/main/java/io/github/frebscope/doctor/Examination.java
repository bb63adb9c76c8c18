package io.github.frebscope.doctor;

import io.github.frebscope.config.RecorderCheck;
import io.github.frebscope.config.RecorderReport;
import io.github.frebscope.config.RequestOutcome;
import io.github.frebscope.config.ServerConfig;
import io.github.frebscope.farm.FarmEvidence;
import io.github.frebscope.farm.Incident;
import io.github.frebscope.farm.JoinedRequest;
import io.github.frebscope.farm.ServerEvidence;
import io.github.frebscope.farm.SiteEvidence;
import io.github.frebscope.farm.TraceMatch;
import io.github.frebscope.log.AccessLine;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.stream.Stream;

/** All that the rules look at: the evidence, and what was found out of it for all of them. */
final class Examination {
  /** How far clocks of clients and servers may be apart. */
  static final Duration SKEW = Duration.ofSeconds(5);

  private static final int NEAR_SECOND = 50;

  private final FarmEvidence evidence;
  private final FrontEnds fronts;
  private final List<Incident> incidents;
  private final ZoneId zone;
  private final List<JoinedRequest> joined;
  private final NavigableSet<Instant> failureTimes;
  private final Map<String, TraceMatch> matches = new HashMap<>();
  private final Map<Asked, Optional<RecorderReport>> recorders = new HashMap<>();

  /** A question to a site's configuration: logs have thousands of failures that ask the same. */
  private record Asked(String server, OptionalLong site, RequestOutcome outcome) {}

  Examination(
      FarmEvidence evidence,
      FrontEnds fronts,
      List<Incident> incidents,
      ZoneId zone,
      List<JoinedRequest> joined) {
    this.evidence = evidence;
    this.fronts = fronts;
    this.incidents = List.copyOf(incidents);
    this.zone = zone;
    this.joined = List.copyOf(joined);
    this.failureTimes = times();
  }

  FarmEvidence evidence() {
    return evidence;
  }

  FrontEnds fronts() {
    return fronts;
  }

  List<Incident> incidents() {
    return incidents;
  }

  ZoneId zone() {
    return zone;
  }

  /** Failures of front ends with what the members say of them. */
  List<JoinedRequest> joined() {
    return joined;
  }

  ServerEvidence server(SiteEvidence site) {
    return evidence.server(site.server()).orElseThrow();
  }

  /** The 502 lines of a site's log and its traces. */
  TraceMatch match(SiteEvidence site) {
    return matches.computeIfAbsent(
        site.server() + "\n" + site.id(),
        key -> TraceMatch.of(site.traffic().failureLines(), site.traces()));
  }

  /** The sites whose log has 502 lines. */
  Stream<SiteEvidence> failing() {
    return evidence.sites().filter(site -> site.traffic().failures() > 0);
  }

  /** Whether a site would have traced a request; empty without its configuration. */
  Optional<RecorderReport> recorder(SiteEvidence site, RequestOutcome outcome) {
    Optional<ServerConfig> config = server(site).config();
    if (config.isEmpty() || site.site().isEmpty()) {
      return Optional.empty();
    }
    RequestOutcome alike = outcome.timeTaken().map(t -> outcome.taking(about(t))).orElse(outcome);
    return recorders.computeIfAbsent(
        new Asked(site.server(), site.id(), alike),
        asked -> Optional.of(RecorderCheck.of(config.get(), site.site().get(), alike)));
  }

  /**
   * A time that every rule answers alike: rules have limits of whole seconds and are exact to a
   * tick of the clock, so that only times close to a whole second differ.
   */
  private static Duration about(Duration time) {
    int millis = time.toMillisPart();
    boolean isClose = millis < NEAR_SECOND || millis > 1000 - NEAR_SECOND;
    return isClose ? time : time.minusMillis(millis).plusMillis(500);
  }

  /** How a logged request ended. */
  static RequestOutcome outcome(AccessLine line) {
    int status = line.status().map(s -> s.status()).orElse(502);
    RequestOutcome outcome =
        line.subStatus().isPresent()
            ? RequestOutcome.of(line.path(), status, line.subStatus().getAsInt())
            : RequestOutcome.of(line.path(), status);
    return line.timeTaken().map(outcome::taking).orElse(outcome);
  }

  /** Whether a site wrote any trace at all, so that its recorder is seen to work. */
  static boolean hasControl(SiteEvidence site) {
    return !site.traces().isEmpty();
  }

  /** All times at which something failed: as clients and as logs have it, in order. */
  NavigableSet<Instant> failureTimes() {
    return failureTimes;
  }

  private NavigableSet<Instant> times() {
    NavigableSet<Instant> times = new TreeSet<>();
    incidents.forEach(i -> times.add(i.time()));
    failing().forEach(s -> s.traffic().failureLines().forEach(l -> times.add(l.end())));
    return Collections.unmodifiableNavigableSet(times);
  }

  /** Whether anything failed within a span of time around another. */
  boolean hasFailure(Instant from, Instant to) {
    Instant next = failureTimes.ceiling(from);
    return next != null && !next.isAfter(to);
  }
}

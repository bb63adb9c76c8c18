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
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All that the rules look at: the evidence, and what was found out of it for all of them. */
final class Examination {
  /** How far clocks of clients and servers may be apart. */
  static final Duration SKEW = Duration.ofSeconds(5);

  private final FarmEvidence evidence;
  private final FrontEnds fronts;
  private final List<Incident> incidents;
  private final ZoneId zone;
  private final List<JoinedRequest> joined;
  private final Map<SiteEvidence, TraceMatch> matches = new IdentityHashMap<>();

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
        site, s -> TraceMatch.of(s.traffic().failureLines(), s.traces()));
  }

  /** The sites whose log has 502 lines. */
  Stream<SiteEvidence> failing() {
    return evidence.sites().filter(site -> site.traffic().failures() > 0);
  }

  /** Whether a site would have traced a request; empty without its configuration. */
  Optional<RecorderReport> recorder(SiteEvidence site, RequestOutcome outcome) {
    Optional<ServerConfig> config = server(site).config();
    return config.isEmpty() || site.site().isEmpty()
        ? Optional.empty()
        : Optional.of(RecorderCheck.of(config.get(), site.site().get(), outcome));
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

  /** All times at which something failed: as clients and as logs have it. */
  List<Instant> failureTimes() {
    List<Instant> times = new ArrayList<>();
    incidents.forEach(i -> times.add(i.time()));
    failing().forEach(s -> s.traffic().failureLines().forEach(l -> times.add(l.end())));
    return times;
  }

  /** Whether anything failed within a span of time around another. */
  boolean hasFailure(Instant from, Instant to) {
    return failureTimes().stream().anyMatch(t -> !t.isBefore(from) && !t.isAfter(to));
  }
}

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
import io.github.frebscope.log.HttpErrLine;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All that the rules look at: the evidence, and what was found out of it for all of them. */
final class Examination {
  /** How far clocks of clients and servers may be apart. */
  static final Duration SKEW = Duration.ofSeconds(5);

  /** So many milliseconds from a whole second a time is as good as at it. */
  private static final int NEAR_SECOND = 50;

  private final FarmEvidence evidence;
  private final FrontEnds fronts;
  private final List<Incident> incidents;
  private final ZoneId zone;
  private final List<JoinedRequest> joined;
  private final Times<Incident> byTime;
  private final Times<Failure> loggedByTime;
  private final Map<String, TraceMatch> matches = new HashMap<>();
  private final Map<Wanted, RecorderReport> reports = new HashMap<>();
  private final Map<String, Boolean> timed = new HashMap<>();
  private final Map<String, List<SiteEvidence>> asked = new HashMap<>();
  private final Map<String, Times<HttpErrLine>> errors = new HashMap<>();

  /** A request to a site that a report is about. */
  private record Wanted(String site, RequestOutcome outcome) {}

  /** A 502 in the log of a site. */
  record Failure(SiteEvidence site, AccessLine line) {}

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
    this.byTime = Times.of(incidents, Incident::time);
    this.loggedByTime =
        Times.of(
            evidence
                .sites()
                .flatMap(s -> s.traffic().failureLines().stream().map(l -> new Failure(s, l)))
                .toList(),
            failure -> failure.line().end());
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
    String place = site.server() + "\n" + site.site().get().id() + "\n";
    boolean isTimed =
        timed.computeIfAbsent(
            place + outcome.urlPath(),
            key ->
                config.get().failureRules(site.site().get(), outcome.urlPath()).rules().stream()
                    .anyMatch(rule -> !rule.timeTaken().isZero()));
    RequestOutcome wanted =
        isTimed
            ? outcome.timeTaken().map(t -> outcome.taking(about(t))).orElse(outcome)
            : untimed(outcome);
    return Optional.of(
        reports.computeIfAbsent(
            new Wanted(place, wanted),
            key -> RecorderCheck.of(config.get(), site.site().get(), wanted)));
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

  /** Without its length, which no two requests have in common. */
  private static RequestOutcome untimed(RequestOutcome outcome) {
    return new RequestOutcome(
        outcome.urlPath(),
        outcome.status(),
        outcome.subStatus(),
        Optional.empty(),
        outcome.gravestEvent());
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

  /** The sites of a server that a client's request goes to. */
  List<SiteEvidence> asked(ServerEvidence server, Incident incident) {
    return asked.computeIfAbsent(
        server.name() + "\n" + incident.host().orElse(""), key -> Sites.asked(server, incident));
  }

  /** Whether anything failed, as clients or as logs have it. */
  boolean hasFailures() {
    return !byTime.isEmpty() || !loggedByTime.isEmpty();
  }

  /** What clients saw from one time to another. */
  List<Incident> incidents(Instant from, Instant to) {
    return byTime.between(from, to);
  }

  /** What is logged as 502 from one time to another. */
  List<Failure> failures(Instant from, Instant to) {
    return loggedByTime.between(from, to);
  }

  /** Whether anything failed from one time to another. */
  boolean hasFailure(Instant from, Instant to) {
    return !incidents(from, to).isEmpty() || !failures(from, to).isEmpty();
  }

  /** What http.sys of a server ended itself from one time to another. */
  List<HttpErrLine> errors(ServerEvidence server, Instant from, Instant to) {
    return errors
        .computeIfAbsent(server.name(), name -> Times.of(server.httpErr(), HttpErrLine::time))
        .between(from, to);
  }
}

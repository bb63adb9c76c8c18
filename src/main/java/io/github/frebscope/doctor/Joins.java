package io.github.frebscope.doctor;

import io.github.frebscope.config.WebFarm;
import io.github.frebscope.farm.ClockSkew;
import io.github.frebscope.farm.FarmEvidence;
import io.github.frebscope.farm.FarmMember;
import io.github.frebscope.farm.JoinedRequest;
import io.github.frebscope.farm.LogCoverage;
import io.github.frebscope.farm.RequestJoin;
import io.github.frebscope.farm.ServerEvidence;
import io.github.frebscope.farm.SiteEvidence;
import io.github.frebscope.farm.Watch;
import io.github.frebscope.log.AccessLine;
import io.github.frebscope.query.TraceSummary;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Looks up the failures of front ends on their members. */
final class Joins {
  /** A member may answer that much later, or its clock may be that far off. */
  private static final Duration AROUND = Duration.ofMinutes(10);

  private Joins() {}

  /** The paths and times of the failures of front ends. */
  static Watch watch(FarmEvidence evidence, FrontEnds fronts) {
    List<AccessLine> lines =
        evidence
            .sites()
            .filter(site -> fronts.isFront(site.server()))
            .filter(site -> !fronts.members(site.server()).isEmpty())
            .flatMap(site -> site.traffic().failureLines().stream())
            .toList();
    return Watch.lines(lines, AROUND, AROUND);
  }

  /** Each failure of a front end, with what its members have of it. */
  static List<JoinedRequest> of(FarmEvidence evidence, FrontEnds fronts) {
    List<JoinedRequest> joined = new ArrayList<>();
    for (SiteEvidence site : evidence.sites().toList()) {
      if (fronts.isFront(site.server()) && site.traffic().failures() > 0) {
        joined.addAll(of(site, fronts));
      }
    }
    return joined;
  }

  private static List<JoinedRequest> of(SiteEvidence front, FrontEnds fronts) {
    List<AccessLine> failures = front.traffic().failureLines();
    List<AccessLine> others = front.traffic().watchedLines();
    List<FarmMember> members = new ArrayList<>();
    for (ServerEvidence server : fronts.members(front.server())) {
      members.add(member(server, others));
    }
    RequestJoin join = RequestJoin.with(members).others(others).traces(front.traces());
    Optional<Duration> timeout =
        fronts.farms(front.server()).stream()
            .map(WebFarm::timeout)
            .map(setting -> setting.value())
            .max(Duration::compareTo);
    return timeout.map(join::timeout).orElse(join).join(front.server(), failures);
  }

  private static FarmMember member(ServerEvidence server, List<AccessLine> front) {
    List<AccessLine> lines = flat(server, site -> site.traffic().watchedLines().stream());
    List<TraceSummary> traces = flat(server, site -> site.traces().stream());
    FarmMember member =
        FarmMember.of(server.name(), lines, ClockSkew.estimate(front, lines))
            .withTraces(traces)
            .withCoverage(coverage(server));
    return server.files().httpErrLogs().isEmpty() ? member : member.withErrors(server.httpErr());
  }

  private static <T> List<T> flat(ServerEvidence server, Function<SiteEvidence, Stream<T>> of) {
    return server.sites().stream().flatMap(of).toList();
  }

  /** Of the site with the most lines: the others may have slept. */
  private static LogCoverage coverage(ServerEvidence server) {
    return server.sites().stream()
        .max(Comparator.comparingLong(site -> site.traffic().lines()))
        .map(site -> site.traffic().coverage())
        .orElse(LogCoverage.NONE);
  }
}

package io.github.frebscope.doctor;

import io.github.frebscope.cause.Confidence;
import io.github.frebscope.doctor.Finding.Log;
import io.github.frebscope.farm.JoinOutcome;
import io.github.frebscope.farm.JoinedRequest;
import io.github.frebscope.farm.ServerEvidence;
import io.github.frebscope.farm.SiteEvidence;
import io.github.frebscope.farm.TraceMatch;
import io.github.frebscope.log.AccessLine;
import io.github.frebscope.query.TraceSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A server that forwards logged the 502 itself: the members did not make it. Not where the member
 * failed too, because then the front end only handed it on. (Producers E1 and E2.)
 */
final class FrontEndRule implements Rule {
  /** Sub-statuses that gateways set: ARR's of the forwarder and of having no server (KB943891). */
  private static final Set<Integer> OF_GATEWAYS = Set.of(2, 3, 4, 5, 6, 7);

  /** WinHTTP's errors. */
  private static final long FIRST_WINHTTP = 12_000;

  private static final long LAST_WINHTTP = 12_200;

  @Override
  public Stream<Finding> find(Examination examination) {
    Map<AccessLine, JoinedRequest> joined =
        examination.joined().stream()
            .collect(Collectors.toMap(JoinedRequest::line, Function.identity(), (a, b) -> a));
    return examination
        .failing()
        .filter(site -> examination.fronts().isFront(site.server()))
        .flatMap(site -> find(examination, site, joined).stream());
  }

  private static Optional<Finding> find(
      Examination examination, SiteEvidence site, Map<AccessLine, JoinedRequest> joined) {
    TraceMatch match = examination.match(site);
    List<AccessLine> own = new ArrayList<>();
    List<TraceSummary> traces = new ArrayList<>();
    boolean membersAgree = false;
    for (AccessLine line : site.traffic().failureLines()) {
      Optional<TraceSummary> trace = match.of(line).map(TraceMatch.Pair::trace);
      Optional<JoinOutcome> outcome =
          Optional.ofNullable(joined.get(line)).map(JoinedRequest::outcome);
      if (isOwn(line, trace) && !outcome.equals(Optional.of(JoinOutcome.MEMBER_ALSO_FAILED))) {
        own.add(line);
        trace.ifPresent(traces::add);
        membersAgree |= outcome.filter(FrontEndRule::saysMember).isPresent();
      }
    }
    return own.isEmpty()
        ? Optional.empty()
        : Optional.of(finding(examination, site, own, traces, membersAgree));
  }

  /** Whether a gateway's own status, by its trace or by what the log has of it. */
  private static boolean isOwn(AccessLine line, Optional<TraceSummary> trace) {
    Optional<String> module = trace.flatMap(t -> t.verdict().module());
    if (module.isPresent()) {
      return module.get().equalsIgnoreCase("ApplicationRequestRouting");
    }
    long win32 = line.win32Status().orElse(0);
    return OF_GATEWAYS.contains(line.subStatus().orElse(0))
        || (win32 >= FIRST_WINHTTP && win32 <= LAST_WINHTTP);
  }

  private static boolean saysMember(JoinOutcome outcome) {
    return switch (outcome) {
      case MEMBER_ANSWERED_LATE,
          MEMBER_ANSWERED,
          MEMBER_DROPPED,
          MEMBER_NEVER_ANSWERED,
          MEMBER_POOL_DOWN,
          MEMBER_QUEUE ->
          true;
      default -> false;
    };
  }

  private static Finding finding(
      Examination examination,
      SiteEvidence site,
      List<AccessLine> lines,
      List<TraceSummary> traces,
      boolean membersAgree) {
    ServerEvidence server = examination.server(site);
    Finding.Draft draft =
        Finding.of(
            Explanation.PRODUCED_BY_FRONT_END,
            Optional.of(site.server()),
            Optional.of(site.name()));
    List<ServerEvidence> members = examination.fronts().members(site.server());
    draft.say(
        site.server()
            + " forwards to other servers, and its own log of site "
            + site.name()
            + " has "
            + Words.count(lines.size(), "request")
            + " that it answered 502 itself"
            + (members.isEmpty()
                ? "."
                : ", so no trace can be expected on "
                    + Words.list(members.stream().map(ServerEvidence::name).toList())
                    + "."));
    lines.forEach(line -> draft.fact(Log.W3C_OF_FRONT, Facts.line("w3c", server, line)));
    traces.forEach(trace -> draft.fact(Log.TRACES, Facts.trace(server, trace)));
    if (membersAgree) {
      draft.fact(
          Log.W3C,
          Fact.of("joined", "the logs of the members have the same requests, and no 502 for them"));
    }
    if (traces.isEmpty()) {
      draft.missing("traces of site " + site.name() + " on " + site.server());
      draft.tryThis(
          "Trace 502 on "
              + site.server()
              + ", site "
              + site.name()
              + ", with WWW Server and its areas RequestRouting and Rewrite at Verbose; the"
              + " members need no rule for this.");
    } else {
      draft.tryThis(
          "Read the traces of "
              + site.server()
              + ": frebscope summary on its FailedReqLogFiles folder says why each failed.");
    }
    return members.isEmpty() && traces.isEmpty()
        ? draft.atMost(Confidence.MEDIUM).missing("the logs of the servers behind it").build()
        : draft.build();
  }
}

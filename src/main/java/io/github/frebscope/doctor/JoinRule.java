package io.github.frebscope.doctor;

import io.github.frebscope.config.WebFarm;
import io.github.frebscope.doctor.Finding.Log;
import io.github.frebscope.farm.JoinCandidate;
import io.github.frebscope.farm.JoinOutcome;
import io.github.frebscope.farm.JoinedRequest;
import io.github.frebscope.farm.ServerEvidence;
import io.github.frebscope.farm.SiteEvidence;
import io.github.frebscope.log.AccessLine;
import io.github.frebscope.log.HttpErrReason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the member did with a request that failed at the front end. */
final class JoinRule implements Rule {
  /** An explanation for one site, of one server where that matters. */
  private record Key(Explanation explanation, Optional<String> server, String site) {}

  /** A request and the member's part of it. */
  private record Case(JoinedRequest request, JoinCandidate member) {}

  @Override
  public Stream<Finding> find(Examination examination) {
    Map<Key, List<Case>> cases = new LinkedHashMap<>();
    for (JoinedRequest request : examination.joined()) {
      for (JoinCandidate candidate : request.candidates()) {
        explanation(request.outcome(), candidate)
            .ifPresent(
                explanation ->
                    cases
                        .computeIfAbsent(
                            key(explanation, candidate, site(examination, candidate)),
                            key -> new ArrayList<>())
                        .add(new Case(request, candidate)));
      }
    }
    return cases.entrySet().stream().map(e -> finding(examination, e.getKey(), e.getValue()));
  }

  /** Slow members are told together. */
  private static Key key(Explanation explanation, JoinCandidate candidate, String site) {
    boolean together = explanation == Explanation.FRONT_GAVE_UP;
    return new Key(
        explanation, together ? Optional.empty() : Optional.of(candidate.server()), site);
  }

  private static Optional<Explanation> explanation(JoinOutcome outcome, JoinCandidate candidate) {
    return switch (outcome) {
      case MEMBER_ANSWERED_LATE, MEMBER_NEVER_ANSWERED -> Optional.of(Explanation.FRONT_GAVE_UP);
      case MEMBER_DROPPED -> Optional.of(dropped(candidate));
      case MEMBER_POOL_DOWN -> Optional.of(Explanation.POOL_DOWN);
      case MEMBER_QUEUE -> Optional.of(Explanation.QUEUE_WAIT);
      default -> Optional.empty();
    };
  }

  private static Explanation dropped(JoinCandidate candidate) {
    boolean isLost =
        candidate
            .error()
            .flatMap(e -> HttpErrReason.of(e.reason()))
            .filter(r -> r.kind() == HttpErrReason.Kind.WORKER_LOST)
            .isPresent();
    return isLost ? Explanation.WORKER_CRASH : Explanation.MEMBER_ABORTED;
  }

  /** The member's site whose log holds the line. */
  private static String site(Examination examination, JoinCandidate candidate) {
    return examination
        .evidence()
        .server(candidate.server())
        .map(server -> Sites.of(server, candidate).map(SiteEvidence::name).orElse(""))
        .orElse("");
  }

  private static Finding finding(Examination examination, Key key, List<Case> cases) {
    List<String> servers = cases.stream().map(c -> c.member().server()).distinct().toList();
    Finding.Draft draft =
        Finding.of(
            key.explanation(),
            servers.size() == 1 ? Optional.of(servers.get(0)) : Optional.empty(),
            key.site().isEmpty() ? Optional.empty() : Optional.of(key.site()));
    draft.say(summary(key.explanation(), Words.list(servers), cases));
    boolean byId = true;
    for (Case one : cases) {
      examination
          .evidence()
          .server(one.request().server())
          .ifPresent(
              front ->
                  draft.fact(Log.W3C_OF_FRONT, Facts.line("w3c", front, one.request().line())));
      ServerEvidence member = examination.evidence().server(one.member().server()).orElseThrow();
      one.member().line().ifPresent(l -> draft.fact(Log.W3C, Facts.line("w3c", member, l)));
      one.member().error().ifPresent(e -> draft.fact(Log.HTTPERR, Facts.httpErr(member, e)));
      one.request().missing().forEach(draft::missing);
      byId &= one.member().byId();
    }
    if (!byId) {
      draft.missing(
          "X-ARR-LOG-ID as a custom field in the logs of both sides: it joins for certain");
    }
    if (key.explanation() == Explanation.FRONT_GAVE_UP) {
      settings(examination, cases).forEach(draft::set);
    }
    return draft.tryThis(experiment(key.explanation(), servers.get(0))).build();
  }

  private static String summary(Explanation explanation, String servers, List<Case> cases) {
    String requests = Words.count(cases.size(), "request");
    return switch (explanation) {
      case FRONT_GAVE_UP ->
          "The front end gave up on "
              + requests
              + " after "
              + Facts.seconds(longest(cases.stream().map(c -> c.request().line().timeTaken())))
              + "; "
              + servers
              + (servers.contains(" ") ? " were" : " was")
              + " still at work and needed up to "
              + Facts.seconds(longest(cases.stream().map(c -> taken(c.member()))))
              + ".";
      case MEMBER_ABORTED ->
          servers + " closed the connection of " + requests + " before it had answered.";
      case WORKER_CRASH ->
          "The worker process on " + servers + " went away with " + requests + " in hand.";
      case POOL_DOWN -> "http.sys on " + servers + " refused " + requests + ".";
      default -> Words.sentence(requests + " waited on " + servers + " for a worker process");
    };
  }

  private static Optional<Duration> taken(JoinCandidate member) {
    return member.line().flatMap(AccessLine::timeTaken);
  }

  private static Duration longest(Stream<Optional<Duration>> times) {
    return times.flatMap(Optional::stream).max(Duration::compareTo).orElse(Duration.ZERO);
  }

  private static String experiment(Explanation explanation, String server) {
    return switch (explanation) {
      case FRONT_GAVE_UP ->
          "Trace the slow URLs on "
              + server
              + " by their time (a rule with timeTaken instead of a status), or ask for one directly,"
              + " past the front end, and see how long it takes.";
      case POOL_DOWN -> "Look at the System log of " + server + " (source WAS) at that time.";
      default ->
          "Look at the Application and System logs of "
              + server
              + " at that time for a crash or a recycle, and ask for the URL directly, past the"
              + " front end.";
    };
  }

  /** The time limits of the farms that were too short. */
  private static List<SettingAdvice> settings(Examination examination, List<Case> cases) {
    Duration longest = longest(cases.stream().map(c -> taken(c.member())));
    List<SettingAdvice> advice = new ArrayList<>();
    for (String front : cases.stream().map(c -> c.request().server()).distinct().toList()) {
      for (WebFarm farm : examination.fronts().farms(front)) {
        if (longest.compareTo(farm.timeout().value()) > 0) {
          advice.add(
              FrontEndAdvice.timeout(
                  front,
                  farm,
                  longest,
                  "Members needed up to "
                      + Facts.seconds(longest)
                      + "; first see why, then let the farm wait longer than they need.",
                  List.of(Explanation.FRONT_GAVE_UP)));
        }
      }
    }
    return advice;
  }
}

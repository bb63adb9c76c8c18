package io.github.frebscope.doctor;

import io.github.frebscope.cause.Confidence;
import io.github.frebscope.config.RecorderReport;
import io.github.frebscope.config.RequestOutcome;
import io.github.frebscope.doctor.Finding.Log;
import io.github.frebscope.doctor.Incidents.Seen;
import io.github.frebscope.farm.Incident;
import io.github.frebscope.farm.RequestJoin;
import io.github.frebscope.farm.ServerEvidence;
import io.github.frebscope.farm.SiteEvidence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Clients saw failures that no log of the sites they asked has: the recorder first, because without
 * it nothing may be concluded, then the late answers, then the silence. (Steps 1 and 5 to 8 of the
 * procedure; producers E1, E3, E4, E9.)
 */
final class SilenceRule implements Rule {
  @Override
  public Stream<Finding> find(Examination examination) {
    Map<String, List<Seen>> late = new TreeMap<>();
    Map<String, List<Seen>> silent = new TreeMap<>();
    Map<SiteEvidence, List<Seen>> unrecorded = new LinkedHashMap<>();
    Set<Incident> logged = Incidents.logged(examination);
    for (List<Seen> seen : Incidents.of(examination).values()) {
      if (seen.isEmpty() || logged.contains(seen.get(0).incident())) {
        continue; // the other rules have it, or nobody knows where it went
      }
      boolean isServed = !Explained.withoutWorker(examination, seen);
      for (Seen one : seen) {
        if (isServed && !works(examination, one)) {
          unrecorded.computeIfAbsent(one.site(), s -> new ArrayList<>()).add(one);
        }
      }
      List<Seen> answered = seen.stream().filter(s -> !s.late().isEmpty()).toList();
      if (!answered.isEmpty()) {
        answered.forEach(s -> late.computeIfAbsent(s.site().name(), k -> new ArrayList<>()).add(s));
      } else if (!Explained.byHttpErr(examination, seen) && isSilence(seen)) {
        silent.computeIfAbsent(seen.get(0).site().name(), k -> new ArrayList<>()).addAll(seen);
      }
    }
    List<Finding> found = new ArrayList<>();
    unrecorded.forEach((site, seen) -> found.add(unrecorded(examination, site, seen)));
    late.values().forEach(seen -> found.add(late(seen)));
    silent.forEach(
        (site, seen) -> {
          if (seen.stream().noneMatch(s -> unrecorded.containsKey(s.site()))) {
            found.add(silent(site, seen));
          }
        });
    return found.stream();
  }

  private static Optional<RecorderReport> report(Examination examination, Seen seen) {
    return examination.recorder(
        seen.site(),
        RequestOutcome.of(seen.incident().path(), seen.incident().status().orElse(502)));
  }

  /**
   * Whether a trace would have been written: of a 502, or of the status that the client saw, which
   * may be that of the box in front.
   */
  private static boolean works(Examination examination, Seen seen) {
    return report(examination, seen)
        .map(
            r ->
                isOn(r)
                    || examination
                        .recorder(seen.site(), asProxied(seen))
                        .map(SilenceRule::isOn)
                        .orElse(false))
        .orElse(false);
  }

  private static boolean isOn(RecorderReport report) {
    return report.works() == RecorderReport.Works.YES;
  }

  private static RequestOutcome asProxied(Seen seen) {
    return RequestOutcome.of(seen.incident().path(), 502);
  }

  /** Whether the logs of every site it may have gone to speak of that time. */
  private static boolean isSilence(List<Seen> seen) {
    return seen.stream()
        .allMatch(
            s -> {
              Instant time = s.incident().time();
              return s.site()
                  .traffic()
                  .coverage()
                  .covers(
                      time.minus(Examination.SKEW),
                      time.plus(Examination.SKEW),
                      RequestJoin.COVERAGE_SPAN);
            });
  }

  private static Finding unrecorded(Examination examination, SiteEvidence site, List<Seen> seen) {
    Optional<RecorderReport> report = report(examination, seen.get(0));
    Explanation explanation =
        RecorderRule.explanation(report, RecorderRule.hasRules(examination, site)).orElseThrow();
    Finding.Draft draft =
        Finding.of(explanation, Optional.of(site.server()), Optional.of(site.name()));
    draft.say(
        "Clients saw "
            + Words.count(seen.size(), "failure")
            + " at site "
            + site.name()
            + ", and on "
            + site.server()
            + " no trace of them could have been written.");
    seen.forEach(s -> draft.fact(Log.CLIENT, Facts.incident(s.incident())));
    if (report.isEmpty()) {
      return draft
          .say("Its configuration was not collected, so nobody knows whether tracing was on.")
          .missing("applicationHost.config of " + site.server())
          .atMost(Confidence.LOW)
          .tryThis("Collect applicationHost.config of " + site.server() + " and run this again.")
          .build();
    }
    Recorders.add(draft, site, report.get(), explanation);
    boolean isCertain = report.get().works() == RecorderReport.Works.NO;
    return draft.atMost(isCertain ? Confidence.MEDIUM : Confidence.LOW).build();
  }

  private static Finding late(List<Seen> seen) {
    List<String> servers = seen.stream().map(s -> s.server().name()).distinct().toList();
    Finding.Draft draft =
        Finding.of(
            Explanation.FRONT_GAVE_UP,
            servers.size() == 1 ? Optional.of(servers.get(0)) : Optional.empty(),
            Optional.of(seen.get(0).site().name()));
    long incidents = seen.stream().map(Seen::incident).distinct().count();
    draft.say(
        "While clients saw "
            + Words.count(incidents, "failure")
            + ", "
            + Words.list(servers)
            + (servers.size() == 1 ? " was" : " were")
            + " still at work on the same URL and answered when nobody waited any more.");
    for (Seen one : seen) {
      draft.fact(Log.CLIENT, Facts.incident(one.incident()));
      one.late().forEach(line -> draft.fact(Log.W3C, Facts.line("w3c", one.server(), line)));
    }
    Optional<Fact> limit = FrontLimit.of(seen);
    limit.ifPresent(draft::absence);
    limit.ifPresent(fact -> draft.say(Words.sentence(fact.text())));
    return draft
        .missing("the box in front: its logs, configuration and traces")
        .atMost(Confidence.MEDIUM)
        .tryThis(
            "Look up how long the box in front waits, and ask "
                + servers.get(0)
                + " directly, past it, for a URL that failed, to see how long the answer takes.")
        .build();
  }

  private static Finding silent(String site, List<Seen> seen) {
    List<String> servers = seen.stream().map(s -> s.server().name()).distinct().sorted().toList();
    List<Incident> incidents = seen.stream().map(Seen::incident).distinct().toList();
    Finding.Draft draft =
        Finding.of(
            Explanation.PRODUCED_UPSTREAM,
            servers.size() == 1 ? Optional.of(servers.get(0)) : Optional.empty(),
            Optional.of(site));
    draft.say(
        Words.count(incidents.size(), "failure")
            + " that clients saw "
            + (incidents.size() == 1 ? "is" : "are")
            + " in no log of "
            + Words.list(servers)
            + ", though the logs go on before and after. Something in front of "
            + (servers.size() == 1 ? "it" : "them")
            + " answered.");
    incidents.forEach(i -> draft.absence(Facts.incident(i)));
    for (Seen one : seen) {
      draft.absence(
          Fact.of(
                  "no-line",
                  "the log of site "
                      + one.site().name()
                      + " has requests before and after, and no failure of this URL")
              .on(one.server().name())
              .at(one.incident().time())
              .with("url", one.incident().path()));
    }
    Stream<ServerEvidence> without =
        seen.stream().map(Seen::server).distinct().filter(s -> s.files().httpErrLogs().isEmpty());
    without.forEach(s -> draft.missing("HTTPERR logs of " + s.name()));
    return draft
        .missing("the box in front: its logs and configuration")
        .atMost(Confidence.LOW)
        .tryThis(
            "Ask one server directly, past the box in front, for 24 hours while others go through"
                + " it; log X-ARR-LOG-ID or another id on both sides.")
        .build();
  }
}

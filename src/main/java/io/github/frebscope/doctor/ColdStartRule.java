package io.github.frebscope.doctor;

import io.github.frebscope.cause.Confidence;
import io.github.frebscope.config.AppPool;
import io.github.frebscope.config.WebFarm;
import io.github.frebscope.doctor.Finding.Log;
import io.github.frebscope.farm.ColdHit;
import io.github.frebscope.farm.ColdStartEvidence;
import io.github.frebscope.farm.ColdStarts;
import io.github.frebscope.farm.ServerEvidence;
import io.github.frebscope.farm.SiteEvidence;
import io.github.frebscope.farm.WatchedSite;
import io.github.frebscope.log.AccessLine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Failures that go with the start of a worker process. (Step 9 of the procedure.) */
final class ColdStartRule implements Rule {
  /** Requests fail while a process starts and for so long after. */
  private static final Duration AFTER = Duration.ofSeconds(60);

  /** The request that started the process may have been given up before it was logged anywhere. */
  private static final Duration BEFORE = Duration.ofMinutes(2);

  @Override
  public Stream<Finding> find(Examination examination) {
    List<WatchedSite> sites = new ArrayList<>();
    for (ServerEvidence server : examination.evidence().servers()) {
      for (SiteEvidence site : server.sites()) {
        if (site.traffic().lines() > 0 && site.id().isPresent()) {
          sites.add(watched(examination, server, site));
        }
      }
    }
    List<ColdStartEvidence> all =
        ColdStarts.of(sites, examination.zone()).stream()
            .filter(evidence -> goesWithFailures(examination, evidence))
            .toList();
    Map<String, List<ColdStartEvidence>> bySite = new LinkedHashMap<>();
    all.forEach(e -> bySite.computeIfAbsent(name(e), n -> new ArrayList<>()).add(e));
    return bySite.entrySet().stream().map(e -> finding(examination, e.getKey(), e.getValue()));
  }

  private static String name(ColdStartEvidence evidence) {
    return evidence
        .site()
        .site()
        .map(site -> site.name())
        .orElseGet(() -> "W3SVC" + evidence.site().siteId());
  }

  private static WatchedSite watched(
      Examination examination, ServerEvidence server, SiteEvidence site) {
    Optional<AppPool> pool =
        server
            .config()
            .flatMap(
                config ->
                    site.site()
                        .flatMap(s -> s.application("/"))
                        .flatMap(application -> config.pool(application.pool().value())));
    return new WatchedSite(
        server.name(),
        site.id().orElseThrow(),
        site.traffic().gaps(),
        site.site(),
        pool,
        server.events(),
        server.httpErr(),
        examination.fronts().timeoutFor(server),
        Optional.of(site.traffic().minutes()));
  }

  /** With failures at hand, at least one of them at a cold start; else a peer that had gone. */
  private static boolean goesWithFailures(Examination examination, ColdStartEvidence evidence) {
    return evidence.hits().stream()
        .anyMatch(
            hit ->
                !examination.hasFailures()
                    ? hit.peerGone() || hit.front() == ColdHit.Front.GAVE_UP
                    : isAtFailure(examination, hit));
  }

  private static boolean isAtFailure(Examination examination, ColdHit hit) {
    AccessLine line = hit.line();
    Instant quiet = hit.gap().firstHit().quietSince();
    Instant before = line.start().minus(BEFORE);
    return examination.hasFailure(before.isBefore(quiet) ? quiet : before, line.end().plus(AFTER));
  }

  private static Finding finding(
      Examination examination, String site, List<ColdStartEvidence> all) {
    List<String> servers = all.stream().map(e -> e.site().server()).distinct().toList();
    Finding.Draft draft =
        Finding.of(
            Explanation.COLDSTART_SUSPECT,
            servers.size() == 1 ? Optional.of(servers.get(0)) : Optional.empty(),
            Optional.of(site));
    int hits = all.stream().mapToInt(e -> e.hits().size()).sum();
    Duration longest =
        all.stream().map(ColdStartEvidence::longest).max(Duration::compareTo).orElse(Duration.ZERO);
    draft.say(
        Words.count(hits, "first request")
            + " after a quiet time waited up to "
            + Facts.seconds(longest)
            + " on "
            + Words.list(servers)
            + "; the same URLs are quick otherwise. A worker process that has to start explains"
            + " it.");
    Confidence most = Confidence.HIGH;
    for (ColdStartEvidence evidence : all) {
      ServerEvidence server = examination.evidence().server(evidence.site().server()).orElseThrow();
      most = Confidence.lower(most, evidence.confidence());
      add(examination, draft, server, evidence);
    }
    if (!examination.hasFailures()) {
      draft.missing("what clients saw, with times (--incidents): no failure is in these logs");
    }
    if (examination.fronts().isEmpty()) {
      draft.missing("the box in front: its logs, and how long it waits");
    }
    ColdStartAdvice.of(all).forEach(draft::set);
    for (String front : examination.fronts().names()) {
      for (WebFarm farm : examination.fronts().farms(front)) {
        FrontEndAdvice.timeout(front, farm, all).ifPresent(draft::set);
      }
    }
    return draft
        .atMost(most)
        .tryThis(
            "Leave the site unasked for longer than the idle time-out, then ask one server directly"
                + " and time the first request and the second; set startMode=AlwaysRunning and"
                + " preloadEnabled=true on that server only, and compare.")
        .build();
  }

  private static void add(
      Examination examination,
      Finding.Draft draft,
      ServerEvidence server,
      ColdStartEvidence evidence) {
    for (ColdHit hit : evidence.hits()) {
      Duration quiet = hit.gap().firstHit().quiet();
      Fact line = Facts.line("w3c-first-hit", server, hit.line());
      String usual =
          hit.gap().firstHit().usual().map(u -> "; usually " + Facts.seconds(u)).orElse("");
      draft.fact(
          Log.W3C,
          new Fact(
                  line.kind(),
                  "first request after " + Facts.minutes(quiet) + ": " + line.text() + usual,
                  line.server(),
                  line.time(),
                  line.source(),
                  line.details())
              .with("quietGapMin", quiet.toMinutes()));
      hit.event().ifPresent(event -> draft.fact(Log.EVENTS, Facts.event(server, event)));
      hit.refused().forEach(r -> draft.fact(Log.HTTPERR, Facts.httpErr(server, r)));
    }
    evidence.rhythms().forEach(rhythm -> draft.fact(Log.W3C, Rhythms.fact(server, rhythm)));
    if (server.events().isEmpty()) {
      draft.missing("the System event log of " + server.name() + " (source WAS)");
    }
    Proofs.ofSilence(examination, server, evidence.site().siteId()).forEach(draft::absence);
  }
}

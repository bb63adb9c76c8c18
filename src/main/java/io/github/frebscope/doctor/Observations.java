package io.github.frebscope.doctor;

import io.github.frebscope.config.RecorderReport;
import io.github.frebscope.farm.ServerEvidence;
import io.github.frebscope.farm.SiteEvidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What there is of each server and what state its recorder is in, whatever the verdicts say. */
final class Observations {
  private Observations() {}

  static List<Fact> of(Examination examination) {
    List<Fact> facts = new ArrayList<>();
    for (ServerEvidence server : examination.evidence().servers()) {
      if (examination.fronts().isFront(server.name())) {
        facts.add(Fact.of("front-end", "forwards requests to other servers").on(server.name()));
      }
      server.sites().stream()
          .filter(SiteEvidence::isInUse)
          .forEach(site -> add(facts, examination, site));
      long logged = server.logs().stream().mapToLong(log -> log.lines()).sum();
      if (logged > 0 && isSilent(server)) {
        facts.add(
            Fact.of(
                    "no-line-in-period",
                    "its logs have "
                        + Words.count(logged, "line")
                        + ", and none is of the time that was asked for")
                .on(server.name())
                .with("lines", logged));
      }
      if (server.config().isEmpty()) {
        facts.add(Fact.of("no-config", "no applicationHost.config").on(server.name()));
      }
    }
    return facts;
  }

  private static boolean isSilent(ServerEvidence server) {
    return server.httpErr().isEmpty()
        && server.sites().stream().allMatch(site -> site.traffic().lines() == 0);
  }

  private static void add(List<Fact> facts, Examination examination, SiteEvidence site) {
    facts.addAll(Proofs.ofSilence(examination, site));
    Proofs.recorder(examination, site)
        .filter(report -> report.works() != RecorderReport.Works.YES)
        .ifPresent(
            report -> facts.add(Fact.of("recorder-fault", report.toString()).on(site.server())));
    if (site.traffic().failures() > 0) {
      facts.add(
          Fact.of(
                  "w3c-log",
                  "the log of site "
                      + site.name()
                      + " has "
                      + Proofs.span(site)
                      + String.format(Locale.ROOT, ", %,d of them 502", site.traffic().failures()))
              .on(site.server())
              .with("lines", site.traffic().lines())
              .with("failures", site.traffic().failures()));
    }
    if (!site.traces().isEmpty()) {
      facts.add(
          Fact.of(
                  "traces",
                  "site " + site.name() + " has " + Words.count(site.traces().size(), "trace"))
              .on(site.server())
              .with("traces", (long) site.traces().size()));
    }
  }
}

package io.github.frebscope.doctor;

import io.github.frebscope.config.RecorderReport;
import io.github.frebscope.config.RequestOutcome;
import io.github.frebscope.farm.ServerEvidence;
import io.github.frebscope.farm.SiteEvidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What makes silence mean something: the recorder works, and neither log nor folder has a 502. */
final class Proofs {
  private static final int STATUS = 502;

  private Proofs() {}

  /** The facts about one site of a server. */
  static List<Fact> ofSilence(Examination examination, ServerEvidence server, long siteId) {
    return server.site(siteId).map(site -> ofSilence(examination, site)).orElse(List.of());
  }

  static List<Fact> ofSilence(Examination examination, SiteEvidence site) {
    List<Fact> facts = new ArrayList<>();
    recorder(examination, site)
        .filter(r -> r.works() == RecorderReport.Works.YES)
        .ifPresent(report -> facts.add(Recorders.proved(site, report)));
    if (site.traffic().lines() > 0 && site.traffic().failures() == 0) {
      facts.add(
          Fact.of(
                  "no-502-in-w3c",
                  "the log of site " + site.name() + " has " + span(site) + ", and no 502")
              .on(site.server())
              .with("lines", site.traffic().lines()));
    }
    if (site.hasTraceFolder() && site.traces().isEmpty()) {
      facts.add(
          Fact.of("no-trace-file", "the trace folder of site " + site.name() + " has no trace")
              .on(site.server()));
    }
    return facts;
  }

  /** {@code 1,169 lines, 2026-02-23T05:00:00Z to 2026-02-23T19:59:04Z}. */
  static String span(SiteEvidence site) {
    return Words.count(site.traffic().lines(), "line")
        + ", "
        + site.traffic().first().orElseThrow()
        + " to "
        + site.traffic().last().orElseThrow();
  }

  /** Whether the site's recorder would have traced a 502 at its root. */
  static Optional<RecorderReport> recorder(Examination examination, SiteEvidence site) {
    return examination.recorder(site, RequestOutcome.of("/", STATUS));
  }
}

package io.github.frebscope.doctor;

import io.github.frebscope.config.RecorderReport;
import io.github.frebscope.farm.Incident;
import io.github.frebscope.farm.ServerEvidence;
import io.github.frebscope.farm.SiteEvidence;
import io.github.frebscope.log.LogFile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What there is of each server and what state its recorder is in, whatever the verdicts say. */
final class Observations {
  /** Between the requests of a quiet site. */
  private static final Duration AROUND = Duration.ofMinutes(30);

  private Observations() {}

  static List<Fact> of(Examination examination) {
    List<Fact> facts = new ArrayList<>();
    if (!examination.incidents().isEmpty()) {
      facts.add(incidents(examination));
    }
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

  /** What clients saw, and whether any log is of that time: local times are off by hours. */
  private static Fact incidents(Examination examination) {
    List<Instant> times =
        examination.incidents().stream().map(Incident::time).sorted().distinct().toList();
    List<LogFile> logs =
        examination.evidence().servers().stream().flatMap(s -> s.logs().stream()).toList();
    long outside = times.stream().filter(t -> logs.stream().noneMatch(l -> covers(l, t))).count();
    int count = examination.incidents().size();
    String span =
        times.size() == 1
            ? " at " + times.get(0)
            : ", " + times.get(0) + " to " + times.get(times.size() - 1);
    return Fact.of(
            "incidents",
            "clients saw "
                + Words.count(count, "failure")
                + span
                + (outside == 0
                    ? ""
                    : "; of "
                        + (outside == times.size() ? "that time" : outside + " of these times")
                        + " there is no log here: are they in UTC, and are these the right logs?"))
        .with("incidents", (long) count)
        .with("outside", outside);
  }

  private static boolean covers(LogFile log, Instant time) {
    return log.first().isPresent()
        && log.last().isPresent()
        && !time.isBefore(log.first().get().minus(AROUND))
        && !time.isAfter(log.last().get().plus(AROUND));
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

package io.github.frebscope.doctor;

import io.github.frebscope.cause.Confidence;
import io.github.frebscope.config.RecorderReport;
import io.github.frebscope.config.RecorderStep;
import io.github.frebscope.doctor.Finding.Log;
import io.github.frebscope.farm.SiteEvidence;
import io.github.frebscope.log.AccessLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A site's own log has the failure and there is no trace of it: was the recorder on, and does a
 * rule cover it? (Reasons R1 to R6.)
 */
final class RecorderRule implements Rule {
  @Override
  public Stream<Finding> find(Examination examination) {
    return examination.failing().flatMap(site -> find(examination, site));
  }

  private static Stream<Finding> find(Examination examination, SiteEvidence site) {
    Map<Explanation, List<AccessLine>> lines = new LinkedHashMap<>();
    Map<Explanation, RecorderReport> reports = new LinkedHashMap<>();
    boolean hasRules = hasRules(examination, site);
    for (AccessLine line : examination.match(site).withoutTrace()) {
      Optional<RecorderReport> report = examination.recorder(site, Examination.outcome(line));
      explanation(report, hasRules)
          .ifPresent(
              explanation -> {
                lines.computeIfAbsent(explanation, e -> new ArrayList<>()).add(line);
                report.ifPresent(r -> reports.putIfAbsent(explanation, r));
              });
    }
    return lines.entrySet().stream()
        .map(
            e ->
                finding(
                    examination,
                    site,
                    e.getKey(),
                    e.getValue(),
                    Optional.ofNullable(reports.get(e.getKey()))));
  }

  /** Whether the site has any tracing rule at its root. */
  static boolean hasRules(Examination examination, SiteEvidence site) {
    return site.site().isPresent()
        && examination
            .server(site)
            .config()
            .filter(c -> !c.failureRules(site.site().get(), "/").rules().isEmpty())
            .isPresent();
  }

  /**
   * What a report says; empty when the recorder works.
   *
   * @param hasRules whether the site has rules elsewhere
   */
  static Optional<Explanation> explanation(Optional<RecorderReport> report, boolean hasRules) {
    if (report.isEmpty()) {
      return Optional.of(Explanation.RECORDER_UNPROVEN);
    }
    if (report.get().works() == RecorderReport.Works.YES) {
      return Optional.empty();
    }
    return decisive(report.get())
        .map(
            step ->
                switch (step.kind()) {
                  case INSTALLED, SWITCH -> Explanation.RECORDER_OFF;
                  case RULE -> hasRules ? Explanation.RULE_MISS : Explanation.RECORDER_OFF;
                  case DIRECTORY -> Explanation.WRITE_FAIL;
                  default -> Explanation.RULE_MISS;
                });
  }

  static Optional<RecorderStep> decisive(RecorderReport report) {
    return report.faults().stream().filter(step -> step.kind().isDecisive()).findFirst();
  }

  private static Finding finding(
      Examination examination,
      SiteEvidence site,
      Explanation explanation,
      List<AccessLine> lines,
      Optional<RecorderReport> report) {
    Finding.Draft draft =
        Finding.of(explanation, Optional.of(site.server()), Optional.of(site.name()));
    draft.say(
        "The log of site "
            + site.name()
            + " on "
            + site.server()
            + " has "
            + Words.count(lines.size(), "request")
            + " answered 502 of which there is no trace.");
    for (AccessLine line : lines) {
      draft.fact(Log.W3C, Facts.line("w3c", examination.server(site), line));
    }
    if (report.isEmpty()) {
      return draft
          .say("Its configuration was not collected, so nobody knows whether tracing was on.")
          .missing("applicationHost.config of " + site.server())
          .atMost(Confidence.MEDIUM)
          .tryThis(
              "Collect applicationHost.config of "
                  + site.server()
                  + " (frebscope doctor --collect --server "
                  + site.server()
                  + ") and run this again.")
          .build();
    }
    Recorders.add(draft, site, report.get(), explanation);
    if (lines.stream().anyMatch(line -> line.subStatus().isEmpty())) {
      draft.missing("the field sc-substatus in the log of site " + site.name());
    }
    if (report.get().works() == RecorderReport.Works.CANNOT_TELL) {
      draft.atMost(explanation == Explanation.WRITE_FAIL ? Confidence.MEDIUM : Confidence.LOW);
    }
    return draft.build();
  }
}

package io.github.frebscope.doctor;

import io.github.frebscope.cause.Confidence;
import io.github.frebscope.config.RecorderReport;
import io.github.frebscope.config.RecorderStep;
import io.github.frebscope.config.Setting;
import io.github.frebscope.config.Site;
import io.github.frebscope.doctor.Finding.Log;
import io.github.frebscope.farm.ServerEvidence;
import io.github.frebscope.farm.SiteEvidence;
import io.github.frebscope.farm.TraceMatch;
import io.github.frebscope.log.AccessLine;
import io.github.frebscope.query.TraceSummary;
import io.github.frebscope.trace.Completeness;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The recorder was on and its rule covers the failure: the file was deleted by rotation, was cut,
 * or could not be written. (Reasons R7 to R10.)
 */
final class FileRule implements Rule {
  /** Ends of requests in a log and in a trace may be that far apart. */
  private static final Duration SLACK = Duration.ofSeconds(2);

  @Override
  public Stream<Finding> find(Examination examination) {
    return examination.failing().flatMap(site -> find(examination, site));
  }

  private static Stream<Finding> find(Examination examination, SiteEvidence site) {
    List<AccessLine> rotated = new ArrayList<>();
    List<AccessLine> unwritten = new ArrayList<>();
    Optional<Instant> oldest =
        site.traces().stream().flatMap(t -> end(t).stream()).min(Instant::compareTo);
    Rotation rotation = Rotation.of(site);
    RecorderReport proof = null;
    for (AccessLine line : examination.match(site).withoutTrace()) {
      Optional<RecorderReport> report = examination.recorder(site, Examination.outcome(line));
      if (report.isEmpty() || report.get().works() != RecorderReport.Works.YES) {
        continue;
      }
      proof = report.get();
      boolean isOlder = oldest.map(o -> line.end().isBefore(o.minus(SLACK))).orElse(false);
      if (isOlder && rotation.isFull()) {
        rotated.add(line);
      } else if (site.hasTraceFolder() || hasTracesOfOthers(examination.server(site))) {
        unwritten.add(line);
      }
    }
    List<Finding> found = new ArrayList<>();
    if (!rotated.isEmpty()) {
      found.add(rotated(examination, site, rotated, rotation, oldest.orElseThrow()));
    }
    if (!unwritten.isEmpty()) {
      found.add(unwritten(examination, site, unwritten, rotation, proof));
    }
    truncated(examination, site).ifPresent(found::add);
    return found.stream();
  }

  /** Without any trace folder of a server nobody knows what it wrote. */
  private static boolean hasTracesOfOthers(ServerEvidence server) {
    return server.sites().stream().anyMatch(SiteEvidence::hasTraceFolder);
  }

  static Optional<Instant> end(TraceSummary trace) {
    return trace.start().map(start -> start.plus(trace.timeTaken().orElse(Duration.ZERO)));
  }

  private static Finding rotated(
      Examination examination,
      SiteEvidence site,
      List<AccessLine> lines,
      Rotation rotation,
      Instant oldest) {
    Finding.Draft draft =
        Finding.of(Explanation.ROTATED_AWAY, Optional.of(site.server()), Optional.of(site.name()));
    draft.say(
        Words.count(lines.size(), "failure")
            + " in the log of site "
            + site.name()
            + " on "
            + site.server()
            + (lines.size() == 1 ? " is" : " are")
            + " older than its oldest trace, of "
            + oldest
            + ". IIS keeps "
            + rotation.most()
            + " files for this site and deletes the oldest.");
    lines.forEach(line -> draft.fact(Log.W3C, Facts.line("w3c", examination.server(site), line)));
    draft.fact(Log.TRACES, rotation.fact());
    site.site()
        .ifPresent(
            s ->
                draft.set(
                    tracing(
                        site.server(),
                        s,
                        s.tracing().maxLogFiles(),
                        1000,
                        "A storm of failures fills "
                            + rotation.most()
                            + " files at once; more files reach back further.",
                        Explanation.ROTATED_AWAY)));
    return draft
        .tryThis(
            "Raise maxLogFiles, or narrow the rule to what you look for, and copy the folder away"
                + " soon after the next failure.")
        .build();
  }

  private static Finding unwritten(
      Examination examination,
      SiteEvidence site,
      List<AccessLine> lines,
      Rotation rotation,
      RecorderReport proof) {
    ServerEvidence server = examination.server(site);
    Finding.Draft draft =
        Finding.of(Explanation.WRITE_FAIL, Optional.of(site.server()), Optional.of(site.name()));
    draft.say(
        "Site "
            + site.name()
            + " on "
            + site.server()
            + " answered "
            + Words.count(lines.size(), "request")
            + " with 502, its tracing rule covers them, and there is no file.");
    lines.forEach(line -> draft.fact(Log.W3C, Facts.line("w3c", server, line)));
    draft.fact(Log.CONFIG, Recorders.proved(site, proof));
    server.events().stream()
        .filter(WriteEvents::tellsOfTracing)
        .forEach(event -> draft.fact(Log.EVENTS, Facts.event(server, event)));
    if (!site.hasTraceFolder()) {
      draft.absence(
          Fact.of("no-trace-folder", "there is no folder of this site among the collected traces")
              .on(site.server()));
    } else if (site.traces().isEmpty()) {
      draft.absence(Fact.of("no-trace-file", "its trace folder is empty").on(site.server()));
    }
    proof
        .step(RecorderStep.Kind.DIRECTORY)
        .ifPresent(step -> draft.say(Words.sentence(step.sentence())));
    if (rotation.hasGap()) {
      draft.atMost(Confidence.LOW).missing("trace files before " + rotation.firstName());
    }
    if (server.events().isEmpty()) {
      draft.missing("the Application event log of " + site.server() + " (source IIS-W3SVC-WP)");
    }
    return draft
        .atMost(Confidence.MEDIUM)
        .tryThis(
            "On "
                + site.server()
                + " see whether "
                + proof.folder()
                + " exists, has room, and can be written by the pool's identity; then ask for a"
                + " URL that is traced, such as one that answers 404 with a rule for 404.")
        .build();
  }

  private static Optional<Finding> truncated(Examination examination, SiteEvidence site) {
    ServerEvidence server = examination.server(site);
    Finding.Draft draft =
        Finding.of(Explanation.TRUNCATED, Optional.of(site.server()), Optional.of(site.name()));
    int cut = 0;
    for (TraceMatch.Pair pair : examination.match(site).pairs()) {
      TraceSummary trace = pair.trace();
      if (trace.completeness() == Completeness.SIZE_LIMIT && trace.verdict().module().isEmpty()) {
        cut++;
        draft.fact(Log.W3C, Facts.line("w3c", server, pair.line()));
        draft.fact(Log.TRACES, Facts.trace(server, trace));
      }
    }
    if (cut == 0) {
      return Optional.empty();
    }
    draft.say(
        Words.count(cut, "trace")
            + " of site "
            + site.name()
            + " on "
            + site.server()
            + " reached the size limit and ended before the failure.");
    site.site()
        .ifPresent(
            s ->
                draft.set(
                    tracing(
                        site.server(),
                        s,
                        s.tracing().maxLogFileSizeKb(),
                        10_240,
                        "The traces of these requests are larger than the limit.",
                        Explanation.TRUNCATED)));
    return Optional.of(
        draft
            .tryThis(
                "Raise maxLogFileSizeKB, or trace fewer areas or a lower verbosity, and wait for"
                    + " the next failure.")
            .build());
  }

  /** A larger limit of the recorder. */
  private static SettingAdvice tracing(
      String server,
      Site site,
      Setting<Integer> limit,
      int recommended,
      String why,
      Explanation explanation) {
    String value = String.valueOf(recommended);
    return new SettingAdvice(
        server,
        limit.map(String::valueOf),
        value,
        why,
        AdminCommands.tracing(site.name(), limit.attribute(), value),
        AdminCommands.set(AdminCommands.tracingPath(site.id()), limit.attribute(), value),
        List.of(explanation));
  }
}

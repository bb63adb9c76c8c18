package io.github.frebscope.doctor;

import io.github.frebscope.config.RecorderReport;
import io.github.frebscope.farm.SiteEvidence;
import io.github.frebscope.query.TraceSummary;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The answer in a few sentences: why there is no trace, and what most likely happened. */
final class InShort {
  /** What tells why a failure was not recorded where it was made. */
  private static final Set<Explanation> ABOUT_RECORDING =
      EnumSet.of(
          Explanation.RECORDER_OFF,
          Explanation.RULE_MISS,
          Explanation.WRITE_FAIL,
          Explanation.ROTATED_AWAY,
          Explanation.TRUNCATED,
          Explanation.RECORDER_UNPROVEN);

  private InShort() {}

  static String of(Examination examination, List<FarmVerdict> verdicts) {
    if (examination.evidence().servers().isEmpty()) {
      return "There is nothing here that the doctor reads: no log, no configuration, no trace.";
    }
    long traced = examination.evidence().traces().stream().filter(InShort::is502).count();
    if (verdicts.isEmpty() && !examination.hasFailures() && traced == 0) {
      return "Nothing failed with 502 in what was collected."
          + " If clients saw failures, say when and where (--incidents).";
    }
    List<String> sentences = new ArrayList<>();
    if (examination.hasFailures()) {
      recording(examination, verdicts).ifPresent(sentences::add);
    } else if (traced == 0) {
      sentences.add("No 502 is in what was collected, but something else is.");
    } else {
      sentences.add(
          "There "
              + (traced == 1 ? "is " : "are ")
              + Words.count(traced, "trace")
              + " of 502 here: frebscope summary says who made them, and why.");
    }
    verdicts.stream()
        .filter(v -> !ABOUT_RECORDING.contains(v.explanation()))
        .filter(v -> v.explanation() != Explanation.PRODUCED_BY_FRONT_END)
        .findFirst()
        .ifPresent(v -> sentences.add(cause(v) + " (" + v.confidence() + " confidence)."));
    if (verdicts.isEmpty() && examination.hasFailures()) {
      sentences.add(
          isAllTraced(examination)
              ? "Every 502 in the logs has its trace: frebscope summary says why each failed."
              : "What made these failures cannot be told from what was collected.");
    }
    return String.join(" ", sentences);
  }

  private static boolean is502(TraceSummary trace) {
    return trace.status().filter(status -> status.status() == 502).isPresent();
  }

  /** Why there is no trace, when that can be told. */
  private static Optional<String> recording(Examination examination, List<FarmVerdict> verdicts) {
    Optional<FarmVerdict> first =
        verdicts.stream().filter(v -> ABOUT_RECORDING.contains(v.explanation())).findFirst();
    if (first.isPresent()) {
      return Optional.of(sentence(first.get()));
    }
    List<String> fronts =
        verdicts.stream()
            .filter(v -> v.explanation() == Explanation.PRODUCED_BY_FRONT_END)
            .flatMap(v -> v.server().stream())
            .distinct()
            .toList();
    if (!fronts.isEmpty()) {
      return Optional.of(
          Words.list(fronts)
              + " answered 502 "
              + (fronts.size() == 1 ? "itself" : "themselves")
              + "; that is why no server behind "
              + (fronts.size() == 1 ? "it" : "them")
              + " has a trace.");
    }
    return isProvedSilent(examination)
        ? Optional.of(
            "There is no trace because none of these servers answered 502: tracing is on and would"
                + " have recorded it, and their logs have none.")
        : Optional.empty();
  }

  private static String sentence(FarmVerdict verdict) {
    String where =
        verdict.site().map(site -> " for site " + site).orElse("")
            + verdict.server().map(server -> " on " + server).orElse("");
    return switch (verdict.explanation()) {
      case RECORDER_OFF -> "There is no trace because tracing is not on" + where + ".";
      case RULE_MISS ->
          "There is no trace because the tracing rule does not cover these requests" + where + ".";
      case WRITE_FAIL ->
          "A trace should be there" + where + ": it was not written, or it lies elsewhere.";
      case ROTATED_AWAY -> "The traces" + where + " were deleted to make room for newer ones.";
      case TRUNCATED -> "The traces" + where + " were cut before the failure.";
      default -> "Whether a trace could have been written" + where + " is not known.";
    };
  }

  private static String cause(FarmVerdict verdict) {
    String on = verdict.server().map(server -> " on " + server).orElse("");
    return switch (verdict.explanation()) {
      case COLDSTART_SUSPECT ->
          "What is seen goes with cold starts"
              + on
              + ": the first requests after a pause wait for a worker process";
      case FRONT_GAVE_UP -> "The box in front gave up while requests were still at work" + on;
      case MEMBER_ABORTED -> "The connection was closed" + on + " before there was an answer";
      case POOL_DOWN -> "The application pool" + on + " took no requests";
      case WORKER_CRASH -> "The worker process" + on + " died with requests in hand";
      case QUEUE_WAIT -> "Requests" + on + " waited in vain for a worker process";
      default -> "Something in front of these servers made the failures";
    };
  }

  /** Whether every site that clients asked would have recorded a 502, and logged none. */
  private static boolean isProvedSilent(Examination examination) {
    List<SiteEvidence> asked =
        examination.incidents().stream()
            .flatMap(
                incident ->
                    examination.evidence().servers().stream()
                        .flatMap(server -> Sites.asked(server, incident).stream()))
            .distinct()
            .toList();
    return !asked.isEmpty()
        && examination.failing().findAny().isEmpty()
        && asked.stream()
            .allMatch(
                site ->
                    site.traffic().lines() > 0
                        && Proofs.recorder(examination, site)
                            .filter(r -> r.works() == RecorderReport.Works.YES)
                            .isPresent());
  }

  private static boolean isAllTraced(Examination examination) {
    return examination.failing().findAny().isPresent()
        && examination.failing().allMatch(site -> examination.match(site).withoutTrace().isEmpty());
  }
}

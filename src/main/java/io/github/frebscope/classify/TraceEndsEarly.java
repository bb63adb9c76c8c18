package io.github.frebscope.classify;

import io.github.frebscope.cause.Confidence;
import io.github.frebscope.cause.Evidence;
import io.github.frebscope.trace.Completeness;
import io.github.frebscope.trace.MeasuredTime;
import io.github.frebscope.trace.StatusCode;
import io.github.frebscope.trace.Trace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The trace stops before its failure. Whatever it shows until then, it cannot tell. */
final class TraceEndsEarly implements Rule {
  static final String ID = "trace-ends-early";

  @Override
  public Optional<Verdict> judge(Facts facts) {
    return facts.trace().isComplete()
        ? Optional.empty()
        : facts.failure().map(status -> verdict(facts, status));
  }

  private static Verdict verdict(Facts facts, StatusCode status) {
    Trace trace = facts.trace();
    List<Evidence> evidence = new ArrayList<>();
    facts.last(e -> true).ifPresent(e -> evidence.add(Proof.of(e, "the last event of the file")));
    return Verdict.builder(ID)
        .status(status)
        .confidence(Confidence.LOW)
        .evidence(evidence)
        .explanation(
            "Who set "
                + Wording.status(status)
                + " cannot be told: the trace ends before the failure"
                + missing(trace)
                + "; "
                + trace.completeness().text()
                + ". "
                + advice(trace.completeness()))
        .build();
  }

  /** How much of the request is not in the file, by timeTaken against the span of the events. */
  private static String missing(Trace trace) {
    Optional<Duration> span =
        trace.start().flatMap(start -> trace.end().map(end -> Duration.between(start, end)));
    Optional<Duration> taken = trace.request().timeTaken();
    if (span.isEmpty() || taken.isEmpty()) {
      return "";
    }
    // Both lengths are wrong by up to a tick of the clock.
    MeasuredTime missing = MeasuredTime.ofTicks(taken.get().minus(span.get()), 2);
    return missing.isBelowClock()
        ? ", " + missing + " before the request's end"
        : ", "
            + missing
            + " before the end of the request, which took "
            + Wording.duration(taken.get());
  }

  /** What to do so that the next trace tells the end. */
  static String advice(Completeness completeness) {
    return switch (completeness) {
      case SIZE_LIMIT ->
          "Raise maxLogFileSizeKB (0 is no limit), or trace fewer areas at a lower verbosity.";
      case TIME_LIMIT ->
          "Set traceAllAfterTimeout (IIS 10) or raise timeTaken, so that the end is recorded.";
      default -> "Get the whole file; if it is whole, look at maxLogFileSizeKB and the disk.";
    };
  }
}

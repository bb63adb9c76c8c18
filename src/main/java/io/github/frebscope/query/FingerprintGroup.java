package io.github.frebscope.query;

import io.github.frebscope.catalog.Cause;
import io.github.frebscope.catalog.Statuses;
import io.github.frebscope.classify.Origin;
import io.github.frebscope.classify.Verdict;
import io.github.frebscope.trace.Completeness;
import io.github.frebscope.trace.StatusCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects the failures of one fingerprint. Not safe for use by several threads. */
final class FingerprintGroup {
  private static final double MILLIS_A_MINUTE = 60_000;

  /**
   * The one that tells most comes first; the rest of the order is so that it is always the same.
   */
  private static final Comparator<TraceSummary> TELLS_MOST =
      Comparator.comparing((TraceSummary t) -> t.completeness() != Completeness.COMPLETE)
          .thenComparing(t -> !t.isReadWhole())
          .thenComparing(t -> t.verdict().confidence())
          .thenComparing(TraceSummary::eventCount, Comparator.reverseOrder())
          .thenComparing(t -> t.start().orElse(Instant.MAX))
          .thenComparing(TraceSummary::file);

  private final Map<Optional<String>, Long> servers = new HashMap<>();
  private final Map<Optional<String>, Long> urlPatterns = new HashMap<>();
  private final Map<Optional<String>, Long> backends = new HashMap<>();
  private final List<Duration> waits = new ArrayList<>();
  private TraceSummary sample;
  private Instant first;
  private Instant last;
  private long count;

  void add(TraceSummary trace) {
    count++;
    servers.merge(trace.server(), 1L, Long::sum);
    urlPatterns.merge(trace.urlPattern(), 1L, Long::sum);
    backends.merge(Attributes.BACKEND.of(trace), 1L, Long::sum);
    trace.verdict().waited().ifPresent(waits::add);
    trace.start().ifPresent(this::seen);
    if (sample == null || TELLS_MOST.compare(trace, sample) < 0) {
      sample = trace;
    }
  }

  private void seen(Instant time) {
    first = first == null || time.isBefore(first) ? time : first;
    last = last == null || time.isAfter(last) ? time : last;
  }

  Instant first() {
    return first;
  }

  Instant last() {
    return last;
  }

  /**
   * What was collected.
   *
   * @param all how many failures there are in all
   * @param time from the first to the last failure of all
   */
  FingerprintProfile profile(long all, Duration time) {
    double minutes = time.toMillis() / MILLIS_A_MINUTE;
    return new FingerprintProfile(
        Fingerprint.of(sample).orElseThrow(),
        count,
        Share.of(count, all),
        minutes > 0 ? Optional.of(count / minutes) : Optional.empty(),
        Optional.ofNullable(first),
        Optional.ofNullable(last),
        Counts.ordered(servers, Attributes.SERVER),
        Counts.ordered(urlPatterns, Attributes.URL_PATTERN),
        Counts.ordered(backends, Attributes.BACKEND),
        Waits.of(waits),
        sample,
        because(sample),
        meaning(sample));
  }

  private static String because(TraceSummary trace) {
    return (trace.completeness() == Completeness.COMPLETE ? "complete" : "none is complete")
        + (trace.isReadWhole() ? "" : ", damaged")
        + ", confidence "
        + trace.verdict().confidence()
        + ", "
        + Draft.many(trace.eventCount(), "event");
  }

  private static String meaning(TraceSummary trace) {
    Verdict verdict = trace.verdict();
    Optional<StatusCode> status = verdict.status().or(trace::status);
    String words =
        status.flatMap(Statuses::textOrGeneral).map(FingerprintGroup::withoutStop).orElse("");
    String plain =
        (verdict.origin() == Origin.RELAYED ? "Passed on: " : "")
            + status.map(StatusCode::toString).orElse("No status was told")
            + (words.isEmpty() ? "" : " " + words)
            + Attributes.ERROR.of(trace).map(error -> ", " + error).orElse("");
    return verdict.cause().map(Cause::summary).orElse(plain);
  }

  private static String withoutStop(String text) {
    return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
  }
}

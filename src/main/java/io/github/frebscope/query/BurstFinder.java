package io.github.frebscope.query;

import io.github.frebscope.internal.stats.Kleinberg;
import io.github.frebscope.trace.Completeness;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Looks for bursts among the failures of a set. Not safe for use by several threads. */
final class BurstFinder {
  /** A set that holds one short outage alone still has it as a burst. */
  private static final Duration LEAST_TIME = Duration.ofHours(1);

  private static final long MINUTE = 60_000;

  private final List<TraceSummary> failures = new ArrayList<>();
  private final Map<Optional<String>, List<TraceSummary>> answers = new HashMap<>();
  private Instant first = Instant.MAX;
  private Instant last = Instant.MIN;
  private int withoutTime;

  BurstFinder(List<TraceSummary> traces, Predicate<? super TraceSummary> wanted) {
    for (TraceSummary trace : traces) {
      boolean failure = trace.isFailure() && wanted.test(trace);
      if (trace.start().isEmpty()) {
        withoutTime += failure ? 1 : 0;
        continue;
      }
      Instant start = time(trace);
      first = start.isBefore(first) ? start : first;
      last = start.isAfter(last) ? start : last;
      if (failure) {
        failures.add(trace);
      } else if (isAnswer(trace)) {
        answers.computeIfAbsent(trace.server(), server -> new ArrayList<>()).add(trace);
      }
    }
    Comparator<TraceSummary> byTime = Comparator.comparing(BurstFinder::time);
    failures.sort(byTime);
    answers.values().forEach(list -> list.sort(byTime));
  }

  /** As {@link Case#isAnswer()}. */
  private static boolean isAnswer(TraceSummary trace) {
    return !trace.isFailure() && trace.completeness() == Completeness.COMPLETE;
  }

  private static Instant time(TraceSummary trace) {
    return trace.start().orElseThrow();
  }

  int failures() {
    return failures.size();
  }

  int withoutTime() {
    return withoutTime;
  }

  /** How long the traces cover, at least an hour. */
  private long coveredMillis() {
    return Math.max(Duration.between(first, last).toMillis(), LEAST_TIME.toMillis());
  }

  List<Burst> bursts() {
    if (failures.size() < Bursts.LEAST) {
      return List.of();
    }
    long[] times = new long[failures.size()];
    for (int i = 0; i < times.length; i++) {
      times[i] = Duration.between(first, time(failures.get(i))).toMillis();
    }
    return Episodes.find(times, (double) times.length / coveredMillis()).stream()
        .map(range -> burst(range, times))
        .toList();
  }

  private Burst burst(Kleinberg.Range range, long[] times) {
    List<TraceSummary> its = failures.subList(range.first(), range.last() + 1);
    TraceSummary begin = its.get(0);
    Instant end = time(its.get(its.size() - 1));
    Map<String, Long> ids = new HashMap<>();
    its.forEach(t -> ids.merge(t.fingerprint().orElseThrow(), 1L, Long::sum));
    Map.Entry<String, Long> main =
        ids.entrySet().stream()
            .max(
                Map.Entry.<String, Long>comparingByValue()
                    .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
            .orElseThrow();
    TraceSummary one =
        its.stream()
            .filter(t -> t.fingerprint().equals(Optional.of(main.getKey())))
            .findFirst()
            .orElseThrow();
    return new Burst(
        time(begin),
        end,
        its.size(),
        peak(range, times),
        counts(its, Attributes.SERVER),
        counts(its, Attributes.PROCESS),
        begin,
        Fingerprint.of(begin).orElseThrow(),
        Fingerprint.of(one).orElseThrow(),
        main.getValue(),
        recovery(its, range.last(), end));
  }

  /** The most in any span of a minute. */
  private static int peak(Kleinberg.Range range, long[] times) {
    int most = 0;
    int from = range.first();
    for (int i = range.first(); i <= range.last(); i++) {
      while (times[i] - times[from] >= MINUTE) {
        from++;
      }
      most = Math.max(most, i - from + 1);
    }
    return most;
  }

  private static <T> List<Counts.Entry<T>> counts(
      List<TraceSummary> traces, Attribute<T> attribute) {
    Map<Optional<T>, Long> counts = new HashMap<>();
    traces.forEach(t -> counts.merge(attribute.of(t), 1L, Long::sum));
    return Counts.ordered(counts, attribute);
  }

  private Recovery recovery(List<TraceSummary> its, int lastIndex, Instant end) {
    Set<Optional<String>> servers = new HashSet<>();
    its.forEach(t -> servers.add(t.server()));
    Optional<TraceSummary> answer =
        servers.stream()
            .flatMap(server -> firstAfter(end, answers.getOrDefault(server, List.of())).stream())
            .min(Comparator.comparing(BurstFinder::time));
    boolean failsAgain = lastIndex + 1 < failures.size();
    Instant quietUntil = failsAgain ? time(failures.get(lastIndex + 1)) : last;
    return new Recovery(answer, Duration.between(end, quietUntil), failsAgain);
  }

  private static Optional<TraceSummary> firstAfter(Instant end, List<TraceSummary> answers) {
    int low = 0;
    int high = answers.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (time(answers.get(middle)).isAfter(end)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low == answers.size() ? Optional.empty() : Optional.of(answers.get(low));
  }
}

package io.github.frebscope.query;

import io.github.frebscope.internal.stats.Kleinberg;
import io.github.frebscope.trace.Completeness;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
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

  /**
   * Nothing was traced in a longer silence; or the time behind it is wrong, as in a damaged file.
   */
  private static final Duration LONGEST_SILENCE = Duration.ofDays(366);

  private final List<TraceSummary> failures = new ArrayList<>();
  private final Map<Optional<String>, List<TraceSummary>> answers = new HashMap<>();
  private final List<Instant> times = new ArrayList<>();
  private int withoutTime;

  BurstFinder(List<TraceSummary> traces, Predicate<? super TraceSummary> wanted) {
    for (TraceSummary trace : traces) {
      boolean failure = trace.isFailure() && wanted.test(trace);
      if (trace.start().isEmpty()) {
        withoutTime += failure ? 1 : 0;
        continue;
      }
      times.add(time(trace));
      if (failure) {
        failures.add(trace);
      } else if (isAnswer(trace)) {
        answers.computeIfAbsent(trace.server(), server -> new ArrayList<>()).add(trace);
      }
    }
    Comparator<TraceSummary> byTime = Comparator.comparing(BurstFinder::time);
    times.sort(Comparator.naturalOrder());
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
    Duration covered = Duration.ZERO;
    for (int i = 1; i < times.size(); i++) {
      Duration gap = Duration.between(times.get(i - 1), times.get(i));
      covered = isCovered(gap) ? covered.plus(gap) : covered;
    }
    return Math.max(covered.toMillis(), LEAST_TIME.toMillis());
  }

  private static boolean isCovered(Duration gap) {
    return gap.compareTo(LONGEST_SILENCE) <= 0;
  }

  /** The last trace that no long silence parts from that time, which is one of a trace. */
  private Instant lastFrom(Instant time) {
    int at = Collections.binarySearch(times, time);
    while (at + 1 < times.size() && isCovered(Duration.between(times.get(at), times.get(at + 1)))) {
      at++;
    }
    return times.get(at);
  }

  List<Burst> bursts() {
    if (failures.size() < Bursts.LEAST) {
      return List.of();
    }
    Instant first = times.get(0);
    long[] millis = new long[failures.size()];
    for (int i = 0; i < millis.length; i++) {
      millis[i] = Duration.between(first, time(failures.get(i))).toMillis();
    }
    return Episodes.find(millis, (double) millis.length / coveredMillis()).stream()
        .map(range -> burst(range, millis))
        .toList();
  }

  private Burst burst(Kleinberg.Range range, long[] millis) {
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
        peak(range, millis),
        counts(its, Attributes.SERVER),
        counts(its, Attributes.PROCESS),
        begin,
        Fingerprint.of(begin).orElseThrow(),
        Fingerprint.of(one).orElseThrow(),
        main.getValue(),
        recovery(its, range.last(), end));
  }

  /** The most in any span of a minute. */
  private static int peak(Kleinberg.Range range, long[] millis) {
    int most = 0;
    int from = range.first();
    for (int i = range.first(); i <= range.last(); i++) {
      while (millis[i] - millis[from] >= MINUTE) {
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
    Instant last = lastFrom(end);
    Optional<TraceSummary> answer =
        servers.stream()
            .flatMap(server -> firstAfter(end, answers.getOrDefault(server, List.of())).stream())
            .min(Comparator.comparing(BurstFinder::time))
            .filter(found -> !time(found).isAfter(last));
    boolean failsAgain =
        lastIndex + 1 < failures.size() && !time(failures.get(lastIndex + 1)).isAfter(last);
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

package io.github.frebscope.query;

import static io.github.frebscope.query.Draft.many;
import static io.github.frebscope.query.Draft.name;

import io.github.frebscope.cause.Confidence;
import io.github.frebscope.internal.stats.Chance;
import io.github.frebscope.query.SetFinding.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Failures just after a worker process began, and seldom otherwise.
 *
 * <p>A process's first trace tells its start only when another process of the same pool was at work
 * shortly before, or when the pool's good answers are traced as well. Otherwise the first trace is
 * just the first failure, maybe days after the start, and says nothing.
 */
final class ColdStart implements SetRule {
  /** As long as a start may take by default: start-up time limit of the ASP.NET Core Module. */
  private static final Duration WARMING = Duration.ofMinutes(2);

  /** How long before another process may have left its last trace, for the start to be known. */
  private static final Duration HANDOVER = Duration.ofMinutes(10);

  /** So many failures within {@link #WARMING} are a burst. */
  private static final int BURST = 3;

  /** One burst can have come with one start by chance. */
  private static final int LEAST_STARTS = 2;

  /** What fails before a start as well, at a third of the rate or more, is not due to the start. */
  private static final int TIMES_MORE = 3;

  /** So many answers, and more than failures, show that answers are traced. */
  private static final int LEAST_ANSWERS = 10;

  private static final double CHANCE = 0.001;

  /** A worker process that begins. */
  private record Start(long process, Instant at, Instant end, boolean known) {
    Instant warm() {
      return at.plus(WARMING);
    }
  }

  @Override
  public Stream<SetFinding> find(Cases cases) {
    Map<String, Instant> ends = new HashMap<>();
    cases.timed().forEach(c -> ends.put(c.server(), c.start()));
    return Cases.by(cases.timed(), ColdStart::pool).values().stream()
        .flatMap(pool -> judge(pool, ends.get(pool.get(0).server())));
  }

  private static List<String> pool(Case c) {
    return c.server() == null || c.unit() == null || c.process() < 0
        ? null
        : List.of(c.server(), c.unit());
  }

  private static Stream<SetFinding> judge(List<Case> pool, Instant end) {
    List<Start> starts = starts(pool, end);
    Map<Long, Start> byProcess = new HashMap<>();
    starts.forEach(s -> byProcess.put(s.process(), s));
    List<Case> faults = pool.stream().filter(Case::isFault).toList();
    List<Start> known = starts.stream().filter(Start::known).toList();
    List<Start> bursts = known.stream().filter(s -> isBurst(s, faults)).toList();
    if (bursts.size() < LEAST_STARTS || 2 * bursts.size() < known.size()) {
      return Stream.empty();
    }
    long spans = starts.stream().mapToLong(ColdStart::spansAfter).sum();
    long busy = busySpansAfter(faults, byProcess);
    double usual = (busy + 1.0) / (spans + 2.0);
    if (Chance.atLeast(known.size(), bursts.size(), usual) > CHANCE) {
      return Stream.empty();
    }
    List<Case> early = bursts.stream().flatMap(s -> early(s, faults)).toList();
    return Stream.of(finding(known.size(), bursts.size(), early, faults.size(), spans, busy));
  }

  private static List<Start> starts(List<Case> pool, Instant end) {
    boolean answers = answersAreTraced(pool);
    Map<Long, Instant> first = new LinkedHashMap<>();
    Map<Long, Instant> lastOther = new HashMap<>();
    Instant before = null;
    for (Case c : pool) {
      if (first.putIfAbsent(c.process(), c.start()) == null && before != null) {
        lastOther.put(c.process(), before);
      }
      before = c.start();
    }
    List<Start> starts = new ArrayList<>();
    List<Long> processes = List.copyOf(first.keySet());
    for (int i = 0; i < processes.size(); i++) {
      long process = processes.get(i);
      Instant at = first.get(process);
      Instant other = lastOther.get(process); // none for the first, which may have run for days
      boolean known = other != null && (answers || !other.plus(HANDOVER).isBefore(at));
      Instant until = i + 1 < processes.size() ? first.get(processes.get(i + 1)) : end;
      starts.add(new Start(process, at, until, known));
    }
    return starts;
  }

  private static boolean answersAreTraced(List<Case> pool) {
    long answers = pool.stream().filter(Case::isAnswer).count();
    return answers >= LEAST_ANSWERS && 2 * answers >= pool.size();
  }

  private static boolean isBurst(Start start, List<Case> faults) {
    long early = early(start, faults).count();
    long before = Cases.between(faults, start.at().minus(WARMING), start.at()).size();
    return early >= BURST && early >= TIMES_MORE * before;
  }

  private static Stream<Case> early(Start start, List<Case> faults) {
    return Cases.between(faults, start.at(), start.warm().plusNanos(1)).stream()
        .filter(c -> c.process() == start.process());
  }

  /** How many more spans of {@link #WARMING} a process was at work. */
  private static long spansAfter(Start start) {
    return Math.max(0, Duration.between(start.warm(), start.end()).dividedBy(WARMING));
  }

  /** How many of them had a burst. */
  private static long busySpansAfter(List<Case> faults, Map<Long, Start> starts) {
    Map<List<Long>, Integer> counts = new HashMap<>();
    for (Case c : faults) {
      Start start = starts.get(c.process());
      long span = Duration.between(start.at(), c.start()).dividedBy(WARMING);
      if (span > 0 || !start.known()) {
        counts.merge(List.of(c.process(), span), 1, Integer::sum);
      }
    }
    return counts.values().stream().filter(n -> n >= BURST).count();
  }

  private static SetFinding finding(
      int known, int bursts, List<Case> early, int faults, long spans, long busy) {
    Case one = early.get(0);
    return Draft.of(Kind.COLD_START, early, Confidence.MEDIUM)
        .say(
            "After "
                + bursts
                + " of "
                + many(known, "start")
                + " of a worker process of "
                + name(one.unit())
                + " on "
                + name(one.server())
                + ", failures came within 2 min of its first trace: "
                + ValueText.count(early.size())
                + " of the "
                + many(faults, "failure")
                + ". Of "
                + many(spans, "other span")
                + " of 2 min, "
                + (busy == 0 ? "none" : ValueText.count(busy))
                + " had as many as "
                + BURST
                + ".")
        .say(
            "Only starts whose time the traces tell are counted: another process of the pool left a"
                + " trace at most 10 min before, or answers are traced too.")
        .next(
            "The System log (source WAS) tells when and why each process was started. See whether it"
                + " goes away with startMode AlwaysRunning, preloadEnabled and an"
                + " applicationInitialization page.")
        .build();
  }
}

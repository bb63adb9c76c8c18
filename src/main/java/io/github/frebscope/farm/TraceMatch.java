package io.github.frebscope.farm;

import io.github.frebscope.internal.text.Texts;
import io.github.frebscope.log.AccessLine;
import io.github.frebscope.query.TraceSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Lines of one site's W3C log and the traces of that site, each line with one trace at most: which
 * failures that the log tells were traced, and which were not.
 *
 * <p>They are matched by ARR's id where both tell it, else by path, query, verb, status and time. A
 * trace that fired because of the time taken was cut before the status was known (absence of a
 * status in it tells nothing), and a trace that fired for a status can end with another one; both
 * are matched. As many are matched as can be, so that the number of lines without a trace is never
 * too large. Which of several equal requests is the one without cannot be told: those of which it
 * is certain are {@link #surelyWithoutTrace()}.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class TraceMatch {
  /** How far the times may be apart beyond the second to which a log is exact. */
  public static final Duration TOLERANCE = Duration.ofSeconds(1);

  private final List<Pair> pairs;
  private final List<AccessLine> withoutTrace;
  private final List<AccessLine> surelyWithoutTrace;
  private final List<TraceSummary> withoutLine;
  private final Map<AccessLine, Pair> ofLine = new HashMap<>();

  private TraceMatch(
      List<Pair> pairs,
      List<AccessLine> withoutTrace,
      List<AccessLine> surelyWithoutTrace,
      List<TraceSummary> withoutLine) {
    this.pairs = List.copyOf(pairs);
    this.withoutTrace = List.copyOf(withoutTrace);
    this.surelyWithoutTrace = List.copyOf(surelyWithoutTrace);
    this.withoutLine = List.copyOf(withoutLine);
    this.pairs.forEach(pair -> ofLine.put(pair.line(), pair));
  }

  /** How a line and a trace were found to be of one request. */
  public enum Fit {
    /** Both tell the same id of ARR. */
    LOG_ID,
    /** URL, status and times agree to the second. */
    TIMES,
    /**
     * URL and status agree, and the trace lies within the time of the line; but it ends or begins
     * elsewhere, as after a wait in the queue, or does not tell its time or URL.
     */
    LOOSE
  }

  /**
   * A line and the trace of the same request.
   *
   * @param line the line
   * @param trace the trace
   * @param fit how they were found
   * @param isOnlyChoice whether no other trace could be of that line and no other line of that
   *     trace; else equal requests may have been exchanged
   */
  public record Pair(AccessLine line, TraceSummary trace, Fit fit, boolean isOnlyChoice) {}

  /** Matches with {@link #TOLERANCE}. */
  public static TraceMatch of(List<AccessLine> lines, List<TraceSummary> traces) {
    return of(lines, traces, TOLERANCE);
  }

  /**
   * Matches lines and traces. Both are of one site of one server, so of one clock. It looks at the
   * traces of its path and time for each line.
   *
   * @param lines the lines of interest, those with status 502 for example
   * @param traces the site's traces, whatever their status
   * @param tolerance how far the times may be apart beyond the second to which a log is exact
   */
  public static TraceMatch of(
      List<AccessLine> lines, List<TraceSummary> traces, Duration tolerance) {
    List<Pairing.Edge> edges = new ArrayList<>();
    int[] byId = byId(lines, traces, edges);
    edges.addAll(byTime(lines, traces, new TraceFit(tolerance), byId, tolerance.plusSeconds(2)));
    int[] partner = Pairing.of(lines.size(), traces.size(), edges);
    double[] cost = new double[lines.size()];
    int[] choicesOfLine = new int[lines.size()];
    int[] choicesOfTrace = new int[traces.size()];
    for (Pairing.Edge edge : edges) {
      choicesOfLine[edge.left()]++;
      choicesOfTrace[edge.right()]++;
      if (partner[edge.left()] == edge.right()) {
        cost[edge.left()] = edge.cost();
      }
    }
    List<Pair> pairs = new ArrayList<>();
    List<AccessLine> without = new ArrayList<>();
    List<AccessLine> surely = new ArrayList<>();
    boolean[] isPaired = new boolean[traces.size()];
    for (int i = 0; i < partner.length; i++) {
      AccessLine line = lines.get(i);
      int trace = partner[i];
      if (trace >= 0) {
        isPaired[trace] = true;
        boolean only = choicesOfLine[i] == 1 && choicesOfTrace[trace] == 1;
        pairs.add(new Pair(line, traces.get(trace), fit(cost[i]), only));
      } else {
        without.add(line);
        if (choicesOfLine[i] == 0) {
          surely.add(line);
        }
      }
    }
    List<TraceSummary> withoutLine = new ArrayList<>();
    for (int i = 0; i < isPaired.length; i++) {
      if (!isPaired[i]) {
        withoutLine.add(traces.get(i));
      }
    }
    return new TraceMatch(pairs, without, surely, withoutLine);
  }

  private static Fit fit(double cost) {
    return cost < 0 ? Fit.LOG_ID : cost < TraceFit.LOOSE ? Fit.TIMES : Fit.LOOSE;
  }

  /** Pairs by ids that only one line and one trace have; which line each trace has, or -1. */
  private static int[] byId(
      List<AccessLine> lines, List<TraceSummary> traces, List<Pairing.Edge> edges) {
    Map<String, List<Integer>> ofId = new TreeMap<>();
    for (int i = 0; i < lines.size(); i++) {
      for (String id : LoggedUrl.ids(lines.get(i))) {
        ofId.computeIfAbsent(id, key -> new ArrayList<>()).add(i);
      }
    }
    int[] lineOf = new int[traces.size()];
    boolean[] isTaken = new boolean[lines.size()];
    for (int t = 0; t < lineOf.length; t++) {
      List<Integer> found =
          TraceFit.ids(traces.get(t)).stream()
              .flatMap(id -> ofId.getOrDefault(id, List.of()).stream())
              .distinct()
              .toList();
      lineOf[t] = -1;
      if (found.size() == 1 && !isTaken[found.get(0)]) {
        lineOf[t] = found.get(0);
        isTaken[found.get(0)] = true;
        edges.add(new Pairing.Edge(found.get(0), t, -1));
      }
    }
    return lineOf;
  }

  /** Traces that can be near a line at all, by when they began; those without a time come last. */
  private static List<Integer> near(
      AccessLine line, NavigableMap<Instant, List<Integer>> traces, Duration window) {
    if (traces == null) {
      return List.of();
    }
    if (line.timeTaken().isEmpty()) {
      return traces.values().stream().flatMap(List::stream).toList();
    }
    Instant from = line.start().minus(window);
    Instant to = line.end().plus(window);
    return Stream.concat(
            traces.subMap(from, true, to, true).values().stream().flatMap(List::stream),
            traces.getOrDefault(Instant.MIN, List.of()).stream())
        .toList();
  }

  private static List<Pairing.Edge> byTime(
      List<AccessLine> lines,
      List<TraceSummary> traces,
      TraceFit fit,
      int[] lineOf,
      Duration window) {
    boolean[] isJoined = new boolean[lines.size()];
    Map<String, NavigableMap<Instant, List<Integer>>> ofPath = new HashMap<>();
    for (int t = 0; t < lineOf.length; t++) {
      if (lineOf[t] >= 0) {
        isJoined[lineOf[t]] = true;
      } else {
        String path = traces.get(t).url().map(url -> LoggedUrl.pathOf(url).orElse("/")).orElse("");
        ofPath
            .computeIfAbsent(path, key -> new TreeMap<>())
            .computeIfAbsent(traces.get(t).start().orElse(Instant.MIN), key -> new ArrayList<>())
            .add(t);
      }
    }
    List<Pairing.Edge> edges = new ArrayList<>();
    for (int i = 0; i < isJoined.length; i++) {
      List<Pairing.Edge> ofLine = new ArrayList<>();
      for (String path : List.of(LoggedUrl.path(lines.get(i).path()), "")) {
        for (int t :
            isJoined[i] ? List.<Integer>of() : near(lines.get(i), ofPath.get(path), window)) {
          OptionalDouble cost = fit.cost(lines.get(i), traces.get(t));
          if (cost.isPresent()) {
            ofLine.add(new Pairing.Edge(i, t, cost.getAsDouble()));
          }
        }
      }
      edges.addAll(Pairing.thinned(ofLine, lineOf.length));
    }
    return edges;
  }

  /** Lines with their traces, in the order of the lines. */
  public List<Pair> pairs() {
    return pairs;
  }

  /**
   * Lines for which no trace is left. How many they are is certain as far as the traces tell URL
   * and time; which of several equal requests they are is not.
   */
  public List<AccessLine> withoutTrace() {
    return withoutTrace;
  }

  /** Those of {@link #withoutTrace()} to which none of the traces fits at all. */
  public List<AccessLine> surelyWithoutTrace() {
    return surelyWithoutTrace;
  }

  /** Traces that fit no line, or for which none is left, in the order in which they were given. */
  public List<TraceSummary> withoutLine() {
    return withoutLine;
  }

  /** The pair of one of the lines that were given; empty when it has no trace. */
  public Optional<Pair> of(AccessLine line) {
    return Optional.ofNullable(ofLine.get(line));
  }

  /** {@code 4 lines with a trace, 1 line without, 0 traces without a line}. */
  @Override
  public String toString() {
    return Texts.count(pairs.size(), "line")
        + " with a trace, "
        + Texts.count(withoutTrace.size(), "line")
        + " without, "
        + Texts.count(withoutLine.size(), "trace")
        + " without a line";
  }
}

package io.github.frebscope.query;

import java.io.PrintStream;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The episodes of a set in which failures came much faster than usual, in the order of time.
 *
 * <p>They are found by the two-state automaton of Kleinberg ("Bursty and Hierarchical Structure in
 * Streams", KDD 2002) on the gaps between failures. The base rate is the number of failures over
 * the time that all traces of the set cover, an hour at least, so that a set of one short outage
 * alone shows it; silences of more than a year are left out, since they come of old files or of
 * times that are wrong. Gaps in a burst are those of 5 times the base rate; to begin a burst costs
 * twice the logarithm of the number of gaps. So a burst has at least 2.5 times the base rate, or
 * has to be the longer the closer it comes to that; failures that come by chance at a steady rate
 * show none, nor do fewer than {@value #LEAST}. A burst is then looked at again with its own rate
 * as the base rate, so that its borders are tight and two outages in a quiet night are two; a
 * silence of two minutes or less parts nothing, as long as a request may wait by default. An outage
 * that fills more than a third of the time is the base rate and shows none; a daily rhythm in which
 * nearly all failures fall in a quarter of the time shows as bursts.
 *
 * <pre>{@code
 * traces.bursts();
 * traces.bursts(CAUSE.is("CONNECT_REFUSED")).list().get(0).print();
 * }</pre>
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class Bursts {
  /** Fewer failures than that are no burst. */
  public static final int LEAST = 5;

  private static final List<Column> COLUMNS =
      List.of(
          Column.fixed("Start").named("start"),
          Column.milliseconds("Length, ms").named("lengthMs"),
          Column.right("Count").named("count"),
          Column.right("Peak/min").named("peakPerMinute"),
          Column.right("Servers").named("servers"),
          Column.fixed("Most often").named("fingerprint"));

  private final List<Burst> bursts;
  private final long failures;
  private final long withoutTime;
  private final Basis basis;

  private Bursts(List<Burst> bursts, long failures, long withoutTime, Basis basis) {
    this.bursts = bursts;
    this.failures = failures;
    this.withoutTime = withoutTime;
    this.basis = basis;
  }

  static Bursts of(List<TraceSummary> traces, Predicate<? super TraceSummary> wanted, Basis basis) {
    BurstFinder finder = new BurstFinder(traces, wanted);
    return new Bursts(finder.bursts(), finder.failures(), finder.withoutTime(), basis);
  }

  /** The bursts, the first first; empty when failures came at a steady rate or are too few. */
  public List<Burst> list() {
    return bursts;
  }

  /** The bursts, the first first. */
  public Stream<Burst> stream() {
    return bursts.stream();
  }

  /** Whether there is none. */
  public boolean isEmpty() {
    return bursts.isEmpty();
  }

  /** How many failures were looked at, in bursts or not. */
  public long failures() {
    return failures;
  }

  /** How many failures were left out because they have no time. */
  public long withoutTime() {
    return withoutTime;
  }

  /** What it rests on: all traces of the set. */
  public Basis basis() {
    return basis;
  }

  /**
   * One row a burst: start, length, failures, peak, number of servers, the most frequent problem.
   */
  public ResultTable table() {
    return ResultTable.of(COLUMNS, bursts.stream().map(Bursts::row).toList()).on(basis);
  }

  private static List<Object> row(Burst burst) {
    return List.of(
        burst.start(),
        burst.length(),
        (long) burst.size(),
        (long) burst.peakPerMinute(),
        burst.servers().stream().filter(e -> e.value().isPresent()).count(),
        burst.mainFingerprint().id() + " (" + ValueText.count(burst.mainCount()) + ")");
  }

  private String outside() {
    long inside = bursts.stream().mapToLong(Burst::size).sum();
    return Draft.many(bursts.size(), "burst")
        + " with "
        + ValueText.count(inside)
        + " of "
        + Draft.many(failures, "failure")
        + (withoutTime == 0 ? "" : ", " + ValueText.count(withoutTime) + " more have no time");
  }

  /** Prints how many there are, the whole table, and then all about each burst. */
  public void print(PrintStream out) {
    out.println(outside());
    if (!isEmpty()) {
      table().print(out);
    }
    for (Burst burst : bursts) {
      out.println();
      burst.print(out);
    }
  }

  /** Prints to standard output, for a {@code jshell} prompt. */
  public void print() {
    print(ResultTable.terminal());
  }

  /** How many there are and of how many failures, and the table if there is one. */
  @Override
  public String toString() {
    return isEmpty() ? outside() : outside() + table();
  }
}

package io.github.frebscope.query;

import io.github.frebscope.trace.MeasuredTime;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * An episode in which failures came much faster than usual. Times are those when the failed
 * requests began.
 *
 * <p>Texts from traces in it are not redacted. Immutable and safe for use by several threads.
 *
 * @param start when the first of its failures began
 * @param end when the last of them began
 * @param size how many failures, {@value Bursts#LEAST} or more
 * @param peakPerMinute the most failures that began within a minute
 * @param servers the servers and how many failures each had, most first; a missing value is an
 *     entry too, here and in the next one
 * @param processes the worker processes, most first
 * @param first the first failure
 * @param firstFingerprint what it was
 * @param mainFingerprint the problem that most of them have; of many kinds, few may
 * @param mainCount how many of them were that
 * @param recovery what came after
 */
public record Burst(
    Instant start,
    Instant end,
    int size,
    int peakPerMinute,
    List<Counts.Entry<String>> servers,
    List<Counts.Entry<Long>> processes,
    TraceSummary first,
    Fingerprint firstFingerprint,
    Fingerprint mainFingerprint,
    long mainCount,
    Recovery recovery) {
  /** Refuses nulls and keeps copies of the lists. */
  public Burst {
    Objects.requireNonNull(start, "start");
    Objects.requireNonNull(end, "end");
    servers = List.copyOf(servers);
    processes = List.copyOf(processes);
    Objects.requireNonNull(first, "first");
    Objects.requireNonNull(firstFingerprint, "firstFingerprint");
    Objects.requireNonNull(mainFingerprint, "mainFingerprint");
    Objects.requireNonNull(recovery, "recovery");
  }

  /** From the beginning of its first failed request to the beginning of its last. */
  public MeasuredTime length() {
    return MeasuredTime.between(start, end);
  }

  /**
   * The failures that began in it, both ends included: {@code traces.where(burst.condition())}. Of
   * a burst of one kind of failures, see {@link TraceSet#bursts(Predicate)}, say the kind as well;
   * failures of other kinds that began meanwhile are not counted in it.
   */
  public Condition<TraceSummary> condition() {
    return Attributes.FAILURE
        .is(true)
        .and(Attributes.START.atLeast(start))
        .and(Attributes.START.atMost(end));
  }

  /** All of it in lines of at most 80 columns, each ended by LF. */
  public String text() {
    return new FactLines(
            Draft.many(size, "failure")
                + " in "
                + length()
                + " from "
                + ValueText.of(start)
                + ", at most "
                + ValueText.count(peakPerMinute)
                + " a minute")
        .counts("servers", servers)
        .counts("processes", processes)
        .fact("most", mainFingerprint + " (" + ValueText.count(mainCount) + ")")
        .fact("first", firstFingerprint.toString())
        .fact("", first.file())
        .fact("after it", after())
        .toString();
  }

  /** A moment says more than a long length of time. */
  private String after() {
    if (recovery.answer().isPresent() || recovery.isUnknown()) {
      return recovery.toString();
    }
    String until = ValueText.of(end.plus(recovery.quiet()));
    return recovery.failsAgain()
        ? "no other one until " + until
        : "no other one to the end of the traces, " + until;
  }

  /** Prints {@link #text()}. */
  public void print(PrintStream out) {
    text().lines().forEach(out::println);
  }

  /** Prints {@link #text()} to standard output, for a {@code jshell} prompt. */
  public void print() {
    print(ResultTable.terminal());
  }

  /** {@code 42 failures from 2026-01-14 10:22:31Z, most often 1-7f3a9c2b10 (40)}: one line. */
  @Override
  public String toString() {
    return Draft.many(size, "failure")
        + " from "
        + ValueText.of(start)
        + ", most often "
        + mainFingerprint.id()
        + " ("
        + ValueText.count(mainCount)
        + ")";
  }
}

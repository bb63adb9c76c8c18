package io.github.frebscope.log;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What became of one log that was read: the ledger's line about it.
 *
 * @param file the log as it was found
 * @param lines how many lines hold an entry and were read
 * @param damaged how many lines should hold one and could not be read
 * @param problems the first of what was wrong, at most {@value #MOST_PROBLEMS}
 * @param first the earliest time of an entry; empty without entries
 * @param last the latest time of an entry
 * @param missingFields fields that frebscope looks at and that some entries' {@code #Fields:} line
 *     does not have
 * @param starts when logging began or began again: the times of the {@code #Date:} lines, which
 *     http.sys writes with a new header at each start and when fields change; at most {@value
 *     #MOST_STARTS}
 */
public record LogFile(
    String file,
    long lines,
    long damaged,
    List<LogProblem> problems,
    Optional<Instant> first,
    Optional<Instant> last,
    List<String> missingFields,
    List<Instant> starts) {
  /** So many problems of a log are told; {@link #damaged} counts them all. */
  public static final int MOST_PROBLEMS = 10;

  /** So many starts of a log are told. */
  public static final int MOST_STARTS = 1000;

  /** Refuses nulls. */
  public LogFile {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(first, "first");
    Objects.requireNonNull(last, "last");
    problems = List.copyOf(problems);
    missingFields = List.copyOf(missingFields);
    starts = List.copyOf(starts);
  }

  /** A log that does not tell when logging began. */
  public LogFile(
      String file,
      long lines,
      long damaged,
      List<LogProblem> problems,
      Optional<Instant> first,
      Optional<Instant> last,
      List<String> missingFields) {
    this(file, lines, damaged, problems, first, last, missingFields, List.of());
  }

  /** Whether all of it was read. */
  public boolean isWhole() {
    return damaged == 0 && problems.isEmpty();
  }

  /** {@code u_ex260223.log: 1173 lines, 2026-02-23T05:00:00Z to 2026-02-23T17:59:12Z}. */
  @Override
  public String toString() {
    return file
        + ": "
        + lines
        + " lines"
        + (damaged == 0 ? "" : ", " + damaged + " damaged")
        + first.map(from -> ", " + from + " to " + last.orElse(from)).orElse("");
  }
}

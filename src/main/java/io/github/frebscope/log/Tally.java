package io.github.frebscope.log;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Counts what became of the lines of one log while it is read. */
final class Tally {
  private final String file;
  private long lines;
  private long damaged;
  private long first = Long.MAX_VALUE;
  private long last = Long.MIN_VALUE;
  private final List<LogProblem> problems = new ArrayList<>();
  private final Set<String> missing = new LinkedHashSet<>();
  private final List<Instant> starts = new ArrayList<>();

  Tally(String file) {
    this.file = file;
  }

  void entry(long millis) {
    lines++;
    if (millis < first) {
      first = millis;
    }
    if (millis > last) {
      last = millis;
    }
  }

  /** A line that should hold an entry and could not be read. */
  void damaged(long line, String reason) {
    damaged++;
    problem(line, reason);
  }

  /** Something to tell that cost no entry. */
  void problem(long line, String reason) {
    if (problems.size() < LogFile.MOST_PROBLEMS) {
      problems.add(new LogProblem(line, reason));
    }
  }

  void missing(List<String> fields) {
    missing.addAll(fields);
  }

  void start(long millis) {
    if (starts.size() < LogFile.MOST_STARTS) {
      starts.add(Instant.ofEpochMilli(millis));
    }
  }

  LogFile file() {
    return new LogFile(
        file,
        lines,
        damaged,
        problems,
        lines == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(first)),
        lines == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(last)),
        List.copyOf(missing),
        starts);
  }
}

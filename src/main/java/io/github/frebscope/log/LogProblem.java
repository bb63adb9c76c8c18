package io.github.frebscope.log;

import java.util.Objects;

/**
 * Something in a log that could not be read, and where. The rest was read.
 *
 * @param line the 1-based line number; 0 when it is the file as a whole
 * @param reason one sentence for people
 */
public record LogProblem(long line, String reason) {
  /** Refuses nulls. */
  public LogProblem {
    Objects.requireNonNull(reason, "reason");
  }

  /** {@code line 12: reason}. */
  @Override
  public String toString() {
    return line == 0 ? reason : "line " + line + ": " + reason;
  }
}

package io.github.frebscope.source;

import java.util.Objects;

/**
 * Something that was met while looking for traces, and why it is not among the files.
 *
 * @param path the path as found, in the form of {@link TraceFile#name()}
 * @param reason a clause for people that goes on from the path: {@code access is denied}
 */
public record SourceProblem(String path, String reason) {
  /** Refuses nulls. */
  public SourceProblem {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(reason, "reason");
  }

  /** {@code path: reason}. */
  @Override
  public String toString() {
    return path + ": " + reason;
  }
}

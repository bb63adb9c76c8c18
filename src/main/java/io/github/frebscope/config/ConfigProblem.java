package io.github.frebscope.config;

import java.util.Objects;

/**
 * Something in a configuration that could not be read, or that IIS itself would refuse. The rest
 * was read.
 *
 * @param file the file, relative to the server's folder
 * @param line the 1-based line; 0 when it is the file as a whole
 * @param element the element or section, empty when it is the file as a whole
 * @param reason one sentence for people
 */
public record ConfigProblem(String file, int line, String element, String reason) {
  /** Refuses nulls. */
  public ConfigProblem {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(element, "element");
    Objects.requireNonNull(reason, "reason");
  }

  /** {@code config/applicationHost.config line 12: reason}. */
  @Override
  public String toString() {
    return file + (line == 0 ? "" : " line " + line) + ": " + reason;
  }
}

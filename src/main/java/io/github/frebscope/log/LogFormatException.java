package io.github.frebscope.log;

import java.io.IOException;
import java.util.Objects;

/**
 * A file as a whole is none that the reader reads: another format, an encoding that has to be
 * changed first, a binary file. The message says what it is and what to do; it is one sentence or
 * two for people. A line that cannot be read never throws this: it is counted in its {@link
 * LogFile}.
 */
public final class LogFormatException extends IOException {
  private static final long serialVersionUID = 1;

  /**
   * A refusal.
   *
   * @param file the log as it was found
   * @param reason what it is, and what to do
   */
  public LogFormatException(String file, String reason) {
    super(Objects.requireNonNull(file, "file") + ": " + Objects.requireNonNull(reason, "reason"));
  }
}

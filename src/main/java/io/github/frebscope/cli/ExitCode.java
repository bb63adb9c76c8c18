package io.github.frebscope.cli;

/** What the process answers to whoever started it. */
final class ExitCode {
  /** Done. */
  static final int DONE = 0;

  /** A row of the answer meets {@code --fail-on}. */
  static final int CONDITION_MET = 1;

  /** The command line was wrong. */
  static final int USAGE = 2;

  /** Nothing could be read; with {@code --strict}, something was damaged. */
  static final int NOTHING_READABLE = 3;

  private ExitCode() {}
}

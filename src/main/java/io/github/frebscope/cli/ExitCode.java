package io.github.frebscope.cli;

/** What the process answers to whoever started it. */
final class ExitCode {
  /** Done. */
  static final int DONE = 0;

  /** The command line was wrong. */
  static final int USAGE = 2;

  /** Nothing could be read; with {@code --strict}, something was damaged. */
  static final int NOTHING_READABLE = 3;

  private ExitCode() {}
}

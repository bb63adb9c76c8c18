package io.github.frebscope.config;

import java.util.List;

/** The names of levels in IIS's configuration. */
final class Verbosity {
  /** The highest level that a rule can record. */
  static final int MOST = 5;

  /** The least grave level that can write a trace. */
  static final int LEAST_GRAVE = 3;

  private static final List<String> NAMES =
      List.of("General", "CriticalError", "Error", "Warning", "Information", "Verbose");

  private Verbosity() {}

  /** {@code Warning} for 3; a number that is no level as it is. */
  static String name(int level) {
    return level >= 0 && level <= MOST ? NAMES.get(level) : Integer.toString(level);
  }
}

package io.github.frebscope.coverage;

import java.util.List;

/** How IIS's configuration calls the levels: {@code verbosity} of a tracing rule. */
final class Verbosities {
  static final int MOST = 5;

  private static final List<String> NAMES =
      List.of("General", "CriticalError", "Error", "Warning", "Information", "Verbose");

  private Verbosities() {}

  /** {@code Warning} for 3; levels above the highest count as that. */
  static String name(int level) {
    return NAMES.get(Math.min(level, MOST));
  }

  /** What a level that was seen says of the verbosity: {@code Warning or more}. */
  static String atLeast(int level) {
    return level >= MOST ? name(level) : name(level) + " or more";
  }
}

package io.github.frebscope.catalog;

import java.util.Map;

/** The levels of events. Safe for use by several threads. */
public final class Levels {
  private static final Map<Long, String> TEXTS = ValueSets.get("LEVEL");

  private Levels() {}

  /**
   * {@code critical}, {@code error}, {@code warning}, {@code information} or {@code verbose} for 1
   * to 5. 0 is {@code always}: the start and end of things, recorded at every verbosity, and not a
   * severity.
   *
   * @return {@code level N} for other numbers
   */
  public static String text(int level) {
    String text = TEXTS.get((long) level);
    return text != null ? text : "level " + level;
  }
}

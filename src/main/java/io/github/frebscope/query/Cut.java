package io.github.frebscope.query;

/** Where a text that is too long for its column is cut. The cut shows as {@code ...}. */
public enum Cut {
  /** Keeps the beginning: for sentences and names. */
  END,
  /** Keeps the beginning and the end: for paths and URLs. */
  MIDDLE,
  /** As {@link #END}, but other columns give way first: for times and codes. */
  LAST;

  private static final String MARK = "...";

  /**
   * The text in at most that many columns. Below four columns there is no room for a mark and only
   * dots are left.
   *
   * @param text one line, made safe by {@link TerminalText#line}
   * @param width columns, 0 or more
   */
  public String apply(String text, int width) {
    if (TerminalText.width(text) <= width) {
      return text;
    }
    if (width <= MARK.length()) {
      return MARK.substring(0, Math.max(width, 0));
    }
    int room = width - MARK.length();
    if (this != MIDDLE) {
      return head(text, room) + MARK;
    }
    int front = room / 2;
    return head(text, front) + MARK + tail(text, room - front);
  }

  private static String head(String text, int width) {
    int end = 0;
    int used = 0;
    while (end < text.length()) {
      int next = text.offsetByCodePoints(end, 1);
      used += TerminalText.width(text.substring(end, next));
      if (used > width) {
        break;
      }
      end = next;
    }
    return text.substring(0, end);
  }

  private static String tail(String text, int width) {
    int start = text.length();
    int used = 0;
    while (start > 0) {
      int previous = text.offsetByCodePoints(start, -1);
      used += TerminalText.width(text.substring(previous, start));
      if (used > width) {
        break;
      }
      start = previous;
    }
    return text.substring(start);
  }
}

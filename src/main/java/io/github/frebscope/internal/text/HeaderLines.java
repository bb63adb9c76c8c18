package io.github.frebscope.internal.text;

import java.util.Optional;

/** Headers as IIS writes them into one text, {@code Name: value} a line. */
public final class HeaderLines {
  private HeaderLines() {}

  /**
   * The value of the first header of that name, in any case and without blanks around it; empty
   * when there is none. A header without a value has an empty text.
   */
  public static Optional<String> find(String lines, String name) {
    // Not String.lines(): every failed request is asked for several headers, most of them not
    // there.
    int start = 0;
    while (start < lines.length()) {
      int end = endOfLine(lines, start);
      int colon = start + name.length();
      if (colon < end
          && lines.charAt(colon) == ':'
          && lines.regionMatches(true, start, name, 0, name.length())) {
        return Optional.of(lines.substring(colon + 1, end).strip());
      }
      start = end + 1;
    }
    return Optional.empty();
  }

  private static int endOfLine(String lines, int start) {
    int end = start;
    while (end < lines.length() && lines.charAt(end) != '\n' && lines.charAt(end) != '\r') {
      end++;
    }
    return end;
  }
}

package io.github.frebscope.internal.text;

import java.util.Optional;

/** Headers as IIS writes them into one text, {@code Name: value} a line. */
public final class HeaderLines {
  private HeaderLines() {}

  /**
   * The value of the first header of that name, in any case and without blanks around it; empty
   * when there is none. A header without a value has an empty text. Lines that begin with a blank
   * or a tab go on with the one before them, and are put behind its value with one blank between.
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
        return Optional.of(unfolded(lines, colon + 1, end));
      }
      start = end + 1;
    }
    return Optional.empty();
  }

  private static String unfolded(String lines, int from, int to) {
    String value = lines.substring(from, to).strip();
    int start = nextLine(lines, to);
    if (start >= lines.length() || !isBlank(lines.charAt(start))) {
      return value;
    }
    StringBuilder all = new StringBuilder(value);
    while (start < lines.length() && isBlank(lines.charAt(start))) {
      int end = endOfLine(lines, start);
      String more = lines.substring(start, end).strip();
      all.append(all.isEmpty() || more.isEmpty() ? "" : " ").append(more);
      start = nextLine(lines, end);
    }
    return all.toString();
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  /** Where the line after one begins; its end is CR LF, LF or CR. */
  private static int nextLine(String lines, int end) {
    return lines.startsWith("\r\n", end) ? end + 2 : end + 1;
  }

  private static int endOfLine(String lines, int start) {
    int end = start;
    while (end < lines.length() && lines.charAt(end) != '\n' && lines.charAt(end) != '\r') {
      end++;
    }
    return end;
  }
}

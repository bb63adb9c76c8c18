package io.github.frebscope.cause;

/** Texts of a trace, which may be of any length, in sentences and before patterns. */
final class Quote {
  private static final int LONGEST = 300;

  /** Patterns may need time that grows with the square of the length. */
  private static final int MOST_TO_READ = 4000;

  private Quote() {}

  /** The beginning of the text, long enough for every message of IIS. */
  static String head(String text) {
    return text.length() > MOST_TO_READ ? text.substring(0, MOST_TO_READ) : text;
  }

  /** The first line that is not blank; what follows is a stack trace more often than not. */
  static String firstLine(String text) {
    return line(text.strip().lines().findFirst().orElse(""));
  }

  /** The text in one line; when it is long its beginning and dots. */
  static String line(String text) {
    String line = head(text.strip()).replaceAll("\\s+", " ");
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line;
  }
}

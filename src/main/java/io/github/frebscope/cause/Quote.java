package io.github.frebscope.cause;

/** Texts of a trace in sentences. */
final class Quote {
  private static final int LONGEST = 160;

  private Quote() {}

  /** The text in one line; when it is long its beginning and dots. */
  static String line(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line;
  }
}

package io.github.frebscope.internal.text;

/** Small parts of texts. */
public final class Texts {
  private static final int LONGEST = 200;

  private Texts() {}

  /** {@code 1 event}, {@code 2 events}. */
  public static String count(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  /** A name from a file, which may hold anything: what is no printable character is a dot. */
  public static String printable(String text) {
    StringBuilder line = new StringBuilder(text.length());
    text.codePoints().forEach(c -> line.appendCodePoint(isPrintable(c) ? c : '.'));
    return line.toString();
  }

  private static boolean isPrintable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT, // reverses the reading order, for one
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          false;
      default -> true;
    };
  }

  /** A text from a file as a part of one line: printable, and cut when it is very long. */
  public static String shown(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST
        ? printable(text)
        : printable(text.substring(0, text.offsetByCodePoints(0, LONGEST))) + "...";
  }
}

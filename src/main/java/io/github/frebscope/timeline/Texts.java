package io.github.frebscope.timeline;

/** Small parts of texts. */
final class Texts {
  private Texts() {}

  /** {@code 1 event}, {@code 2 events}. */
  static String count(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  /** A name from a file, which may hold anything: what is no printable character is a dot. */
  static String printable(String text) {
    StringBuilder line = new StringBuilder(text.length());
    text.chars().forEach(c -> line.append(Character.isISOControl(c) ? '.' : (char) c));
    return line.toString();
  }
}

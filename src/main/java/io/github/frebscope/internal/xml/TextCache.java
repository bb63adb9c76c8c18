package io.github.frebscope.internal.xml;

/**
 * Gives one String for texts that come again and again: nearly all of an event's texts are those of
 * the event before. A table that forgets: a new text simply takes the place of an old one. Not safe
 * for use by several threads.
 */
final class TextCache {
  private static final int SIZE = 1 << 10;
  private static final int LONGEST = 96;

  private final String[] table = new String[SIZE];

  String text(char[] chars, int from, int length) {
    if (length == 0) {
      return "";
    }
    if (length > LONGEST) {
      return new String(chars, from, length);
    }
    int hash = 0;
    for (int i = from; i < from + length; i++) {
      hash = 31 * hash + chars[i];
    }
    int slot = (hash ^ (hash >>> 16)) & (SIZE - 1);
    String known = table[slot];
    if (known != null && matches(known, chars, from, length)) {
      return known;
    }
    String text = new String(chars, from, length);
    table[slot] = text;
    return text;
  }

  private static boolean matches(String known, char[] chars, int from, int length) {
    if (known.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (known.charAt(i) != chars[from + i]) {
        return false;
      }
    }
    return true;
  }
}

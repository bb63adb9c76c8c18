package io.github.frebscope.internal.xml;

import java.util.Arrays;

/**
 * Gives one String for texts that come again and again: nearly all of an event's texts are those of
 * the event before. A table that forgets: a new text simply takes the place of an old one. Not safe
 * for use by several threads.
 */
final class TextCache {
  private static final int SIZE = 1 << 10;
  private static final int LONGEST = 96;
  private static final int HASHED_AT_THE_END = 8;

  private final String[] texts = new String[SIZE];
  // The same texts as arrays, because two arrays are compared many characters at a time.
  private final char[][] chars = new char[SIZE][];

  String text(char[] from, int start, int length) {
    if (length == 0) {
      return "";
    }
    if (length > LONGEST) {
      return new String(from, start, length);
    }
    int end = start + length;
    int slot = slot(from, start, end);
    char[] known = chars[slot];
    if (known != null && Arrays.equals(known, 0, known.length, from, start, end)) {
      return texts[slot];
    }
    chars[slot] = Arrays.copyOfRange(from, start, end);
    texts[slot] = new String(from, start, length);
    return texts[slot];
  }

  /** By the length, the first and the last characters: ids and GUIDs differ near their ends. */
  private static int slot(char[] from, int start, int end) {
    int hash = (end - start) * 31 + from[start];
    for (int i = Math.max(start, end - HASHED_AT_THE_END); i < end; i++) {
      hash = 31 * hash + from[i];
    }
    return (hash ^ (hash >>> 10) ^ (hash >>> 20)) & (SIZE - 1);
  }
}

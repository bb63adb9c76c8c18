package io.github.frebscope.query;

import java.util.List;
import java.util.Locale;

/**
 * Makes text from a trace safe to print: nothing in it can move a cursor, colour a terminal,
 * reverse the reading order or hide. What would is shown by its number: {@code \x1B}, {@code
 * \u202E}.
 *
 * <p>A backslash itself stays single, since Windows paths are full of them; so the result is for
 * reading, not for decoding. Letters of all languages stay as they are.
 */
public final class TerminalText {
  private static final int DELETE = 0x7F;
  private static final int LAST_C1 = 0x9F;
  private static final int BMP = 0xFFFF;

  private TerminalText() {}

  /** The text in one line: line ends and tabs show as {@code \n}, {@code \r}, {@code \t}. */
  public static String line(String text) {
    int length = text.length();
    int i = 0;
    while (i < length && isPlain(text.charAt(i))) {
      i++;
    }
    if (i == length) {
      return text;
    }
    StringBuilder safe = new StringBuilder(length + 16).append(text, 0, i);
    while (i < length) {
      int c = text.codePointAt(i);
      append(safe, c);
      i += Character.charCount(c);
    }
    return safe.toString();
  }

  /** The lines of the text, each made safe; a line ends at LF, CR or both. Empty for no text. */
  public static List<String> lines(String text) {
    return text.lines().map(TerminalText::line).toList();
  }

  /** How many columns of a terminal the text takes: two for wide letters, none for accents. */
  public static int width(String text) {
    int width = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      width += width(c);
      i += Character.charCount(c);
    }
    return width;
  }

  private static boolean isPlain(char c) {
    return c >= ' ' && c < DELETE;
  }

  private static void append(StringBuilder safe, int c) {
    switch (c) {
      case '\n' -> safe.append("\\n");
      case '\r' -> safe.append("\\r");
      case '\t' -> safe.append("\\t");
      default -> {
        if (c < ' ' || (c >= DELETE && c <= LAST_C1)) {
          safe.append(String.format(Locale.ROOT, "\\x%02X", c));
        } else if (isHidden(c)) {
          safe.append(String.format(Locale.ROOT, c > BMP ? "\\u{%X}" : "\\u%04X", c));
        } else {
          safe.appendCodePoint(c);
        }
      }
    }
  }

  /** Formatting without a shape (bidirectional marks, joiners), separators, halves of pairs. */
  private static boolean isHidden(int c) {
    return switch (Character.getType(c)) {
      case Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.PRIVATE_USE ->
          true;
      default -> false;
    };
  }

  private static int width(int c) {
    if (c < 0x300) {
      return 1;
    }
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    return isWide(c) ? 2 : 1;
  }

  /** The blocks of East Asian wide letters and of emoji (Unicode annex 11), roughly. */
  private static boolean isWide(int c) {
    return (c >= 0x1100 && c <= 0x115F)
        || (c >= 0x2E80 && c <= 0xA4CF)
        || (c >= 0xAC00 && c <= 0xD7A3)
        || (c >= 0xF900 && c <= 0xFAFF)
        || (c >= 0xFE30 && c <= 0xFE6F)
        || (c >= 0xFF00 && c <= 0xFF60)
        || (c >= 0xFFE0 && c <= 0xFFE6)
        || (c >= 0x1F300 && c <= 0x1FAFF)
        || (c >= 0x20000 && c <= 0x3FFFD);
  }
}

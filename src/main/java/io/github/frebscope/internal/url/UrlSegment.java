package io.github.frebscope.internal.url;

import java.nio.charset.StandardCharsets;

/**
 * One segment of a path, as {@link UrlPattern} shows it: percent escapes undone, parameters and
 * cookieless sessions of ASP.NET taken apart, the rest masked by {@link UrlWords}.
 */
final class UrlSegment {
  private static final int ASCII = 0x80;
  private static final char BAD = '\uFFFD';

  private UrlSegment() {}

  /** Appends the pattern of what stands in the path between two places. */
  static void append(String path, int from, int to, StringBuilder out) {
    if (isNumber(path, from, to)) {
      out.append(UrlWords.NUMBER);
      return;
    }
    if (isPlain(path, from, to)) {
      for (int i = from; i < to; i++) {
        out.append(Character.toLowerCase(path.charAt(i)));
      }
      return;
    }
    String text = UrlQuotes.masked(unescaped(path.substring(from, to)));
    if (isSession(text)) {
      appendSession(text, out);
      return;
    }
    int semicolon = text.indexOf(';');
    UrlWords.append(semicolon < 0 ? text : text.substring(0, semicolon), out);
    while (semicolon >= 0) {
      int next = text.indexOf(';', semicolon + 1);
      appendParameter(text.substring(semicolon + 1, next < 0 ? text.length() : next), out);
      semicolon = next;
    }
  }

  /** The usual identifier, seen without taking the segment apart. */
  private static boolean isNumber(String path, int from, int to) {
    for (int i = from; i < to; i++) {
      if (path.charAt(i) < '0' || path.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /** Letters alone, as most segments are, hold nothing to mask. */
  private static boolean isPlain(String path, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = path.charAt(i);
      boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || "-_.".indexOf(c) >= 0;
      if (!plain) {
        return false;
      }
    }
    return true;
  }

  /** {@code jsessionid=5F3A}: the value of a parameter is data, whatever it looks like. */
  private static void appendParameter(String parameter, StringBuilder out) {
    int equals = parameter.indexOf('=');
    out.append(';');
    if (equals < 0) {
      UrlWords.append(parameter, out);
    } else {
      UrlWords.append(parameter.substring(0, equals), out);
      out.append("={token}");
    }
  }

  /** {@code (S(lit3py55t21z5v55vlm25s55))}, {@code (X(1)S(...)F(...))}: ASP.NET without cookies. */
  private static boolean isSession(String text) {
    int at = 1;
    boolean any = false;
    while (at + 2 < text.length() && text.charAt(0) == '(' && isLetter(text.charAt(at))) {
      int close = text.indexOf(')', at);
      if (text.charAt(at + 1) != '(' || close < 0) {
        return false;
      }
      any = true;
      at = close + 1;
    }
    return any && at == text.length() - 1 && text.charAt(at) == ')';
  }

  private static void appendSession(String text, StringBuilder out) {
    out.append('(');
    int at = 1;
    while (at < text.length() - 1) {
      out.append(Character.toUpperCase(text.charAt(at))).append("({token})");
      at = text.indexOf(')', at) + 1;
    }
    out.append(')');
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /**
   * Percent escapes of UTF-8 undone, once, as IIS does. What would be read as another part of the
   * URL, what cannot be printed and what is no UTF-8 stays as it is.
   */
  private static String unescaped(String text) {
    int percent = text.indexOf('%');
    if (percent < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length()).append(text, 0, percent);
    int i = percent;
    while (i < text.length()) {
      int first = escaped(text, i);
      if (first < 0) {
        out.append(text.charAt(i));
        i++;
        continue;
      }
      int length = first < ASCII ? 1 : Math.max(1, Integer.numberOfLeadingZeros(~(first << 24)));
      String letter = letter(text, i, Math.min(length, 4));
      if (letter.isEmpty()) {
        out.append(text, i, i + 3);
        i += 3;
      } else {
        out.append(letter);
        i += 3 * length;
      }
    }
    return out.toString();
  }

  /** The letter that so many escapes stand for; empty when they stay as they are. */
  private static String letter(String text, int from, int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      int value = escaped(text, from + 3 * i);
      if (value < 0) {
        return "";
      }
      bytes[i] = (byte) value;
    }
    String letter = new String(bytes, StandardCharsets.UTF_8);
    boolean stays =
        letter.indexOf(BAD) >= 0
            || letter.codePointCount(0, letter.length()) != 1
            || Character.isISOControl(letter.charAt(0))
            || "/\\?#%".contains(letter);
    return stays ? "" : letter;
  }

  /** The byte of an escape, -1 when none is there. */
  private static int escaped(String text, int at) {
    if (at + 2 >= text.length() || text.charAt(at) != '%') {
      return -1;
    }
    int high = hexDigit(text.charAt(at + 1));
    int low = hexDigit(text.charAt(at + 2));
    return high < 0 || low < 0 ? -1 : 16 * high + low;
  }

  private static int hexDigit(char c) {
    return c < ASCII ? Character.digit(c, 16) : -1;
  }
}

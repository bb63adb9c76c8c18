package io.github.frebscope.log;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Texts and numbers in the bytes of a log. IIS writes UTF-8, or the server's code page where that
 * is chosen; what is no UTF-8 is taken for windows-1252, so every byte stands for something.
 */
final class LogBytes {
  private static final Charset ANSI = Charset.forName("windows-1252");

  /** As many digits as a long holds whatever they are. */
  private static final int MOST_DIGITS = 18;

  private LogBytes() {}

  static String text(byte[] b, int from, int to) {
    for (int i = from; i < to; i++) {
      if (b[i] < 0) {
        return decoded(b, from, to);
      }
    }
    return new String(b, from, to - from, StandardCharsets.ISO_8859_1);
  }

  private static String decoded(byte[] b, int from, int to) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(b, from, to - from))
          .toString();
    } catch (CharacterCodingException e) {
      return new String(b, from, to - from, ANSI);
    }
  }

  /** UTF-8 when bytes from the start of a text are; a character cut at their end does not count. */
  static Charset charset(byte[] first) {
    for (int cut = 0; cut < 4 && cut <= first.length; cut++) {
      try {
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(first, 0, first.length - cut));
        return StandardCharsets.UTF_8;
      } catch (CharacterCodingException e) {
        // perhaps with a byte less
      }
    }
    return ANSI;
  }

  /** Digits as a number; -1 when it is anything else. */
  static long number(String text) {
    byte[] b = text.getBytes(StandardCharsets.ISO_8859_1);
    return number(b, 0, b.length);
  }

  /** Digits as a number; -1 when it is anything else. */
  static long number(byte[] b, int from, int to) {
    if (from >= to || to - from > MOST_DIGITS) {
      return -1;
    }
    long value = 0;
    for (int i = from; i < to; i++) {
      int digit = b[i] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }

  /** Whether a text stands there; with ASCII letters in any case if so wanted. */
  static boolean equal(byte[] b, int from, int to, String text, boolean anyCase) {
    if (to - from != text.length()) {
      return !isAscii(text) && same(text(b, from, to), text, anyCase);
    }
    for (int i = 0; i < text.length(); i++) {
      int c = text.charAt(i);
      int have = b[from + i];
      if (c > 0x7F || have < 0) {
        return same(text(b, from, to), text, anyCase);
      }
      if (c != have && !(anyCase && lower(c) == lower(have))) {
        return false;
      }
    }
    return true;
  }

  private static boolean same(String a, String b, boolean anyCase) {
    return anyCase ? a.equalsIgnoreCase(b) : a.equals(b);
  }

  private static int lower(int c) {
    return c >= 'A' && c <= 'Z' ? c + 32 : c;
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0x7F) {
        return false;
      }
    }
    return true;
  }
}

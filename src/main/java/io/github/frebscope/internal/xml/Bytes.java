package io.github.frebscope.internal.xml;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Searching byte arrays. */
final class Bytes {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;

  private Bytes() {}

  /** The first place of a byte in [from, to), or -1. */
  static int indexOf(byte[] bytes, byte wanted, int from, int to) {
    int i = from;
    long pattern = ONES * (wanted & 0xFF);
    // Eight bytes at a time: a byte of x is zero where the wanted byte stands, and the expression
    // below has its high bit set there. Little endian, so the lowest such bit is the first byte.
    for (int last = to - Long.BYTES; i <= last; i += Long.BYTES) {
      long x = (long) LONGS.get(bytes, i) ^ pattern;
      long found = (x - ONES) & ~x & HIGH_BITS;
      if (found != 0) {
        return i + (Long.numberOfTrailingZeros(found) >>> 3);
      }
    }
    for (; i < to; i++) {
      if (bytes[i] == wanted) {
        return i;
      }
    }
    return -1;
  }

  /** The first place where a text begins in [from, to), all of it before {@code to}, or -1. */
  static int indexOf(byte[] bytes, byte[] text, int from, int to) {
    int i = indexOf(bytes, text[0], from, to);
    while (i >= 0 && !startsWith(bytes, text, i, to)) {
      i = indexOf(bytes, text[0], i + 1, to);
    }
    return i;
  }

  /** Whether a text stands at a place, all of it before {@code to}. */
  static boolean startsWith(byte[] bytes, byte[] text, int at, int to) {
    if (at + text.length > to) {
      return false;
    }
    for (int i = 0; i < text.length; i++) {
      if (bytes[at + i] != text[i]) {
        return false;
      }
    }
    return true;
  }

  /** XML's white space. */
  static boolean isSpace(byte b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }
}

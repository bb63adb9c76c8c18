package io.github.frebscope.internal.xml;

import java.io.IOException;
import java.io.InputStream;

/**
 * Decodes bytes one character at a time and never fails: what is no character becomes {@link #BAD}.
 * Knows where in the file each character began. Not fast: only damage and odd layouts come here.
 */
final class CodePoints {
  /** The end of the input. */
  static final int END = -1;

  /** Bytes that stand for no character. */
  static final int BAD = -2;

  private final InputStream in;
  private final Encoding encoding;
  private final byte[] buffer = new byte[8192];
  private int position;
  private int limit;
  private long base;

  CodePoints(InputStream in, Encoding encoding) throws IOException {
    this.in = in;
    this.encoding = encoding;
    for (int i = 0; i < encoding.bomLength(); i++) {
      nextByte();
    }
  }

  /** Where the next character begins, in bytes from the start. */
  long offset() {
    return base + position;
  }

  int next() throws IOException {
    return switch (encoding.kind()) {
      case UTF_8 -> nextUtf8();
      case UTF_16LE, UTF_16BE -> nextUtf16();
      case ONE_BYTE -> {
        int b = nextByte();
        yield b < 0 ? END : encoding.table().charAt(b);
      }
    };
  }

  private int nextUtf16() throws IOException {
    int unit = unit();
    if (unit < 0 || !Character.isSurrogate((char) unit)) {
      return unit;
    }
    if (Character.isLowSurrogate((char) unit) || !has(2)) {
      return BAD;
    }
    int low = unitAt(position);
    if (!Character.isLowSurrogate((char) low)) {
      return BAD;
    }
    position += 2;
    return Character.toCodePoint((char) unit, (char) low);
  }

  /** A UTF-16 unit; a lone last byte counts as the end, since the file is torn there. */
  private int unit() throws IOException {
    if (!has(2)) {
      position = limit;
      return END;
    }
    int unit = unitAt(position);
    position += 2;
    return unit;
  }

  private int unitAt(int at) {
    int first = buffer[at] & 0xFF;
    int second = buffer[at + 1] & 0xFF;
    return encoding.kind() == Encoding.Kind.UTF_16LE ? second << 8 | first : first << 8 | second;
  }

  private int nextUtf8() throws IOException {
    int b = nextByte();
    if (b < 0x80) {
      return b;
    }
    int more =
        b >= 0xC2 && b < 0xE0 ? 1 : b >= 0xE0 && b < 0xF0 ? 2 : b >= 0xF0 && b < 0xF5 ? 3 : 0;
    if (more == 0) {
      return BAD;
    }
    boolean cut = !has(more);
    int present = Math.min(more, limit - position);
    int value = b & (0x3F >> more);
    for (int i = 0; i < present; i++) {
      int c = buffer[position + i] & 0xFF;
      if ((c & 0xC0) != 0x80) {
        return BAD;
      }
      value = value << 6 | (c & 0x3F);
    }
    if (cut) { // the file is torn inside a character: no damage of its own
      position = limit;
      return END;
    }
    boolean overlong = (more == 2 && value < 0x800) || (more == 3 && value < 0x10000);
    if (overlong || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) {
      return BAD;
    }
    position += more;
    return value;
  }

  private int nextByte() throws IOException {
    return has(1) ? buffer[position++] & 0xFF : END;
  }

  /** Whether that many bytes are in the buffer, after reading on. */
  private boolean has(int count) throws IOException {
    while (limit - position < count) {
      if (position > 0) {
        System.arraycopy(buffer, position, buffer, 0, limit - position);
        base += position;
        limit -= position;
        position = 0;
      }
      int n = in.read(buffer, limit, buffer.length - limit);
      if (n < 0) {
        return false;
      }
      limit += n;
    }
    return true;
  }
}

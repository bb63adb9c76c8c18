package io.github.frebscope.internal.xml;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * A part of a file in memory that moves forward and grows up to a limit. Positions are indexes into
 * {@link #bytes()} and hold until the window moves.
 */
final class ByteWindow {
  private final int mostBytes;
  private byte[] bytes;
  private InputStream in;
  private long base;
  private int limit;
  private boolean exhausted;

  ByteWindow(int startBytes, int mostBytes) {
    this.mostBytes = mostBytes;
    bytes = new byte[Math.min(startBytes, mostBytes)];
  }

  /** Begins a new file. */
  void open(InputStream newIn) throws IOException {
    in = newIn;
    base = 0;
    limit = 0;
    exhausted = false;
    fill();
  }

  /** The window's array; the part before {@link #limit()} counts. */
  byte[] bytes() {
    return bytes;
  }

  /** The end of what is in memory. */
  int limit() {
    return limit;
  }

  /** The place in the file of a place in the window. */
  long offset(int position) {
    return base + position;
  }

  /** Whether the file's end is in memory. */
  boolean exhausted() {
    return exhausted;
  }

  /** Whether the window is full and may not grow, so that only giving bytes up makes room. */
  boolean isFullAt(int keepFrom) {
    return keepFrom == 0 && limit == mostBytes;
  }

  /**
   * Drops everything before a place, which becomes place 0, and reads on, growing when nothing
   * could be dropped.
   */
  void advance(int keepFrom) throws IOException {
    if (keepFrom > 0) {
      System.arraycopy(bytes, keepFrom, bytes, 0, limit - keepFrom);
      base += keepFrom;
      limit -= keepFrom;
    }
    if (limit > bytes.length / 2 && bytes.length < mostBytes) {
      bytes = Arrays.copyOf(bytes, (int) Math.min(mostBytes, bytes.length * 2L));
    }
    fill();
  }

  private void fill() throws IOException {
    while (limit < bytes.length && !exhausted) {
      int n = in.read(bytes, limit, bytes.length - limit);
      if (n < 0) {
        exhausted = true;
      } else {
        limit += n;
      }
    }
  }
}

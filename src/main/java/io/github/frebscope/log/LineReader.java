package io.github.frebscope.log;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * A window of bytes over a log that moves from line to line and notes where the line's blanks are
 * on the same pass that finds its end. Nothing is decoded and nothing is made for a line.
 *
 * <p>What is no ordinary line has a {@link Kind} of its own, so that nobody takes half a line for a
 * whole one.
 */
final class LineReader {
  /** What stands between {@link #start()} and {@link #end()}. */
  enum Kind {
    /** A line with its end. */
    LINE,
    /** A line that the end of the file or a run of zero bytes cuts off. */
    OPEN,
    /** A line longer than {@link #MOST_LINE_BYTES}, which was passed over. No text. */
    LONG,
    /** Zero bytes: space that was reserved and never written. No text. */
    ZEROS
  }

  /** Far more than http.sys accepts of a URL and the headers that can be logged with it. */
  static final int MOST_LINE_BYTES = 1 << 20;

  private static final int WINDOW = 1 << 18;
  static final int MOST_BLANKS = 512;

  private final InputStream in;
  private final LongConsumer progress;
  private byte[] bytes = new byte[WINDOW];
  private int limit;
  private boolean exhausted;
  private long bytesRead;
  private int start;
  private int end;
  private int next;
  private long number;
  private long newLines;
  private long zeros;
  private final int[] blanks = new int[MOST_BLANKS];
  private int blankCount;
  private Kind kind = Kind.LINE;

  LineReader(InputStream in, LongConsumer progress) {
    this.in = in;
    this.progress = progress;
  }

  /** The first bytes of the file, read once and still to come as lines. */
  byte[] peek(int most) throws IOException {
    while (limit < most && !exhausted) {
      fill();
    }
    return Arrays.copyOf(bytes, Math.min(most, limit));
  }

  /** Passes over bytes at the very start: a byte order mark. */
  void skip(int count) {
    next += count;
  }

  /** Moves to the next line; false at the end of the file. */
  boolean next() throws IOException {
    start = next;
    number = newLines + 1;
    blankCount = 0;
    int i = start;
    if (!has(i)) {
      return false;
    }
    i = next;
    if (bytes[i] == 0) {
      return zeros();
    }
    while (true) {
      int at = scan(i);
      if (at < limit) {
        return bytes[at] == 0 ? cut(at) : ended(at);
      }
      int length = at - start;
      if (length >= MOST_LINE_BYTES) {
        return tooLong();
      }
      if (!more()) {
        return cut(limit);
      }
      i = start + length;
    }
  }

  /** The place of the first line end or zero byte from there on, or the limit. */
  private int scan(int from) {
    byte[] b = bytes;
    int to = limit;
    int base = start;
    int count = blankCount;
    int i = from;
    for (; i < to; i++) {
      int c = b[i];
      if (c > ' ' || c < 0) {
        continue;
      }
      if (c == ' ') {
        if (count < MOST_BLANKS) {
          blanks[count] = i - base;
        }
        count++;
      } else if (c == '\n' || c == 0) {
        break;
      }
    }
    blankCount = count;
    return i;
  }

  private boolean ended(int newLine) {
    end = newLine > start && bytes[newLine - 1] == '\r' ? newLine - 1 : newLine;
    next = newLine + 1;
    newLines++;
    kind = Kind.LINE;
    return true;
  }

  private boolean cut(int at) {
    end = at > start && bytes[at - 1] == '\r' ? at - 1 : at;
    next = at;
    kind = Kind.OPEN;
    return true;
  }

  private boolean zeros() throws IOException {
    zeros = 0;
    while (has(next) && bytes[next] == 0) {
      zeros++;
      next++;
    }
    start = next;
    end = next;
    kind = Kind.ZEROS;
    return true;
  }

  private boolean tooLong() throws IOException {
    next = limit;
    while (has(next)) {
      if (bytes[next++] == '\n') {
        newLines++;
        break;
      }
    }
    start = next;
    end = next;
    blankCount = 0;
    kind = Kind.LONG;
    return true;
  }

  /** Whether there is a byte at a place; the place moves with the window when it has to. */
  private boolean has(int place) throws IOException {
    if (place < limit) {
      return true;
    }
    start = next;
    return more();
  }

  /** Reads on; what stands before the line's start is given up. */
  private boolean more() throws IOException {
    if (exhausted) {
      return false;
    }
    if (start > 0) {
      System.arraycopy(bytes, start, bytes, 0, limit - start);
      next -= start;
      limit -= start;
      start = 0;
    }
    if (limit == bytes.length) {
      bytes = Arrays.copyOf(bytes, bytes.length * 2);
    }
    return fill();
  }

  private boolean fill() throws IOException {
    int n = in.read(bytes, limit, bytes.length - limit);
    if (n < 0) {
      exhausted = true;
      return false;
    }
    limit += n;
    bytesRead += n;
    progress.accept(bytesRead);
    return true;
  }

  Kind kind() {
    return kind;
  }

  /** The window; it is another one after {@link #next()}. */
  byte[] bytes() {
    return bytes;
  }

  int start() {
    return start;
  }

  /** Behind the last byte of the line, without its CR and LF. */
  int end() {
    return end;
  }

  boolean isEmpty() {
    return start == end;
  }

  /** How many blanks are in the line; the places of {@value #MOST_BLANKS} of them are known. */
  int blanks() {
    return blankCount;
  }

  /** Where a blank is, counted from the line's start. */
  int blank(int index) {
    return blanks[index];
  }

  /** The 1-based number of the line: one more than the line ends before it. */
  long number() {
    return number;
  }

  /** How many zero bytes a run of them had. */
  long zeroBytes() {
    return zeros;
  }

  /** Whether nothing follows. */
  boolean atEnd() throws IOException {
    return next >= limit && (exhausted || !peekMore());
  }

  private boolean peekMore() throws IOException {
    // The line stays where it is in its array; only its places move with it.
    int length = end - start;
    int ahead = next - start;
    boolean more = more();
    end = start + length;
    next = start + ahead;
    return more;
  }
}

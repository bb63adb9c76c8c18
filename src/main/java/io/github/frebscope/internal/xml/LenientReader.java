package io.github.frebscope.internal.xml;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * Decodes and repairs what stands in the way of an XML parser: bytes that are no character, and
 * characters that XML 1.0 does not allow, become U+FFFD; an ampersand that begins none of the five
 * entities and no character reference becomes text. Well-formed input passes unchanged.
 *
 * <p>It remembers where in the file the characters it gave lately came from, and what it repaired.
 */
final class LenientReader extends Reader {
  private static final int CHUNK = 4096;
  private static final int REMEMBERED_CHUNKS = 6;
  private static final int LONGEST_REFERENCE = 10;

  /**
   * More repairs wait to be taken only when so many were made in one event; the oldest are then
   * counted as one. It is more than the characters that a parser may have read beyond an event.
   */
  private static final int MOST_REPAIRS = 1 << 16;

  private static final char REPLACEMENT = '\uFFFD';

  /** Some characters in a row, and the byte each of them began at. */
  private static final class Chunk {
    final long first;
    final char[] chars = new char[CHUNK];
    final long[] offsets = new long[CHUNK];
    int size;
    int given;

    Chunk(long first) {
      this.first = first;
    }

    void add(char c, long offset) {
      chars[size] = c;
      offsets[size++] = offset;
    }
  }

  /** Inside markup in which an ampersand is text: what ends it. */
  private enum Section {
    TEXT(""),
    COMMENT("-->"),
    CDATA("]]>"),
    INSTRUCTION("?>");

    final String end;

    Section(String end) {
      this.end = end;
    }
  }

  private final CodePoints source;
  private final Deque<Chunk> chunks = new ArrayDeque<>();
  private final Deque<Repair> repairs = new ArrayDeque<>();
  // Characters decoded ahead, to look behind a '<' or '&'.
  private final int[] ahead = new int[16];
  private final long[] aheadOffsets = new long[16];
  private int aheadFrom;
  private int aheadSize;
  private Section section = Section.TEXT;
  private final StringBuilder tail = new StringBuilder();
  private boolean ended;

  LenientReader(InputStream in, Encoding encoding) throws IOException {
    source = new CodePoints(in, encoding);
  }

  /** Whether everything has been given. */
  boolean exhausted() {
    return ended && chunks.stream().allMatch(c -> c.given == c.size);
  }

  /** How many bytes were read. */
  long bytesRead() {
    return source.offset();
  }

  /** The byte that a recently given character began at, by its number; -1 when forgotten. */
  long byteOffset(long charIndex) {
    for (Chunk chunk : chunks) {
      if (charIndex >= chunk.first && charIndex < chunk.first + chunk.size) {
        return chunk.offsets[(int) (charIndex - chunk.first)];
      }
    }
    return -1;
  }

  /** The first character from a recently given one on that is no white space. */
  long afterSpace(long charIndex) {
    long place = charIndex;
    for (Chunk chunk : chunks) {
      while (place >= chunk.first
          && place < chunk.first + chunk.size
          && Character.isWhitespace(chunk.chars[(int) (place - chunk.first)])) {
        place++;
      }
    }
    return place;
  }

  /** Takes the repairs that were made before a byte. */
  Repairs takeRepairs(long beforeOffset) {
    Repairs taken = new Repairs();
    for (Iterator<Repair> i = repairs.iterator(); i.hasNext(); ) {
      Repair repair = i.next();
      if (repair.offset() >= beforeOffset) {
        break;
      }
      taken.add(repair);
      i.remove();
    }
    return taken;
  }

  @Override
  public int read(char[] into, int offset, int length) throws IOException {
    Chunk chunk = chunks.peekLast();
    if (chunk == null || chunk.given == chunk.size) {
      chunk = nextChunk(chunk);
      if (chunk == null) {
        return -1;
      }
    }
    int n = Math.min(length, chunk.size - chunk.given);
    System.arraycopy(chunk.chars, chunk.given, into, offset, n);
    chunk.given += n;
    return n;
  }

  @Override
  public void close() {
    // the stream belongs to whoever opened it
  }

  private Chunk nextChunk(Chunk last) throws IOException {
    Chunk chunk = new Chunk(last == null ? 0 : last.first + last.size);
    while (chunk.size < CHUNK - LONGEST_REFERENCE && produce(chunk)) {
      // produce adds
    }
    if (chunk.size == 0) {
      ended = true;
      return null;
    }
    chunks.addLast(chunk);
    if (chunks.size() > REMEMBERED_CHUNKS) {
      chunks.removeFirst();
    }
    return chunk;
  }

  private boolean produce(Chunk out) throws IOException {
    if (!look(1)) {
      ended = true;
      return false;
    }
    long offset = aheadOffsets[aheadFrom];
    int c = take();
    if (section == Section.TEXT) {
      if (c == '&') {
        reference(out, offset);
        return true;
      }
      if (c == '<') {
        enterSection();
      }
    }
    if (c < 0 || !isAllowed(c)) {
      repair(offset, c);
      c = REPLACEMENT;
    }
    leaveSection(c);
    add(out, c, offset);
    return true;
  }

  private static void add(Chunk out, int c, long offset) {
    if (Character.isBmpCodePoint(c)) {
      out.add((char) c, offset);
    } else {
      out.add(Character.highSurrogate(c), offset);
      out.add(Character.lowSurrogate(c), offset);
    }
  }

  private void enterSection() throws IOException {
    look(LONGEST_REFERENCE);
    if (aheadIs("!--")) {
      section = Section.COMMENT;
    } else if (aheadIs("![CDATA[")) {
      section = Section.CDATA;
    } else if (aheadIs("?")) {
      section = Section.INSTRUCTION;
    }
    tail.setLength(0);
  }

  private void leaveSection(int c) {
    if (section == Section.TEXT) {
      return;
    }
    tail.appendCodePoint(c);
    if (tail.length() > 3) {
      tail.deleteCharAt(0);
    }
    if (tail.toString().endsWith(section.end)) {
      section = Section.TEXT;
    }
  }

  /** Behind an ampersand: a reference that XML knows passes, anything else makes it text. */
  private void reference(Chunk out, long offset) throws IOException {
    look(LONGEST_REFERENCE);
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < aheadSize && name.length() < LONGEST_REFERENCE; i++) {
      int c = ahead[(aheadFrom + i) & 15];
      if (c == ';') {
        int value = References.value(name.toString());
        if (value >= 0 && isAllowed(value)) {
          out.add('&', offset);
          return;
        }
        if (value >= 0) { // a character reference to what XML does not allow
          repair(offset, value);
          out.add(REPLACEMENT, offset);
          for (int k = 0; k <= i; k++) {
            take();
          }
          return;
        }
        break;
      }
      if (c < 0) {
        break;
      }
      name.appendCodePoint(c);
    }
    repair(offset, '&');
    for (char c : new char[] {'&', 'a', 'm', 'p', ';'}) {
      out.add(c, offset);
    }
  }

  private void repair(long offset, int what) {
    repairs.addLast(new Repair(offset, what, 1));
    if (repairs.size() > MOST_REPAIRS) {
      Repair first = repairs.removeFirst();
      repairs.addFirst(first.with(repairs.removeFirst()));
    }
  }

  private static boolean isAllowed(int c) {
    return (c >= 0x20 && c <= 0xD7FF)
        || c == '\n'
        || c == '\r'
        || c == '\t'
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }

  private boolean look(int count) throws IOException {
    while (aheadSize < count) {
      long offset = source.offset();
      int c = source.next();
      if (c == CodePoints.END) {
        return false;
      }
      int slot = (aheadFrom + aheadSize) & 15;
      ahead[slot] = c;
      aheadOffsets[slot] = offset;
      aheadSize++;
    }
    return true;
  }

  private int take() {
    int c = ahead[aheadFrom];
    aheadFrom = (aheadFrom + 1) & 15;
    aheadSize--;
    return c;
  }

  private boolean aheadIs(String text) {
    if (aheadSize < text.length()) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (ahead[(aheadFrom + i) & 15] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}

package io.github.frebscope.internal.xml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Map;

/**
 * Reads one trace after another, each in the way that its first bytes ask for. Keeps its buffers
 * from file to file. Not safe for use by several threads.
 */
public final class RawReader {
  /** The largest event that is read; a larger one is passed over. */
  public static final int MOST_EVENT_BYTES = 8 << 20;

  /** What stands before the first event is looked for within this many bytes. */
  static final int MOST_HEAD_BYTES = 1 << 20;

  /** How to read. */
  public enum Way {
    /** As the bytes ask for. */
    AUTO,
    /** By slices, whatever the bytes look like; they must be UTF-8. */
    SLICES,
    /** As one document. */
    DOCUMENT
  }

  private static final int START_BYTES = 512 << 10;
  private static final byte[] EVENT = SliceCutter.ascii("Event");
  private static final byte[] PREFIXED_ROOT = SliceCutter.ascii(":failedRequest");
  private static final byte[] IIS_EVENT =
      SliceCutter.ascii("<Event xmlns=\"http://schemas.microsoft.com/win/2004/08/events/event\">");

  /** More than what {@link #isForSlices} looks at. */
  private static final int SNIFFED_BYTES = 100;

  private static final byte[] IIS_SYSTEM = SliceCutter.ascii(" <System>");

  private final Way way;
  private final ByteWindow window;
  private final EventParser parser = new EventParser();

  /** A reader with fresh buffers. */
  public RawReader(Way way) {
    this(way, START_BYTES, MOST_EVENT_BYTES);
  }

  RawReader(Way way, int startBytes, int mostEventBytes) {
    this.way = way;
    window = new ByteWindow(startBytes, mostEventBytes);
  }

  /**
   * Reads a whole file.
   *
   * @param interest the events that are wanted, null for all
   * @throws NotATraceException if it is no trace at all
   */
  public void read(InputStream in, Interest interest, RawSink sink) throws IOException {
    window.open(in);
    Encoding encoding = Encoding.of(window.bytes(), window.limit());
    int first = firstEvent(encoding);
    if (isForSlices(encoding, first)) {
      int headEnd = first < 0 ? headEnd() : first;
      Head head = Head.read(window.bytes(), encoding.bomLength(), headEnd);
      if (!head.isEmptyElement()) {
        tell(head, sink);
        new SliceReader(window, parser, interest, sink).read(headEnd);
        return;
      }
    }
    InputStream whole =
        new SequenceInputStream(
            new ByteArrayInputStream(window.bytes().clone(), 0, window.limit()), in);
    new DocumentReader(new LenientReader(whole, encoding), parser, sink).read();
  }

  /**
   * Reads the root's attributes only.
   *
   * @throws NotATraceException if it is no trace at all
   */
  public Map<String, String> peek(InputStream in) throws IOException {
    window.open(in);
    Encoding encoding = Encoding.of(window.bytes(), window.limit());
    if (encoding.kind() == Encoding.Kind.UTF_8) {
      int first = firstEvent(encoding);
      int headEnd = first < 0 ? headEnd() : first;
      return Head.read(window.bytes(), encoding.bomLength(), headEnd).attributes();
    }
    InputStream start = new ByteArrayInputStream(window.bytes(), 0, window.limit());
    return DocumentReader.head(new LenientReader(start, encoding)).attributes();
  }

  /** Whether the buffers are of ordinary size, so that keeping them costs little. */
  public boolean isSmall() {
    return window.bytes().length <= 2 * START_BYTES;
  }

  static void tell(Head head, RawSink sink) throws IOException {
    sink.root(head.attributes());
    for (Problem problem : head.problems()) {
      sink.problem(problem);
    }
  }

  /** Where the first event starts in the window, -1 when it does not start there. */
  private int firstEvent(Encoding encoding) throws IOException {
    if (encoding.kind() != Encoding.Kind.UTF_8) {
      return -1;
    }
    while (true) {
      int limit = Math.min(window.limit(), MOST_HEAD_BYTES);
      SliceCutter cutter = new SliceCutter();
      cutter.last = window.exhausted() || limit == MOST_HEAD_BYTES || window.isFullAt(0);
      int at = cutter.firstEvent(window.bytes(), limit);
      if (cutter.last || (at >= 0 && at + SNIFFED_BYTES <= limit)) {
        return at;
      }
      window.advance(0);
    }
  }

  /** The end of the head of a file without events: before the root's end tag, else all of it. */
  private int headEnd() {
    int limit = Math.min(window.limit(), MOST_HEAD_BYTES);
    SliceCutter cutter = new SliceCutter();
    cutter.last = true;
    int end = cutter.rootEnd(window.bytes(), limit);
    return end < 0 ? limit : end;
  }

  private boolean isForSlices(Encoding encoding, int first) {
    if (way != Way.AUTO) {
      return way == Way.SLICES;
    }
    if (encoding.kind() != Encoding.Kind.UTF_8) {
      return false;
    }
    byte[] b = window.bytes();
    int limit = window.limit();
    int headLimit = first < 0 ? Math.min(limit, MOST_HEAD_BYTES) : first;
    if (Bytes.indexOf(b, PREFIXED_ROOT, 0, headLimit) >= 0) {
      return false;
    }
    if (first < 0) { // no event at all, unless under a prefix
      return Bytes.indexOf(b, EVENT, 0, Math.min(limit, MOST_HEAD_BYTES)) < 0;
    }
    // One event in IIS's layout is enough: the first one may be damaged.
    int searched = Math.min(limit, MOST_HEAD_BYTES);
    for (int at = first; at >= 0; at = Bytes.indexOf(b, IIS_EVENT, at + 1, searched)) {
      int system = at + IIS_EVENT.length;
      while (system < limit && (b[system] == '\r' || b[system] == '\n')) {
        system++;
      }
      if (startsWithAsFarAsThere(b, IIS_EVENT, at)
          && startsWithAsFarAsThere(b, IIS_SYSTEM, system)) {
        return true;
      }
    }
    return false;
  }

  /** As startsWith, but a file that is torn in the middle of the text passes. */
  private boolean startsWithAsFarAsThere(byte[] b, byte[] text, int at) {
    int there = window.limit() - at;
    if (there < text.length && !window.exhausted()) {
      return false;
    }
    for (int i = 0; i < Math.min(text.length, there); i++) {
      if (b[at + i] != text[i]) {
        return false;
      }
    }
    return true;
  }
}

package io.github.frebscope.internal.xml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * Reads the events of one file by cutting its bytes into slices and giving Woodstox those that are
 * wanted. Damage stays inside its slice: a slice that Woodstox refuses is decoded leniently and
 * parsed again; what still fails is told and passed over.
 *
 * <p>With an {@link Interest}, an event is wanted when its name is, when it is a warning or worse,
 * when it is the first or the last, and when the clock stepped before or after it. The level, time
 * and name are seen in the bytes; an event that hides one of them is wanted, to be sure.
 */
final class SliceReader {
  private static final int TIME_LENGTH = 24;
  private static final long NO_TIME = -1;
  private static final int LONGEST_OPENING = "<![CDATA[".length();

  private final ByteWindow window;
  private final EventParser parser;
  private final Interest interest;
  private final RawSink sink;
  private final SliceCutter cutter = new SliceCutter();
  private final Slices slices = new Slices();
  private final RawEvent event = new RawEvent();
  private int position;
  private int events;

  /** Where the junk begins that was met since the last event, in the file; -1 for none. */
  private long junk = -1;

  private long lastTime = NO_TIME;

  SliceReader(ByteWindow window, EventParser parser, Interest interest, RawSink sink) {
    this.window = window;
    this.parser = parser;
    this.interest = interest;
    this.sink = sink;
  }

  /** Reads on from behind the head. */
  void read(int from) throws IOException {
    position = from;
    while (true) {
      cutter.last = window.exhausted();
      SliceCutter.Found found = cutter.next(window.bytes(), position, window.limit());
      if (cutter.junk >= 0 && junk < 0) {
        junk = window.offset(cutter.junk);
      }
      if (junk >= 0 && found != SliceCutter.Found.INCOMPLETE) {
        sink.problem(Problems.junk(junk, events));
        junk = -1;
      }
      switch (found) {
        case EVENT -> {
          add();
          position = cutter.end;
        }
        case BROKEN_EVENT -> {
          sink.problem(Problems.noEndTag(window.offset(cutter.start), events));
          position = cutter.end;
        }
        case ROOT_END -> {
          position = cutter.end;
          finish();
          tellTrailer();
          sink.end(events, true);
          return;
        }
        case INCOMPLETE -> {
          if (window.exhausted()) {
            finish();
            sink.problem(Problems.torn(window.offset(window.limit()), events));
            sink.end(events, false);
            return;
          }
          readOn();
        }
      }
    }
  }

  private void add() {
    byte[] b = window.bytes();
    boolean wanted = true;
    if (interest != null) {
      long time = packedTime(b);
      boolean stepped = time == NO_TIME || time != lastTime;
      if (stepped) {
        slices.wantLast();
      }
      wanted = stepped || isWanted(b);
      lastTime = time;
    }
    slices.add(cutter.start, cutter.end, events++, wanted);
  }

  private boolean isWanted(byte[] b) {
    if (cutter.level < 0 || cutter.nameEnd < 0) {
      return true;
    }
    int level = b[cutter.level] - '0';
    boolean oneDigit =
        b[cutter.level + 1] == '<' && b[cutter.level + 2] == '/' && level >= 0 && level <= 9;
    return !oneDigit
        || (level >= 1 && level <= 3)
        || interest.contains(b, cutter.name, cutter.nameEnd)
        || isDisguised(b, cutter.name, cutter.nameEnd);
  }

  /** Whether a text is not what its bytes are: a reference, a comment or CDATA is in it. */
  private static boolean isDisguised(byte[] b, int from, int to) {
    return Bytes.indexOf(b, (byte) '&', from, to) >= 0
        || Bytes.indexOf(b, (byte) '<', from, to) >= 0;
  }

  /** The stamp's digits as one number, for telling stamps apart; NO_TIME for any other form. */
  private long packedTime(byte[] b) {
    int at = cutter.time;
    if (at < 0 || at + TIME_LENGTH >= cutter.end || b[at + TIME_LENGTH] != '"') {
      return NO_TIME;
    }
    long packed = 0;
    for (int i = at; i < at + TIME_LENGTH - 1; i++) {
      int digit = b[i] - '0';
      if (digit >= 0 && digit <= 9) {
        packed = packed * 10 + digit;
      }
    }
    return packed;
  }

  /** Everything in memory has been cut: reads what was found and moves the window on. */
  private void readOn() throws IOException {
    int keep = cutter.resume;
    boolean hold = interest != null && slices.size() > 0;
    int last = slices.size() - 1;
    // Whether the last event is wanted depends on the next one's time: it stays for the next turn.
    int heldStart = hold ? slices.start(last) : 0;
    int heldEnd = hold ? slices.end(last) : 0;
    int heldIndex = hold ? slices.index(last) : 0;
    boolean heldWanted = hold && slices.isWanted(last);
    if (hold) {
      slices.removeLast();
      keep = Math.min(keep, heldStart);
    }
    parseSlices();
    if (hold && window.isFullAt(keep)) { // no room to hold it: read it, wanted or not
      slices.add(heldStart, heldEnd, heldIndex, true);
      parseSlices();
      hold = false;
      keep = cutter.resume;
    }
    if (window.isFullAt(keep)) {
      passOverHugeEvent();
      return;
    }
    window.advance(keep);
    position = cutter.resume - keep;
    if (hold) {
      slices.add(heldStart - keep, heldEnd - keep, heldIndex, heldWanted);
    }
  }

  private void passOverHugeEvent() throws IOException {
    sink.problem(Problems.tooLarge(window.offset(0), events));
    events++;
    position = 1;
    while (true) {
      int end = SliceCutter.endOfEvent(window.bytes(), position, window.limit());
      if (end >= 0) {
        position = end;
        return;
      }
      position = Math.max(0, window.limit() - SliceCutter.ROOT_END.length);
      if (window.exhausted()) {
        return;
      }
      window.advance(position);
      position = 0;
    }
  }

  private void finish() throws IOException {
    slices.wantLast();
    parseSlices();
  }

  private void tellTrailer() throws IOException {
    long rootEnd = window.offset(position);
    while (true) {
      byte[] b = window.bytes();
      while (position < window.limit() && Bytes.isSpace(b[position])) {
        position++;
      }
      int markup = SliceCutter.afterMarkup(b, position, window.limit());
      if (markup >= 0) {
        position = markup;
        continue;
      }
      boolean atEnd = position == window.limit();
      boolean cut = markup == SliceCutter.NOT_THERE || window.limit() - position < LONGEST_OPENING;
      if (window.exhausted() || window.isFullAt(position) || !cut) {
        if (!atEnd) {
          sink.problem(Problems.trailer(rootEnd, events));
        }
        return;
      }
      window.advance(position);
      position = 0;
    }
  }

  /** Parses the wanted slices, several with one Woodstox reader as long as all goes well. */
  private void parseSlices() throws IOException {
    slices.keepWanted();
    int next = 0;
    while (next < slices.size()) {
      next = parseRun(next);
      if (next < slices.size()) {
        parseAlone(next++);
      }
    }
    slices.clear();
  }

  /** Parses slices until one fails; the answer is its number, or the size. */
  private int parseRun(int first) throws IOException {
    int next = first;
    try {
      XMLStreamReader2 in =
          StaxFactory.slices(new SliceInput(window.bytes(), slices, first, slices.size()));
      try {
        EventParser.nextChild(in);
        while (next < slices.size() && EventParser.nextChild(in)) {
          parser.read(in, event);
          tell(next++);
        }
      } finally {
        in.closeCompletely();
      }
    } catch (XMLStreamException e) {
      return next; // the slice is parsed again by itself, and its trouble told then
    }
    return next;
  }

  /**
   * Parses one slice by itself, strictly and then leniently, since its neighbour may be at fault.
   */
  private void parseAlone(int slice) throws IOException {
    try {
      parseOne(StaxFactory.slices(new SliceInput(window.bytes(), slices, slice, slice + 1)));
      tell(slice);
      return;
    } catch (XMLStreamException e) {
      // then leniently
    }
    int start = slices.start(slice);
    LenientReader repaired =
        new LenientReader(
            new ByteArrayInputStream(window.bytes(), start, slices.end(slice) - start),
            Encoding.UTF_8);
    try (Reader whole = new JoinedReader(new StringReader(RootAttributes.MARKUP), repaired)) {
      parseOne(StaxFactory.slices(whole));
    } catch (XMLStreamException e) {
      sink.problem(Problems.lost(window.offset(start), slices.index(slice), e));
      return;
    }
    tell(slice);
    Repairs repairs = repaired.takeRepairs(Long.MAX_VALUE);
    if (!repairs.isEmpty()) {
      sink.problem(repairs.problem(window.offset(start), slices.index(slice)));
    }
  }

  private void parseOne(XMLStreamReader2 in) throws XMLStreamException {
    try {
      EventParser.nextChild(in);
      if (!EventParser.nextChild(in)) {
        throw new XMLStreamException("no event in it");
      }
      parser.read(in, event);
    } finally {
      in.closeCompletely();
    }
  }

  private void tell(int slice) throws IOException {
    event.index = slices.index(slice);
    event.offset = window.offset(slices.start(slice));
    sink.event(event);
  }
}

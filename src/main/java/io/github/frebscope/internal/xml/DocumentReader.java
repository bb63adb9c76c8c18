package io.github.frebscope.internal.xml;

import java.io.IOException;
import java.io.StringReader;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * Reads one file as a document, in any layout. Characters that XML does not allow are repaired on
 * the way; where the markup itself is broken, reading stops, and what was read counts.
 */
final class DocumentReader {
  private final LenientReader chars;
  private final EventParser parser;
  private final RawSink sink;
  private final RawEvent event = new RawEvent();
  private int events;
  private long headLength;
  private long headChars;

  DocumentReader(LenientReader chars, EventParser parser, RawSink sink) {
    this.chars = chars;
    this.parser = parser;
    this.sink = sink;
  }

  /** Reads what stands before the first event, and only that. */
  static Head head(LenientReader chars) throws IOException {
    String text = headText(chars, new StringBuilder());
    return Head.of(text, chars.takeRepairs(Long.MAX_VALUE), 0, chars::byteOffset);
  }

  /**
   * Reads up to the first event. {@code rest} gets what was read beyond it.
   *
   * @return the text before the first event, all of it when there is none
   */
  private static String headText(LenientReader chars, StringBuilder rest) throws IOException {
    StringBuilder text = new StringBuilder();
    HeadSearch search = new HeadSearch(text);
    char[] buffer = new char[4096];
    int end = -1;
    while (end < 0 && text.length() < RawReader.MOST_HEAD_BYTES) {
      int n = chars.read(buffer, 0, buffer.length);
      if (n < 0) {
        break;
      }
      text.append(buffer, 0, n);
      end = search.firstEvent();
    }
    if (end < 0) {
      end = search.rootEnd();
    }
    if (end < 0) {
      return text.toString();
    }
    rest.append(text, end, text.length());
    return text.substring(0, end);
  }

  void read() throws IOException {
    StringBuilder rest = new StringBuilder();
    String text = headText(chars, rest);
    Repairs repairs = chars.takeRepairs(chars.byteOffset(text.length()));
    Head head = Head.of(text, repairs, 0, chars::byteOffset);
    RawReader.tell(head, sink);
    headLength = head.markup().length();
    headChars = text.length();
    JoinedReader all =
        new JoinedReader(
            new StringReader(head.markup()),
            new JoinedReader(new StringReader(rest.toString()), chars));
    try {
      XMLStreamReader2 in = StaxFactory.document(all);
      try {
        EventParser.nextChild(in);
        readEvents(in);
        sink.end(events, true);
      } finally {
        in.closeCompletely();
      }
    } catch (XMLStreamException e) {
      sink.problem(
          chars.exhausted()
              ? Problems.torn(chars.bytesRead(), events)
              : Problems.stopped(-1, events, e));
      sink.end(events, false);
    }
  }

  /** Up to and with the root's end tag. */
  private void readEvents(XMLStreamReader2 in) throws XMLStreamException, IOException {
    boolean junkTold = false;
    int foreign = 0; // how many elements the reader is in that are no events
    while (true) {
      switch (in.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          long offset = offset(in.getLocationInfo().getStartingCharOffset());
          if (in.getLocalName().equals("Event")) {
            readEvent(in, offset);
            junkTold = false;
          } else {
            junkTold = tellJunk(offset, junkTold);
            foreign++;
          }
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          String text = in.getText();
          if (!text.isBlank()) {
            // Not counted in the text itself, in which CR LF is one character.
            long start = rawPlace(in.getLocationInfo().getStartingCharOffset());
            junkTold = tellJunk(chars.byteOffset(chars.afterSpace(start)), junkTold);
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          if (foreign == 0) {
            tellTrailer(in, offset(in.getLocationInfo().getEndingCharOffset()));
            return;
          }
          foreign--;
          junkTold = tellJunk(offset(in.getLocationInfo().getStartingCharOffset()), junkTold);
        }
        case XMLStreamConstants.END_DOCUMENT ->
            throw new XMLStreamException("the document ends inside its root");
        default -> {
          // comments and processing instructions say nothing
        }
      }
    }
  }

  private void readEvent(XMLStreamReader2 in, long offset) throws XMLStreamException, IOException {
    parser.read(in, event);
    event.index = events;
    event.offset = offset;
    sink.event(event);
    Repairs repairs = chars.takeRepairs(offset(in.getLocationInfo().getEndingCharOffset()));
    if (!repairs.isEmpty()) {
      sink.problem(repairs.problem(0, events));
    }
    events++;
  }

  private boolean tellJunk(long offset, boolean told) throws IOException {
    if (!told) {
      sink.problem(Problems.junk(offset, events));
    }
    return true;
  }

  private void tellTrailer(XMLStreamReader2 in, long end) throws IOException {
    try {
      while (in.next() != XMLStreamConstants.END_DOCUMENT) {
        // comments and white space
      }
    } catch (XMLStreamException e) {
      sink.problem(Problems.trailer(end, events));
    }
  }

  /** The byte in the file of a character that the parser counted. */
  private long offset(long parsedChars) {
    return chars.byteOffset(rawPlace(parsedChars));
  }

  private long rawPlace(long parsedChars) {
    return parsedChars - headLength + headChars;
  }
}

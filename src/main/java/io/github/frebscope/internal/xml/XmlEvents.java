package io.github.frebscope.internal.xml;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * Reads Windows event logs that were exported as XML: with a common root or without, as {@code
 * wevtutil} writes them. The text is cut at {@code <Event} and {@code </Event>}, which in such
 * exports can only be markup, and Woodstox gets one event at a time; so one broken event costs one
 * event.
 */
public final class XmlEvents {
  /** Gets what is found. */
  public interface Sink {
    /** An event, and the line on which it begins; false to stop. */
    boolean event(XmlEvent event, long line);

    /** A part that should be an event and is none. */
    void damage(long line, String reason);
  }

  private static final int MOST_CHARS = 1 << 23;
  private static final String END = "</Event>";
  private static final Pattern START = Pattern.compile("<Event[\\s>]");

  private final Reader chars;
  private final Sink sink;
  private final StringBuilder buffer = new StringBuilder();
  private long line = 1;
  private boolean ended;

  private XmlEvents(Reader chars, Sink sink) {
    this.chars = chars;
    this.sink = sink;
  }

  /**
   * Reads all events of a stream, which is not closed.
   *
   * @throws IOException if it cannot be read, or its encoding is not known
   */
  public static void read(InputStream in, Sink sink) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(in, 1 << 16);
    buffered.mark(1 << 12);
    byte[] first = buffered.readNBytes(1 << 10);
    buffered.reset();
    Encoding encoding = Encoding.of(first, first.length);
    new XmlEvents(new LenientReader(buffered, encoding), sink).read();
  }

  private void read() throws IOException {
    while (true) {
      int start = start(0);
      if (start < 0) {
        if (!fill()) {
          return;
        }
        continue;
      }
      drop(start);
      int end = end();
      if (end < 0) {
        sink.damage(line, ended ? "torn: the file ends within this event" : "an event without end");
        if (ended) {
          return;
        }
        drop(1);
        continue;
      }
      String text = buffer.substring(0, end);
      int next = next(text);
      if (next > 0) {
        sink.damage(line, "an event without end");
        drop(next);
      } else if (event(text)) {
        drop(end);
      } else {
        return;
      }
    }
  }

  /** Where another event begins within one, whose own end is lost; 0 when none does. */
  private static int next(String text) {
    Matcher start = START.matcher(text);
    return start.find(1) ? start.start() : 0;
  }

  /** Where the next event begins; keeps what may be the begin of its tag. */
  private int start(int from) {
    for (int at = buffer.indexOf("<Event", from); at >= 0; at = buffer.indexOf("<Event", at + 1)) {
      int after = at + "<Event".length();
      if (after == buffer.length()) {
        drop(at);
        return -1;
      }
      if (buffer.charAt(after) == '>' || Character.isWhitespace(buffer.charAt(after))) {
        return at;
      }
    }
    drop(Math.max(0, buffer.length() - "<Event".length()));
    return -1;
  }

  /** Behind the end tag of the event that the buffer begins with; -1 when there is none. */
  private int end() throws IOException {
    int from = 0;
    while (true) {
      int at = buffer.indexOf(END, from);
      if (at >= 0) {
        return at + END.length();
      }
      from = Math.max(0, buffer.length() - END.length());
      if (buffer.length() > MOST_CHARS || !fill()) {
        return -1;
      }
    }
  }

  private boolean fill() throws IOException {
    char[] more = new char[1 << 14];
    int n = chars.read(more, 0, more.length);
    if (n < 0) {
      ended = true;
      return false;
    }
    buffer.append(more, 0, n);
    return true;
  }

  private void drop(int count) {
    for (int i = 0; i < count; i++) {
      if (buffer.charAt(i) == '\n') {
        line++;
      }
    }
    buffer.delete(0, count);
  }

  private boolean event(String text) {
    XmlEvent event = new XmlEvent();
    try {
      XMLStreamReader2 in = StaxFactory.slices(new StringReader(text));
      try {
        parse(in, event);
      } finally {
        in.closeCompletely();
      }
    } catch (XMLStreamException e) {
      sink.damage(line, "an event that is no well-formed XML: " + Problems.reason(e));
      return true;
    }
    return sink.event(event, line);
  }

  private static void parse(XMLStreamReader2 in, XmlEvent event) throws XMLStreamException {
    Deque<String> path = new ArrayDeque<>();
    StringBuilder text = new StringBuilder();
    String name = "";
    boolean leaf = false;
    while (true) {
      switch (in.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          path.push(in.getLocalName());
          text.setLength(0);
          leaf = true;
          name = attribute(in, "Name");
          switch (in.getLocalName()) {
            case "Provider" -> event.provider = name;
            case "TimeCreated" -> event.systemTime = attribute(in, "SystemTime");
            default -> {
              // its text is what counts
            }
          }
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(in.getText());
        case XMLStreamConstants.END_ELEMENT -> {
          if (leaf) {
            leaf(event, path, name, text.toString());
          }
          leaf = false;
          path.pop();
        }
        case XMLStreamConstants.END_DOCUMENT -> {
          return;
        }
        default -> {
          // comments say nothing
        }
      }
    }
  }

  /** An element without elements in it. */
  private static void leaf(XmlEvent event, Deque<String> path, String name, String text) {
    String element = path.peekFirst();
    if (path.contains("EventData") || path.contains("UserData")) {
      boolean plain = element.equals("Data") || element.equals("Binary");
      if (!plain || !name.isEmpty()) {
        event.data.putIfAbsent(name.isEmpty() ? element : name, text.strip());
      } else if (element.equals("Data")) {
        event.data.putIfAbsent(Integer.toString(event.data.size() + 1), text.strip());
      }
    } else if (path.contains("RenderingInfo")) {
      if (element.equals("Message")) {
        event.message = text.strip();
      }
    } else if (element.equals("EventID")) {
      event.id = text.strip();
    } else if (element.equals("Computer")) {
      event.computer = text.strip();
    }
  }

  private static String attribute(XMLStreamReader2 in, String name) {
    String value = in.getAttributeValue(null, name);
    return value == null ? "" : value;
  }
}

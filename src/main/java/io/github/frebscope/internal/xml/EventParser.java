package io.github.frebscope.internal.xml;

import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * Reads one {@code Event} element into a {@link RawEvent}. Elements are told by their local names;
 * what it does not know it passes over. Not safe for use by several threads.
 */
final class EventParser {
  private final TextCache texts = new TextCache();
  private final StringBuilder pieces = new StringBuilder();

  /** The reader stands on the event's start tag; afterwards it stands on its end tag. */
  void read(XMLStreamReader2 in, RawEvent event) throws XMLStreamException {
    event.clear();
    while (nextChild(in)) {
      switch (local(in)) {
        case "System" -> readSystem(in, event);
        case "EventData" -> readNamedTexts(in, "Name", event.data);
        case "RenderingInfo" -> readRenderingInfo(in, event);
        case "ExtendedTracingInfo" -> readTracingInfo(in, event);
        default -> in.skipElement();
      }
    }
  }

  private void readSystem(XMLStreamReader2 in, RawEvent event) throws XMLStreamException {
    while (nextChild(in)) {
      switch (local(in)) {
        case "Provider" -> {
          event.providerName = attribute(in, "Name");
          event.providerGuid = attribute(in, "Guid");
          in.skipElement();
        }
        case "EventID" -> event.eventId = text(in);
        case "Version" -> event.version = text(in);
        case "Level" -> event.level = text(in);
        case "Opcode" -> event.opcode = text(in);
        case "Keywords" -> event.keywords = text(in);
        case "TimeCreated" -> {
          event.systemTime = attribute(in, "SystemTime");
          in.skipElement();
        }
        case "Correlation" -> {
          event.activityId = attribute(in, "ActivityID");
          event.relatedActivityId = attribute(in, "RelatedActivityID");
          in.skipElement();
        }
        case "Execution" -> {
          event.processId = attribute(in, "ProcessID");
          event.threadId = attribute(in, "ThreadID");
          in.skipElement();
        }
        case "Computer" -> event.computer = text(in);
        default -> in.skipElement();
      }
    }
  }

  private void readRenderingInfo(XMLStreamReader2 in, RawEvent event) throws XMLStreamException {
    event.culture = attribute(in, "Culture");
    while (nextChild(in)) {
      switch (local(in)) {
        case "Opcode" -> event.name = text(in);
        case "Keywords" -> {
          while (nextChild(in)) {
            event.keywordTexts.add(text(in));
          }
        }
        case "Description" -> {
          event.descriptions.add(attribute(in, "Data"));
          event.descriptions.add(text(in));
        }
        default -> in.skipElement();
      }
    }
  }

  private void readTracingInfo(XMLStreamReader2 in, RawEvent event) throws XMLStreamException {
    while (nextChild(in)) {
      if (local(in).equals("EventGuid")) {
        event.eventGuid = text(in);
      } else {
        in.skipElement();
      }
    }
  }

  private void readNamedTexts(XMLStreamReader2 in, String nameAttribute, List<String> into)
      throws XMLStreamException {
    while (nextChild(in)) {
      into.add(attribute(in, nameAttribute));
      into.add(text(in));
    }
  }

  /** Goes to the next child's start tag, or to the end tag of the element the reader is in. */
  static boolean nextChild(XMLStreamReader2 in) throws XMLStreamException {
    while (true) {
      int type = in.next();
      if (type == XMLStreamConstants.START_ELEMENT) {
        return true;
      }
      if (type == XMLStreamConstants.END_ELEMENT) {
        return false;
      }
      if (type == XMLStreamConstants.END_DOCUMENT) {
        throw new XMLStreamException("the document ends inside an element");
      }
    }
  }

  /** The name without its prefix, which is part of it when namespaces are not looked at. */
  private static String local(XMLStreamReader2 in) {
    String name = in.getLocalName();
    int colon = name.indexOf(':');
    return colon < 0 ? name : name.substring(colon + 1);
  }

  private static boolean hasNoPrefix(XMLStreamReader2 in, int attribute) {
    String prefix = in.getAttributePrefix(attribute);
    return prefix == null || prefix.isEmpty();
  }

  private static String attribute(XMLStreamReader2 in, String name) {
    for (int i = 0, n = in.getAttributeCount(); i < n; i++) {
      // An attribute with a prefix is another one, whatever its local name is.
      if (in.getAttributeLocalName(i).equals(name) && hasNoPrefix(in, i)) {
        return in.getAttributeValue(i);
      }
    }
    return "";
  }

  /** The text of the element the reader is at the start of; afterwards it stands on the end tag. */
  private String text(XMLStreamReader2 in) throws XMLStreamException {
    String only = null;
    pieces.setLength(0);
    while (true) {
      switch (in.next()) {
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          String piece = texts.text(in.getTextCharacters(), in.getTextStart(), in.getTextLength());
          if (only == null) {
            only = piece;
          } else { // never seen: comments or elements between pieces of text
            if (pieces.isEmpty()) {
              pieces.append(only);
            }
            pieces.append(piece);
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          return only == null ? "" : pieces.isEmpty() ? only : pieces.toString();
        }
        case XMLStreamConstants.START_ELEMENT -> in.skipElement();
        case XMLStreamConstants.END_DOCUMENT ->
            throw new XMLStreamException("the document ends inside an element");
        default -> {
          // comments and processing instructions say nothing
        }
      }
    }
  }
}

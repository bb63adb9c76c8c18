package io.github.frebscope.testing;

import io.github.frebscope.trace.DataField;
import io.github.frebscope.trace.EventOrigin;
import io.github.frebscope.trace.RequestInfo;
import io.github.frebscope.trace.Trace;
import io.github.frebscope.trace.TraceEvent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Reads well-formed traces with the JDK's DOM parser: slow, plain, and independent of the product's
 * reader, so that the two can be compared.
 *
 * <p>An event's area is the first area name that IIS printed. The events of a child request lie
 * between GENERAL_CHILD_REQUEST_START and GENERAL_CHILD_REQUEST_END; these two belong to the
 * parent, which raises them. Completeness and diagnostics are left as the builder has them.
 */
public final class DomTraces {
  private static final String EVENT = "http://schemas.microsoft.com/win/2004/08/events/event";
  private static final String TRACE = "http://schemas.microsoft.com/win/2004/08/events/trace";
  private static final String FREB = "http://schemas.microsoft.com/win/2006/06/iis/freb";

  private DomTraces() {}

  /**
   * Reads a file.
   *
   * @throws IllegalArgumentException if it is not well-formed
   */
  public static Trace read(Path file) {
    try {
      return parse(file.toString(), Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads the bytes of a file.
   *
   * @throws IllegalArgumentException if they are not well-formed
   */
  public static Trace parse(String name, byte[] bytes) {
    Element root = document(name, bytes).getDocumentElement();
    List<Long> offsets = offsets(bytes);
    List<TraceEvent> events = new ArrayList<>();
    int depth = 0;
    for (Element event : children(root, EVENT, "Event")) {
      int index = events.size();
      TraceEvent.Builder builder = event(event);
      builder.position(index, index < offsets.size() ? offsets.get(index) : -1);
      String eventName = text(event, "RenderingInfo", "Opcode");
      if (eventName.equals("GENERAL_CHILD_REQUEST_END") && depth > 0) {
        depth--;
      }
      events.add(builder.requestDepth(depth).build());
      if (eventName.equals("GENERAL_CHILD_REQUEST_START")) {
        depth++;
      }
    }
    return Trace.builder().file(name).request(request(root)).events(events).build();
  }

  private static Document document(String name, byte[] bytes) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new Thrower());
      return builder.parse(new InputSource(new ByteArrayInputStream(bytes)));
    } catch (SAXException e) {
      throw new IllegalArgumentException(name + " is not well-formed", e);
    } catch (ParserConfigurationException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static RequestInfo request(Element root) {
    NamedNodeMap found = root.getAttributes();
    Map<String, String> byName = new LinkedHashMap<>();
    for (String name : RootAttributes.ORDER) {
      if (root.hasAttribute(name)) {
        byName.put(name, root.getAttribute(name));
      }
    }
    for (int i = 0; i < found.getLength(); i++) {
      Node attribute = found.item(i);
      if (!attribute.getNodeName().startsWith("xmlns")) {
        byName.putIfAbsent(attribute.getNodeName(), attribute.getNodeValue());
      }
    }
    return RequestInfo.of(byName);
  }

  private static TraceEvent.Builder event(Element event) {
    Element system = child(event, EVENT, "System");
    Element rendering = child(event, EVENT, "RenderingInfo");
    Element provider = child(system, EVENT, "Provider");
    List<String> keywords = new ArrayList<>();
    for (Element list : children(rendering, EVENT, "Keywords")) {
      children(list, EVENT, "Keyword").forEach(k -> keywords.add(k.getTextContent()));
    }
    Element extended = child(event, TRACE, "ExtendedTracingInfo");
    return TraceEvent.builder()
        .time(Instant.parse(child(system, EVENT, "TimeCreated").getAttribute("SystemTime")))
        .provider(provider.getAttribute("Name"), provider.getAttribute("Guid"))
        .kind(
            child(extended, TRACE, "EventGuid").getTextContent(),
            number(system, "Opcode"),
            child(rendering, EVENT, "Opcode").getTextContent())
        .header(number(system, "EventID"), number(system, "Version"), number(system, "Level"))
        .area(
            Long.parseLong(child(system, EVENT, "Keywords").getTextContent().substring(2), 16),
            keywords,
            keywords.isEmpty() ? "" : keywords.get(0))
        .origin(origin(system, rendering))
        .data(fields(child(event, EVENT, "EventData"), EVENT, "Data", "Name"))
        .descriptions(fields(rendering, FREB, "Description", "Data"));
  }

  private static EventOrigin origin(Element system, Element rendering) {
    Element correlation = child(system, EVENT, "Correlation");
    Element execution = child(system, EVENT, "Execution");
    return new EventOrigin(
        child(system, EVENT, "Computer").getTextContent(),
        correlation.getAttribute("ActivityID"),
        correlation.getAttribute("RelatedActivityID"),
        Long.parseLong(execution.getAttribute("ProcessID")),
        Long.parseLong(execution.getAttribute("ThreadID")),
        rendering.getAttribute("Culture"));
  }

  private static List<DataField> fields(Element parent, String ns, String tag, String nameFrom) {
    return children(parent, ns, tag).stream()
        .map(e -> new DataField(e.getAttribute(nameFrom), e.getTextContent()))
        .toList();
  }

  private static int number(Element parent, String name) {
    return Integer.parseInt(child(parent, EVENT, name).getTextContent());
  }

  private static String text(Element event, String parent, String name) {
    return child(child(event, EVENT, parent), EVENT, name).getTextContent();
  }

  private static Element child(Element parent, String namespace, String name) {
    List<Element> found = children(parent, namespace, name);
    if (found.size() != 1) {
      throw new IllegalArgumentException(found.size() + " elements " + name);
    }
    return found.get(0);
  }

  private static List<Element> children(Element parent, String namespace, String name) {
    List<Element> found = new ArrayList<>();
    for (Node n = parent.getFirstChild(); n != null; n = n.getNextSibling()) {
      if (n instanceof Element e
          && namespace.equals(e.getNamespaceURI())
          && name.equals(e.getLocalName())) {
        found.add(e);
      }
    }
    return found;
  }

  /** Where {@code <Event } stands, in bytes; in text every {@code <} is escaped. */
  private static List<Long> offsets(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    List<Long> offsets = new ArrayList<>();
    for (int at = text.indexOf("<Event "); at >= 0; at = text.indexOf("<Event ", at + 1)) {
      offsets.add((long) at);
    }
    return offsets;
  }

  /** Keeps the JDK's parser from printing what it throws. */
  private static final class Thrower implements ErrorHandler {
    @Override
    public void warning(SAXParseException e) {}

    @Override
    public void error(SAXParseException e) throws SAXParseException {
      throw e;
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXParseException {
      throw e;
    }
  }
}

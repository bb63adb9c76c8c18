package io.github.frebscope.internal.xml;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * Reads a small document whole, strictly: what is not well-formed is refused with its line and
 * nothing is repaired. No DTD is followed and nothing is fetched.
 */
public final class XmlTree {
  /** No configuration is larger; what is, is something else. */
  static final long MOST_BYTES = 256L << 20;

  private XmlTree() {}

  /**
   * Reads a file.
   *
   * @param name what to call it in elements and messages
   * @return its root element
   * @throws MalformedXmlException if it is not well-formed
   * @throws IOException if it cannot be read
   */
  public static XmlElement read(Path file, String name) throws IOException {
    if (Files.size(file) > MOST_BYTES) {
      throw new MalformedXmlException(name, 1, "the file is larger than any configuration");
    }
    return parse(Files.readAllBytes(file), name);
  }

  /**
   * Reads the bytes of a document.
   *
   * @param name what to call it in elements and messages
   * @return its root element
   * @throws MalformedXmlException if it is not well-formed
   */
  public static XmlElement parse(byte[] bytes, String name) throws MalformedXmlException {
    String text = decode(bytes, name);
    try {
      XMLStreamReader2 in = StaxFactory.document(new StringReader(text));
      try {
        return read(in, name);
      } finally {
        in.closeCompletely();
      }
    } catch (XMLStreamException e) {
      int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNumber());
      throw new MalformedXmlException(name, line, firstLine(e));
    }
  }

  private static XmlElement read(XMLStreamReader2 in, String name) throws XMLStreamException {
    Deque<XmlElement> open = new ArrayDeque<>();
    XmlElement root = null;
    while (in.hasNext()) {
      switch (in.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          XmlElement element = element(in, name);
          if (open.isEmpty()) {
            root = element;
          } else {
            open.element().add(element);
          }
          open.push(element);
        }
        case XMLStreamConstants.END_ELEMENT -> open.pop();
        default -> {
          // text and comments say nothing in a configuration
        }
      }
    }
    if (root == null) {
      throw new XMLStreamException("it has no root element", in.getLocation());
    }
    return root;
  }

  private static XmlElement element(XMLStreamReader2 in, String name) {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (int i = 0; i < in.getAttributeCount(); i++) {
      String prefix = in.getAttributePrefix(i);
      String local = in.getAttributeLocalName(i);
      attributes.put(
          prefix == null || prefix.isEmpty() ? local : prefix + ":" + local,
          in.getAttributeValue(i));
    }
    int line = in.getLocation().getLineNumber();
    return new XmlElement(in.getLocalName(), name, line, attributes);
  }

  private static String firstLine(XMLStreamException e) {
    String message = String.valueOf(e.getMessage());
    int end = message.indexOf('\n');
    return (end < 0 ? message : message.substring(0, end)).strip();
  }

  private static String decode(byte[] bytes, String name) throws MalformedXmlException {
    Encoding encoding;
    try {
      encoding = Encoding.of(bytes, bytes.length);
    } catch (IOException e) {
      throw new MalformedXmlException(name, 1, e.getMessage());
    }
    int from = encoding.bomLength();
    return switch (encoding.kind()) {
      case UTF_8 -> strict(bytes, from, StandardCharsets.UTF_8.newDecoder(), name);
      case UTF_16LE -> strict(bytes, from, StandardCharsets.UTF_16LE.newDecoder(), name);
      case UTF_16BE -> strict(bytes, from, StandardCharsets.UTF_16BE.newDecoder(), name);
      case ONE_BYTE -> oneByte(bytes, encoding.table());
    };
  }

  private static String oneByte(byte[] bytes, String table) {
    StringBuilder text = new StringBuilder(bytes.length);
    for (byte b : bytes) {
      text.append(table.charAt(b & 0xFF));
    }
    return text.toString();
  }

  /** A byte that is no character is damage: IIS refuses such a file, too. */
  private static String strict(byte[] bytes, int from, CharsetDecoder decoder, String name)
      throws MalformedXmlException {
    decoder.onMalformedInput(CodingErrorAction.REPORT);
    decoder.onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer text = CharBuffer.allocate(bytes.length - from + 1);
    ByteBuffer in = ByteBuffer.wrap(bytes, from, bytes.length - from);
    CoderResult result = decoder.decode(in, text, true);
    text.flip();
    if (result.isError()) {
      int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
      throw new MalformedXmlException(
          name, line, "a byte is no character of " + decoder.charset().name());
    }
    return text.toString();
  }
}

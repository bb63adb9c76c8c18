package io.github.frebscope.internal.xml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * What stands before the first event: the prolog and the root's start tag.
 *
 * @param attributes the root's attributes in order, namespace declarations left out
 * @param markup what can stand before the events when they are parsed as a document
 * @param problems what was wrong with it
 */
record Head(Map<String, String> attributes, String markup, List<Problem> problems) {
  private static final String ROOT = "failedRequest";

  /** White space, comments, processing instructions. */
  private static final Pattern NOTHING =
      Pattern.compile("(?s)(?:\\s|<!--.*?-->|<\\?.*?\\?>|<!\\[CDATA\\[\\s*]]>)*+");

  /** Whether the root is {@code <failedRequest/>}: it has no events and no end tag. */
  boolean isEmptyElement() {
    return markup.endsWith("/>");
  }

  /** Reads a head from its bytes, which are UTF-8: strictly, and if that fails, with repairs. */
  static Head read(byte[] b, int from, int to) throws IOException {
    String strict = new String(b, from, to - from, StandardCharsets.UTF_8);
    if (strict.indexOf('\uFFFD') < 0) {
      refuseDoctype(strict);
      try {
        return parse(strict, new ArrayList<>(), place -> from + utf8Length(strict, place));
      } catch (XMLStreamException e) {
        // then with repairs
      }
    }
    LenientReader chars =
        new LenientReader(new ByteArrayInputStream(b, from, to - from), Encoding.UTF_8);
    StringBuilder text = new StringBuilder();
    char[] buffer = new char[4096];
    for (int n = chars.read(buffer); n > 0; n = chars.read(buffer)) {
      text.append(buffer, 0, n);
    }
    return of(
        text.toString(),
        chars.takeRepairs(Long.MAX_VALUE),
        from,
        place -> from + chars.byteOffset(place));
  }

  private static int utf8Length(String text, long end) {
    return text.substring(0, (int) end).getBytes(StandardCharsets.UTF_8).length;
  }

  /**
   * Reads a head from its text, in which {@code repairs} were made.
   *
   * @param base where the bytes begin from which the repairs' places count
   * @param offsets the byte in the file of a character of the text
   */
  static Head of(String text, Repairs repairs, long base, LongUnaryOperator offsets)
      throws IOException {
    if (text.isBlank()) {
      throw new NotATraceException("it is empty", 0);
    }
    refuseDoctype(text);
    List<Problem> problems = new ArrayList<>();
    if (!repairs.isEmpty()) {
      problems.add(repairs.problem(base, -1));
    }
    int root = text.indexOf("<" + ROOT);
    try {
      return parse(text, problems, offsets);
    } catch (XMLStreamException e) {
      if (root < 0) {
        throw new NotATraceException(
            "it has no <failedRequest> element, so it is no Failed Request Tracing log", 0);
      }
    }
    boolean whole = text.stripTrailing().endsWith(">");
    if (whole) {
      problems.add(
          new Problem(
              Problem.Kind.REPAIRED,
              "the root's attributes are not well-formed and were read by their names",
              -1,
              -1));
    }
    Map<String, String> attributes = RootAttributes.salvage(text.substring(root), whole);
    return new Head(attributes, RootAttributes.MARKUP, problems);
  }

  /** Entities are what a document type is for, and what an attacker would use it for. */
  private static void refuseDoctype(String text) throws NotATraceException {
    int doctype = text.indexOf("<!DOCTYPE");
    int root = text.indexOf("<" + ROOT);
    if (doctype >= 0 && (root < 0 || doctype < root)) {
      throw new NotATraceException(
          root < 0
              ? "it is another kind of document, with a DOCTYPE"
              : "it has a DOCTYPE, which IIS never writes; it is not read",
          doctype);
    }
  }

  private static Head parse(String text, List<Problem> problems, LongUnaryOperator offsets)
      throws XMLStreamException, IOException {
    XMLStreamReader2 in = StaxFactory.document(new StringReader(text));
    try {
      EventParser.nextChild(in);
      if (!in.getLocalName().equals(ROOT)) {
        throw new NotATraceException(
            "its root element is <" + in.getLocalName() + ">, not <failedRequest>", 0);
      }
      Map<String, String> attributes = new LinkedHashMap<>();
      for (int i = 0; i < in.getAttributeCount(); i++) {
        attributes.put(in.getAttributeLocalName(i), in.getAttributeValue(i));
      }
      int tagEnd = (int) in.getLocationInfo().getEndingCharOffset();
      Matcher nothing = NOTHING.matcher(text).region(tagEnd, text.length());
      int junk = nothing.lookingAt() ? nothing.end() : tagEnd;
      if (junk < text.length()) {
        problems.add(Problems.junk(offsets.applyAsLong(junk), 0));
      }
      return new Head(attributes, text.substring(0, tagEnd), problems);
    } finally {
      in.closeCompletely();
    }
  }
}

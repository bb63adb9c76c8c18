package io.github.frebscope.testing;

import io.github.frebscope.trace.DataField;
import io.github.frebscope.trace.EventOrigin;
import io.github.frebscope.trace.Trace;
import io.github.frebscope.trace.TraceEvent;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Set;

/**
 * Writes a trace as IIS does, byte by byte: prolog, CRLF, indentation, order, what is escaped and
 * what is not, and no newline at the end.
 *
 * <p>Text is written with the line ends it has. Only where IIS is known to leave a lone CR, before
 * the {@code (0x0)} of an error code's text, a LF becomes one. A character U+DC80 to U+DCFF that
 * stands alone is written as the single byte 0x80 to 0xFF, so that a trace can hold the invalid
 * UTF-8 that IIS copies from headers.
 */
public final class TraceWriter {
  private static final String PROLOG =
      """
      <?xml version="1.0" encoding="UTF-8" ?>
      <?xml-stylesheet type='text/xsl' href='freb.xsl'?>
      <!-- saved from url=(0014)about:internet -->
      """
          .replace("\n", "\r\n");
  private static final String ATTRIBUTE_INDENT = " ".repeat(15);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  /** IIS puts these into the root as they are; a pool named A&B makes the file malformed. */
  private static final Set<String> UNESCAPED = Set.of("appPoolId", "verb");

  private final StringBuilder out = new StringBuilder(1 << 16);

  private TraceWriter() {}

  /** The bytes of the file that IIS would have written. */
  public static byte[] write(Trace trace) {
    TraceWriter writer = new TraceWriter();
    writer.out.append(PROLOG);
    writer.root(trace.request().attributes());
    for (TraceEvent event : trace.events()) {
      writer.event(event);
    }
    writer.out.append("</failedRequest>");
    return bytes(writer.out);
  }

  private void root(Map<String, String> attributes) {
    out.append("<failedRequest ");
    boolean first = true;
    boolean lineBreak = true;
    for (Map.Entry<String, String> attribute : attributes.entrySet()) {
      if (!first) {
        out.append(lineBreak ? "\r\n" : "").append(ATTRIBUTE_INDENT);
      }
      first = false;
      String name = attribute.getKey();
      String value = attribute.getValue();
      out.append(name).append("=\"");
      if (UNESCAPED.contains(name)) {
        out.append(value);
      } else {
        escape(value);
      }
      out.append('"');
      lineBreak = !(name.equals("authenticationType") && value.equals("NOT_AVAILABLE"));
    }
    out.append("\r\n").append(ATTRIBUTE_INDENT);
    out.append("xmlns:freb=\"http://schemas.microsoft.com/win/2006/06/iis/freb\"\r\n");
    out.append(ATTRIBUTE_INDENT).append(">\r\n");
  }

  private void event(TraceEvent event) {
    out.append("<Event xmlns=\"http://schemas.microsoft.com/win/2004/08/events/event\">\r\n");
    system(event);
    out.append(" <EventData>\r\n");
    for (DataField field : event.data()) {
      out.append("  <Data Name=\"");
      escape(field.name());
      out.append("\">");
      escape(field.value());
      out.append("</Data>\r\n");
    }
    out.append(" </EventData>\r\n");
    renderingInfo(event);
    out.append(" <ExtendedTracingInfo")
        .append(" xmlns=\"http://schemas.microsoft.com/win/2004/08/events/trace\">\r\n");
    out.append("  <EventGuid>").append(event.eventGuid()).append("</EventGuid>\r\n");
    out.append(" </ExtendedTracingInfo>\r\n</Event>\r\n");
  }

  private void system(TraceEvent event) {
    EventOrigin origin = event.origin();
    out.append(" <System>\r\n  <Provider Name=\"").append(event.provider());
    out.append("\" Guid=\"").append(event.providerGuid()).append("\"/>\r\n");
    element("EventID", event.eventId());
    element("Version", event.version());
    element("Level", event.level());
    element("Opcode", event.opcode());
    out.append("  <Keywords>0x").append(Long.toHexString(event.keywords()));
    out.append("</Keywords>\r\n  <TimeCreated SystemTime=\"");
    TIME.formatTo(event.time(), out);
    out.append("\"/>\r\n  <Correlation ActivityID=\"").append(origin.activityId());
    if (!origin.relatedActivityId().isEmpty()) {
      out.append("\" RelatedActivityID=\"").append(origin.relatedActivityId());
    }
    out.append("\"/>\r\n  <Execution ProcessID=\"").append(origin.processId());
    out.append("\" ThreadID=\"").append(origin.threadId());
    out.append("\"/>\r\n  <Computer>").append(origin.computer());
    out.append("</Computer>\r\n </System>\r\n");
  }

  private void element(String name, int value) {
    out.append("  <").append(name).append('>').append(value);
    out.append("</").append(name).append(">\r\n");
  }

  private void renderingInfo(TraceEvent event) {
    out.append(" <RenderingInfo Culture=\"").append(event.origin().culture());
    out.append("\">\r\n  <Opcode>").append(event.name()).append("</Opcode>\r\n");
    if (!event.keywordTexts().isEmpty()) {
      out.append("  <Keywords>\r\n");
      for (String keyword : event.keywordTexts()) {
        out.append("   <Keyword>").append(keyword).append("</Keyword>\r\n");
      }
      out.append("  </Keywords>\r\n");
    }
    for (DataField description : event.descriptions()) {
      out.append("  <freb:Description Data=\"");
      escape(description.name());
      out.append("\">");
      escape(description.value().replace("\n (0x", "\r (0x"));
      out.append("</freb:Description>\r\n");
    }
    out.append(" </RenderingInfo>\r\n");
  }

  private void escape(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&apos;");
        default -> out.append(c);
      }
    }
  }

  /** UTF-8, with U+DC80 to U+DCFF that stand alone as the bytes they mean. */
  private static byte[] bytes(CharSequence text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length() + 64);
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      if (isRawByte(text, i)) {
        bytes.writeBytes(text.subSequence(from, i).toString().getBytes(StandardCharsets.UTF_8));
        bytes.write(text.charAt(i) - 0xDC00);
        from = i + 1;
      }
    }
    bytes.writeBytes(
        text.subSequence(from, text.length()).toString().getBytes(StandardCharsets.UTF_8));
    return bytes.toByteArray();
  }

  private static boolean isRawByte(CharSequence text, int at) {
    char c = text.charAt(at);
    return c >= 0xDC80
        && c <= 0xDCFF
        && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
  }
}

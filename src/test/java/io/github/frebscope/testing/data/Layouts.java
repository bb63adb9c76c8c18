package io.github.frebscope.testing.data;

import io.github.frebscope.testing.TraceWriter;
import io.github.frebscope.testing.script.Handler;
import io.github.frebscope.testing.script.Recording;
import io.github.frebscope.testing.script.User;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** One trace as IIS writes it, and as editors and other tools may have saved it again. */
final class Layouts {
  private static final Pattern PLAIN_TAG =
      Pattern.compile(
          "<(/?)(Event|System|Provider|EventID|Version|Level|Opcode|Keywords|TimeCreated"
              + "|Correlation|Execution|Computer|EventData|Data|RenderingInfo|Keyword)\\b");

  private Layouts() {}

  static Map<String, byte[]> files() {
    byte[] original = original();
    String text = new String(original, StandardCharsets.UTF_8);
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("fr000001.iis.xml", original);
    files.put("fr000001.indented.xml", utf8(indented(text)));
    files.put("fr000001.one-line.xml", utf8(oneLine(text)));
    files.put("fr000001.prefixed.xml", utf8(prefixed(text)));
    files.put("fr000001.utf-16le.xml", utf16(text));
    files.put("fr000001.bom.xml", utf8("\uFEFF" + text));
    files.put("fr000001.lf.xml", utf8(text.replace("\r\n", "\n")));
    return files;
  }

  static Map<String, String> shows() {
    Map<String, String> shows = new LinkedHashMap<>();
    shows.put("fr000001.iis.xml", "as IIS writes it");
    shows.put("fr000001.indented.xml", "indented by an editor, tabs");
    shows.put("fr000001.one-line.xml", "no line ends between tags");
    shows.put("fr000001.prefixed.xml", "the namespace of the events as a prefix");
    shows.put("fr000001.utf-16le.xml", "UTF-16LE with a byte order mark");
    shows.put("fr000001.bom.xml", "UTF-8 with a byte order mark");
    shows.put("fr000001.lf.xml", "LF instead of CRLF, as after a checkout");
    return shows;
  }

  private static byte[] original() {
    Story story =
        Story.at(
            Sites.member(52, "/api/größe?a=1&b=%3Cx%3E").user(User.windows("FABRIK\\j.weber")));
    story.request.mappedTo(Handler.ANCM2);
    story.request.headers("X-Note: 5 < 6 && \"quoted\" 'text'");
    story.request.handledBy(
        Handler.ANCM2,
        () -> story.ancm().answers(Duration.ofMillis(310), 500, "Error", "{\"a\": 1}\r\n"));
    story.script.record(Recording.EVERYTHING.upTo(4));
    story.play();
    return TraceWriter.write(story.script.trace());
  }

  /** Other white space wherever only tags are neighbours, never inside a value. */
  private static String indented(String text) {
    return text.replaceAll("(?<!\">)(?<=>)\r\n( *)<(?!/Data>)", "\r\n\t\t$1 <")
        .replaceAll(" {15}", "\t");
  }

  private static String oneLine(String text) {
    return text.replaceAll("(?<=[^\"]>|\"/>|event\">|trace\">|US\">)\r\n *<", "<");
  }

  private static String prefixed(String text) {
    return PLAIN_TAG
        .matcher(text)
        .replaceAll("<$1ev:$2")
        .replace("<ev:Event xmlns=", "<ev:Event xmlns:ev=");
  }

  private static byte[] utf16(String text) {
    String declared = text.replace("encoding=\"UTF-8\"", "encoding=\"UTF-16\"");
    byte[] body = declared.getBytes(StandardCharsets.UTF_16LE);
    return ByteBuffer.allocate(body.length + 2).put((byte) 0xFF).put((byte) 0xFE).put(body).array();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

package io.github.frebscope.testing.data;

import io.github.frebscope.testing.TraceWriter;
import io.github.frebscope.testing.script.Arr;
import io.github.frebscope.testing.script.Handler;
import io.github.frebscope.testing.script.Recording;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Files that no IIS wrote as they are: one trace, broken in every way a disk, a copy or an editor
 * can break it.
 */
final class Damaged {
  private static final String EVENT = "<Event ";
  private static final String END = "</Event>\r\n";

  /** Which event of the trace is damaged. */
  private static final int VICTIM = 12;

  private Damaged() {}

  /** The trace all the damaged files come from. */
  static byte[] whole() {
    Story story = ArrStories.farm(51, "/größe");
    story.handler(
        Handler.ARR,
        () ->
            story
                .arr()
                .failsBeforeTheRequestIsSent(
                    Duration.ofMillis(1010),
                    Arr.CANNOT_CONNECT,
                    "A connection with the server could not be established"));
    story.script.record(Recording.EVERYTHING.upTo(4));
    story.play();
    return TraceWriter.write(story.script.trace());
  }

  /** File names and bytes. */
  static Map<String, byte[]> files() {
    String text = new String(whole(), StandardCharsets.UTF_8);
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("fr000001.whole.xml", utf8(text));
    files.put("fr000002.missing-end-tag.xml", utf8(withoutEndTag(text)));
    files.put("fr000003.garbage-in-event.xml", utf8(garbage(text)));
    files.put("fr000004.junk-between-events.xml", utf8(junk(text)));
    files.put("fr000005.nul-padding.xml", utf8(text + "\0".repeat(4096)));
    files.put("fr000006.cut-in-utf8.xml", cutInCharacter(utf8(text)));
    files.put("fr000007.empty.xml", new byte[0]);
    files.put(
        "fr000008.html.xml",
        utf8(
            "<!DOCTYPE html>\r\n<html><head><title>403</title></head><body>Forbidden</body></html>\r\n"));
    files.put("fr000009.doctype.xml", utf8(withDoctype(text)));
    files.put("fr000010.cut-in-root.xml", utf8(text.substring(0, text.indexOf("statusCode") + 4)));
    files.put("fr000011.nul-block-inside.xml", nulBlock(utf8(text)));
    files.put("fr000012.second-trace-appended.xml", utf8(text + "\r\n" + text));
    return files;
  }

  /** One line for each file. */
  static Map<String, String> shows() {
    Map<String, String> shows = new LinkedHashMap<>();
    shows.put("fr000001.whole.xml", "the trace the others are made of");
    shows.put("fr000002.missing-end-tag.xml", "event 12 has no end tag; one event is lost");
    shows.put("fr000003.garbage-in-event.xml", "tags inside event 12 are scrambled; it is lost");
    shows.put(
        "fr000004.junk-between-events.xml", "text between events 11 and 12; no event is lost");
    shows.put("fr000005.nul-padding.xml", "4096 NUL bytes after the closing tag");
    shows.put("fr000006.cut-in-utf8.xml", "ends after the first byte of a two-byte character");
    shows.put("fr000007.empty.xml", "no bytes");
    shows.put("fr000008.html.xml", "an HTML page, no trace");
    shows.put("fr000009.doctype.xml", "a DOCTYPE with an external entity: must not be followed");
    shows.put("fr000010.cut-in-root.xml", "ends inside the root's start tag");
    shows.put("fr000011.nul-block-inside.xml", "a block of NULs over events 12 and 13");
    shows.put("fr000012.second-trace-appended.xml", "the same trace twice in one file");
    return shows;
  }

  /**
   * How many events a reader should get out of each file; {@code null} where that is a matter of
   * taste, {@code none} where the file is no trace.
   */
  static String expected() {
    int whole = Sample.count(whole());
    Map<String, byte[]> files = files();
    Map<String, String> events = new LinkedHashMap<>();
    files.keySet().forEach(name -> events.put(name, Integer.toString(whole)));
    events.put("fr000002.missing-end-tag.xml", Integer.toString(whole - 1));
    events.put("fr000003.garbage-in-event.xml", Integer.toString(whole - 1));
    byte[] cut = files.get("fr000006.cut-in-utf8.xml");
    events.put("fr000006.cut-in-utf8.xml", Integer.toString(Sample.count(cut)));
    events.put("fr000007.empty.xml", "none");
    events.put("fr000008.html.xml", "none");
    events.put("fr000009.doctype.xml", "null");
    events.put("fr000010.cut-in-root.xml", "0 | none");
    events.put("fr000011.nul-block-inside.xml", Integer.toString(whole - 2));
    events.put("fr000012.second-trace-appended.xml", "null");
    StringBuilder out = new StringBuilder();
    events.forEach((name, count) -> out.append(name).append(": ").append(count).append('\n'));
    return out.toString();
  }

  private static String withoutEndTag(String text) {
    int from = start(text, VICTIM);
    int end = text.indexOf(END, from);
    return text.substring(0, end) + text.substring(end + END.length());
  }

  private static String garbage(String text) {
    int from = start(text, VICTIM);
    int at = text.indexOf("<Level>", from);
    int to = text.indexOf("<Keywords>", from);
    return text.substring(0, at) + "<Lev<<l>\u0001</ <\"&" + text.substring(to);
  }

  private static String junk(String text) {
    int at = start(text, VICTIM);
    return text.substring(0, at) + "(c) disk recovery tool 4.1\r\n" + text.substring(at);
  }

  private static byte[] nulBlock(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    byte[] holed = bytes.clone();
    Arrays.fill(holed, start(text, VICTIM) + 100, start(text, VICTIM + 1) + 600, (byte) 0);
    return holed;
  }

  private static String withDoctype(String text) {
    String doctype =
        "<!DOCTYPE failedRequest [<!ENTITY secret SYSTEM \"file:///etc/hostname\">]>\r\n";
    int root = text.indexOf("<failedRequest ");
    return text.substring(0, root)
        + doctype
        + text.substring(root).replace("HostName\">", "HostName\">&secret;");
  }

  private static byte[] cutInCharacter(byte[] bytes) {
    int at = bytes.length * 2 / 3;
    while ((bytes[at] & 0xE0) != 0xC0) {
      at--;
    }
    return Arrays.copyOf(bytes, at + 1);
  }

  private static int start(String text, int event) {
    int at = -1;
    for (int i = 0; i <= event; i++) {
      at = text.indexOf(EVENT, at + 1);
    }
    return at;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

package io.github.frebscope.testing.data;

import io.github.frebscope.testing.TraceWriter;
import io.github.frebscope.trace.Trace;
import io.github.frebscope.trace.TraceEvent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A file of the test data with its golden files.
 *
 * @param name the file's name
 * @param shows what it shows, one line
 * @param story the request in it
 * @param change what happens to the bytes after IIS wrote them, nothing for most files
 */
record Sample(String name, String shows, Story story, UnaryOperator<byte[]> change) {
  private static final byte[] END_OF_EVENT = "</Event>".getBytes(StandardCharsets.US_ASCII);

  Sample(String name, String shows, Story story) {
    this(name, shows, story, UnaryOperator.identity());
  }

  byte[] bytes() {
    return change.apply(TraceWriter.write(story.script.trace()));
  }

  /** How many events of the file are whole. */
  int events() {
    return count(bytes());
  }

  String verdict() {
    byte[] bytes = bytes();
    String end = new String(bytes, StandardCharsets.ISO_8859_1);
    return story.answer.text(count(bytes), end.endsWith("</failedRequest>"));
  }

  String timeline() {
    Trace trace = story.script.trace();
    List<TraceEvent> events = trace.events();
    return Timelines.text(events.subList(0, Math.min(events.size(), events())));
  }

  /** The file's name without its extension. */
  String baseName() {
    return name.substring(0, name.lastIndexOf('.'));
  }

  static int count(byte[] bytes) {
    int count = 0;
    for (int i = 0; i + END_OF_EVENT.length <= bytes.length; i++) {
      int j = 0;
      while (j < END_OF_EVENT.length && bytes[i + j] == END_OF_EVENT[j]) {
        j++;
      }
      count += j == END_OF_EVENT.length ? 1 : 0;
    }
    return count;
  }
}

package io.github.frebscope.testing.data;

import io.github.frebscope.trace.DataField;
import io.github.frebscope.trace.TraceEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The golden form of a timeline: an event a line; number, milliseconds since the first event,
 * level, area or {@code -}, name, and the data, with tabs between.
 *
 * <p>Data are {@code name=value}, with the text of a value instead of its number where IIS printed
 * one, error codes aside. ContextId, Context ID, ConnID and ActivityId are left out. Line ends are
 * {@code \n}, tabs {@code \t}, characters that XML does not allow are U+FFFD, and what is longer
 * than 100 characters ends in {@code ...}.
 */
public final class Timelines {
  private static final int LONGEST = 100;

  private Timelines() {}

  /** The timeline of these events. */
  public static String text(List<TraceEvent> events) {
    StringBuilder out = new StringBuilder();
    for (TraceEvent event : events) {
      out.append(event.index()).append('\t');
      out.append(Duration.between(events.get(0).time(), event.time()).toMillis()).append('\t');
      out.append(event.level()).append('\t');
      out.append(event.area().orElse("-")).append('\t');
      out.append(event.name()).append('\t').append(data(event)).append('\n');
    }
    return out.toString();
  }

  private static String data(TraceEvent event) {
    StringBuilder out = new StringBuilder();
    for (DataField field : event.data()) {
      String name = field.name();
      if (!List.of("ContextId", "Context ID", "ConnID", "ActivityId").contains(name)) {
        Optional<String> text =
            name.equals("ErrorCode") ? Optional.empty() : event.description(name);
        out.append(out.isEmpty() ? "" : " ").append(name).append('=');
        out.append(shortened(text.orElse(field.value())));
      }
    }
    return out.toString();
  }

  private static String shortened(String value) {
    String oneLine =
        value.replace("\r\n", "\n").replace('\r', '\n').replace("\n", "\\n").replace("\t", "\\t");
    StringBuilder clean = new StringBuilder(oneLine);
    for (int i = 0; i < clean.length(); i++) {
      char c = clean.charAt(i);
      if (c < ' ' || (Character.isSurrogate(c) && !isPair(oneLine, i))) {
        clean.setCharAt(i, '\uFFFD');
      }
    }
    return clean.length() <= LONGEST ? clean.toString() : clean.substring(0, LONGEST) + "...";
  }

  private static boolean isPair(String text, int at) {
    return (at + 1 < text.length()
            && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1)))
        || (at > 0 && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at)));
  }
}

package io.github.frebscope.query;

import com.google.common.base.Splitter;
import java.util.List;
import java.util.stream.Collectors;

/** A few named facts below a title, for people: lines of at most 80 columns. */
final class FactLines {
  private static final int MOST_VALUES = 4;
  private static final String INDENT = "  ";
  private static final int NAME = 10;

  private final StringBuilder text = new StringBuilder();

  FactLines(String title) {
    wrap("", title);
  }

  /** A sentence of its own. */
  FactLines say(String sentence) {
    wrap(INDENT, sentence);
    return this;
  }

  /** A name and its value. */
  FactLines fact(String name, String value) {
    wrap(INDENT + name + " ".repeat(Math.max(1, NAME - name.length())), value);
    return this;
  }

  /** A name and the values that most traces have; nothing when there are none. */
  FactLines counts(String name, List<? extends Counts.Entry<?>> entries) {
    if (entries.isEmpty()) {
      return this;
    }
    String shown =
        entries.stream().limit(MOST_VALUES).map(Object::toString).collect(Collectors.joining(", "));
    int more = entries.size() - MOST_VALUES;
    return fact(name, shown + (more > 0 ? ", " + ValueText.count(more) + " more" : ""));
  }

  /** Goes on below the value at the blanks. */
  private void wrap(String head, String value) {
    String indent = " ".repeat(head.isEmpty() ? INDENT.length() : head.length());
    StringBuilder line = new StringBuilder(head);
    boolean empty = true;
    for (String word : Splitter.on(' ').split(TerminalText.line(value))) {
      int width = TerminalText.width(line.toString()) + 1 + TerminalText.width(word);
      if (!empty && width > ResultTable.WIDTH) {
        end(line);
        line = new StringBuilder(indent);
        empty = true;
      }
      line.append(empty ? "" : " ").append(word);
      empty = false;
    }
    end(line);
  }

  private void end(StringBuilder line) {
    text.append(Cut.MIDDLE.apply(line.toString(), ResultTable.WIDTH)).append('\n');
  }

  /** The lines, each ended by LF. */
  @Override
  public String toString() {
    return text.toString();
  }
}

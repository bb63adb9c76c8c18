package io.github.frebscope.report;

import io.github.frebscope.query.Cut;
import io.github.frebscope.query.TerminalText;
import java.util.ArrayList;
import java.util.List;

/** Lines of a report, none wider than the page. Texts from traces must be safe already. */
final class Page {
  private final int width;
  private final Style style;
  private final List<String> lines = new ArrayList<>();

  Page(ReportOptions options) {
    width = options.width();
    style = new Style(options.color());
  }

  int width() {
    return width;
  }

  Style style() {
    return style;
  }

  void blank() {
    lines.add("");
  }

  /** A line as it is: fitted and perhaps coloured by the caller. */
  void raw(String line) {
    lines.add(line);
  }

  void heading(String text) {
    lines.add(style.bold(Cut.END.apply(text, width)));
  }

  /** One line; what does not fit is cut. */
  void cut(int indent, String text) {
    lines.add(" ".repeat(indent) + Cut.END.apply(text, width - indent));
  }

  /** As many lines as it takes, broken at blanks where there are some. */
  void wrapped(int indent, String text) {
    for (String line : wrap(text, width - indent)) {
      lines.add((" ".repeat(indent) + line).stripTrailing());
    }
  }

  /** A label and its text, the further lines under the text's first. */
  void labelled(String label, int indent, String text) {
    String head = label + " ".repeat(indent - label.length());
    for (String line : wrap(text, width - indent)) {
      lines.add(head + line);
      head = " ".repeat(indent);
    }
  }

  /** A label and its text, all of it bold. */
  void boldLabelled(String label, int indent, String text) {
    int from = lines.size();
    labelled(label, indent, text);
    lines.subList(from, lines.size()).replaceAll(style::bold);
  }

  /** All lines, each ended by LF. */
  String text() {
    return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
  }

  /** Where a word that is too long is broken best: a path of Windows or a setting at a joint. */
  private static int joint(CharSequence word) {
    for (int i = word.length(); i > word.length() / 2; i--) {
      if ("\\@]".indexOf(word.charAt(i - 1)) >= 0) {
        return i;
      }
    }
    return word.length();
  }

  static List<String> wrap(String text, int width) {
    List<String> wrapped = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int used = 0;
    int lastBlank = -1;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      String letter = Character.toString(c);
      int columns = TerminalText.width(letter);
      if (used + columns > width && !line.isEmpty()) {
        if (c == ' ') {
          lastBlank = line.length();
        }
        int end = lastBlank > 0 ? lastBlank : joint(line);
        wrapped.add(line.substring(0, end));
        String rest = line.substring(end).stripLeading();
        line.setLength(0);
        line.append(rest);
        used = TerminalText.width(rest);
        lastBlank = -1;
      }
      if (c == ' ') {
        lastBlank = line.length();
      }
      if (c != ' ' || !line.isEmpty()) {
        line.append(letter);
        used += columns;
      }
      i += Character.charCount(c);
    }
    if (!line.isEmpty() || wrapped.isEmpty()) {
      wrapped.add(line.toString());
    }
    return wrapped;
  }
}

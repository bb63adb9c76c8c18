package io.github.frebscope.report;

import io.github.frebscope.query.Column;
import io.github.frebscope.query.Column.Align;
import io.github.frebscope.query.ResultTable;
import io.github.frebscope.query.TerminalText;
import java.util.ArrayList;
import java.util.List;

/**
 * A table in Markdown, as GitHub and most wikis read it, aligned for people as well. Nothing that
 * stands in a trace can end a cell, or become markup, a link or HTML.
 */
final class MarkdownTable {
  private static final int LEAST_WIDTH = 4;

  private MarkdownTable() {}

  static String text(ResultTable table) {
    List<List<String>> cells = new ArrayList<>();
    cells.add(table.columns().stream().map(c -> escaped(TerminalText.line(c.title()))).toList());
    for (List<String> row : table.cells()) {
      cells.add(row.stream().map(MarkdownTable::escaped).toList());
    }
    int[] widths = new int[table.columns().size()];
    for (List<String> row : cells) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(Math.max(LEAST_WIDTH, widths[i]), TerminalText.width(row.get(i)));
      }
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      line(text, table.columns(), cells.get(i), widths);
      if (i == 0) {
        rule(text, table.columns(), widths);
      }
    }
    String foot = TableReport.of(table).foot();
    return foot.isEmpty() ? text.toString() : text + "\n" + escaped(foot.strip()) + "\n";
  }

  private static void line(
      StringBuilder text, List<Column> columns, List<String> cells, int[] widths) {
    for (int i = 0; i < widths.length; i++) {
      String cell = cells.get(i);
      String pad = " ".repeat(widths[i] - TerminalText.width(cell));
      boolean isLeft = columns.get(i).align() == Align.LEFT;
      text.append("| ").append(isLeft ? cell + pad : pad + cell).append(' ');
    }
    text.append("|\n");
  }

  private static void rule(StringBuilder text, List<Column> columns, int[] widths) {
    for (int i = 0; i < widths.length; i++) {
      boolean isLeft = columns.get(i).align() == Align.LEFT;
      text.append("| ").append("-".repeat(widths[i] - 1)).append(isLeft ? "- " : ": ");
    }
    text.append("|\n");
  }

  /**
   * A one-line text whose signs mean nothing. Numeric references work where a backslash does not:
   * before letters, and in renderers with few escapes.
   */
  static String escaped(String line) {
    StringBuilder safe = new StringBuilder();
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      switch (c) {
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '&' -> safe.append("&amp;");
        case '|' -> safe.append("&#124;");
        case '`' -> safe.append("&#96;");
        case '@' -> safe.append("&#64;");
        case ':' -> safe.append(line.startsWith("://", i) ? "&#58;" : ":");
        default -> {
          if (isMarkup(line, i)) {
            safe.append('\\');
          }
          safe.append(c);
        }
      }
    }
    String text = safe.toString();
    return text.replaceAll("(?i)www\\.", "www&#46;");
  }

  /** Only where it could mean something: a text full of backslashes is no longer read by people. */
  private static boolean isMarkup(String line, int at) {
    char c = line.charAt(at);
    return switch (c) {
      case '\\', '*', '[', ']', '~', '$', '!', '#' -> true;
      case '_' ->
          at == 0
              || at == line.length() - 1
              || !Character.isLetterOrDigit(line.charAt(at - 1))
              || !Character.isLetterOrDigit(line.charAt(at + 1));
      default -> false;
    };
  }
}

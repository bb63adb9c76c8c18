package io.github.frebscope.query;

import io.github.frebscope.query.Column.Align;
import java.util.List;

/**
 * The lines of a table.
 *
 * @param columns its columns
 * @param cells its texts, the head first
 */
record TableLines(List<Column> columns, List<List<String>> cells) {
  private static final int LEAST_COLUMN = 6;

  /** A head of more columns than that, and than its values, is cut before any value is. */
  private static final int LONGEST_HEAD = 12;

  private static final String GUTTER = "  ";

  /** The lines, none longer than that. */
  List<String> of(int width) {
    int[] widths = widths(width);
    return cells.stream().map(row -> line(row, widths, width)).toList();
  }

  /**
   * The width of the longest value each. Until the line fits, long heads give way first, since a
   * figure's head can be a whole condition, and then the widest columns.
   */
  private int[] widths(int width) {
    int[] values = widest(cells.subList(1, cells.size()));
    int[] widths = widest(cells);
    int over = GUTTER.length() * (widths.length - 1) - width;
    for (int w : widths) {
      over += w;
    }
    for (int i = longestHead(widths, values); over > 0 && i >= 0; over--) {
      widths[i]--;
      i = longestHead(widths, values);
    }
    while (over > 0) {
      int widest = widest(widths);
      if (widths[widest] <= LEAST_COLUMN) {
        break; // The line itself is cut then.
      }
      widths[widest]--;
      over--;
    }
    return widths;
  }

  private int[] widest(List<List<String>> rows) {
    int[] widths = new int[columns.size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], TerminalText.width(row.get(i)));
      }
    }
    return widths;
  }

  /** The widest column that only its head makes so wide; -1 when there is none. */
  private static int longestHead(int[] widths, int[] values) {
    int longest = -1;
    for (int i = 0; i < widths.length; i++) {
      boolean gives = widths[i] > Math.max(values[i], LONGEST_HEAD);
      if (gives && (longest < 0 || widths[i] > widths[longest])) {
        longest = i;
      }
    }
    return longest;
  }

  /** Texts give way before numbers and times: half of a number is a wrong number. */
  private int widest(int[] widths) {
    int widest = widest(widths, false);
    return widest >= 0 && widths[widest] > LEAST_COLUMN ? widest : widest(widths, true);
  }

  private int widest(int[] widths, boolean any) {
    int widest = -1;
    for (int i = 0; i < widths.length; i++) {
      Column column = columns.get(i);
      boolean gives = column.align() == Align.LEFT && column.cut() != Cut.LAST;
      if ((any || gives) && (widest < 0 || widths[i] > widths[widest])) {
        widest = i;
      }
    }
    return widest;
  }

  private String line(List<String> row, int[] widths, int width) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      Column column = columns.get(i);
      String cell = column.cut().apply(row.get(i), widths[i]);
      String pad = " ".repeat(widths[i] - TerminalText.width(cell));
      line.append(i == 0 ? "" : GUTTER);
      line.append(column.align() == Align.LEFT ? cell + pad : pad + cell);
    }
    return Cut.END.apply(line.toString().stripTrailing(), width);
  }
}

package io.github.frebscope.query;

import io.github.frebscope.query.ResultTable.Align;
import io.github.frebscope.query.ResultTable.Column;
import java.util.List;

/**
 * The lines of a table.
 *
 * @param columns its columns
 * @param cells its texts, the head first
 */
record TableLines(List<Column> columns, List<List<String>> cells) {
  private static final int LEAST_COLUMN = 6;
  private static final String GUTTER = "  ";

  /** The lines, none longer than that. */
  List<String> of(int width) {
    int[] widths = widths(width);
    return cells.stream().map(row -> line(row, widths, width)).toList();
  }

  /** The width of the longest value each; the widest columns give way until the line fits. */
  private int[] widths(int width) {
    int[] widths = new int[columns.size()];
    for (List<String> row : cells) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], TerminalText.width(row.get(i)));
      }
    }
    int over = GUTTER.length() * (widths.length - 1) - width;
    for (int w : widths) {
      over += w;
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

package io.github.frebscope.query;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Rows of values under titled columns, and their text: aligned, safe for a terminal, cut with
 * {@code ...} where a column is too narrow.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class ResultTable {
  /** The width of {@link #toString()} and {@link #print(PrintStream)}. */
  public static final int WIDTH = 80;

  private static final int MOST_LINES = 25;
  private static final int LEAST_COLUMN = 6;
  private static final String GUTTER = "  ";

  private final List<Column> columns;
  private final List<List<Object>> rows;

  /** Which side of its column a value stands on. */
  public enum Align {
    /** For texts. */
    LEFT,
    /** For numbers. */
    RIGHT
  }

  /**
   * A column.
   *
   * @param title its head
   * @param align the side its values stand on
   * @param cut where values that are too long are cut
   */
  public record Column(String title, Align align, Cut cut) {
    /** Refuses nulls. */
    public Column {
      Objects.requireNonNull(title, "title");
      Objects.requireNonNull(align, "align");
      Objects.requireNonNull(cut, "cut");
    }

    /** A column of texts that are cut at their end. */
    public static Column left(String title) {
      return new Column(title, Align.LEFT, Cut.END);
    }

    /** A column of numbers. */
    public static Column right(String title) {
      return new Column(title, Align.RIGHT, Cut.END);
    }

    /** A column of short texts that are worth little when cut, such as times. */
    public static Column fixed(String title) {
      return new Column(title, Align.LEFT, Cut.LAST);
    }

    /** A column of paths or URLs: their beginning and their end are kept. */
    public static Column path(String title) {
      return new Column(title, Align.LEFT, Cut.MIDDLE);
    }
  }

  private ResultTable(List<Column> columns, List<List<Object>> rows) {
    this.columns = columns;
    this.rows = rows;
  }

  /**
   * A table.
   *
   * @param columns its columns, at least one
   * @param rows its rows, each with one value for each column, no nulls; an empty Optional prints
   *     as {@code -}
   * @throws IllegalArgumentException if there is no column, or a row has another number of values
   */
  public static ResultTable of(List<Column> columns, List<? extends List<?>> rows) {
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("no columns");
    }
    List<List<Object>> copy = new ArrayList<>(rows.size());
    for (List<?> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            "a row of " + row.size() + " values under " + columns.size() + " columns");
      }
      copy.add(List.copyOf(row));
    }
    return new ResultTable(List.copyOf(columns), List.copyOf(copy));
  }

  /** The columns. */
  public List<Column> columns() {
    return columns;
  }

  /** The rows: the values themselves, not their texts. */
  public List<List<Object>> rows() {
    return rows;
  }

  /** The head and all rows in lines of at most that many columns, each ended by LF. */
  public String text(int width) {
    return String.join("\n", lines(width)) + "\n";
  }

  /** The head and then one line for each row, none longer than that many columns. */
  public List<String> lines(int width) {
    return lines(width, rows);
  }

  /** Prints the head and all rows, {@value #WIDTH} columns wide. */
  public void print(PrintStream out) {
    lines(WIDTH).forEach(out::println);
  }

  /**
   * The table in at most 25 lines of {@value #WIDTH} columns after an empty one, so that it stands
   * well at a {@code jshell} prompt; a last line tells how many rows are left out.
   */
  @Override
  public String toString() {
    int most = MOST_LINES - 2;
    if (rows.size() <= most) {
      return "\n" + text(WIDTH);
    }
    int shown = most - 1;
    return "\n"
        + String.join("\n", lines(WIDTH, rows.subList(0, shown)))
        + "\n... "
        + (rows.size() - shown)
        + " more rows (print shows all)\n";
  }

  private List<String> lines(int width, List<List<Object>> shown) {
    List<List<String>> cells = new ArrayList<>(shown.size() + 1);
    cells.add(columns.stream().map(Column::title).toList());
    for (List<Object> row : shown) {
      cells.add(row.stream().map(ValueText::of).toList());
    }
    int[] widths = widths(cells, width);
    return cells.stream().map(row -> line(row, widths, width)).toList();
  }

  /** The width of the longest value each; the widest columns give way until the line fits. */
  private int[] widths(List<List<String>> cells, int width) {
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

package io.github.frebscope.query;

import io.github.frebscope.trace.MeasuredTime;
import io.github.frebscope.trace.StatusCode;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
  private final Optional<Basis> basis;

  /** How many rows a limit took away. */
  private final int left;

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
   * @param name its word: the key in JSON, the head in CSV, what a table is ordered by
   * @param title its head for people
   * @param align the side its values stand on
   * @param cut where values that are too long are cut
   * @param isMilliseconds whether lengths of time stand in it as bare milliseconds with their error
   */
  public record Column(String name, String title, Align align, Cut cut, boolean isMilliseconds) {
    /** What is a path: both its beginning and its end tell. */
    private static final Set<String> PATHS = Set.of("file", "url", "path", "urlPattern");

    /** Refuses nulls. */
    public Column {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(title, "title");
      Objects.requireNonNull(align, "align");
      Objects.requireNonNull(cut, "cut");
    }

    private static Column of(String title, Align align, Cut cut) {
      return new Column(title, title, align, cut, false);
    }

    /** A column of texts that are cut at their end. */
    public static Column left(String title) {
      return of(title, Align.LEFT, Cut.END);
    }

    /** A column of numbers. */
    public static Column right(String title) {
      return of(title, Align.RIGHT, Cut.END);
    }

    /** A column of lengths of time in milliseconds; say so in its title. */
    public static Column milliseconds(String title) {
      return new Column(title, title, Align.RIGHT, Cut.END, true);
    }

    /** A column of short texts that are worth little when cut, such as times. */
    public static Column fixed(String title) {
      return of(title, Align.LEFT, Cut.LAST);
    }

    /** A column of paths or URLs: their beginning and their end are kept. */
    public static Column path(String title) {
      return of(title, Align.LEFT, Cut.MIDDLE);
    }

    /** A column for the values of a field, under its name. */
    public static Column of(Field<?, ?> field) {
      Class<?> type = field.type();
      Column column;
      if (type == Duration.class) {
        column = milliseconds(field.title() + ", ms");
      } else if (Number.class.isAssignableFrom(type)) {
        column = right(field.title());
      } else if (type == Instant.class || type == StatusCode.class) {
        column = fixed(field.title());
      } else {
        column = PATHS.contains(field.name()) ? path(field.title()) : left(field.title());
      }
      return column.named(field.name());
    }

    /** The same column under another name. */
    public Column named(String newName) {
      return new Column(newName, title, align, cut, isMilliseconds);
    }

    /** The same column under another title. */
    public Column titled(String newTitle) {
      return new Column(name, newTitle, align, cut, isMilliseconds);
    }

    String text(Object value) {
      Object bare = value instanceof Optional<?> optional ? optional.orElse(null) : value;
      if (isMilliseconds && bare instanceof Duration length) {
        return ValueText.milliseconds(MeasuredTime.of(length));
      }
      if (isMilliseconds && bare instanceof MeasuredTime length) {
        return ValueText.milliseconds(length);
      }
      return ValueText.of(value);
    }
  }

  private ResultTable(
      List<Column> columns, List<List<Object>> rows, Optional<Basis> basis, int left) {
    this.columns = columns;
    this.rows = rows;
    this.basis = basis;
    this.left = left;
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
    return new ResultTable(List.copyOf(columns), List.copyOf(copy), Optional.empty(), 0);
  }

  /** The columns. */
  public List<Column> columns() {
    return columns;
  }

  /** The rows: the values themselves, not their texts. */
  public List<List<Object>> rows() {
    return rows;
  }

  /** The same table with what it rests on, which is printed below it. */
  public ResultTable on(Basis newBasis) {
    return new ResultTable(columns, rows, Optional.of(newBasis), left);
  }

  /** What the table rests on; empty for one that no question to a set made. */
  public Optional<Basis> basis() {
    return basis;
  }

  /** How many rows {@link #limit} took away. */
  public int left() {
    return left;
  }

  /**
   * The rows in the order of one column, the smallest first, what is missing last; equals stay as
   * they are.
   *
   * @param column its name or its title, in any case; {@code count} for example
   * @throws IllegalArgumentException if there is none, or its values have no order
   */
  public ResultTable orderBy(String column) {
    return ordered(column, ValueOrder.ORDER);
  }

  /** As {@link #orderBy}, the largest first; what is missing stays last. */
  public ResultTable orderByDescending(String column) {
    return ordered(column, ValueOrder.ORDER.reversed());
  }

  private ResultTable ordered(String column, Comparator<Object> order) {
    int at = place(column);
    Comparator<List<Object>> byCell =
        Comparator.comparing(row -> cell(row.get(at), column), Comparator.nullsLast(order));
    return new ResultTable(columns, rows.stream().sorted(byCell).toList(), basis, left);
  }

  private int place(String column) {
    for (int i = 0; i < columns.size(); i++) {
      Column c = columns.get(i);
      if (c.name().equalsIgnoreCase(column) || c.title().equalsIgnoreCase(column)) {
        return i;
      }
    }
    throw new IllegalArgumentException(
        "no column "
            + column
            + "; there are "
            + columns.stream().map(Column::name).collect(Collectors.joining(", ")));
  }

  private static Object cell(Object value, String column) {
    Object bare = value instanceof Optional<?> optional ? optional.orElse(null) : value;
    if (bare != null && !ValueOrder.isOrdered(bare)) {
      throw new IllegalArgumentException("the values of " + column + " have no order");
    }
    return bare;
  }

  /**
   * The first rows; how many were left out is told below the table.
   *
   * @throws IllegalArgumentException if the number is negative
   */
  public ResultTable limit(int most) {
    if (most < 0) {
      throw new IllegalArgumentException("limit: " + most);
    }
    return most >= rows.size()
        ? this
        : new ResultTable(columns, rows.subList(0, most), basis, left + rows.size() - most);
  }

  /** The head, all rows and the foot in lines of at most that many columns, each ended by LF. */
  public String text(int width) {
    return String.join("\n", lines(width)) + "\n" + foot(0, "");
  }

  /** What was left out, and what the table rests on; lines ended by LF, or nothing. */
  private String foot(int more, String how) {
    StringBuilder foot = new StringBuilder();
    if (more > 0) {
      foot.append("... ").append(ValueText.count(more)).append(" more rows").append(how);
      foot.append('\n');
    }
    if (left > 0) {
      foot.append("... ").append(ValueText.count(left));
      foot.append(left == 1 ? " row" : " rows").append(" left out by the limit\n");
    }
    basis.ifPresent(b -> foot.append(b).append('\n'));
    return foot.toString();
  }

  /** The head and then one line for each row, none longer than that many columns. */
  public List<String> lines(int width) {
    return lines(width, rows);
  }

  /** Prints the head, all rows and the foot, {@value #WIDTH} columns wide. */
  public void print(PrintStream out) {
    text(WIDTH).lines().forEach(out::println);
  }

  /**
   * Prints the head, all rows and the foot to standard output, for a {@code jshell} prompt.
   *
   * @see #print(PrintStream)
   */
  public void print() {
    print(System.out);
  }

  /**
   * The table in at most 25 lines of {@value #WIDTH} columns after an empty one, so that it stands
   * well at a {@code jshell} prompt; a last line tells how many rows are left out.
   */
  @Override
  public String toString() {
    int most = MOST_LINES - 2 - (int) foot(0, "").lines().count();
    if (rows.size() <= most) {
      return "\n" + text(WIDTH);
    }
    int shown = most - 1;
    return "\n"
        + String.join("\n", lines(WIDTH, rows.subList(0, shown)))
        + "\n"
        + foot(rows.size() - shown, " (print shows all)");
  }

  private List<String> lines(int width, List<List<Object>> shown) {
    List<List<String>> cells = new ArrayList<>(shown.size() + 1);
    cells.add(columns.stream().map(Column::title).toList());
    for (List<Object> row : shown) {
      List<String> texts = new ArrayList<>(row.size());
      for (int i = 0; i < row.size(); i++) {
        texts.add(columns.get(i).text(row.get(i)));
      }
      cells.add(texts);
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

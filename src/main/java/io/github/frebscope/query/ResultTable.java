package io.github.frebscope.query;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
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
  private static final int MOST_TEXT = 980;

  private final List<Column> columns;
  private final List<List<Object>> rows;
  private final Optional<Basis> basis;

  /** How many rows a limit took away. */
  private final int left;

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
   * @param rows its rows, each with one value for each column, no nulls; what an Optional holds
   *     stands for it, an empty one prints as {@code -}
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
      copy.add(row.stream().map(ResultTable::bare).toList());
    }
    return new ResultTable(List.copyOf(columns), List.copyOf(copy), Optional.empty(), 0);
  }

  /** Values stand in rows as they are; only one that is missing stands as an Optional. */
  private static Object bare(Object value) {
    Object bare = value instanceof Optional<?> there && there.isPresent() ? there.get() : value;
    return Objects.requireNonNull(bare, "value");
  }

  /** The columns. */
  public List<Column> columns() {
    return columns;
  }

  /** The rows: the values themselves, not their texts; an empty Optional for what is missing. */
  public List<List<Object>> rows() {
    return rows;
  }

  /**
   * The values of one column, from the first row to the last, as {@link #rows} has them.
   *
   * @param name its name, its title, or of lengths of time the name without {@code Ms}, in any case
   * @throws IllegalArgumentException if there is none; it tells which there are
   */
  public List<Object> column(String name) {
    int at = place(name);
    return rows.stream().map(row -> row.get(at)).toList();
  }

  /**
   * One value; an empty Optional for one that is missing.
   *
   * <pre>{@code
   * table.value(0, "count")
   * }</pre>
   *
   * @param row from 0 on
   * @param name of its column, as for {@link #column}
   * @throws IllegalArgumentException if there is no such column
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public Object value(int row, String name) {
    return rows.get(row).get(place(name));
  }

  /**
   * The table with other columns and values in the same places: made safe to print, for example.
   *
   * @param heads answers what stands in place of a column
   * @param values answers what stands in place of a value of a column, no null
   */
  public ResultTable replacing(
      UnaryOperator<Column> heads, BiFunction<Column, Object, Object> values) {
    List<List<Object>> replaced = new ArrayList<>(rows.size());
    for (List<Object> row : rows) {
      List<Object> cells = new ArrayList<>(row.size());
      for (int i = 0; i < row.size(); i++) {
        cells.add(values.apply(columns.get(i), row.get(i)));
      }
      replaced.add(List.copyOf(cells));
    }
    return new ResultTable(columns.stream().map(heads).toList(), replaced, basis, left);
  }

  /**
   * The first columns only.
   *
   * @throws IllegalArgumentException if there are not that many, or none is left
   */
  public ResultTable columns(int most) {
    if (most < 1 || most > columns.size()) {
      throw new IllegalArgumentException("columns: " + most);
    }
    return new ResultTable(
        columns.subList(0, most),
        rows.stream().map(row -> row.subList(0, most)).toList(),
        basis,
        left);
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
   * @param column its name, its title, or of lengths of time the name without {@code Ms}, in any
   *     case; {@code count} for example
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
    return Vocabulary.place(columns, column)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no column "
                        + column
                        + "; there are "
                        + columns.stream().map(Column::name).collect(Collectors.joining(", "))));
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

  /** The rows as texts, safe for a terminal, uncut. */
  public List<List<String>> cells() {
    return cells(rows);
  }

  private List<List<String>> cells(List<List<Object>> shown) {
    List<List<String>> cells = new ArrayList<>(shown.size());
    for (List<Object> row : shown) {
      List<String> texts = new ArrayList<>(row.size());
      for (int i = 0; i < row.size(); i++) {
        texts.add(columns.get(i).text(row.get(i)));
      }
      cells.add(List.copyOf(texts));
    }
    return cells;
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
    print(terminal());
  }

  /** Standard output: the one place that knows it, for results that hold more than a table. */
  static PrintStream terminal() {
    return System.out;
  }

  /**
   * The table in at most 25 lines of {@value #WIDTH} columns after an empty one, and in less than
   * 1,000 characters, of which {@code jshell} would cut out the middle. A line tells how many rows
   * are left out.
   */
  @Override
  public String toString() {
    int shown = Math.min(rows.size(), MOST_LINES);
    List<String> lines = lines(WIDTH, rows.subList(0, shown));
    String text = text(lines, shown);
    while (shown > 1 && !isShort(text)) {
      shown--;
      text = text(lines, shown);
    }
    return text;
  }

  private static boolean isShort(String text) {
    return text.length() <= MOST_TEXT && text.lines().count() <= MOST_LINES;
  }

  /** The head and the first rows. */
  private String text(List<String> lines, int shown) {
    return "\n"
        + String.join("\n", lines.subList(0, shown + 1))
        + "\n"
        + foot(rows.size() - shown, " (print() shows all)");
  }

  private List<String> lines(int width, List<List<Object>> shown) {
    List<List<String>> cells = new ArrayList<>(shown.size() + 1);
    cells.add(columns.stream().map(Column::title).toList());
    cells.addAll(cells(shown));
    return new TableLines(columns, cells).of(width);
  }
}

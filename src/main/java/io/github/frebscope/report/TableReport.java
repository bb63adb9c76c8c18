package io.github.frebscope.report;

import io.github.frebscope.query.Basis;
import io.github.frebscope.query.Column;
import io.github.frebscope.query.Column.Align;
import io.github.frebscope.query.Cut;
import io.github.frebscope.query.ResultTable;
import io.github.frebscope.query.TerminalText;
import io.github.frebscope.query.ValueText;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The answer to a question: as text, as Markdown, as CSV, or as JSON Lines. Secrets are masked in
 * every one of them, by the fields whose values stand in the columns.
 *
 * <p>In CSV and JSON lengths of time are numbers of milliseconds, times are ISO 8601 in UTC, shares
 * are parts of 1, and keys are the names of the columns; what is missing is an empty cell or null.
 * A length of time that knows its own error, as {@code sum(timeTakenMs)} does, has it in
 * milliseconds under {@code sum(timeTakenMs).errorMs}; that of all others is a tick of IIS's clock,
 * 16 ms. JSON needs jackson-core, CSV commons-csv on the class path. Immutable and safe for use by
 * several threads.
 */
public final class TableReport {
  /** Columns of a text that may be cut for the sake of the figures. */
  private static final int LEAST_TEXT = 13;

  private static final int LEAST_COLUMNS = 2;
  private static final int MOST_CELL = 60;

  private final ResultTable table;
  private final Redaction redaction;

  private TableReport(ResultTable table, Redaction redaction) {
    this.table = table;
    this.redaction = redaction;
  }

  /** The report of a table, secrets masked. */
  public static TableReport of(ResultTable table) {
    return new TableReport(Objects.requireNonNull(table, "table"), Redaction.on());
  }

  /** With another redaction for CSV and JSON Lines; text and Markdown have it in their options. */
  public TableReport redaction(Redaction other) {
    return new TableReport(table, Objects.requireNonNull(other, "redaction"));
  }

  /**
   * The table and what it rests on; lines end with LF. On a page that is too narrow for all figures
   * the last columns are left out, and that is said below.
   */
  public String text(ReportOptions options) {
    ResultTable safe = RedactedTable.of(table, options.redaction());
    int shown = safe.columns().size();
    while (shown > LEAST_COLUMNS && !fits(safe.columns(shown), options.width())) {
      shown--;
    }
    int hidden = safe.columns().size() - shown;
    String text = safe.columns(shown).text(options.width());
    if (hidden == 0) {
      return text;
    }
    List<String> names =
        safe.columns().subList(shown, shown + hidden).stream().map(Column::title).toList();
    Page page = new Page(options);
    page.wrapped(
        0,
        "not shown: "
            + String.join("; ", names)
            + " (a wider terminal or --format markdown shows all)");
    return text + page.text();
  }

  /** Texts may be cut to some length, figures and times never: half of one is another one. */
  private static boolean fits(ResultTable table, int width) {
    List<Column> columns = table.columns();
    List<List<Object>> cut = new ArrayList<>();
    for (List<Object> row : table.rows()) {
      List<Object> cells = new ArrayList<>();
      for (int i = 0; i < row.size(); i++) {
        Column column = columns.get(i);
        boolean gives = column.align() == Align.LEFT && column.cut() != Cut.LAST;
        cells.add(gives ? Cut.END.apply(ValueText.of(row.get(i)), LEAST_TEXT) : row.get(i));
      }
      cut.add(cells);
    }
    return ResultTable.of(columns, cut).lines(Integer.MAX_VALUE).stream()
        .allMatch(line -> line.length() <= width);
  }

  /** A table in Markdown, and what it rests on below; lines end with LF. */
  public String markdown(ReportOptions options) {
    return MarkdownTable.text(RedactedTable.of(table, options.redaction()));
  }

  /**
   * Writes a line of names and a line for each row; the writer is flushed and stays open. The text
   * guards against spreadsheets as {@link CsvReport} does.
   *
   * @throws IOException if the writer does not take it
   */
  public void writeCsv(Writer out) throws IOException {
    ResultTable safe = RedactedTable.of(table, redaction);
    CsvReport.write(TableValues.keys(safe), TableValues.rows(safe, true), out);
  }

  /**
   * Writes an object for each row; the writer is flushed and stays open.
   *
   * @throws IOException if the writer does not take it
   */
  public void writeJsonLines(Writer out) throws IOException {
    ResultTable safe = RedactedTable.of(table, redaction);
    JsonLines.write(TableValues.keys(safe), TableValues.rows(safe, false), out);
    out.flush();
  }

  /** What the table rests on, and what a limit took away: lines that end with LF, or nothing. */
  public String foot() {
    return (table.left() > 0
            ? "... "
                + ValueText.count(table.left())
                + (table.left() == 1 ? " row" : " rows")
                + " left out by the limit\n"
            : "")
        + table.basis().map(Basis::toString).map(b -> b + "\n").orElse("");
  }

  /** {@code module=x, count=12}: the first row in one line, for messages; empty without rows. */
  public String firstRow() {
    ResultTable safe = RedactedTable.of(table, redaction);
    if (safe.rows().isEmpty()) {
      return "";
    }
    List<String> cells = safe.cells().get(0);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      texts.add(safe.columns().get(i).name() + "=" + Cut.END.apply(cells.get(i), MOST_CELL));
    }
    return TerminalText.line(String.join(", ", texts));
  }

  /** The text at 80 columns, secrets masked. */
  @Override
  public String toString() {
    return text(ReportOptions.standard());
  }
}

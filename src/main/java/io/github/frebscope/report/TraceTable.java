package io.github.frebscope.report;

import io.github.frebscope.query.Attributes;
import io.github.frebscope.query.Column;
import io.github.frebscope.query.ResultTable;
import io.github.frebscope.query.TerminalText;
import io.github.frebscope.query.TraceSet;
import io.github.frebscope.query.TraceSummary;
import io.github.frebscope.query.ValueText;
import io.github.frebscope.trace.MeasuredTime;
import io.github.frebscope.trace.StatusCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * Traces as a table for people: a line each with what tells them apart. The folder that all files
 * have in common is told once, below the table.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class TraceTable {
  /** From this width on there is room for the cause. */
  private static final int WIDE = 100;

  /** From this width on there is room for the server. */
  private static final int WIDER = 120;

  /** From this width on there is room for the error and the URL too. */
  private static final int WIDEST = 140;

  private final TraceSet traces;

  private TraceTable(TraceSet traces) {
    this.traces = Objects.requireNonNull(traces, "traces");
  }

  /** The table of a set. */
  public static TraceTable of(TraceSet traces) {
    return new TraceTable(traces);
  }

  /** The text; lines end with LF. On a wide page it has more columns. */
  public String text(ReportOptions options) {
    List<Cell> cells = cells(options);
    String folder = commonFolder();
    ResultTable table =
        ResultTable.of(
            cells.stream().map(Cell::column).toList(),
            traces.stream().map(t -> row(t, cells, folder.length())).toList());
    return table.text(options.width())
        + (folder.isEmpty() ? "" : "Files are below " + TerminalText.line(folder) + "\n");
  }

  /** The text at 80 columns, secrets masked. */
  @Override
  public String toString() {
    return text(ReportOptions.standard());
  }

  private record Cell(Column column, Function<TraceSummary, Object> value) {}

  private static List<Cell> cells(ReportOptions options) {
    Redaction redaction = options.redaction();
    List<Cell> cells = new ArrayList<>();
    cells.add(new Cell(Column.fixed(Attributes.START.title()), TraceSummary::start));
    if (options.width() >= WIDER) {
      cells.add(new Cell(Column.left(Attributes.SERVER.title()), TraceSummary::server));
    }
    cells.add(
        new Cell(
            Column.fixed(Attributes.STATUS.title()), t -> t.status().map(StatusCode::toString)));
    cells.add(new Cell(Column.left(Attributes.MODULE.title()), t -> t.verdict().module()));
    if (options.width() >= WIDE) {
      cells.add(new Cell(Column.left(Attributes.CAUSE.title()), Attributes.CAUSE::of));
    }
    if (options.width() >= WIDEST) {
      cells.add(new Cell(Column.left(Attributes.ERROR_NAME.title()), Attributes.ERROR_NAME::of));
    }
    cells.add(
        new Cell(
            Column.right(Attributes.TIME_TAKEN.title() + ", ms"),
            t -> t.timeTaken().map(MeasuredTime::of).map(ValueText::milliseconds)));
    if (options.width() >= WIDEST) {
      cells.add(new Cell(Column.path(Attributes.URL.title()), t -> t.url().map(redaction::url)));
    }
    cells.add(new Cell(Column.path(Attributes.FILE.title()), TraceSummary::file));
    return cells;
  }

  /** The values, the file without the folder. */
  private static List<Object> row(TraceSummary trace, List<Cell> cells, int folder) {
    List<Object> row = new ArrayList<>();
    cells.forEach(cell -> row.add(cell.value().apply(trace)));
    row.set(row.size() - 1, trace.file().substring(folder));
    return row;
  }

  /** With its last separator; empty when there is only one file, or nothing in common. */
  private String commonFolder() {
    List<String> files = traces.stream().map(TraceSummary::file).distinct().toList();
    if (files.size() < 2) {
      return "";
    }
    String common = files.get(0);
    for (String file : files) {
      int same = 0;
      while (same < Math.min(common.length(), file.length())
          && common.charAt(same) == file.charAt(same)) {
        same++;
      }
      common = common.substring(0, same);
    }
    int separator = Math.max(common.lastIndexOf('/'), common.lastIndexOf('\\'));
    return common.substring(0, separator + 1);
  }
}

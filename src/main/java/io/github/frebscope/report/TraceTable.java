package io.github.frebscope.report;

import io.github.frebscope.query.Attribute;
import io.github.frebscope.query.Attributes;
import io.github.frebscope.query.ResultTable;
import io.github.frebscope.query.ResultTable.Column;
import io.github.frebscope.query.TraceSet;
import io.github.frebscope.query.TraceSummary;
import io.github.frebscope.trace.StatusCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Traces as a table for people: a line each with what tells them apart. */
public final class TraceTable {
  /** From this width on there is room for the error and the URL. */
  private static final int WIDE = 120;

  private TraceTable() {}

  /** The table; on a wide page it has the error and the URL too. */
  public static ResultTable of(TraceSet traces, ReportOptions options) {
    boolean wide = options.width() >= WIDE;
    List<Column> columns = new ArrayList<>();
    columns.add(Column.left(Attributes.START.title()));
    columns.add(Column.left(Attributes.SERVER.title()));
    columns.add(Column.left(Attributes.STATUS.title()));
    columns.add(Column.left(Attributes.MODULE.title()));
    if (wide) {
      columns.add(Column.left(Attributes.ERROR_NAME.title()));
    }
    columns.add(Column.right(Attributes.TIME_TAKEN.title()));
    if (wide) {
      columns.add(Column.path(Attributes.URL.title()));
    }
    columns.add(Column.path(Attributes.FILE.title()));
    return ResultTable.of(
        columns, traces.stream().map(t -> row(t, wide, options.redaction())).toList());
  }

  private static List<Object> row(TraceSummary trace, boolean wide, Redaction redaction) {
    List<Object> row = new ArrayList<>();
    row.add(trace.start());
    row.add(trace.server());
    row.add(trace.status().map(StatusCode::toString));
    row.add(trace.verdict().module());
    if (wide) {
      row.add(value(Attributes.ERROR_NAME, trace, redaction));
    }
    row.add(trace.timeTaken());
    if (wide) {
      row.add(value(Attributes.URL, trace, redaction));
    }
    row.add(trace.file());
    return row;
  }

  private static Optional<Object> value(
      Attribute<?> attribute, TraceSummary trace, Redaction redaction) {
    return AttributeValues.of(attribute, trace, redaction);
  }
}

package io.github.frebscope.cli;

import io.github.frebscope.query.Attribute;
import io.github.frebscope.query.Column;
import io.github.frebscope.query.ResultTable;
import io.github.frebscope.query.TraceSet;
import io.github.frebscope.report.Redaction;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A question that was typed: about traces, or about their events. */
interface Question {
  /** The columns of the answer; empty for a pivot, which has them only when it is asked. */
  List<Column> columns();

  boolean isPivot();

  /** The attributes to be kept while traces are loaded. */
  List<Attribute<?>> kept();

  /** How many rows are shown; empty for all. */
  OptionalInt limit();

  /** All rows of the answer, whatever the limit. */
  ResultTable run(TraceSet traces);

  /** What to know about the figures; empty when there is nothing. */
  default Optional<String> note() {
    return Optional.empty();
  }

  /** Why there is no answer; empty when there is one. */
  Optional<String> nothing(TraceSet traces, ResultTable answer, Redaction redaction);
}

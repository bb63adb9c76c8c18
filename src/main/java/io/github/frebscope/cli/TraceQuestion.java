package io.github.frebscope.cli;

import io.github.frebscope.query.Attribute;
import io.github.frebscope.query.Column;
import io.github.frebscope.query.Query;
import io.github.frebscope.query.ResultTable;
import io.github.frebscope.query.TraceSet;
import io.github.frebscope.report.EmptyAnswer;
import io.github.frebscope.report.Redaction;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A question about traces. */
record TraceQuestion(Query query) implements Question {
  @Override
  public List<Column> columns() {
    return query.columns();
  }

  @Override
  public boolean isPivot() {
    return query.isPivot();
  }

  @Override
  public List<Attribute<?>> kept() {
    return query.kept();
  }

  @Override
  public OptionalInt limit() {
    return query.limit();
  }

  @Override
  public ResultTable run(TraceSet traces) {
    return query.limit(Integer.MAX_VALUE).run(traces);
  }

  @Override
  public Optional<String> nothing(TraceSet traces, ResultTable answer, Redaction redaction) {
    return EmptyAnswer.of(query.condition(), traces, redaction);
  }
}

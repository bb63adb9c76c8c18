package io.github.frebscope.cli;

import io.github.frebscope.query.Attribute;
import io.github.frebscope.query.Column;
import io.github.frebscope.query.EventQuery;
import io.github.frebscope.query.ResultTable;
import io.github.frebscope.query.TraceSet;
import io.github.frebscope.query.ValueText;
import io.github.frebscope.report.EmptyAnswer;
import io.github.frebscope.report.Redaction;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * A question about events, whose files are read again.
 *
 * @param query the question
 * @param progress a bar for reading again
 */
record EventQuestion(EventQuery query, Supplier<Progress> progress) implements Question {
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
    try (Progress bar = progress.get()) {
      bar.again(traces.where(query.traces()).count());
      return query
          .limit(Integer.MAX_VALUE)
          .run(traces.events().watched(trace -> bar.read(trace.file(), 1)));
    }
  }

  @Override
  public Optional<String> note() {
    return query.countsSpansTwice()
        ? Optional.of(
            "note: a span has two events, its begin and its end, and is summed twice;"
                + " --where span takes each once")
        : Optional.empty();
  }

  @Override
  public Optional<String> nothing(TraceSet traces, ResultTable answer, Redaction redaction) {
    if (answer.basis().filter(basis -> basis.events() > 0).isPresent()) {
      return Optional.empty();
    }
    Optional<String> none = EmptyAnswer.of(query.traces(), traces, redaction);
    if (none.isPresent()) {
      return none;
    }
    int wanted = traces.where(query.traces()).count();
    return Optional.of(
        "no event passes "
            + query.condition()
            + "; the events of "
            + ValueText.count(wanted)
            + (wanted == traces.count() ? "" : " of " + ValueText.count(traces.count()))
            + (traces.count() == 1 ? " trace were read" : " traces were read"));
  }
}

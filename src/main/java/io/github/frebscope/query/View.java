package io.github.frebscope.query;

import java.util.Objects;

/**
 * A ready-made question with a name. Those there are stand in {@link Views}; make your own as
 * easily.
 *
 * @param name its name, small letters with hyphens
 * @param question what it asks: one sentence with a question mark
 * @param query the query that asks it
 */
public record View(String name, String question, Query query) {
  /** Refuses nulls. */
  public View {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(question, "question");
    Objects.requireNonNull(query, "query");
  }

  /** The answer; see {@link Query#run} for exceptions. */
  public ResultTable of(TraceSet traces) {
    return query.run(traces);
  }

  /** {@code by-cause: What went wrong, and how often?}: one line of at most 80 characters. */
  @Override
  public String toString() {
    return Cut.END.apply(TerminalText.line(name + ": " + question), ResultTable.WIDTH);
  }
}

package io.github.frebscope.query;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What is grouped and counted: traces, or events.
 *
 * @param <R> the type of the rows
 */
interface Rows<R> {
  /**
   * Hands over every row, one after another, in order.
   *
   * @return what the answer rests on
   */
  Basis forEach(Consumer<? super R> consumer);

  /** When a row happened; empty when it does not tell. */
  Optional<Instant> timeOf(R row);
}

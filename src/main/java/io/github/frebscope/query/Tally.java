package io.github.frebscope.query;

/**
 * Collects the rows of one group.
 *
 * @param <R> the type of the rows
 * @param <V> the type of the result
 */
interface Tally<R, V> {
  void add(R row);

  V result(Scope scope);
}

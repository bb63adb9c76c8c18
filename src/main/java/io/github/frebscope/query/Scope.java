package io.github.frebscope.query;

import java.time.Duration;

/**
 * What an aggregate of one group is held against.
 *
 * @param rows how many rows there are in all groups
 * @param time how long the rows of all groups lasted from the first to the last, or the length of
 *     one step of a time series
 */
record Scope(long rows, Duration time) {
  /** The same for a group with those keys: in a time series, with the length of its own step. */
  Scope of(Object[] keys) {
    return keys.length > 0 && keys[0] instanceof TimeStep step
        ? new Scope(rows, step.length())
        : this;
  }
}

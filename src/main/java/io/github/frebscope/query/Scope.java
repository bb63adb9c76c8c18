package io.github.frebscope.query;

import java.time.Duration;

/**
 * What an aggregate of one group is held against.
 *
 * @param rows how many rows there are in all groups
 * @param time how long the rows of all groups lasted from the first to the last, or the length of
 *     one step of a time series
 */
record Scope(long rows, Duration time) {}

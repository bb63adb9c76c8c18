/**
 * Statistics that know no traces. Tests of significance are the only place that knows Commons
 * Statistics, an optional dependency: ask {@link
 * io.github.frebscope.internal.stats.Statistics#require} before them. {@code Chance} and {@code
 * Kleinberg} need no library, and what uses them works without one. Not exported.
 */
package io.github.frebscope.internal.stats;

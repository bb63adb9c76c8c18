/**
 * Tests of significance. The only place that knows Commons Statistics, an optional dependency: ask
 * {@link io.github.frebscope.internal.stats.Statistics#require} before anything else. Not exported.
 */
package io.github.frebscope.internal.stats;

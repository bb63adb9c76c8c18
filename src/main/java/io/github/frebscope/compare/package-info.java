/**
 * What is different in two traces, beyond the error of the clock and the ids of the single request.
 *
 * <pre>{@code
 * Comparison difference =
 *     Comparison.of(
 *         Frebscope.timeline(Path.of("failed.xml")), Frebscope.timeline(Path.of("worked.xml")));
 * difference.spansOnlyLeft().forEach(System.out::println);
 * difference.times().forEach(System.out::println); // what took longer, the largest first
 * }</pre>
 *
 * <p>All types are immutable and safe for use by several threads. No method takes or returns null.
 * Names from the trace are made printable in every {@code toString}, but not redacted. Records that
 * hold a span are equal when they hold the same one.
 */
package io.github.frebscope.compare;

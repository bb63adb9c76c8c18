/**
 * What a trace <em>is</em>: values without input or output.
 *
 * <p>{@link io.github.frebscope.trace.Trace} is one file: its {@link
 * io.github.frebscope.trace.RequestInfo} and its {@link io.github.frebscope.trace.TraceEvent}s in
 * document order.
 *
 * <pre>{@code
 * Trace trace = Frebscope.read(Path.of("fr000070.xml"));
 * trace.events().stream()
 *     .filter(TraceEvent::isWarningOrWorse)
 *     .forEach(e -> System.out.println(e.index() + " " + e.name() + " " + e.data("ModuleName")));
 * }</pre>
 *
 * <p>All types are immutable and safe for use by several threads, builders aside. No method takes
 * or returns null unless it says so: what may be absent is an {@link java.util.Optional}.
 */
package io.github.frebscope.trace;

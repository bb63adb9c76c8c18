/**
 * Reads IIS Failed Request Tracing logs: {@link io.github.frebscope.Frebscope} is where to start.
 *
 * <pre>{@code
 * Trace trace = Frebscope.read(Path.of("fr000070.xml"));
 * System.out.println(Frebscope.classify(trace));
 *
 * TraceSet traces = Frebscope.load(Path.of("FailedReqLogFiles"));
 * traces.where(Attributes.STATUS.is(502)).groupBy(Attributes.MODULE).count();
 * }</pre>
 */
package io.github.frebscope;

/**
 * Tools that tests use: a writer that makes traces as IIS does, a script language for requests, and
 * an independent reader.
 *
 * <pre>{@code
 * Trace trace = DomTraces.read(file);
 * byte[] sameFile = TraceWriter.write(trace);
 * }</pre>
 */
package io.github.frebscope.testing;

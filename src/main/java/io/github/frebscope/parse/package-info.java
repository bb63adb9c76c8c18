/**
 * Reads one trace file: whole, as a {@link io.github.frebscope.trace.Trace}, or event by event into
 * a {@link io.github.frebscope.parse.TraceSink}.
 *
 * <pre>{@code
 * TraceReader reader = TraceReader.standard();
 * Trace trace = reader.read(TraceFile.of(Path.of("fr000070.xml")));
 * for (Diagnostic d : trace.diagnostics()) {
 *   System.out.println(d);
 * }
 * }</pre>
 *
 * <p>What is read is what IIS writes: a {@code failedRequest} root with the request's attributes
 * and one {@code Event} element after another, UTF-8, CRLF. Other encodings, prefixes and
 * indentation are read too. Damage is data: a broken file gives the events that are there and
 * located {@link io.github.frebscope.trace.Diagnostic}s; only a file that is no trace at all throws
 * {@link io.github.frebscope.parse.TraceParseException}. {@link
 * io.github.frebscope.parse.TraceReader#strict()} turns damage into that exception.
 *
 * <p>Files are untrusted: a document type declaration is refused, no entity is expanded, nothing is
 * fetched, and an event larger than 8 MiB is passed over.
 */
package io.github.frebscope.parse;

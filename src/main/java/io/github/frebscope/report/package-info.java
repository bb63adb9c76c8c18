/**
 * What is found out, in text, JSON Lines and CSV.
 *
 * <p>Every report is redacted unless {@link io.github.frebscope.report.Redaction#off()} is asked
 * for, and text from a trace is made safe for where it goes.
 *
 * <pre>{@code
 * TraceSet traces = Frebscope.load(Path.of("FailedReqLogFiles"));
 * System.out.print(SummaryReport.of(traces).text(ReportOptions.standard().withWidth(120)));
 * new JsonLines(Redaction.on()).write(traces, writer);
 * }</pre>
 *
 * <p>All types are immutable and safe for use by several threads. No method takes or returns null.
 * {@link io.github.frebscope.report.JsonLines} needs jackson-core and {@link
 * io.github.frebscope.report.CsvReport} needs commons-csv, both optional dependencies.
 */
package io.github.frebscope.report;

/**
 * Where the time of one request went, and questions about how its events and spans lie.
 *
 * <pre>{@code
 * Timeline timeline = Timeline.of(Frebscope.read(Path.of("fr000001.xml")));
 * System.out.println(timeline.largestGaps(3));
 * System.out.println(timeline.byModule());
 * }</pre>
 *
 * <p>An {@link io.github.frebscope.timeline.EventPattern} or a {@link
 * io.github.frebscope.timeline.SpanPattern} is a question that is put together once and asked of
 * many timelines. In how many traces of a farm did a rewrite rule fail before the error?
 *
 * <pre>{@code
 * EventPattern question =
 *     EventPattern.named("RULE_EVALUATION_END")
 *         .with("Succeeded", "false")
 *         .inside(SpanPattern.ofKind("URL_REWRITE"))
 *         .before(EventPattern.named("MODULE_SET_RESPONSE_ERROR_STATUS").with("HttpStatus", 502));
 * LongAdder traces = new LongAdder();
 * Frebscope.forEachTimeline(
 *     Path.of("D:\\farm"),
 *     timeline -> traces.add(question.isIn(timeline) ? 1 : 0));
 * }</pre>
 *
 * <p>All types are immutable and safe for use by several threads, and so are the lists they answer.
 * No method takes or returns null: what may be absent is an {@link java.util.Optional}, what may be
 * nothing an empty list. The {@code toString} of every result is short; names from the trace are
 * cut in it and made printable, but not redacted.
 *
 * <p>A {@link io.github.frebscope.timeline.Timeline} and its {@link
 * io.github.frebscope.timeline.Span}s are equal only to themselves: two readings of one file give
 * two timelines. The records that hold a span ({@link io.github.frebscope.timeline.Gap}, ...) are
 * equal when they hold the same one.
 *
 * <p>Whatever is asked of a timeline is worked out anew each time, in a walk through its spans or
 * events or a few: keep an answer that is needed often.
 */
package io.github.frebscope.timeline;

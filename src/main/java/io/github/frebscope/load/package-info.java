/**
 * Many files into one {@link io.github.frebscope.query.TraceSet}: in parallel, in the order of the
 * files, with a ledger of every file that was not read whole.
 *
 * <pre>{@code
 * TraceSet traces = TraceLoader.standard().load(List.of(TraceRoot.parse("WEB01=D:\\logs")));
 * System.out.println(traces);
 * traces.ledger().entries().forEach(System.out::println);
 * }</pre>
 *
 * <p>What needs all events of all traces is asked of their timelines, a few of which are in memory
 * at a time:
 *
 * <pre>{@code
 * Ledger ledger = TraceLoader.standard().forEachTimeline(roots, timeline -> count(timeline));
 * }</pre>
 *
 * <p>Of a set, only a summary of each trace is kept; memory while loading is one window a thread. A
 * bad file never ends a load. Nothing is printed; progress goes to a {@link
 * io.github.frebscope.load.LoadProgress}.
 */
package io.github.frebscope.load;

/**
 * Questions to many traces.
 *
 * <p>A {@link io.github.frebscope.query.TraceSet} holds a small {@link
 * io.github.frebscope.query.TraceSummary} for each trace and a {@link
 * io.github.frebscope.query.Ledger} of every file that was not read whole. What is known about a
 * trace has one name each, in {@link io.github.frebscope.query.Attributes}, for filters, groups,
 * columns and JSON keys alike.
 *
 * <pre>{@code
 * TraceSet traces = Frebscope.load(Path.of("FailedReqLogFiles"));
 * System.out.println(traces.where(STATUS.is(502)).groupBy(MODULE).count());
 * System.out.println(
 *     traces
 *         .where(STATUS.is(502).and(TIME_TAKEN.atLeast(Duration.ofSeconds(30))))
 *         .groupBy(BACKEND, URL_PATTERN)
 *         .aggregate(count(), p95(WAIT), last(START)));
 * System.out.println(traces.over(Duration.ofMinutes(5)).groupBy(SERVER).pivot(count()));
 * }</pre>
 *
 * <p>The same words are asked of the events of all traces, {@link
 * io.github.frebscope.query.Events}, which are read again from their files and never kept:
 *
 * <pre>{@code
 * traces.events().where(NAME.is("ARR_SERVER_ROUTED")).groupBy(data("Server")).count();
 * traces.spans().groupBy(SPAN_KIND).aggregate(count(), sum(SPAN_OWN_TIME));
 * }</pre>
 *
 * <p>Questions that take more than one of them: who waited for the backend and where, which rewrite
 * rules took part where the backend reset the connection, and what hurts each customer, today and
 * before. Results lead on: tables by the names of their columns, fingerprints and bursts by their
 * conditions.
 *
 * <pre>{@code
 * Condition<TraceSummary> slow = WAIT.above(Duration.ofSeconds(10));
 * ResultTable waits =
 *     traces
 *         .over(Duration.ofHours(1), ZoneId.of("Europe/Berlin"))
 *         .groupBy(SERVER)
 *         .aggregate(count(), share(slow).as("slow"), top(1, URL_PATTERN).where(slow).as("worst"))
 *         .orderByDescending("slow");
 * Object worst = waits.value(0, "worst");
 *
 * traces
 *     .where(CAUSE.is("BACKEND_RESET"))
 *     .spans()
 *     .where(SPAN_KIND.is("RULE_EVALUATION"))
 *     .groupBy(SPAN_NAME)
 *     .aggregate(count(), sum(SPAN_TIME), max(SPAN_TIME));
 *
 * Attribute<String> tenant =
 *     header("Host").map("tenant", String.class, host -> Optional.of(host.split("\.")[0]));
 * TraceSet kept = TraceLoader.standard().keep(tenant).load(Path.of("FailedReqLogFiles"));
 * kept.groupBy(tenant, FINGERPRINT)
 *     .aggregate(
 *         count().where(START.atLeast(midnight)).as("today"),
 *         count().where(START.below(midnight)).as("before"))
 *     .orderByDescending("today");
 *
 * traces.bursts().stream().map(b -> traces.where(b.condition()).groupBy(SERVER).count());
 * traces.table(START, URL, TIME_TAKEN, FILE).orderByDescending("timeTaken").limit(10);
 * }</pre>
 *
 * <p>A set answers as well which failures are the same problem ({@link
 * io.github.frebscope.query.TraceSet#fingerprints()}), when they came ({@link
 * io.github.frebscope.query.TraceSet#bursts()}), and what is different in another set ({@link
 * io.github.frebscope.query.TraceSet#compare}). What only events tell can also be kept while the
 * traces are loaded ({@link io.github.frebscope.query.Attribute#ofTrace}).
 *
 * <p>What many traces show and none of them alone, such as a process that hung or a backend that
 * stands out, are its {@linkplain io.github.frebscope.query.SetFinding findings}:
 *
 * <pre>{@code
 * TraceSet farm = Frebscope.load(Path.of("D:\\farm"));
 * farm.findings().forEach(System.out::println);
 * }</pre>
 *
 * <p>A front end with Application Request Routing and the server behind it each trace a request;
 * the id that the one sent is the id that the other received:
 *
 * <pre>{@code
 * Map<String, TraceSummary> fronts = new HashMap<>();
 * farm.stream().forEach(t -> SENT_LOG_ID.of(t).ifPresent(id -> fronts.put(id, t)));
 * farm.where(RECEIVED_LOG_ID.in(fronts.keySet())).stream()
 *     .forEach(t -> System.out.println(
 *         fronts.get(RECEIVED_LOG_ID.of(t).orElseThrow()) + "\n  behind it: " + t));
 * }</pre>
 *
 * <p>All types are immutable and safe for use by several threads, but for {@link
 * io.github.frebscope.query.TimeByModule}, which collects. No method takes or returns null: what
 * may be absent is an {@link java.util.Optional}. The {@code toString} of every result fits a
 * terminal and a {@code jshell} prompt.
 */
package io.github.frebscope.query;

/**
 * The logs around the traces: W3C logs of IIS's sites, HTTPERR logs of http.sys, exports of Windows
 * event logs. Each is read as a stream, a line after the other, and damage is told, not thrown.
 *
 * <pre>{@code
 * Map<Instant, Long> byHour = new TreeMap<>();
 * W3cLog.read(
 *     Path.of("u_ex260223.log"),
 *     row -> {
 *       if (row.timeTakenMillis() > 30_000 && row.isPeerGone()) { // answered to nobody
 *         Instant end = Instant.ofEpochMilli(row.endMillis());
 *         byHour.merge(end.truncatedTo(ChronoUnit.HOURS), 1L, Long::sum);
 *       }
 *     });
 * }</pre>
 *
 * <p>{@link io.github.frebscope.log.W3cLog}, {@link io.github.frebscope.log.AccessLogs} for the
 * other formats of sites' logs, {@link io.github.frebscope.log.HttpErrLog} and {@link
 * io.github.frebscope.log.WindowsEvents} read; {@link io.github.frebscope.log.HttpErrReason} and
 * {@link io.github.frebscope.log.KnownEvent} say what is known of reasons and events, from tables
 * beside them.
 *
 * <p>Times are UTC. A W3C line has the time at which its request <em>ended</em>.
 */
package io.github.frebscope.log;

/**
 * What IIS's names and numbers mean: events, areas, modules, notifications, statuses, error codes,
 * time limits, and why requests fail.
 *
 * <p>The knowledge is in tables beside this package (tab-separated text with comments), written to
 * be reviewed by a person who knows IIS and no Java: {@code events.tsv}, {@code areas.tsv}, {@code
 * modules.tsv}, {@code statuses.tsv}, {@code errors.tsv}, {@code values.tsv}, {@code spans.tsv}
 * (which event begins and which ends a span of time) and {@code exchanges.tsv} (what events tell
 * about a gateway and its backend), {@code limits.tsv} (how long what waits). What takes sentences
 * is in stanzas of {@code Key: text}: {@code causes/*.txt} (why requests fail, a file for a family)
 * and {@code meanings.txt} (statuses that say themselves what was wrong). The classes only look
 * things up:
 *
 * <pre>{@code
 * ErrorCodes.find(2147954429L).map(ErrorCode::name); // ERROR_WINHTTP_CANNOT_CONNECT
 * ErrorCodes.hex(2147954429L);                       // 0x80072EFD
 * Modules.area("ApplicationRequestRouting", false);  // RequestRouting
 * Statuses.text(StatusCode.of(502, 4));              // Bad Gateway: No Server (ARR)
 * Notification.of(128);                              // EXECUTE_REQUEST_HANDLER
 * EventCatalog.byName("CGI_TIMEOUT").get(0).level(); // 4
 * SpanKinds.begunBy("URL_REWRITE_START");            // URL_REWRITE
 * TimeLimits.standard().get("arr-farm");             // 30 s, the time-out of an ARR server farm ...
 * Causes.find("DNS_FAIL").map(Cause::summary);       // the backend's name could not be resolved
 * }</pre>
 *
 * <p>What IIS does not define here is not an error: third parties add modules, areas, providers and
 * codes, so every look-up of something unknown answers empty.
 *
 * <p>Each table is read once, when its class is first used: 10 to 50 milliseconds in a JVM that has
 * just started. After that a look-up costs about as much as one in a hash map. All classes are
 * immutable and safe for use by several threads. No method takes or returns null.
 */
package io.github.frebscope.catalog;

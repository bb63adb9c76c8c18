/**
 * What a trace can have recorded, so that what is not in it is taken for absent only where that is
 * certain.
 *
 * <pre>{@code
 * Coverage coverage = Coverage.of(timeline);
 * coverage.isWhole();                                  // false after LOG_FILE_MAX_SIZE_TRUNCATE
 * coverage.canHave("ARR_RESPONSE_HEADERS_START");      // recorded: area RequestRouting was seen, ...
 * coverage.absenceProves("ARR_RESPONSE_HEADERS_START"); // the backend's answer never began
 * TracingRule rule = TracingRule.of().provider("WWW Server", 5, "RequestNotifications");
 * Coverage.of(timeline, rule).canHave("FASTCGI_START");    // not recorded: the rule does not name ...
 * }</pre>
 *
 * <p>All types are immutable and safe for use by several threads. No method takes or returns null.
 * Names from the trace are made printable in every {@code toString}, but not redacted.
 */
package io.github.frebscope.coverage;

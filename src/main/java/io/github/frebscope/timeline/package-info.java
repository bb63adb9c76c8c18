/**
 * Where the time of one request went.
 *
 * <pre>{@code
 * Timeline timeline = Timeline.of(Frebscope.read(Path.of("fr000001.xml")));
 * System.out.println(timeline.largestGaps(3));
 * }</pre>
 *
 * <p>And what a trace can have recorded, so that what is not in it is taken for absent only where
 * that is certain:
 *
 * <pre>{@code
 * Coverage coverage = timeline.coverage();
 * coverage.isWhole();                                  // false after LOG_FILE_MAX_SIZE_TRUNCATE
 * coverage.canHave("ARR_RESPONSE_HEADERS_START");      // recorded: area RequestRouting was seen, ...
 * coverage.absenceProves("ARR_RESPONSE_HEADERS_START"); // the backend's answer never began
 * TracingRule rule = TracingRule.of().provider("WWW Server", 5, "RequestNotifications");
 * timeline.coverage(rule).canHave("FASTCGI_START");    // not recorded: the rule does not name ...
 * }</pre>
 */
package io.github.frebscope.timeline;

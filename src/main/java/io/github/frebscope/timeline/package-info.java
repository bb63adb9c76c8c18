/**
 * Where the time of one request went.
 *
 * <pre>{@code
 * Timeline timeline = Timeline.of(Frebscope.read(Path.of("fr000001.xml")));
 * System.out.println(timeline.largestGaps(3));
 * }</pre>
 */
package io.github.frebscope.timeline;

package io.github.frebscope.parse;

import io.github.frebscope.trace.Completeness;
import io.github.frebscope.trace.Diagnostic;
import io.github.frebscope.trace.RequestInfo;
import io.github.frebscope.trace.TraceEvent;

/**
 * What a reader tells about one file: the request first, then the events in document order, the end
 * last. Called by the reading thread. An exception thrown here ends the reading and reaches the
 * caller.
 */
public interface TraceSink {
  /** What the root element says; once, first. */
  void request(RequestInfo request);

  /** One event. */
  void event(TraceEvent event);

  /** Something wrong with the file; not always in the order of the events. */
  default void diagnostic(Diagnostic diagnostic) {}

  /**
   * The end; once, last, unless reading ended with an exception.
   *
   * @param completeness whether the trace tells the request to its end
   * @param eventCount how many complete events the file holds
   */
  default void end(Completeness completeness, int eventCount) {}
}

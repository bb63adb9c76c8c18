package io.github.frebscope.timeline;

import io.github.frebscope.catalog.SpanKind;
import io.github.frebscope.catalog.SpanKinds;
import io.github.frebscope.trace.MeasuredTime;
import io.github.frebscope.trace.Trace;
import java.time.Duration;

/**
 * Adds what {@code timeTaken} says beyond the events of a trace that does not tell its request from
 * beginning to end. In complete traces the two agree within a tick, so there is nothing to add.
 * When both ends are missing, nobody knows how much of it lies before the events and how much after
 * them: it is one part, put at the end.
 */
final class UntracedParts {
  private UntracedParts() {}

  static void add(Draft request, Trace trace, Clock clock) {
    boolean endIsMissing = request.endPlace < 0;
    boolean startIsMissing = request.startPlace < 0;
    if (!endIsMissing && !startIsMissing) {
      return;
    }
    Duration traced = Duration.ofNanos(request.end - request.start);
    Duration missing = trace.request().timeTaken().orElse(Duration.ZERO).minus(traced);
    // Both lengths have an error of a tick.
    if (missing.compareTo(MeasuredTime.TICK.multipliedBy(2)) <= 0) {
      return;
    }
    if (endIsMissing) {
      Draft part =
          part(
              startIsMissing ? SpanKinds.OUTSIDE_EVENTS : SpanKinds.AFTER_LAST_EVENT,
              clock.count());
      part.start = request.end;
      part.end = request.end + Clock.nanos(missing);
      request.end = part.end;
      request.children.add(part);
    } else {
      Draft part = part(SpanKinds.BEFORE_FIRST_EVENT, 0);
      part.start = request.start - Clock.nanos(missing);
      part.end = request.start;
      request.start = part.start;
      request.children.add(0, part);
    }
  }

  private static Draft part(SpanKind kind, int place) {
    Draft part = new Draft(kind, place);
    part.state = SpanState.CLOSED;
    return part;
  }
}

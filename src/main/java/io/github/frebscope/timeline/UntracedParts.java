package io.github.frebscope.timeline;

import io.github.frebscope.catalog.SpanKind;
import io.github.frebscope.catalog.SpanKinds;
import io.github.frebscope.trace.Completeness;
import io.github.frebscope.trace.MeasuredTime;
import io.github.frebscope.trace.Trace;
import java.time.Duration;

/**
 * Adds what {@code timeTaken} says beyond the events of a trace that does not tell its request from
 * beginning to end. In complete traces the two agree within a tick, so there is nothing to add.
 * When both ends are missing, nobody knows how much of it lies before the events and how much after
 * them: it is one part, put at the end. A trace that was written at the time limit of its rule
 * misses nothing until then: the silence at its end goes to what was open.
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
    if (trace.completeness() == Completeness.TIME_LIMIT && clock.count() > 0) {
      untilWritten(request, clock, request.end + Clock.nanos(missing));
    } else if (endIsMissing) {
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

  /**
   * IIS wrote the trace when the rule's time limit passed, and every event until then is in it:
   * what was open went on in silence.
   */
  private static void untilWritten(Draft request, Clock clock, long written) {
    Draft part = part(SpanKinds.UNTIL_WRITTEN, clock.count());
    part.start = request.end;
    part.end = written;
    Draft open = request;
    open.end = written;
    for (Draft last = openAtEnd(open, clock); last != null; last = openAtEnd(last, clock)) {
      last.end = written;
      open = last;
    }
    open.children.add(part);
  }

  /** What was still open in a span when the trace ended; null when nothing was. */
  private static Draft openAtEnd(Draft span, Clock clock) {
    if (span.children.isEmpty()) {
      return null;
    }
    Draft last = span.children.get(span.children.size() - 1);
    boolean isOpen = last.state == SpanState.OPEN || last.kind == SpanKinds.NOTIFICATION;
    return isOpen && last.to == clock.count() && last.from < last.to ? last : null;
  }

  private static Draft part(SpanKind kind, int place) {
    Draft part = new Draft(kind, place);
    part.state = SpanState.CLOSED;
    return part;
  }
}

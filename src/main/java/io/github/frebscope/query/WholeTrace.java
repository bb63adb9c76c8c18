package io.github.frebscope.query;

import io.github.frebscope.timeline.Timeline;
import io.github.frebscope.trace.MeasuredTime;
import io.github.frebscope.trace.Trace;
import io.github.frebscope.trace.TraceEvent;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A trace that was read again, and its timeline once one of its events is asked for it. */
final class WholeTrace {
  private final TraceSummary summary;
  private final Trace trace;

  /** Made when first needed: most questions about events need none. Two threads may make two. */
  private volatile Timeline timeline;

  private volatile Instant[] times;

  WholeTrace(TraceSummary summary, Trace trace) {
    this.summary = Objects.requireNonNull(summary, "summary");
    this.trace = Objects.requireNonNull(trace, "trace");
  }

  WholeTrace(TraceSummary summary, Timeline timeline) {
    this(summary, timeline.trace());
    this.timeline = timeline;
  }

  TraceSummary summary() {
    return summary;
  }

  Trace trace() {
    return trace;
  }

  Timeline timeline() {
    Timeline known = timeline;
    if (known == null) {
      known = Timeline.of(trace);
      timeline = known;
    }
    return known;
  }

  /**
   * The time since the event before it; empty for the first event, for one of another trace, and
   * where no stamp could be read.
   */
  Optional<MeasuredTime> gap(TraceEvent event) {
    int place = placeOf(event);
    return place < 1
        ? Optional.empty()
        : Optional.of(MeasuredTime.between(latest()[place - 1], latest()[place]));
  }

  /** The time since the first event; empty for an event of another trace or without time. */
  Optional<MeasuredTime> offset(TraceEvent event) {
    int place = placeOf(event);
    return place < 0
        ? Optional.empty()
        : Optional.of(MeasuredTime.between(latest()[0], latest()[place]));
  }

  /** The times of the events, never going back, as in a timeline: cheaper than making one. */
  private Instant[] latest() {
    Instant[] known = times;
    if (known == null) {
      List<TraceEvent> events = trace.events();
      known = new Instant[events.size()];
      for (int i = 0; i < known.length; i++) {
        Instant time = events.get(i).time();
        known[i] = i > 0 && time.isBefore(known[i - 1]) ? known[i - 1] : time;
      }
      times = known;
    }
    return known;
  }

  /** An event's number is its place, unless some before it could not be read; -1 without time. */
  private int placeOf(TraceEvent event) {
    if (event.time().equals(Instant.EPOCH)) {
      return -1; // In the whole trace no stamp could be read, which is no silence of 0 ms.
    }
    List<TraceEvent> events = trace.events();
    int place = Math.min(event.index(), events.size() - 1);
    while (place >= 0 && events.get(place).index() > event.index()) {
      place--;
    }
    return place >= 0 && events.get(place).equals(event) ? place : -1;
  }
}

package io.github.frebscope.coverage;

import io.github.frebscope.internal.text.Texts;
import io.github.frebscope.timeline.Timeline;
import io.github.frebscope.trace.Completeness;
import io.github.frebscope.trace.Diagnostic;
import io.github.frebscope.trace.MeasuredTime;
import io.github.frebscope.trace.Trace;
import io.github.frebscope.trace.TraceEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the reasons why a trace does not tell all of its request. */
final class Flaws {
  private static final String START = "GENERAL_REQUEST_START";
  private static final String END = "GENERAL_REQUEST_END";

  private final Trace trace;
  private final List<TraceEvent> events;
  private final List<Flaw> flaws = new ArrayList<>();

  private Flaws(Trace trace) {
    this.trace = trace;
    // What the tracing module adds is no event of the request.
    events = trace.events().stream().filter(e -> !KnownProviders.isOwn(e)).toList();
  }

  /** All that are found, the gravest first. */
  static List<Flaw> of(Timeline timeline, SeenEvents seen, UnpairedSpans unpaired) {
    Flaws flaws = new Flaws(timeline.trace());
    flaws.beginning();
    flaws.ending();
    flaws.losses(seen);
    unpaired.broken().ifPresent(text -> flaws.add(Flaw.Kind.UNPAIRED, text));
    flaws.time(timeline.tracedTime());
    return List.copyOf(flaws.flaws);
  }

  private void add(Flaw.Kind kind, String text) {
    flaws.add(new Flaw(kind, text));
  }

  private void beginning() {
    if (events.isEmpty()) {
      add(Flaw.Kind.EMPTY, "it has no events");
    } else if (!isOfRequest(events.get(0), START)) {
      add(Flaw.Kind.BEGINS_LATE, "it begins with %s, not %s".formatted(at(0), START));
    }
  }

  private void ending() {
    Completeness how = trace.completeness();
    int last = events.size() - 1;
    boolean hasEnd = last >= 0 && isOfRequest(events.get(last), END);
    boolean isOfChild = !hasEnd && last >= 0 && events.get(last).is(END);
    if (how != Completeness.COMPLETE && how != Completeness.MID_REQUEST) {
      add(kind(how), last < 0 ? how.text() : how.text() + ", its last event is " + at(last));
    } else if (last >= 0 && !hasEnd) {
      String otherwise = isOfChild ? "which by its place is that of a child request" : "not " + END;
      add(Flaw.Kind.ENDS_EARLY, "it ends with %s, %s".formatted(at(last), otherwise));
    } else if (how == Completeness.MID_REQUEST) {
      add(Flaw.Kind.ENDS_EARLY, how.text());
    }
  }

  private static Flaw.Kind kind(Completeness how) {
    return switch (how) {
      case TORN -> Flaw.Kind.TORN;
      case SIZE_LIMIT -> Flaw.Kind.SIZE_LIMIT;
      case TIME_LIMIT -> Flaw.Kind.TIME_LIMIT;
      default -> Flaw.Kind.ENDS_EARLY;
    };
  }

  private void losses(SeenEvents seen) {
    boolean isToldTorn = trace.completeness() == Completeness.TORN;
    Optional<Diagnostic> loss =
        trace.diagnostics().stream()
            .filter(d -> d.kind().isLosing())
            .filter(d -> !isToldTorn || d.kind() != Diagnostic.Kind.TORN)
            .findFirst();
    boolean isListCut = trace.diagnosticCount() > trace.diagnostics().size();
    int missing = trace.eventCount() - trace.events().size();
    if (loss.isPresent()) {
      add(Flaw.Kind.LOST, "not all of it could be read: " + loss.get());
    } else if (missing > 0 || isListCut) {
      add(Flaw.Kind.LOST, "not all of it could be read");
    }
    if (seen.unidentified() > 0) {
      add(
          Flaw.Kind.UNIDENTIFIED,
          Texts.count(seen.unidentified(), "event") + " of which nobody can tell the kind");
    }
  }

  /** Both times have an error of a tick. */
  private void time(Duration traced) {
    if (trace.start().isEmpty() && !trace.events().isEmpty()) {
      add(Flaw.Kind.TIME_UNKNOWN, "no event has a time");
      return;
    }
    Optional<Duration> taken = trace.request().timeTaken();
    if (taken.isEmpty()) {
      add(Flaw.Kind.TIME_UNKNOWN, "timeTaken is missing, nothing to compare the events' time with");
      return;
    }
    Duration beyond = taken.get().minus(traced);
    MeasuredTime difference = MeasuredTime.ofTicks(beyond.abs(), 2);
    if (!difference.isBelowClock()) {
      add(
          Flaw.Kind.TIME_DIFFERS,
          beyond.isNegative()
              ? "the events last " + difference + " longer than timeTaken"
              : difference + " of timeTaken have no events");
    }
  }

  private static boolean isOfRequest(TraceEvent event, String name) {
    return event.is(name) && event.requestDepth() == 0;
  }

  private String at(int place) {
    TraceEvent event = events.get(place);
    String name = event.name().isEmpty() ? "a nameless event" : Texts.printable(event.name());
    return name + " (event " + event.index() + ")";
  }
}

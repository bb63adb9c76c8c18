package io.github.frebscope.query;

import io.github.frebscope.query.TraceSource.Reread;
import io.github.frebscope.trace.Trace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** One pass over the events of many traces: what came of every file. For one thread. */
final class EventPass {
  private static final String CHANGED =
      "it is not the trace any more that it was when the set was loaded; load the set again";

  private long events;
  private long traces;
  private long partial;
  private final List<Ledger.Entry> gone = new ArrayList<>();
  private final Consumer<? super Ledger.Entry> listener;

  /** A pass that lists what is gone in its basis. */
  EventPass() {
    listener = gone::add;
  }

  /** A pass that tells somebody at once. */
  EventPass(Consumer<? super Ledger.Entry> listener) {
    this.listener = listener;
  }

  /** The events of a trace that was read again; none, and an entry, when it was not. */
  Stream<TracedEvent> events(Reread reread) {
    Optional<Trace> trace = reread.trace();
    if (trace.isEmpty() || !isSame(reread.summary(), trace.get())) {
      String why = trace.isEmpty() ? reread.failure() : CHANGED;
      listener.accept(new Ledger.Entry(reread.summary().file(), Outcome.UNREADABLE, why));
      return Stream.empty();
    }
    traces++;
    partial += trace.get().isReadWhole() ? 0 : 1;
    WholeTrace whole = new WholeTrace(reread.summary(), trace.get());
    return trace.get().events().stream().map(event -> new TracedEvent(whole, event));
  }

  void count(TracedEvent ignored) {
    events++;
  }

  Basis basis(long unreadable) {
    return new Basis(events, traces, partial, unreadable, List.copyOf(gone));
  }

  /**
   * IIS begins again with the names of its files, and goes on writing some: what the set knows of a
   * trace would then be told of the events of another.
   */
  private static boolean isSame(TraceSummary summary, Trace trace) {
    return summary.eventCount() == trace.eventCount()
        && summary.activityId().equals(trace.request().activityId())
        && summary.processId().equals(trace.request().processId())
        && summary.status().equals(trace.request().status())
        && summary.timeTaken().equals(trace.request().timeTaken())
        && isSameStart(summary, trace);
  }

  /** In a damaged file a digest, from which summaries come, can take its start from elsewhere. */
  private static boolean isSameStart(TraceSummary summary, Trace trace) {
    Optional<Instant> start = summary.start();
    return summary.diagnosticCount() + trace.diagnosticCount() > 0
        || Objects.equals(start, trace.start());
  }
}

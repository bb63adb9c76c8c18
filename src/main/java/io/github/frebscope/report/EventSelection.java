package io.github.frebscope.report;

import io.github.frebscope.cause.Evidence;
import io.github.frebscope.classify.Verdict;
import io.github.frebscope.trace.MeasuredTime;
import io.github.frebscope.trace.Trace;
import io.github.frebscope.trace.TraceEvent;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;

/**
 * Which events of a trace matter to a reader: the first and the last, those recorded at every
 * verbosity, warnings and worse, the evidence with its neighbours, and both sides of every gap of
 * more than a tick of the clock. A gap of one tick says nothing.
 */
final class EventSelection {
  private EventSelection() {}

  /** The places in {@link Trace#events()}. */
  static BitSet of(Trace trace, Verdict verdict, Duration leastGap) {
    List<TraceEvent> events = trace.events();
    BitSet chosen = new BitSet(events.size());
    for (int i = 0; i < events.size(); i++) {
      TraceEvent event = events.get(i);
      if (i == 0 || i == events.size() - 1 || event.level() == 0 || event.isWarningOrWorse()) {
        chosen.set(i);
      }
      if (i > 0) {
        Duration gap = Duration.between(events.get(i - 1).time(), event.time());
        if (gap.compareTo(MeasuredTime.TICK) > 0 && gap.compareTo(leastGap) >= 0) {
          chosen.set(i - 1, i + 1);
        }
      }
      if (isEvidence(verdict, event)) {
        chosen.set(Math.max(0, i - 1), Math.min(events.size(), i + 2));
      }
    }
    return chosen;
  }

  static boolean isEvidence(Verdict verdict, TraceEvent event) {
    for (Evidence evidence : verdict.evidence()) {
      if (evidence.event() == event.index()) {
        return true;
      }
    }
    return false;
  }
}

package io.github.frebscope.load;

import io.github.frebscope.query.Ledger;
import io.github.frebscope.query.Outcome;
import io.github.frebscope.query.TraceSet;
import io.github.frebscope.query.TraceSummary;
import io.github.frebscope.source.FoundTraces;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts the files together: the traces, each once, and the ledger of everything else. */
final class SetBuilder {
  private SetBuilder() {}

  static TraceSet build(List<LoadedFile> loaded, FoundTraces found) {
    List<Ledger.Entry> entries = new ArrayList<>();
    found
        .problems()
        .forEach(p -> entries.add(new Ledger.Entry(p.path(), Outcome.UNREADABLE, p.reason())));
    found
        .repeats()
        .forEach(p -> entries.add(new Ledger.Entry(p.path(), Outcome.PASSED_OVER, p.reason())));
    // The place of each trace's best copy; a copy that tells more takes the place of the first.
    Map<LoadedFile.Identity, Integer> places = new HashMap<>();
    List<TraceSummary> traces = new ArrayList<>();
    for (LoadedFile file : loaded) {
      if (file.summary().isEmpty()) {
        entries.add(new Ledger.Entry(file.file(), Outcome.UNREADABLE, file.failure()));
        continue;
      }
      TraceSummary trace = file.summary().get();
      Integer known = file.identity().map(places::get).orElse(null);
      if (known == null) {
        file.identity().ifPresent(id -> places.put(id, traces.size()));
        traces.add(trace);
      } else {
        TraceSummary first = traces.get(known);
        boolean better = trace.eventCount() > first.eventCount();
        traces.set(known, better ? trace : first);
        entries.add(duplicate(better ? first : trace, better ? trace : first));
      }
    }
    long whole = 0;
    for (TraceSummary trace : traces) {
      if (trace.isReadWhole()) {
        whole++;
      } else {
        entries.add(new Ledger.Entry(trace.file(), Outcome.PARTIAL, damage(trace)));
      }
    }
    return TraceSet.of(traces, Ledger.of(whole, entries).withOtherXmlFiles(found.otherXmlFiles()));
  }

  private static Ledger.Entry duplicate(TraceSummary left, TraceSummary kept) {
    return new Ledger.Entry(
        left.file(), Outcome.DUPLICATE, "the same trace as " + kept.file() + ", counted once");
  }

  private static String damage(TraceSummary trace) {
    if (trace.diagnostics().isEmpty()) {
      return trace.completeness().text();
    }
    int more = trace.diagnosticCount() - 1;
    return trace.diagnostics().get(0) + (more > 0 ? " (and " + more + " more)" : "");
  }
}

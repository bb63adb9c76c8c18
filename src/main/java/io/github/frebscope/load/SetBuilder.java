package io.github.frebscope.load;

import io.github.frebscope.query.Ledger;
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

  static TraceSet build(List<LoadedFile> loaded, FoundTraces found, int threads) {
    List<Ledger.Entry> entries = new ArrayList<>(LedgerEntries.of(found));
    // The place of each trace's best copy; a copy that tells more takes the place of the first.
    Map<Identity, Integer> places = new HashMap<>();
    List<TraceSummary> traces = new ArrayList<>();
    for (LoadedFile file : loaded) {
      if (file.summary().isEmpty()) {
        entries.add(LedgerEntries.unreadable(file.file(), file.failure()));
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
        entries.add(
            LedgerEntries.duplicate(
                (better ? first : trace).file(), (better ? trace : first).file()));
      }
    }
    long whole = 0;
    for (TraceSummary trace : traces) {
      if (trace.isReadWhole()) {
        whole++;
      } else {
        entries.add(
            LedgerEntries.partial(
                trace.file(), trace.completeness(), trace.diagnostics(), trace.diagnosticCount()));
      }
    }
    return TraceSet.of(
        traces,
        Ledger.of(whole, entries).withOtherXmlFiles(found.otherXmlFiles()),
        new FilesAgain(found, threads));
  }
}

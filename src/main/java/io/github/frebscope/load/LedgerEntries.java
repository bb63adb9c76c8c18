package io.github.frebscope.load;

import io.github.frebscope.query.Ledger;
import io.github.frebscope.query.Outcome;
import io.github.frebscope.source.FoundTraces;
import io.github.frebscope.trace.Completeness;
import java.util.List;
import java.util.stream.Stream;

/** What the ledger says of a file that is no whole trace of its own. */
final class LedgerEntries {
  private LedgerEntries() {}

  /** What was met while the files were looked for. */
  static List<Ledger.Entry> of(FoundTraces found) {
    return Stream.concat(
            found.problems().stream().map(p -> unreadable(p.path(), p.reason())),
            found.repeats().stream()
                .map(p -> new Ledger.Entry(p.path(), Outcome.PASSED_OVER, p.reason())))
        .toList();
  }

  static Ledger.Entry unreadable(String file, String why) {
    return new Ledger.Entry(file, Outcome.UNREADABLE, why);
  }

  static Ledger.Entry duplicate(String file, String kept) {
    return new Ledger.Entry(
        file, Outcome.DUPLICATE, "the same trace as " + kept + ", counted once");
  }

  static Ledger.Entry partial(
      String file, Completeness completeness, List<?> diagnostics, int count) {
    String damage =
        diagnostics.isEmpty()
            ? completeness.text()
            : diagnostics.get(0) + (count > 1 ? " (and " + (count - 1) + " more)" : "");
    return new Ledger.Entry(file, Outcome.PARTIAL, damage);
  }
}

package io.github.frebscope.query;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** One thing to look for over a set. Holds no state. */
interface SetRule {
  /** All rules. */
  List<SetRule> ALL =
      List.of(
          new Hang(),
          new ConnectionsAtOnce(),
          new ColdStart(),
          OneOfMany.backends(),
          OneOfMany.servers(),
          new CodeSince(),
          new ClientGone());

  /** What it finds; nothing when there is too little to go by. */
  Stream<SetFinding> find(Cases cases);

  /** What all rules find, the surest first, of equals the one that rests on most traces. */
  static List<SetFinding> findings(List<TraceSummary> traces) {
    Cases cases = Cases.of(traces);
    return ALL.stream()
        .flatMap(rule -> rule.find(cases))
        .sorted(
            Comparator.comparing(SetFinding::confidence)
                .thenComparing(SetFinding::count, Comparator.reverseOrder())
                .thenComparing(SetFinding::kind)
                .thenComparing(SetFinding::sentence))
        .toList();
  }
}

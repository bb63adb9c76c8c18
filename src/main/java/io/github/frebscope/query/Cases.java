package io.github.frebscope.query;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The traces of a set as the rules over it see them. */
final class Cases {
  private final List<Case> all;
  private final List<Case> timed;
  private final boolean answers;

  private Cases(List<Case> all) {
    this.all = all;
    timed = all.stream().filter(c -> c.start() != null).sorted(comparing(Case::start)).toList();
    answers = all.stream().anyMatch(Case::isAnswer);
  }

  static Cases of(List<TraceSummary> traces) {
    return new Cases(traces.stream().map(Case::of).toList());
  }

  /** All of them, as the set has them. */
  List<Case> all() {
    return all;
  }

  /** Those with a time, the first first. */
  List<Case> timed() {
    return timed;
  }

  /**
   * Whether a request that was answered well is among them. A rule that traces a status, 502 for
   * example, records none: then that none is there proves nothing.
   */
  boolean haveAnswers() {
    return answers;
  }

  /** Those with a key, by it, in their order; a null key leaves one out. */
  static <K> Map<K, List<Case>> by(List<Case> cases, Function<Case, K> key) {
    Map<K, List<Case>> groups = new LinkedHashMap<>();
    for (Case c : cases) {
      K value = key.apply(c);
      if (value != null) {
        groups.computeIfAbsent(value, k -> new ArrayList<>()).add(c);
      }
    }
    return groups;
  }

  /** Those from a time on and before another; all of them have a time and are in order. */
  static List<Case> between(List<Case> timed, Instant from, Instant before) {
    int first = place(timed, from);
    return timed.subList(first, Math.max(first, place(timed, before)));
  }

  private static int place(List<Case> timed, Instant time) {
    int low = 0;
    int high = timed.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (timed.get(middle).start().isBefore(time)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  static Optional<Instant> first(List<Case> cases) {
    return cases.stream().map(Case::start).filter(t -> t != null).min(Instant::compareTo);
  }

  static Optional<Instant> last(List<Case> cases) {
    return cases.stream().map(Case::start).filter(t -> t != null).max(Instant::compareTo);
  }
}

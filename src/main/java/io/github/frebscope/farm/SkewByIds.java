package io.github.frebscope.farm;

import io.github.frebscope.log.AccessLine;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A clock's offset from requests that both sides logged with the same id. */
final class SkewByIds {
  private static final int FEWEST = 3;
  private static final Duration FAST = Duration.ofSeconds(2);
  private static final long WIDEST_SPREAD = 5_000;
  private static final long RESOLUTION = 1_000;

  private SkewByIds() {}

  /** Empty with fewer than {@value #FEWEST} pairs, or when they contradict each other. */
  static Optional<ClockSkew> estimate(List<AccessLine> front, List<AccessLine> member) {
    Map<String, AccessLine> ofFront = byId(front);
    Map<String, AccessLine> ofMember = byId(member);
    long[] differences =
        ofFront.entrySet().stream()
            .filter(entry -> ofMember.containsKey(entry.getKey()))
            .filter(e -> isFast(e.getValue()) && isFast(ofMember.get(e.getKey())))
            .mapToLong(
                e ->
                    Duration.between(e.getValue().end(), ofMember.get(e.getKey()).end()).toMillis())
            .sorted()
            .toArray();
    if (differences.length < FEWEST) {
      return Optional.empty();
    }
    // Half of all differences lie within this; a clock that was set in between shows here.
    long spread = differences[differences.length * 3 / 4] - differences[differences.length / 4];
    if (spread > WIDEST_SPREAD) {
      return Optional.empty();
    }
    long median = differences[differences.length / 2];
    return Optional.of(
        new ClockSkew(
            ClockSkew.Basis.LOG_IDS,
            Duration.ofMillis(median),
            Duration.ofMillis(RESOLUTION + spread),
            differences.length));
  }

  /** Of requests that ended soon and well: both sides end them at almost the same time. */
  private static boolean isFast(AccessLine line) {
    return line.timeTaken().map(taken -> taken.compareTo(FAST) <= 0).orElse(true)
        && line.status().map(status -> status.status() < 500).orElse(true)
        && line.win32Status().orElse(0) == 0;
  }

  /** Ids that several lines have tell nothing here: a request may have been tried twice. */
  private static Map<String, AccessLine> byId(List<AccessLine> lines) {
    Map<String, AccessLine> found = new HashMap<>();
    Map<String, Integer> count = new HashMap<>();
    for (AccessLine line : lines) {
      for (String id : LoggedUrl.ids(line)) {
        found.put(id, line);
        count.merge(id, 1, Integer::sum);
      }
    }
    found.keySet().removeIf(id -> count.get(id) > 1);
    return found;
  }
}

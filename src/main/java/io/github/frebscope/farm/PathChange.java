package io.github.frebscope.farm;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How the front end changes the beginning of a path before it sends the request on. It is said, or
 * learnt from requests that an id joins; it is never guessed from names that look alike.
 *
 * @param from the beginning that the front end logs, {@code /shop}
 * @param to what the member logs in its place, {@code /}
 */
record PathChange(String from, String to) {
  private static final int FEWEST = 3;

  /** The path as the member logs it; empty when this change is not about it. */
  Optional<String> apply(String path) {
    return path.startsWith(from)
        ? Optional.of(to + path.substring(from.length()))
        : Optional.empty();
  }

  /** Learns from paths of the same request. */
  static final class Learner {
    private final Map<PathChange, Integer> seen = new HashMap<>();
    private int pairs;

    void add(String front, String member) {
      int same = 0;
      while (same < Math.min(front.length(), member.length())
          && front.charAt(front.length() - 1 - same) == member.charAt(member.length() - 1 - same)) {
        same++;
      }
      pairs++;
      seen.merge(
          new PathChange(
              front.substring(0, front.length() - same),
              member.substring(0, member.length() - same)),
          1,
          Integer::sum);
    }

    /** The one change that all joined requests have; empty when they differ or are too few. */
    Optional<PathChange> learnt() {
      return pairs >= FEWEST && seen.size() == 1
          ? seen.keySet().stream().findFirst()
          : Optional.empty();
    }
  }
}

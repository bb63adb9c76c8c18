package io.github.frebscope.farm;

import io.github.frebscope.log.AccessLine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A clock's offset from the requests that both sides log: each pair of lines of the same verb, URL
 * and status votes for the offset at which they would be one request ({@link RequestPattern}).
 */
final class SkewByRequests {
  private static final long MOST_PAIRS = 4_000_000;
  private static final long TICKS = 50;

  /** Of pairs that are one request, the front end's time has the way to the client as well. */
  private static final long MOST_MORE = 2_000;

  private SkewByRequests() {}

  /** Empty when the logs do not decide it. */
  static Optional<ClockSkew> estimate(List<AccessLine> front, List<AccessLine> member) {
    List<AccessLine> ofFront = answered(front);
    List<AccessLine> ofMember = answered(sentBy(front, member));
    boolean withQuery =
        ofFront.stream().anyMatch(line -> line.query().flatMap(LoggedUrl::query).isPresent())
            && ofMember.stream().anyMatch(line -> line.query().isPresent());
    Map<String, List<AccessLine>> frontOf = byKey(ofFront, withQuery);
    Map<String, List<AccessLine>> memberOf = byKey(ofMember, withQuery);
    List<String> keys = new ArrayList<>(frontOf.keySet());
    keys.retainAll(memberOf.keySet());
    keys.sort(
        Comparator.comparingLong(
                (String key) -> (long) frontOf.get(key).size() * memberOf.get(key).size())
            .thenComparing(Comparator.naturalOrder()));
    RequestPattern pattern = new RequestPattern();
    long left = MOST_PAIRS;
    for (String key : keys) {
      left -= vote(frontOf.get(key), memberOf.get(key), left, pattern);
    }
    return pattern.best();
  }

  /**
   * Lines of the member that the front end can have sent: those from an address on which it
   * listens, if there are any; all when there are none, since a front end may send by another one.
   */
  static List<AccessLine> sentBy(List<AccessLine> front, List<AccessLine> member) {
    Set<String> addresses =
        front.stream().flatMap(line -> line.serverIp().stream()).collect(Collectors.toSet());
    List<AccessLine> sent =
        member.stream()
            .filter(line -> line.clientIp().filter(addresses::contains).isPresent())
            .toList();
    return sent.isEmpty() ? member : sent;
  }

  private static List<AccessLine> answered(List<AccessLine> lines) {
    return lines.stream()
        .filter(line -> line.status().map(status -> status.status() < 500).orElse(false))
        .filter(line -> line.win32Status().orElse(0) == 0)
        .toList();
  }

  private static Map<String, List<AccessLine>> byKey(List<AccessLine> lines, boolean withQuery) {
    Map<String, List<AccessLine>> found = new HashMap<>();
    for (AccessLine line : lines) {
      String query = line.query().flatMap(LoggedUrl::query).orElse("");
      String key =
          line.verb().orElse("")
              + ' '
              + LoggedUrl.path(line.path())
              + (withQuery ? '?' + query : "")
              + ' '
              + line.status().orElseThrow().status();
      found.computeIfAbsent(key, k -> new ArrayList<>()).add(line);
    }
    return found;
  }

  /** At most about as many pairs as are left: of a frequent request its first lines. */
  private static long vote(
      List<AccessLine> front, List<AccessLine> member, long left, RequestPattern pattern) {
    AccessLine[] ofMember = member.toArray(AccessLine[]::new);
    Arrays.sort(ofMember, Comparator.comparing(AccessLine::end));
    long[] ends = Arrays.stream(ofMember).mapToLong(line -> line.end().getEpochSecond()).toArray();
    long pairs = 0;
    int number = 0;
    for (AccessLine line : front.stream().sorted(Comparator.comparing(AccessLine::end)).toList()) {
      long end = line.end().getEpochSecond();
      int i = Arrays.binarySearch(ends, end - RequestPattern.RANGE);
      for (i = i < 0 ? -i - 1 : first(ends, i);
          i < ends.length && ends[i] <= end + RequestPattern.RANGE;
          i++) {
        pairs++;
        if (canBeOne(line, ofMember[i])) {
          pattern.vote((int) (ends[i] - end));
        }
      }
      number++;
      if (pairs > left && number < front.size()) {
        return pairs;
      }
    }
    return pairs;
  }

  private static int first(long[] sorted, int found) {
    int i = found;
    while (i > 0 && sorted[i - 1] == sorted[found]) {
      i--;
    }
    return i;
  }

  private static boolean canBeOne(AccessLine front, AccessLine member) {
    OptionalLong more = more(front, member);
    return more.isEmpty() || (more.getAsLong() >= -TICKS && more.getAsLong() <= MOST_MORE);
  }

  private static OptionalLong more(AccessLine front, AccessLine member) {
    return front.timeTaken().isPresent() && member.timeTaken().isPresent()
        ? OptionalLong.of(front.timeTaken().get().toMillis() - member.timeTaken().get().toMillis())
        : OptionalLong.empty();
  }
}

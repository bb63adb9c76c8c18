package io.github.frebscope.query;

import static io.github.frebscope.query.Draft.many;
import static io.github.frebscope.query.Draft.name;

import io.github.frebscope.catalog.ErrorCode;
import io.github.frebscope.catalog.ErrorCodes;
import io.github.frebscope.cause.Confidence;
import io.github.frebscope.internal.stats.Chance;
import io.github.frebscope.query.SetFinding.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * From a moment on nearly all failures of a backend have one error code, and none before, as after
 * the renewal of a certificate.
 */
final class CodeSince implements SetRule {
  /** In a random order, eight of one kind come after eight others once in 12,870 times. */
  private static final int LEAST = 8;

  /** An error that is there for good leaves little room for others. */
  private static final double SHARE = 0.95;

  /** A shorter outage is no change for good; nor is a shorter time before it one without it. */
  private static final Duration LEAST_SPAN = Duration.ofHours(1);

  private static final double CHANCE = 1e-4;

  @Override
  public Stream<SetFinding> find(Cases cases) {
    Map<String, List<Case>> servers = Cases.by(cases.timed(), Case::server);
    return Cases.by(cases.timed(), Case::backend).values().stream()
        .map(backend -> backend.stream().filter(c -> c.isFault() || c.isAnswer()).toList())
        .flatMap(told -> codes(told).flatMap(code -> judge(code, told, servers)));
  }

  private static Stream<Long> codes(List<Case> backend) {
    Map<Long, Integer> counts = new HashMap<>();
    backend.stream()
        .filter(c -> c.isFault() && c.code() != 0)
        .forEach(c -> counts.merge(c.code(), 1, Integer::sum));
    return counts.entrySet().stream().filter(e -> e.getValue() >= LEAST).map(Map.Entry::getKey);
  }

  private static Stream<SetFinding> judge(
      long code, List<Case> told, Map<String, List<Case>> servers) {
    Predicate<Case> hasCode = c -> c.isFault() && c.code() == code;
    int since = 0;
    while (!hasCode.test(told.get(since))) {
      since++;
    }
    List<Case> after = told.subList(since, told.size());
    List<Case> its = after.stream().filter(hasCode).toList();
    if (its.size() < SHARE * after.size()) {
      return Stream.empty();
    }
    Instant from = its.get(0).start();
    Instant last = its.get(its.size() - 1).start();
    Duration span = Duration.between(from, last);
    Set<String> fronts = new HashSet<>();
    its.stream().filter(c -> c.server() != null).forEach(c -> fronts.add(c.server()));
    Instant begin = from;
    Instant end = last;
    for (String front : fronts) {
      List<Case> traces = servers.get(front);
      begin = min(begin, traces.get(0).start());
      end = max(end, traces.get(traces.size() - 1).start());
    }
    boolean stays = span.compareTo(LEAST_SPAN) >= 0;
    boolean ended = Duration.between(last, end).compareTo(span) > 0;
    boolean isNew =
        (since >= LEAST && Chance.allAmongLast(told.size(), its.size(), after.size()) <= CHANCE)
            || isNewBySpan(Duration.between(begin, from), span, its.size());
    return stays && !ended && isNew
        ? Stream.of(finding(code, its, after, since, begin, told))
        : Stream.empty();
  }

  /** No trace of the backend from before, but of the servers that ask it, for long enough. */
  private static boolean isNewBySpan(Duration before, Duration span, int hits) {
    double share = span.toMillis() / (double) before.plus(span).toMillis();
    return before.compareTo(LEAST_SPAN) >= 0 && Math.pow(share, hits) <= CHANCE;
  }

  private static SetFinding finding(
      long code, List<Case> its, List<Case> after, int before, Instant begin, List<Case> told) {
    Set<String> causes = new LinkedHashSet<>();
    its.forEach(c -> causes.add(c.cause()));
    boolean answeredBefore =
        told.subList(0, before).stream().filter(Case::isAnswer).count() >= LEAST;
    boolean answeredAfter = after.stream().anyMatch(Case::isAnswer);
    boolean sure = answeredBefore && !answeredAfter;
    String of = its.size() == after.size() ? "all " : ValueText.count(its.size()) + " of ";
    return Draft.of(Kind.CODE_SINCE, its, sure ? Confidence.HIGH : Confidence.MEDIUM)
        .cause(causes.size() == 1 ? its.get(0).cause() : null)
        .say(
            "Since "
                + ValueText.of(its.get(0).start())
                + ", "
                + of
                + many(after.size(), "trace")
                + " of requests to "
                + name(its.get(0).backend())
                + " failed with "
                + ErrorCodes.find(code).map(ErrorCode::name).orElse(ErrorCodes.hex(code))
                + (before == 0
                    ? ". The traces of the servers that ask it begin with "
                    : "; none of the "
                        + many(before, "trace")
                        + " of requests to it before. The traces begin with ")
                + ValueText.of(begin)
                + ".")
        .sayIf(
            !answeredBefore,
            "Good answers from before are not traced, so it may never have worked.")
        .next(
            "Look for what was changed at that time on the backend and on the servers that ask it:"
                + " a certificate, a port or binding, a deployment, an update.")
        .build();
  }

  private static Instant min(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  private static Instant max(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}

package io.github.frebscope.query;

import static io.github.frebscope.query.Draft.many;
import static io.github.frebscope.query.Draft.name;

import io.github.frebscope.cause.Confidence;
import io.github.frebscope.classify.Role;
import io.github.frebscope.internal.stats.Chance;
import io.github.frebscope.query.SetFinding.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Failures of a site that concern one of several: a backend, or a server that serves it.
 *
 * <p>The measure is the binomial distribution: how likely so many of the failures would fall on one
 * if each fell on any by its share of the answers, or, where no answers are traced, on all alike.
 */
final class OneOfMany implements SetRule {
  /** Of two that are equally likely, eight on one are no chance: 1 in 128, and see CHANCE. */
  private static final int LEAST = 8;

  /** Nine of ten, at least: "hardly any other" shall be true. */
  private static final double SHARE = 0.9;

  /** Times the number of members, since any of them can be the one. */
  private static final double CHANCE = 0.001;

  /** Fewer answers say little about who does how much of the work. */
  private static final int LEAST_ANSWERS = 10;

  private final Kind kind;
  private final Function<Case, String> member;

  private OneOfMany(Kind kind, Function<Case, String> member) {
    this.kind = kind;
    this.member = member;
  }

  static OneOfMany backends() {
    return new OneOfMany(Kind.ONE_BACKEND, Case::backend);
  }

  static OneOfMany servers() {
    return new OneOfMany(Kind.ONE_SERVER, Case::server);
  }

  @Override
  public Stream<SetFinding> find(Cases cases) {
    Set<String> fronts = new HashSet<>();
    cases.all().stream()
        .filter(c -> c.server() != null)
        .filter(c -> c.trace().verdict().hop().role() == Role.FRONT_END)
        .forEach(c -> fronts.add(c.server()));
    // A front end and the servers behind it are not alike, though they serve the same host.
    return Cases.by(
            cases.all(),
            c -> c.host() == null ? null : List.of(c.host(), fronts.contains(c.server())))
        .values()
        .stream()
        .flatMap(site -> judgeSite(site.stream().filter(c -> member.apply(c) != null).toList()));
  }

  /** All kinds of failures together, or else each kind by itself. */
  private Stream<SetFinding> judgeSite(List<Case> site) {
    List<Case> failures =
        site.stream().filter(c -> c.isServerError() && !c.isCause(Case.NO_SERVER)).toList();
    Map<String, List<Case>> kinds = Cases.by(failures, Case::sort);
    Optional<SetFinding> whole = judge(site, failures, kinds.size() == 1, 1);
    return whole.isPresent()
        ? whole.stream()
        : kinds.values().stream().flatMap(k -> judge(site, k, true, kinds.size()).stream());
  }

  private Optional<SetFinding> judge(
      List<Case> site, List<Case> failures, boolean oneKind, int tries) {
    if (failures.size() < LEAST) {
      return Optional.empty();
    }
    Map<String, Long> counts = counts(failures);
    String most =
        counts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
    int hits = counts.get(most).intValue();
    if (hits < SHARE * failures.size()) {
      return Optional.empty();
    }
    Set<String> known = known(site, failures);
    Map<String, Long> answers =
        counts(site.stream().filter(c -> c.isAnswer() && known.contains(member.apply(c))).toList());
    long allAnswers = answers.values().stream().mapToLong(Long::longValue).sum();
    boolean shares = allAnswers >= LEAST_ANSWERS;
    double expected =
        shares
            ? (answers.getOrDefault(most, 0L) + 1.0) / (allAnswers + known.size())
            : 1.0 / known.size();
    double chance = Chance.atLeast(failures.size(), hits, expected) * known.size() * tries;
    return known.size() < 2 || chance > CHANCE
        ? Optional.empty()
        : Optional.of(finding(most, hits, failures, known, shares, oneKind, site));
  }

  private Map<String, Long> counts(List<Case> cases) {
    Map<String, Long> counts = new HashMap<>();
    cases.forEach(c -> counts.merge(member.apply(c), 1L, Long::sum));
    return counts;
  }

  /** Those of whom traces tell that they were at work at the time of the failures. */
  private Set<String> known(List<Case> site, List<Case> failures) {
    Optional<Instant> from = Cases.first(failures);
    Optional<Instant> until = Cases.last(failures);
    Set<String> known = new HashSet<>();
    Cases.by(site, member)
        .forEach(
            (name, cases) -> {
              Optional<Instant> first = Cases.first(cases);
              Optional<Instant> last = Cases.last(cases);
              if (from.isEmpty()
                  || first.isEmpty()
                  || (!first.get().isAfter(until.get()) && !last.get().isBefore(from.get()))) {
                known.add(name);
              }
            });
    return known;
  }

  private SetFinding finding(
      String most,
      int hits,
      List<Case> failures,
      Set<String> known,
      boolean shares,
      boolean oneKind,
      List<Case> site) {
    List<Case> its = new ArrayList<>();
    failures.stream().filter(c -> most.equals(member.apply(c))).forEach(its::add);
    boolean backend = kind == Kind.ONE_BACKEND;
    String noun = backend ? "backend" : "server";
    String of = hits == failures.size() ? "All " : ValueText.count(hits) + " of ";
    Set<Integer> statuses = new HashSet<>();
    its.forEach(c -> statuses.add(c.status()));
    boolean othersRecord =
        backend
            || site.stream()
                .filter(c -> !most.equals(member.apply(c)))
                .anyMatch(c -> c.isAnswer() || statuses.contains(c.status()));
    String cause = oneKind ? its.get(0).cause() : null;
    return Draft.of(kind, its, confidence(shares, othersRecord))
        .cause(cause)
        .say(
            of
                + many(failures.size(), "failure")
                + " of "
                + name(failures.get(0).host())
                + (oneKind ? " with " + what(its.get(0)) : "")
                + " concern "
                + name(most)
                + ", one of the "
                + many(known.size(), noun)
                + " known"
                + (its.stream().anyMatch(c -> c.start() != null) ? ", " + Draft.span(its) : "")
                + ".")
        .sayIf(
            !shares,
            "Too few good answers are traced to see who does how much of the work; equal shares are"
                + " assumed.")
        .sayIf(
            !othersRecord,
            "The other servers have no trace of such a status: their rules may not record it.")
        .next(
            backend
                ? "Take it out of the farm: if it is at fault, the failures end. Or send it a request"
                    + " past the gateway: that fails, too."
                : "Send the same request to each server by its address, and see that the tracing"
                    + " rules of all record that status.")
        .build();
  }

  private static String what(Case c) {
    if (c.cause() != null) {
      return c.cause();
    }
    String code = c.code() == 0 ? "" : ", " + name(Attributes.ERROR_HEX.of(c.trace()).orElse(""));
    return "status " + c.status() + code;
  }

  private static Confidence confidence(boolean shares, boolean othersRecord) {
    if (!othersRecord) {
      return Confidence.LOW;
    }
    return shares ? Confidence.HIGH : Confidence.MEDIUM;
  }
}

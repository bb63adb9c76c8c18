package io.github.frebscope.farm;

import io.github.frebscope.log.AccessLine;
import io.github.frebscope.query.TraceSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;

/**
 * Joins what a front end logged of requests that failed with what its members say of them.
 *
 * <p>Two lines are of one request if both have the same id of ARR. Where no id says so, they have
 * to agree in path, verb, query (where both log one) and time, after the members' clocks were set
 * right; each line of a member is given to one request of the front end at most, and as many as can
 * be find theirs. A path that the front end rewrites is found by ids only, or when the change was
 * said or can be learnt from ids. Where several fit equally well, all are told and none is chosen,
 * unless they say the same.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class RequestJoin {
  /** Lines before and after a time that are not further away make a log speak of it. */
  public static final Duration COVERAGE_SPAN = Duration.ofMinutes(15);

  /** Costs that differ by less than this are equally good. */
  private static final double EQUAL = 1;

  /** A request that was waited for this long may still run when the member's log ends. */
  private static final Duration LONG = Duration.ofSeconds(10);

  private final List<FarmMember> members;
  private final List<AccessLine> others;
  private final boolean hasOthers;
  private final List<TraceSummary> traces;
  private final Optional<Duration> timeout;
  private final List<PathChange> changes;

  private RequestJoin(
      List<FarmMember> members,
      List<AccessLine> others,
      boolean hasOthers,
      List<TraceSummary> traces,
      Optional<Duration> timeout,
      List<PathChange> changes) {
    this.members = List.copyOf(members);
    this.others = List.copyOf(others);
    this.hasOthers = hasOthers;
    this.traces = List.copyOf(traces);
    this.timeout = timeout;
    this.changes = List.copyOf(changes);
  }

  /** Joins with these members. */
  public static RequestJoin with(List<FarmMember> members) {
    return new RequestJoin(members, List.of(), false, List.of(), Optional.empty(), List.of());
  }

  /**
   * With the front end's other lines of the same paths and times, good answers above all. Without
   * them, a member's answer to another request may look like the answer to one that failed, so that
   * good answers in time are not joined.
   */
  public RequestJoin others(List<AccessLine> lines) {
    return new RequestJoin(members, lines, true, traces, timeout, changes);
  }

  /** With the front end's traces, which tell ids and members that its log does not have. */
  public RequestJoin traces(List<TraceSummary> ofFrontEnd) {
    return new RequestJoin(members, others, hasOthers, ofFrontEnd, timeout, changes);
  }

  /** With the time after which the front end gives up, as its farm is configured. */
  public RequestJoin timeout(Duration ofFarm) {
    return new RequestJoin(members, others, hasOthers, traces, Optional.of(ofFarm), changes);
  }

  /**
   * With a change of paths that is configured.
   *
   * @param from the beginning of the path as the client asks for it
   * @param to what the member gets in its place
   */
  public RequestJoin rewritten(String from, String to) {
    List<PathChange> more = new ArrayList<>(changes);
    more.add(new PathChange(LoggedUrl.path(from), LoggedUrl.path(to)));
    return new RequestJoin(members, others, hasOthers, traces, timeout, more);
  }

  /**
   * Joins the lines of interest.
   *
   * @param server the front end's name
   * @param lines its lines, those with status 502 for example
   * @return one for each line, in their order
   */
  public List<JoinedRequest> join(String server, List<AccessLine> lines) {
    Objects.requireNonNull(server, "server");
    return new Run(server, lines).joined();
  }

  /** One run of it over some lines. */
  private final class Run {
    private final String server;
    private final List<AccessLine> fronts = new ArrayList<>();
    private final int wanted;
    private final JoinBoard board;
    private final TraceMatch ofFront;
    private final MemberFit fit = new MemberFit(timeout);
    private final List<PathChange> known = new ArrayList<>(changes);
    private final List<List<Integer>> byId = new ArrayList<>();
    private final List<List<Pairing.Edge>> edges = new ArrayList<>();
    private int[] partner;
    private int[] ownerOf;

    /** What the pair of a place costs that has an owner. */
    private double[] costOf;

    Run(String server, List<AccessLine> lines) {
      this.server = server;
      wanted = lines.size();
      fronts.addAll(lines);
      Set<AccessLine> given = new HashSet<>(lines);
      others.stream().filter(line -> !given.contains(line)).forEach(fronts::add);
      board = new JoinBoard(members, fronts);
      ofFront = TraceMatch.of(lines, traces);
    }

    List<JoinedRequest> joined() {
      Set<Integer> taken = joinById();
      for (int i = 0; i < fronts.size(); i++) {
        edges.add(byId.get(i).isEmpty() ? edges(i, taken) : List.of());
      }
      partner =
          Pairing.of(fronts.size(), board.size(), edges.stream().flatMap(List::stream).toList());
      ownerOf = new int[board.size()];
      Arrays.fill(ownerOf, -1);
      costOf = new double[board.size()];
      for (int i = 0; i < partner.length; i++) {
        if (partner[i] >= 0) {
          ownerOf[partner[i]] = i;
          costOf[partner[i]] = cost(edges.get(i), partner[i]);
        }
      }
      List<JoinedRequest> all = new ArrayList<>();
      for (int i = 0; i < wanted; i++) {
        all.add(joined(i));
      }
      return all;
    }

    private Set<String> ids(int front) {
      Set<String> ids = new TreeSet<>(LoggedUrl.ids(fronts.get(front)));
      trace(front).ifPresent(trace -> ids.addAll(TraceFit.ids(trace)));
      return ids;
    }

    private Optional<TraceSummary> trace(int front) {
      return ofFront.of(fronts.get(front)).map(TraceMatch.Pair::trace);
    }

    private Set<Integer> joinById() {
      Set<Integer> taken = new HashSet<>();
      PathChange.Learner learner = new PathChange.Learner();
      for (int i = 0; i < fronts.size(); i++) {
        List<Integer> places = board.withId(ids(i));
        byId.add(places);
        taken.addAll(places);
        String path = LoggedUrl.path(fronts.get(i).path());
        places.forEach(place -> learner.add(path, board.get(place).path()));
      }
      learner.learnt().ifPresent(known::add);
      return taken;
    }

    private List<Pairing.Edge> edges(int front, Set<Integer> taken) {
      AccessLine line = fronts.get(front);
      Set<String> ids = ids(front);
      Optional<Integer> routed = routed(front);
      List<Pairing.Edge> found = new ArrayList<>();
      Duration slack = Duration.ofSeconds(3);
      for (FarmMember member : members) {
        slack = slack.compareTo(member.clock().error()) > 0 ? slack : member.clock().error();
      }
      slack = slack.plusSeconds(1);
      Instant from = line.start().minus(slack);
      Instant to = line.end().plus(slack).plus(MemberFit.ABANDONED);
      for (String path : paths(line)) {
        for (int index : board.at(path, from, to)) {
          JoinBoard.Place place = board.get(index);
          boolean isOther =
              taken.contains(index)
                  || (routed.isPresent() && routed.get() != place.member())
                  || (!ids.isEmpty() && !place.ids().isEmpty());
          OptionalDouble cost = isOther ? OptionalDouble.empty() : cost(line, place);
          cost.ifPresent(c -> found.add(new Pairing.Edge(front, index, c)));
        }
      }
      return Pairing.thinned(found, board.size());
    }

    private OptionalDouble cost(AccessLine front, JoinBoard.Place place) {
      return place.line().isPresent()
          ? fit.cost(front, place.line().get(), place.of().clock())
          : fit.cost(front, place.entry().orElseThrow(), place.of().clock());
    }

    private Set<String> paths(AccessLine line) {
      String path = LoggedUrl.path(line.path());
      Set<String> paths = new LinkedHashSet<>(List.of(path));
      known.forEach(change -> change.apply(path).ifPresent(paths::add));
      return paths;
    }

    /** The member that the front end says it chose; empty when it says none that is known. */
    private Optional<Integer> routed(int front) {
      List<String> names = new ArrayList<>();
      LoggedUrl.wordOfArr(fronts.get(front), "SERVER-ROUTED").ifPresent(names::add);
      if (front < wanted) {
        trace(front).flatMap(t -> t.verdict().route().backend()).ifPresent(names::add);
      }
      for (String name : names) {
        for (int i = 0; i < members.size(); i++) {
          if (isNamed(members.get(i), name)) {
            return Optional.of(i);
          }
        }
      }
      return Optional.empty();
    }

    private boolean isNamed(FarmMember member, String name) {
      String host = name.replaceFirst(":\\d+$", "").toLowerCase(Locale.ROOT);
      return host.equalsIgnoreCase(member.server())
          || member.lines().stream()
              .limit(1)
              .anyMatch(line -> line.serverIp().filter(host::equals).isPresent());
    }

    private JoinedRequest joined(int front) {
      AccessLine line = fronts.get(front);
      List<JoinCandidate> candidates = new ArrayList<>();
      boolean isId = !byId.get(front).isEmpty();
      (isId ? byId.get(front) : best(front))
          .forEach(index -> candidates.add(candidate(line, board.get(index), isId)));
      JoinFindings findings = new JoinFindings(line, timeout);
      JoinOutcome outcome =
          candidates.isEmpty()
              ? absent(front, findings)
              : findings.of(candidates, isId, hasOthers, partner[front] < 0 ? 1 : choices(front));
      return new JoinedRequest(
          server, line, trace(front), outcome, candidates, findings.evidence(), findings.missing());
    }

    private int choices(int front) {
      return best(front).size();
    }

    /** The partner and those that fit as well and belong to no other more surely. */
    private List<Integer> best(int front) {
      if (partner[front] < 0) {
        return List.of();
      }
      List<Pairing.Edge> own = edges.get(front);
      double cost = costOf[partner[front]];
      List<Integer> best = new ArrayList<>(List.of(partner[front]));
      for (Pairing.Edge edge : own) {
        int owner = ownerOf[edge.right()];
        boolean isOthers =
            owner >= 0 && owner != front && costOf[edge.right()] + 0.25 < edge.cost();
        if (edge.right() != partner[front] && edge.cost() < cost + EQUAL && !isOthers) {
          best.add(edge.right());
        }
      }
      return best;
    }

    private double cost(List<Pairing.Edge> of, int right) {
      return of.stream()
          .filter(edge -> edge.right() == right)
          .mapToDouble(Pairing.Edge::cost)
          .min()
          .orElse(Double.MAX_VALUE);
    }

    private JoinCandidate candidate(AccessLine front, JoinBoard.Place place, boolean isId) {
      JoinOutcome outcome =
          place.line().isPresent()
              ? fit.outcome(front, place.line().get())
              : fit.outcome(front, place.entry().orElseThrow(), place.of().clock());
      return new JoinCandidate(
          place.of().server(),
          place.of().clock(),
          place.line(),
          place.entry(),
          place.trace(),
          isId,
          outcome);
    }

    /** What it means that no member has it; only where all of them would have to. */
    private JoinOutcome absent(int front, JoinFindings findings) {
      Optional<Integer> routed = routed(front);
      boolean isSure = !members.isEmpty();
      if (members.isEmpty()) {
        findings.isMissing("logs of the servers behind " + server);
      }
      for (int i = 0; i < members.size(); i++) {
        if (routed.isEmpty() || routed.get() == i) {
          isSure &= isAbsent(front, i, findings);
        }
      }
      return isSure ? JoinOutcome.NEVER_ARRIVED : JoinOutcome.NOT_KNOWN;
    }

    private boolean isAbsent(int front, int index, JoinFindings findings) {
      AccessLine line = fronts.get(front);
      FarmMember member = members.get(index);
      Instant from = member.clock().toMember(line.start());
      Instant to = member.clock().toMember(line.end());
      if (!member.coverage().covers(from, to, COVERAGE_SPAN)) {
        findings.isMissing("W3C log of " + member.server() + " that covers " + from);
        return false;
      }
      Optional<Duration> taken = line.timeTaken();
      Instant end =
          taken.filter(t -> t.compareTo(LONG) >= 0).isPresent() ? to.plus(MemberFit.ABANDONED) : to;
      if (member.coverage().last().orElseThrow().isBefore(end)) {
        findings.isMissing(
            "later lines of " + member.server() + ": it may still have been working on it");
        return false;
      }
      Set<String> paths = paths(line);
      boolean ownIds =
          !ids(front).isEmpty()
              && member.lines().stream().anyMatch(l -> !LoggedUrl.ids(l).isEmpty());
      if (!ownIds && paths.stream().noneMatch(path -> board.knowsPath(index, path))) {
        findings.isMissing(
            "any line of this path on " + member.server() + ": it may be rewritten on the way");
        return false;
      }
      long near =
          member.clock().isKnown() || ownIds
              ? 0
              : paths.stream()
                  .flatMap(
                      path -> board.near(index, path, line.start(), ClockSkew.FURTHEST).stream())
                  .filter(place -> ownerOf[place] < 0 || ownerOf[place] == front)
                  .count();
      if (near > 0) {
        findings.isMissing(
            "the clock of "
                + member.server()
                + ", which has "
                + near
                + " such requests at other times");
        return false;
      }
      findings.add(member.server() + " has lines before and after, and none of this request");
      if (!member.hasErrorLog()) {
        findings.isMissing("HTTPERR log of " + member.server() + ": http.sys may have ended it");
      }
      return true;
    }
  }
}

package io.github.frebscope.farm;

import io.github.frebscope.log.AccessLine;
import io.github.frebscope.log.HttpErrLine;
import io.github.frebscope.query.TraceSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** All that the members have to say, found by id, and by path and time. */
final class JoinBoard {
  /**
   * A line or an entry of a member.
   *
   * @param member the number of the member
   */
  record Place(
      int member,
      FarmMember of,
      Optional<AccessLine> line,
      Optional<HttpErrLine> entry,
      Optional<TraceSummary> trace,
      Set<String> ids) {
    /** When it began, by the front end's clock. */
    Instant time() {
      return of.clock()
          .toFront(line.map(AccessLine::start).orElseGet(() -> entry.orElseThrow().time()));
    }

    String path() {
      return LoggedUrl.path(
          line.map(AccessLine::path).orElseGet(() -> entry.orElseThrow().path().orElse("")));
    }
  }

  private final List<Place> places = new ArrayList<>();
  private final Map<String, List<Integer>> ofId = new HashMap<>();
  private final Map<String, NavigableMap<Instant, List<Integer>>> ofPath = new HashMap<>();

  /** Takes the members as they are; lines from elsewhere than the front end are left out. */
  JoinBoard(List<FarmMember> members, List<AccessLine> front) {
    for (int i = 0; i < members.size(); i++) {
      FarmMember member = members.get(i);
      TraceMatch traces = TraceMatch.of(member.lines(), member.traces());
      for (AccessLine line : SkewByRequests.sentBy(front, member.lines())) {
        Optional<TraceSummary> trace = traces.of(line).map(TraceMatch.Pair::trace);
        Set<String> ids = new TreeSet<>(LoggedUrl.ids(line));
        trace.ifPresent(t -> ids.addAll(TraceFit.ids(t)));
        add(new Place(i, member, Optional.of(line), Optional.empty(), trace, ids));
      }
      for (HttpErrLine entry : member.errors()) {
        add(new Place(i, member, Optional.empty(), Optional.of(entry), Optional.empty(), Set.of()));
      }
    }
  }

  private void add(Place place) {
    int index = places.size();
    places.add(place);
    place.ids().forEach(id -> ofId.computeIfAbsent(id, key -> new ArrayList<>()).add(index));
    ofPath
        .computeIfAbsent(place.path(), key -> new TreeMap<>())
        .computeIfAbsent(place.time(), key -> new ArrayList<>())
        .add(index);
  }

  int size() {
    return places.size();
  }

  Place get(int index) {
    return places.get(index);
  }

  /** The places with one of these ids. */
  List<Integer> withId(Set<String> ids) {
    return ids.stream()
        .flatMap(id -> ofId.getOrDefault(id, List.of()).stream())
        .distinct()
        .toList();
  }

  /** The places of a path in a time. */
  List<Integer> at(String path, Instant from, Instant to) {
    NavigableMap<Instant, List<Integer>> times = ofPath.get(path);
    return times == null
        ? List.of()
        : times.subMap(from, true, to, true).values().stream().flatMap(List::stream).toList();
  }

  /** Whether a member has anything of that path at any time. */
  boolean knowsPath(int member, String path) {
    NavigableMap<Instant, List<Integer>> times = ofPath.get(path);
    return times != null
        && times.values().stream()
            .flatMap(List::stream)
            .anyMatch(index -> places.get(index).member() == member);
  }

  /** Places of a path within that of a time, on a member. */
  List<Integer> near(int member, String path, Instant time, Duration distance) {
    return at(path, time.minus(distance), time.plus(distance)).stream()
        .filter(index -> places.get(index).member() == member)
        .toList();
  }
}

package io.github.frebscope.farm;

import io.github.frebscope.log.AccessLine;
import io.github.frebscope.trace.StatusCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * What a client saw, and the lines of servers' W3C logs that may tell it: same path, and a time
 * that fits. A client may have noted when it asked or when it had the answer, so its time may be
 * anywhere between the beginning and the end of the request, a tolerance for its clock beside. The
 * host is not looked at: which sites are asked is for the caller to choose.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param incident what the client saw
 * @param lines the lines that fit, the best first: those with the client's status before those
 *     where the answer came too late for it, and the nearest in time first
 */
public record IncidentMatch(Incident incident, List<Found> lines) {
  /** How far a client's clock may be off when nothing else is said. */
  public static final Duration TOLERANCE = Duration.ofSeconds(5);

  /** Refuses nulls; the list is copied. */
  public IncidentMatch {
    Objects.requireNonNull(incident, "incident");
    lines = List.copyOf(lines);
  }

  /** Why a line is taken for what the client saw. */
  public enum Why {
    /** It has the status that the client got, or the client did not tell one. */
    SAME_STATUS,
    /**
     * It is a good answer whose sending failed or may have, while the client saw a failure:
     * somebody between the two gave up.
     */
    ANSWERED_TO_NOBODY
  }

  /**
   * A line that fits.
   *
   * @param server whose log it is in
   * @param line the line
   * @param why why it is taken
   * @param distance how far the client's time is from the line's, zero within the request
   */
  public record Found(String server, AccessLine line, Why why, Duration distance) {
    /** Refuses nulls. */
    public Found {
      Objects.requireNonNull(server, "server");
      Objects.requireNonNull(line, "line");
      Objects.requireNonNull(why, "why");
      Objects.requireNonNull(distance, "distance");
    }
  }

  /** Matches with {@link #TOLERANCE}. */
  public static List<IncidentMatch> of(
      List<Incident> incidents, Map<String, List<AccessLine>> linesOfServers) {
    return of(incidents, linesOfServers, TOLERANCE);
  }

  /**
   * Matches incidents with lines. Each incident is looked at for itself, so that a line may fit
   * several. Lines are sorted once; then each incident looks at those of its path and time.
   *
   * @param incidents what clients saw
   * @param linesOfServers lines by the server's name: those of the incidents' paths and times at
   *     the least
   * @param tolerance how far a client's clock may be off
   * @return one for each incident, in their order, with no lines where none fits
   */
  public static List<IncidentMatch> of(
      List<Incident> incidents, Map<String, List<AccessLine>> linesOfServers, Duration tolerance) {
    List<IncidentMatch> all = new ArrayList<>();
    Map<String, LinesOfPath> paths = new HashMap<>();
    linesOfServers.forEach(
        (server, lines) ->
            lines.forEach(
                line ->
                    paths
                        .computeIfAbsent(LoggedUrl.path(line.path()), path -> new LinesOfPath())
                        .add(server, line)));
    for (Incident incident : incidents) {
      List<Found> found = new ArrayList<>();
      LinesOfPath lines = paths.get(LoggedUrl.path(incident.path()));
      if (lines != null) {
        lines.near(
            incident.time(),
            tolerance,
            (server, line) -> found(incident, server, line, tolerance).ifPresent(found::add));
      }
      found.sort(
          Comparator.comparing(Found::why)
              .thenComparing(Found::distance)
              .thenComparing(Found::server)
              .thenComparing(f -> f.line().end()));
      all.add(new IncidentMatch(incident, found));
    }
    return List.copyOf(all);
  }

  private static Optional<Found> found(
      Incident incident, String server, AccessLine line, Duration tolerance) {
    Duration distance = distance(incident.time(), line);
    if (distance.compareTo(tolerance) > 0
        || !LoggedUrl.isSameQuery(
            LoggedUrl.queryOf(incident.url()), line.query().flatMap(LoggedUrl::query))) {
      return Optional.empty();
    }
    return why(incident.status(), line).map(why -> new Found(server, line, why, distance));
  }

  /** The lines of one path by their ends. */
  private static final class LinesOfPath {
    private record Held(String server, AccessLine line) {}

    private final NavigableMap<Instant, List<Held>> ends = new TreeMap<>();
    private Duration longest = Duration.ZERO;

    void add(String server, AccessLine line) {
      Duration taken = Duration.between(line.start(), line.end());
      longest = taken.compareTo(longest) > 0 ? taken : longest;
      ends.computeIfAbsent(line.end(), end -> new ArrayList<>()).add(new Held(server, line));
    }

    /** Those that may have gone on at a time. */
    void near(Instant time, Duration tolerance, BiConsumer<String, AccessLine> to) {
      Instant from = time.minus(tolerance).minusSeconds(1);
      Instant until = time.plus(tolerance).plus(longest);
      ends.subMap(from, true, until, true)
          .values()
          .forEach(held -> held.forEach(one -> to.accept(one.server(), one.line())));
    }
  }

  private static Duration distance(Instant time, AccessLine line) {
    Instant end = line.end().plusSeconds(1); // the log cuts the second
    if (time.isBefore(line.start())) {
      return Duration.between(time, line.start());
    }
    return time.isAfter(end) ? Duration.between(end, time) : Duration.ZERO;
  }

  private static Optional<Why> why(OptionalInt status, AccessLine line) {
    Optional<Integer> logged = line.status().map(StatusCode::status);
    if (status.isEmpty() || logged.isEmpty() || logged.get() == status.getAsInt()) {
      return Optional.of(Why.SAME_STATUS);
    }
    boolean nobody = status.getAsInt() >= 500 && logged.get() < 400 && line.isPeerGone();
    return nobody ? Optional.of(Why.ANSWERED_TO_NOBODY) : Optional.empty();
  }

  /** Whether any line fits. */
  public boolean isFound() {
    return !lines.isEmpty();
  }

  /** {@code 2026-02-23T09:21:06Z 502 /report: 2 lines of proxy-1, node-e}: one line. */
  @Override
  public String toString() {
    return incident
        + ": "
        + (lines.isEmpty()
            ? "no line"
            : lines.size()
                + (lines.size() == 1 ? " line of " : " lines of ")
                + String.join(", ", lines.stream().map(Found::server).distinct().toList()));
  }
}

package io.github.frebscope.query;

import static io.github.frebscope.query.Draft.many;
import static io.github.frebscope.query.Draft.name;

import io.github.frebscope.cause.Confidence;
import io.github.frebscope.internal.stats.Chance;
import io.github.frebscope.query.SetFinding.Kind;
import io.github.frebscope.trace.MeasuredTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * New connections of one server fail at once, to whatever backend, and some minutes later no more:
 * its local ports were used up.
 */
final class ConnectionsAtOnce implements SetRule {
  private static final String EXHAUSTED = "PORT_EXHAUSTION";

  /**
   * Windows tries a refused connection again, twice and half a second apart, before it gives up;
   * without a local port nothing is sent and nothing waited for.
   */
  private static final Duration REFUSAL_TAKES = Duration.ofMillis(400);

  /** A server that has used up thousands of ports is asked for more than a few pages. */
  private static final int LEAST = 8;

  /** So busy a server is asked again within that time, or the row has ended. */
  private static final Duration APART = Duration.ofSeconds(30);

  /** Where one backend fails, it is that backend. */
  private static final int LEAST_BACKENDS = 2;

  /**
   * Ports come back four minutes after they were closed at the latest (TIME_WAIT); with new ones
   * used up as they come back, several times that. What lasts longer is a firewall, or the network.
   */
  private static final Duration LONGEST = Duration.ofMinutes(15);

  /**
   * Connections that are open already still work. But when more than one in four requests meanwhile
   * got through, not everything failed.
   */
  private static final int FAILED_FOR_ONE_THROUGH = 4;

  /** A row that is likelier than that is no finding. */
  private static final double CHANCE = 0.001;

  @Override
  public Stream<SetFinding> find(Cases cases) {
    return Cases.by(cases.timed(), Case::server).entrySet().stream()
        .flatMap(e -> rows(e.getValue()).stream().flatMap(r -> judge(r, e.getValue(), cases)));
  }

  private static List<List<Case>> rows(List<Case> server) {
    List<List<Case>> rows = new ArrayList<>();
    List<Case> row = new ArrayList<>();
    for (Case c : server) {
      if (isAtOnce(c)) {
        if (!row.isEmpty() && c.start().isAfter(end(row).plus(APART))) {
          rows.add(row);
          row = new ArrayList<>();
        }
        row.add(c);
      }
    }
    rows.add(row);
    return rows;
  }

  private static Instant end(List<Case> row) {
    return row.get(row.size() - 1).start();
  }

  private static boolean isAtOnce(Case c) {
    return c.isCause(EXHAUSTED)
        || (c.isCause("CONNECT_REFUSED")
            && c.waited() != null
            && MeasuredTime.of(c.waited()).atMost().compareTo(REFUSAL_TAKES) < 0);
  }

  private static Stream<SetFinding> judge(List<Case> row, List<Case> server, Cases cases) {
    long backends = row.stream().map(ConnectionsAtOnce::backend).distinct().count();
    if (row.size() < LEAST
        || backends < LEAST_BACKENDS
        || Duration.between(row.get(0).start(), end(row)).compareTo(LONGEST) > 0) {
      return Stream.empty();
    }
    long through =
        Cases.between(server, row.get(0).start(), end(row)).stream()
            .filter(ConnectionsAtOnce::gotThrough)
            .count();
    return through * FAILED_FOR_ONE_THROUGH > row.size() || isByChance(row, server)
        ? Stream.empty()
        : Stream.of(finding(row, backends, through, isHealed(row, server), cases.haveAnswers()));
  }

  /** Where new connections often fail so, rows come about; each as often as it could begin. */
  private static boolean isByChance(List<Case> row, List<Case> server) {
    long sent = server.stream().filter(ConnectionsAtOnce::isSentOn).count();
    long failed = server.stream().filter(ConnectionsAtOnce::isAtOnce).count();
    int meanwhile =
        (int)
            Cases.between(server, row.get(0).start(), end(row).plusNanos(1)).stream()
                .filter(ConnectionsAtOnce::isSentOn)
                .count();
    double usual = (failed - row.size() + 1.0) / (sent - meanwhile + 2.0);
    return sent * Chance.atLeast(meanwhile, row.size(), usual) > CHANCE;
  }

  private static boolean isSentOn(Case c) {
    return c.backend() != null || isAtOnce(c);
  }

  /** A gateway that runs the application itself names no backend: it is the pool's. */
  private static String backend(Case c) {
    return c.backend() != null ? c.backend() : "pool " + c.unit();
  }

  private static boolean gotThrough(Case c) {
    return c.backend() != null && !isAtOnce(c) && (c.isAnswer() || c.isRelayed());
  }

  /** Later requests did not fail so: an answer, or a failure of another kind. */
  private static boolean isHealed(List<Case> row, List<Case> server) {
    Instant later = end(row).plus(APART);
    return server.stream().anyMatch(c -> c.start().isAfter(later) && !isAtOnce(c))
        && server.stream()
            .noneMatch(
                c ->
                    isAtOnce(c)
                        && c.start().isAfter(later)
                        && c.start().isBefore(later.plus(LONGEST)));
  }

  private static SetFinding finding(
      List<Case> row, long backends, long through, boolean healed, boolean answers) {
    boolean told = row.stream().anyMatch(c -> c.isCause(EXHAUSTED));
    Confidence confidence = told ? Confidence.HIGH : healed ? Confidence.MEDIUM : Confidence.LOW;
    return Draft.of(Kind.CONNECTIONS_AT_ONCE, row, confidence)
        .cause(EXHAUSTED)
        .say(
            "On "
                + name(row.get(0).server())
                + " "
                + many(row.size(), "new connection")
                + " to "
                + many(backends, "backend")
                + " failed "
                + Draft.span(row)
                + ", after "
                + Draft.waits(row)
                + ": faster than a backend refuses.")
        .sayIf(told, "Error codes of some of them say that no local port or no buffer was left.")
        .sayIf(
            through > 0,
            many(through, "request") + " meanwhile got through, as open connections let them.")
        .say(
            healed
                ? "Later requests of the server did not fail so: it healed by itself."
                : "No later trace shows that it healed.")
        .sayIf(
            !answers,
            "There are traces of failures alone, so requests that got through would not be seen.")
        .next(
            "Look for event 4227 or 4231 of Tcpip in the server's System log at that time, and"
                + " for thousands of connections in TIME_WAIT (netstat -an) while it lasts. If it"
                + " does not heal, look for a firewall on the server itself.")
        .build();
  }
}

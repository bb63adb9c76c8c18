package io.github.frebscope.query;

import static io.github.frebscope.query.Draft.many;
import static io.github.frebscope.query.Draft.name;

import io.github.frebscope.cause.Confidence;
import io.github.frebscope.query.SetFinding.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An application that answers nothing: in a row, requests to several URLs all wait for their whole
 * time-out, and end when the process is replaced.
 */
final class Hang implements SetRule {
  private static final String HANG = "APP_HANG";

  /** Fewer in a row can be one slow thing that a few pages need. */
  private static final int LEAST = 6;

  /** One slow page is no hang, nor are a page and what it loads. */
  private static final int LEAST_URLS = 3;

  /**
   * A limit is met within about two seconds (limits.tsv: {@code late}), and of a long one within a
   * twentieth.
   */
  private static final Duration SAME_LIMIT = Duration.ofSeconds(2);

  private static final int SAME_LIMIT_PART = 20;

  /** A row of time-outs that is likelier than that by chance, among answers, is no finding. */
  private static final double CHANCE = 0.001;

  /** What can hang: what is behind a worker process, or behind one and on another server. */
  private record Unit(String server, long process, String backend) {
    static Unit of(Case c) {
      return c.server() == null || c.process() < 0
          ? null
          : new Unit(c.server(), c.process(), c.backend());
    }
  }

  @Override
  public Stream<SetFinding> find(Cases cases) {
    Map<String, List<Case>> servers = Cases.by(cases.timed(), Case::server);
    return Cases.by(cases.timed(), Unit::of).entrySet().stream()
        .flatMap(
            e ->
                rows(e.getValue()).stream()
                    .filter(row -> isSound(row, e.getValue()))
                    .map(row -> finding(e.getKey(), row, servers, cases.haveAnswers())));
  }

  /** One trace alone can be suspected of a hang, too. */
  private static boolean isTimeOut(Case c) {
    return c.isCause("TIMEOUT_RECEIVE", HANG);
  }

  /** Time-outs without anything in between that speaks against a hang. */
  private static List<List<Case>> rows(List<Case> cases) {
    List<List<Case>> rows = new ArrayList<>();
    List<Case> row = new ArrayList<>();
    for (Case c : cases) {
      boolean timeOut = isTimeOut(c) && c.waited() != null;
      if (!timeOut && (row.isEmpty() || !speaksAgainst(c, row.get(0)))) {
        continue;
      }
      if (!row.isEmpty() && !(timeOut && goesOn(row, c))) {
        rows.add(row);
        row = new ArrayList<>();
      }
      if (timeOut) {
        row.add(c);
      }
    }
    rows.add(row);
    return rows;
  }

  /**
   * A request that another module failed, before it came to the application, tells nothing of the
   * application; nor does one whose client left, or whose end was not traced.
   */
  private static boolean speaksAgainst(Case c, Case timeOut) {
    if (c.isFailure()) {
      return c.isFault() && (c.module() == null || c.module().equals(timeOut.module()));
    }
    return c.isAnswer();
  }

  /** Began while the one before still waited, and waited as long. */
  private static boolean goesOn(List<Case> row, Case next) {
    Case last = row.get(row.size() - 1);
    Duration limit = row.get(0).waited();
    Duration apart = limit.minus(next.waited()).abs();
    Duration part = limit.dividedBy(SAME_LIMIT_PART);
    return next.start().isBefore(last.start().plus(last.waited()))
        && apart.compareTo(part.compareTo(SAME_LIMIT) > 0 ? part : SAME_LIMIT) <= 0;
  }

  private static boolean isSound(List<Case> row, List<Case> unit) {
    return row.size() >= LEAST
        && urls(row) >= LEAST_URLS
        && outlastsItsLimit(row)
        && !isByChance(row, unit);
  }

  /**
   * The last began after the first had already given up. A pause, such as a start, that is shorter
   * lets all requests time out that come while it lasts.
   */
  private static boolean outlastsItsLimit(List<Case> row) {
    Case first = row.get(0);
    return row.get(row.size() - 1).start().isAfter(first.start().plus(first.waited()));
  }

  /**
   * Rows come about where time-outs are frequent anyway; each counts as often as it could begin.
   */
  private static boolean isByChance(List<Case> row, List<Case> unit) {
    int others = unit.size() - row.size();
    long timeOuts = unit.stream().filter(Hang::isTimeOut).count() - row.size();
    double usual = (timeOuts + 1.0) / (others + 2.0);
    return others > 0 && unit.size() * Math.pow(usual, row.size()) > CHANCE;
  }

  private static long urls(List<Case> row) {
    return row.stream().map(Case::path).filter(Objects::nonNull).distinct().count();
  }

  private static SetFinding finding(
      Unit unit, List<Case> row, Map<String, List<Case>> servers, boolean answers) {
    long files = row.stream().filter(Case::isForStaticFile).count();
    Optional<Case> next =
        unit.backend() == null ? successor(row, servers.get(unit.server())) : Optional.empty();
    String process = "process " + unit.process();
    String what =
        unit.backend() == null
            ? "the application of " + process + pool(row) + " on " + name(unit.server())
            : name(unit.backend()) + ", asked by " + process + " of " + name(unit.server());
    return Draft.of(Kind.HANG, row, confidence(unit, files, next.isPresent(), answers))
        .cause(HANG)
        .say(
            "No answer came from "
                + what
                + " to "
                + many(row.size(), "request")
                + " in a row for "
                + many(urls(row), "URL")
                + ", begun "
                + Draft.span(row)
                + ": each waited "
                + Draft.waits(row)
                + ".")
        .sayIf(
            files > 0,
            (files == 1 ? "1 was for a static file, which needs" : files + " were for static files")
                + (files == 1 ? "" : ", which need")
                + " no database and no other server.")
        .sayIf(
            next.isPresent(),
            "It ended when process "
                + unit.process()
                + " was replaced by "
                + next.map(Case::process).orElse(-1L)
                + ".")
        .sayIf(
            !answers,
            "There are traces of failures alone, so an answer in between would not be seen.")
        .next(
            "Take a dump of the application's process while it hangs, before it is recycled: it"
                + " shows what its threads wait for. The W3C log has the requests answered in between, if any.")
        .build();
  }

  /** What follows must be of the same pool, and be another process that does not hang as well. */
  private static Optional<Case> successor(List<Case> row, List<Case> server) {
    Case last = row.get(row.size() - 1);
    List<Case> pool = server.stream().filter(c -> Objects.equals(c.unit(), last.unit())).toList();
    boolean goesOn =
        pool.stream()
            .anyMatch(
                c ->
                    c.process() == last.process()
                        && c.start().isAfter(last.start().plus(last.waited())));
    return goesOn
        ? Optional.empty()
        : pool.stream()
            .filter(c -> c.start().isAfter(last.start()) && c.process() >= 0)
            .filter(c -> c.process() != last.process())
            .findFirst()
            .filter(c -> !isTimeOut(c))
            .filter(
                c ->
                    pool.stream()
                        .noneMatch(
                            e -> e.process() == c.process() && e.start().isBefore(last.start())));
  }

  /** What tells it from one slow thing that all pages need: files, answers, a new process. */
  private static Confidence confidence(Unit unit, long files, boolean replaced, boolean answers) {
    if (unit.backend() == null && files > 0 && answers) {
      return Confidence.HIGH;
    }
    return files > 0 || replaced || answers ? Confidence.MEDIUM : Confidence.LOW;
  }

  private static String pool(List<Case> row) {
    return row.get(0).trace().appPool().map(p -> " (pool " + name(p) + ")").orElse("");
  }
}

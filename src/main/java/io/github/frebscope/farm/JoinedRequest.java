package io.github.frebscope.farm;

import io.github.frebscope.internal.text.Texts;
import io.github.frebscope.log.AccessLine;
import io.github.frebscope.query.TraceSummary;
import io.github.frebscope.timeline.GatewayPhases;
import io.github.frebscope.timeline.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * A request as both boxes tell it. Immutable and safe for use by several threads.
 *
 * @param server the front end
 * @param line the front end's line
 * @param trace the front end's trace of it
 * @param outcome what became of it at the member
 * @param candidates the member's request; several when they fit equally well, none when no member
 *     has it
 * @param evidence the facts that the outcome rests on, a sentence each
 * @param missing what would make it surer
 */
public record JoinedRequest(
    String server,
    AccessLine line,
    Optional<TraceSummary> trace,
    JoinOutcome outcome,
    List<JoinCandidate> candidates,
    List<String> evidence,
    List<String> missing) {
  private static final Duration SECOND = Duration.ofSeconds(1);

  /** Refuses nulls; the lists are copied. */
  public JoinedRequest {
    Objects.requireNonNull(server, "server");
    Objects.requireNonNull(line, "line");
    Objects.requireNonNull(trace, "trace");
    Objects.requireNonNull(outcome, "outcome");
    candidates = List.copyOf(candidates);
    evidence = List.copyOf(evidence);
    missing = List.copyOf(missing);
  }

  /** Whether both sides tell the same id, so that the join is certain. */
  public boolean isById() {
    return !candidates.isEmpty() && candidates.stream().allMatch(JoinCandidate::byId);
  }

  /** How long the member needed, of several candidates the longest; zero when no log tells it. */
  public Duration memberTime() {
    return candidates.stream()
        .flatMap(candidate -> candidate.line().stream())
        .flatMap(member -> member.timeTaken().stream())
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }

  /** What happened on both boxes, in the order of time, as far as logs and summaries tell it. */
  public List<Moment> timeline() {
    return timeline(trace -> Optional.empty());
  }

  /**
   * As {@link #timeline()}, with what the front end's trace tells of its exchange with the member.
   *
   * @param opened reads a trace again and answers its timeline, empty when it cannot; called once
   *     at most
   */
  public List<Moment> timeline(Function<TraceSummary, Optional<Timeline>> opened) {
    List<Moment> moments = new ArrayList<>();
    Instant begin = trace.flatMap(TraceSummary::start).orElse(line.start());
    String begun = trace.flatMap(t -> t.start().map(s -> name(t.file()))).orElse(source(line));
    Duration exact = trace.flatMap(TraceSummary::start).isPresent() ? Duration.ZERO : SECOND;
    moments.add(new Moment(begin, exact, server, "received the request", begun));
    trace.ifPresent(t -> opened.apply(t).ifPresent(timeline -> addExchange(moments, t, timeline)));
    moments.add(new Moment(line.end(), SECOND, server, end(line), source(line)));
    candidates.forEach(candidate -> add(moments, candidate));
    return inOrder(moments);
  }

  /**
   * By time, but for what cannot be: a member has nothing of a request before the front end sent
   * it. The second to which logs are cut, and clocks, make it look so.
   */
  private List<Moment> inOrder(List<Moment> moments) {
    Instant sent =
        moments.stream()
            .filter(m -> m.server().equals(server) && m.time().isBefore(line.end()))
            .map(Moment::time)
            .max(Comparator.naturalOrder())
            .orElse(line.start());
    Comparator<Moment> order =
        Comparator.comparing(
            m -> {
              boolean looksEarlier = m.time().isBefore(sent) && !m.server().equals(server);
              boolean isExplained = !m.time().plus(m.error()).plus(SECOND).isBefore(sent);
              return looksEarlier && isExplained ? sent : m.time();
            });
    moments.sort(order.thenComparing(m -> !m.server().equals(server)));
    return List.copyOf(moments);
  }

  private void addExchange(List<Moment> moments, TraceSummary trace, Timeline timeline) {
    Optional<GatewayPhases> phases = timeline.gatewayPhases();
    String backend = trace.verdict().backend().map(name -> " to " + Texts.shown(name)).orElse("");
    phases.ifPresent(
        found -> {
          Instant sent = found.request().start().plus(found.before().length());
          moments.add(
              new Moment(
                  sent,
                  found.before().error(),
                  server,
                  "forwarded it" + backend,
                  name(trace.file())));
        });
  }

  private static void add(List<Moment> moments, JoinCandidate candidate) {
    Duration error = candidate.timeError();
    String server = candidate.server();
    candidate
        .line()
        .ifPresent(
            l -> {
              if (l.timeTaken().isPresent()) {
                moments.add(new Moment(candidate.start(), error, server, "began", source(l)));
              }
              moments.add(
                  new Moment(candidate.end(), error, server, "ended: " + said(l), source(l)));
            });
    candidate
        .error()
        .ifPresent(
            e ->
                moments.add(
                    new Moment(
                        candidate.end(),
                        error,
                        server,
                        "http.sys: " + Texts.shown(e.reason()),
                        name(e.file()) + ":" + e.number())));
  }

  private String end(AccessLine front) {
    boolean gaveUp =
        outcome == JoinOutcome.MEMBER_ANSWERED_LATE || outcome == JoinOutcome.MEMBER_NEVER_ANSWERED;
    return (gaveUp ? "gave up: " : "answered: ") + said(front);
  }

  private static String said(AccessLine line) {
    long win32 = line.win32Status().orElse(0);
    return line.status().map(Object::toString).orElse("?")
        + (win32 == 0 ? "" : " win32 " + win32)
        + line.timeTaken().map(taken -> " after " + Moment.seconds(taken)).orElse("");
  }

  private static String source(AccessLine line) {
    return name(line.file()) + ":" + line.number();
  }

  private static String name(String file) {
    return Texts.shown(file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1));
  }

  /** {@code 2026-02-23T09:21:06Z /report/year at proxy-1: the member answered late}: one line. */
  @Override
  public String toString() {
    return line.end()
        + " "
        + Texts.shown(line.path())
        + " at "
        + server
        + ": "
        + outcome.text()
        + (candidates.isEmpty() ? "" : isById() ? " (joined by id)" : " (joined by URL and time)");
  }
}

package io.github.frebscope.doctor;

import io.github.frebscope.cause.Confidence;
import io.github.frebscope.doctor.Finding.Log;
import io.github.frebscope.farm.Incident;
import io.github.frebscope.farm.ServerEvidence;
import io.github.frebscope.farm.SiteEvidence;
import io.github.frebscope.log.HttpErrLine;
import io.github.frebscope.log.HttpErrReason;
import io.github.frebscope.log.HttpErrReason.Kind;
import io.github.frebscope.log.WindowsEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What http.sys ended itself while something failed: pools that were down, processes that died,
 * requests that waited in vain, connections that were dropped. (Step 6 of the procedure.)
 */
final class HttpErrRule implements Rule {
  /** An entry is written when the request ends there, and a client notes its failure then. */
  private static final Duration NEAR = Duration.ofSeconds(10);

  /** A connection that was dropped is noted up to a minute later. */
  private static final Duration DROPPED = Duration.ofSeconds(60);

  /** http.sys lets a request wait for two minutes; who is in front has given up long before. */
  private static final Duration WAITED = Duration.ofSeconds(150);

  private static final Duration EVENT = Duration.ofSeconds(60);
  private static final int STORM = 2;

  /** An explanation for one site of one server. */
  private record Key(Explanation explanation, Optional<String> site) {}

  @Override
  public Stream<Finding> find(Examination examination) {
    return examination.evidence().servers().stream().flatMap(server -> find(examination, server));
  }

  private static Stream<Finding> find(Examination examination, ServerEvidence server) {
    Map<Key, List<HttpErrLine>> found = new LinkedHashMap<>();
    Related related = new Related(examination);
    for (HttpErrLine line : server.httpErr()) {
      Optional<Explanation> explanation =
          kind(line).flatMap(kind -> explanation(examination, related, server, line, kind));
      Optional<String> site = Sites.of(server, line).map(SiteEvidence::name);
      explanation.ifPresent(
          e -> found.computeIfAbsent(new Key(e, site), k -> new ArrayList<>()).add(line));
    }
    return found.entrySet().stream()
        .filter(e -> isEnough(examination, e.getKey(), e.getValue()))
        .map(e -> finding(server, e.getKey(), e.getValue()));
  }

  private static Optional<Kind> kind(HttpErrLine line) {
    return HttpErrReason.of(line.reason()).map(HttpErrReason::kind);
  }

  private static Optional<Explanation> explanation(
      Examination examination,
      Related related,
      ServerEvidence server,
      HttpErrLine line,
      Kind kind) {
    Instant from = line.time().minus(after(kind));
    Instant to = line.time().plus(NEAR);
    List<Incident> incidents = examination.incidents(from, to);
    boolean isRelated =
        incidents.stream().anyMatch(i -> related.toIncident(server, line, i))
            || examination.failures(from, to).stream()
                .anyMatch(f -> related.toFailure(server, line, f));
    if (examination.hasFailures() && !isRelated) {
      return Optional.empty();
    }
    boolean ofIncident =
        incidents.stream()
            .anyMatch(
                i ->
                    examination.asked(server, i).stream()
                        .anyMatch(site -> isAbout(server, line, i, site)));
    return switch (kind) {
      case POOL_DOWN, QUEUE_FULL -> Optional.of(Explanation.POOL_DOWN);
      case WORKER_LOST -> Optional.of(Explanation.WORKER_CRASH);
      case QUEUE_WAIT -> Optional.of(Explanation.QUEUE_WAIT);
      case CLIENT_LEFT -> ofIncident ? Optional.of(Explanation.QUEUE_WAIT) : Optional.empty();
      case CONNECTION_DROPPED ->
          ofIncident && examination.joined().isEmpty() // else the joined requests tell more
              ? Optional.of(Explanation.MEMBER_ABORTED)
              : Optional.empty();
      case PARSE, LIMIT ->
          ofIncident ? Optional.of(Explanation.PRODUCED_UPSTREAM) : Optional.empty();
      default -> Optional.empty();
    };
  }

  /** How long after a failure http.sys may note it. */
  private static Duration after(Kind kind) {
    return switch (kind) {
      case QUEUE_WAIT -> WAITED;
      case CONNECTION_DROPPED -> DROPPED;
      default -> NEAR;
    };
  }

  private static boolean isNear(HttpErrLine line, Kind kind, Instant failure) {
    return !line.time().isBefore(failure.minus(NEAR))
        && !line.time().isAfter(failure.plus(after(kind)));
  }

  /** The entries of a server that may be of what a client saw at that time. */
  static List<HttpErrLine> near(Examination examination, ServerEvidence server, Incident incident) {
    return examination.errors(server, incident.time().minus(NEAR), incident.time().plus(WAITED));
  }

  /** Whether an entry may be what a client saw at a site of this server. */
  static boolean isAbout(
      ServerEvidence server, HttpErrLine line, Incident incident, SiteEvidence site) {
    Optional<Kind> kind = kind(line);
    if (kind.isEmpty() || kind.get() == Kind.IDLE || kind.get() == Kind.OTHER) {
      return false;
    }
    boolean isSite = Sites.of(server, line).map(s -> s.id().equals(site.id())).orElse(true);
    boolean isPath = kind.get().isPoolDown() || line.path().map(incident::isAt).orElse(true);
    return isSite && isPath && isNear(line, kind.get(), incident.time());
  }

  /** One entry of a kind proves little where nothing else failed. */
  private static boolean isEnough(Examination examination, Key key, List<HttpErrLine> lines) {
    boolean failed = examination.hasFailures();
    return switch (key.explanation()) {
      case POOL_DOWN -> true;
      case WORKER_CRASH -> failed || lines.size() >= STORM;
      case QUEUE_WAIT -> failed || lines.size() >= STORM;
      default -> failed;
    };
  }

  private static Finding finding(ServerEvidence server, Key key, List<HttpErrLine> lines) {
    Finding.Draft draft = Finding.of(key.explanation(), Optional.of(server.name()), key.site());
    HttpErrReason reason = HttpErrReason.of(lines.get(0).reason()).orElseThrow();
    draft.say(
        "http.sys on "
            + server.name()
            + " ended "
            + Words.count(lines.size(), "request")
            + " itself, with the reason "
            + reason.phrase()
            + ": "
            + Words.sentence(reason.meaning()));
    if (key.explanation() == Explanation.PRODUCED_UPSTREAM) {
      draft.say("http.sys never answers 502; something in front made a 502 of it.");
    }
    lines.forEach(line -> draft.fact(Log.HTTPERR, Facts.httpErr(server, line)));
    events(server, key.explanation(), lines)
        .forEach(event -> draft.fact(Log.EVENTS, Facts.event(server, event)));
    if (key.explanation() == Explanation.POOL_DOWN) {
      PoolAdvice.of(server, lines).forEach(draft::set);
    }
    if (server.events().isEmpty()) {
      draft.missing("the System event log of " + server.name() + " (source WAS)");
    }
    boolean isAlone = key.explanation() == Explanation.WORKER_CRASH && lines.size() == 1;
    return draft
        .atMost(isAlone ? Confidence.MEDIUM : Confidence.HIGH)
        .tryThis(experiment(key, server))
        .build();
  }

  private static Stream<WindowsEvent> events(
      ServerEvidence server, Explanation explanation, List<HttpErrLine> lines) {
    return server.events().stream()
        .filter(event -> CrashRule.tellsOf(event).equals(Optional.of(explanation)))
        .filter(
            event ->
                lines.stream()
                    .anyMatch(
                        l -> Duration.between(l.time(), event.time()).abs().compareTo(EVENT) <= 0));
  }

  private static String experiment(Key key, ServerEvidence server) {
    return switch (key.explanation()) {
      case POOL_DOWN ->
          "See in the System log of "
              + server.name()
              + " (source WAS, 5002 or 5021 and others) why the pool was stopped, and whether"
              + " autoStart is true.";
      case WORKER_CRASH ->
          "Collect the Application log of "
              + server.name()
              + " (Application Error 1000, .NET Runtime 1026) and a dump of w3wp.exe at the next"
              + " crash.";
      case QUEUE_WAIT ->
          "Watch at "
              + server.name()
              + " whether w3wp.exe is there and busy when requests wait: a process that starts, or"
              + " one that hangs.";
      case MEMBER_ABORTED ->
          "Ask "
              + server.name()
              + " directly for the URL, past the box in front: if it breaks off there too, the"
              + " application closes the connection.";
      default ->
          "Send the same request to " + server.name() + " directly and compare what it answers.";
    };
  }
}

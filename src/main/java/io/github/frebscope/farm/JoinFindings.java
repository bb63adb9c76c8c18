package io.github.frebscope.farm;

import io.github.frebscope.log.AccessLine;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts together what one join rests on, and what it lacks. */
final class JoinFindings {
  /** http.sys notes the broken connection, and the worker its answer to nobody. */
  private static final Set<JoinOutcome> SAME =
      Set.of(JoinOutcome.MEMBER_ANSWERED_LATE, JoinOutcome.MEMBER_NEVER_ANSWERED);

  private final AccessLine front;
  private final Optional<Duration> timeout;
  private final Set<String> evidence = new LinkedHashSet<>();
  private final Set<String> missing = new LinkedHashSet<>();

  JoinFindings(AccessLine front, Optional<Duration> timeout) {
    this.front = front;
    this.timeout = timeout;
  }

  void add(String fact) {
    evidence.add(fact);
  }

  void isMissing(String what) {
    missing.add(what);
  }

  List<String> evidence() {
    return List.copyOf(evidence);
  }

  List<String> missing() {
    return List.copyOf(missing);
  }

  /**
   * What candidates say together.
   *
   * @param byId whether ids say that they are of the request
   * @param hasOthers whether the front end's other lines were looked at
   * @param choices how many fit equally well
   */
  JoinOutcome of(List<JoinCandidate> candidates, boolean byId, boolean hasOthers, int choices) {
    candidates.forEach(this::tell);
    add(byId ? "joined by X-ARR-LOG-ID" : "joined by path, verb and time, not by an id");
    if (choices > 1) {
      add(choices + " requests of the members fit equally well");
    }
    Set<JoinOutcome> said =
        candidates.stream().map(JoinCandidate::outcome).collect(Collectors.toSet());
    if (said.equals(SAME) && servers(candidates) == 1) {
      return JoinOutcome.MEMBER_ANSWERED_LATE; // both can be told of one request
    }
    if (said.size() > 1) {
      isMissing("X-ARR-LOG-ID in the logs of both sides: it would tell which");
      return JoinOutcome.SEVERAL_FIT;
    }
    JoinOutcome outcome = said.iterator().next();
    if (!byId && !hasOthers && outcome == JoinOutcome.MEMBER_ANSWERED) {
      isMissing("the front end's other lines: the answer may be to another request");
      return JoinOutcome.NOT_KNOWN;
    }
    return outcome;
  }

  private static long servers(List<JoinCandidate> candidates) {
    return candidates.stream().map(JoinCandidate::server).distinct().count();
  }

  private void tell(JoinCandidate candidate) {
    candidate.line().ifPresent(line -> tell(candidate, line));
    candidate
        .error()
        .ifPresent(e -> add("http.sys of " + candidate.server() + " tells " + e.reason()));
    if (!candidate.clock().isKnown()) {
      isMissing("the clock of " + candidate.server() + ", taken to agree within 5 s");
    }
  }

  private void tell(JoinCandidate candidate, AccessLine line) {
    if (line.timeTaken().isEmpty() || front.timeTaken().isEmpty()) {
      isMissing("time-taken in the W3C log, without which late answers look like good ones");
      return;
    }
    add(
        String.format(
            Locale.ROOT,
            "%s took %s, the front end %s%s",
            candidate.server(),
            Moment.seconds(line.timeTaken().get()),
            Moment.seconds(front.timeTaken().get()),
            timeout.map(t -> ", which gives up after " + Moment.seconds(t)).orElse("")));
    if (line.win32Status().isEmpty()) {
      isMissing("sc-win32-status in the log of " + candidate.server());
    } else if (line.isPeerGone()) {
      add(
          candidate.server()
              + " logged win32 "
              + line.win32Status().getAsLong()
              + ": who had asked was gone");
    } else if (candidate.outcome() == JoinOutcome.MEMBER_ANSWERED_LATE) {
      add(
          candidate.server()
              + " logged no broken connection; only the lengths say that it was late");
    }
  }
}

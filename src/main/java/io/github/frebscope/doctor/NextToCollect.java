package io.github.frebscope.doctor;

import io.github.frebscope.farm.ServerEvidence;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What to gather so that more can be said. */
final class NextToCollect {
  private NextToCollect() {}

  static List<String> of(Examination examination, List<FarmVerdict> verdicts) {
    Set<String> next = new LinkedHashSet<>();
    List<ServerEvidence> servers = examination.evidence().servers();
    if (!examination.hasFailures()) {
      next.add(
          "What clients saw: a CSV file with time (UTC), url and status, as --incidents FILE. No"
              + " log here has a 502.");
    }
    add(next, servers, "the configuration (applicationHost.config)", s -> s.config().isEmpty());
    add(next, servers, "the W3C logs (LogFiles)", s -> s.files().accessLogs().isEmpty());
    if (!verdicts.isEmpty() || examination.hasFailures()) {
      add(next, servers, "the HTTPERR logs", s -> s.files().httpErrLogs().isEmpty());
      add(
          next,
          servers,
          "the trace folder (FailedReqLogFiles)",
          s -> s.files().traceFolders().isEmpty() && s.files().traces().isEmpty());
      add(
          next,
          servers,
          "the System and Application event logs as XML (events)",
          s -> s.files().eventExports().isEmpty());
      boolean isInFront =
          verdicts.stream()
              .anyMatch(
                  v ->
                      v.explanation() == Explanation.FRONT_GAVE_UP
                          || v.explanation() == Explanation.PRODUCED_UPSTREAM
                          || v.explanation() == Explanation.COLDSTART_SUSPECT);
      if (isInFront && examination.fronts().isEmpty()) {
        next.add("The box in front of these servers: its logs, configuration and traces.");
      }
    }
    return new ArrayList<>(next);
  }

  private static void add(
      Set<String> next,
      List<ServerEvidence> servers,
      String what,
      Predicate<ServerEvidence> lacks) {
    List<String> names = servers.stream().filter(lacks).map(ServerEvidence::name).toList();
    if (!names.isEmpty()) {
      next.add(Words.sentence(what + " of " + Words.list(names)));
    }
  }
}

package io.github.frebscope.doctor;

import io.github.frebscope.farm.Incident;
import io.github.frebscope.farm.IncidentMatch;
import io.github.frebscope.farm.ServerEvidence;
import io.github.frebscope.farm.SiteEvidence;
import io.github.frebscope.log.AccessLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What clients saw, and what the logs of the sites they asked have of it. */
final class Incidents {
  /**
   * What a client saw, on the site of one server that it may have gone to.
   *
   * @param server the server
   * @param site the site
   * @param match the lines of the site's log that fit
   */
  record Seen(ServerEvidence server, SiteEvidence site, IncidentMatch match) {
    Incident incident() {
      return match.incident();
    }

    /** The site's good answers to nobody. */
    List<AccessLine> late() {
      return match.lines().stream()
          .filter(f -> f.why() == IncidentMatch.Why.ANSWERED_TO_NOBODY)
          .map(IncidentMatch.Found::line)
          .toList();
    }
  }

  private Incidents() {}

  /** Whether any site's log, on any server, has the failure itself. */
  static boolean isFailureLogged(Examination examination, Incident incident) {
    return examination
        .evidence()
        .sites()
        .map(site -> Map.of(site.server(), site.traffic().watchedLines()))
        .flatMap(lines -> IncidentMatch.of(List.of(incident), lines).get(0).lines().stream())
        .anyMatch(found -> found.why() == IncidentMatch.Why.SAME_STATUS);
  }

  /** For each incident the sites it may have gone to, in the order of servers. */
  static Map<Incident, List<Seen>> of(Examination examination) {
    Map<Incident, List<Seen>> all = new LinkedHashMap<>();
    for (Incident incident : examination.incidents()) {
      List<Seen> seen = new ArrayList<>();
      for (ServerEvidence server : examination.evidence().servers()) {
        for (SiteEvidence site : Sites.asked(server, incident)) {
          IncidentMatch match =
              IncidentMatch.of(
                      List.of(incident), Map.of(server.name(), site.traffic().watchedLines()))
                  .get(0);
          seen.add(new Seen(server, site, match));
        }
      }
      all.put(incident, seen);
    }
    return all;
  }
}

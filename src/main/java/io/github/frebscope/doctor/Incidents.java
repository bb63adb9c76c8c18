package io.github.frebscope.doctor;

import io.github.frebscope.farm.Incident;
import io.github.frebscope.farm.IncidentMatch;
import io.github.frebscope.farm.ServerEvidence;
import io.github.frebscope.farm.SiteEvidence;
import io.github.frebscope.log.AccessLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

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

  /** Those of which any site's log, on any server, has the failure itself. */
  static Set<Incident> logged(Examination examination) {
    Map<String, List<AccessLine>> lines = new LinkedHashMap<>();
    examination
        .evidence()
        .sites()
        .forEach(s -> lines.put(s.server() + "\n" + s.id(), s.traffic().watchedLines()));
    return IncidentMatch.of(examination.incidents(), lines).stream()
        .filter(m -> m.lines().stream().anyMatch(f -> f.why() == IncidentMatch.Why.SAME_STATUS))
        .map(IncidentMatch::incident)
        .collect(Collectors.toSet());
  }

  /** For each incident the sites it may have gone to, in the order of servers. */
  static Map<Incident, List<Seen>> of(Examination examination) {
    Map<Incident, List<Seen>> all = new LinkedHashMap<>();
    List<Incident> incidents = examination.incidents().stream().distinct().toList();
    incidents.forEach(incident -> all.put(incident, new ArrayList<>()));
    for (ServerEvidence server : examination.evidence().servers()) {
      Map<OptionalLong, List<Incident>> asked = new HashMap<>();
      for (Incident incident : incidents) {
        examination
            .asked(server, incident)
            .forEach(
                site -> asked.computeIfAbsent(site.id(), id -> new ArrayList<>()).add(incident));
      }
      for (SiteEvidence site : server.sites()) {
        IncidentMatch.of(
                asked.getOrDefault(site.id(), List.of()),
                Map.of(server.name(), site.traffic().watchedLines()))
            .forEach(match -> all.get(match.incident()).add(new Seen(server, site, match)));
      }
    }
    return all;
  }
}

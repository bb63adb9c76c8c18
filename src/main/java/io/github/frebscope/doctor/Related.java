package io.github.frebscope.doctor;

import io.github.frebscope.doctor.Examination.Failure;
import io.github.frebscope.farm.Incident;
import io.github.frebscope.farm.ServerEvidence;
import io.github.frebscope.farm.SiteEvidence;
import io.github.frebscope.log.AccessLine;
import io.github.frebscope.log.HttpErrLine;
import java.util.List;
import java.util.Optional;

/**
 * Whether what http.sys ended has to do with what failed: by the site that was asked, not by the
 * time alone, because another site of the same host may have troubles of its own.
 */
final class Related {
  private final Examination examination;

  Related(Examination examination) {
    this.examination = examination;
  }

  /** Whether an entry is of a site that a client asked in vain. */
  boolean toIncident(ServerEvidence server, HttpErrLine line, Incident incident) {
    List<SiteEvidence> asked = examination.asked(server, incident);
    if (asked.isEmpty()) {
      return examination.evidence().servers().stream()
          .allMatch(s -> examination.asked(s, incident).isEmpty()); // nobody knows where it went
    }
    Optional<SiteEvidence> site = Sites.of(server, line);
    return site.isEmpty() || asked.contains(site.get());
  }

  /** Whether an entry is of the site that logged a failure, or of one behind it. */
  boolean toFailure(ServerEvidence server, HttpErrLine line, Failure failure) {
    Optional<SiteEvidence> site = Sites.of(server, line);
    boolean isOwn =
        failure.site().server().equals(server.name())
            && site.map(failure.site()::equals).orElse(true);
    return isOwn || isBehind(server, line, failure);
  }

  private boolean isBehind(ServerEvidence server, HttpErrLine line, Failure failure) {
    String front = failure.site().server();
    boolean isMember =
        front.equals(server.name())
            ? examination.fronts().isFront(front)
            : examination.fronts().members(front).stream()
                .anyMatch(m -> m.name().equals(server.name()));
    return isMember
        && (isSamePath(line, failure.line())
            || line.clientIp().filter(failure.site().traffic().serverIps()::contains).isPresent()
            || server.sites().stream().filter(s -> s.traffic().lines() > 0).count() == 1);
  }

  private static boolean isSamePath(HttpErrLine line, AccessLine failure) {
    return line.path().map(failure.path()::equalsIgnoreCase).orElse(true);
  }
}

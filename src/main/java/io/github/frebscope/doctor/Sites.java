package io.github.frebscope.doctor;

import io.github.frebscope.config.Application;
import io.github.frebscope.config.Binding;
import io.github.frebscope.config.Site;
import io.github.frebscope.farm.Incident;
import io.github.frebscope.farm.JoinCandidate;
import io.github.frebscope.farm.ServerEvidence;
import io.github.frebscope.farm.SiteEvidence;
import io.github.frebscope.log.HttpErrLine;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the site that something is about. */
final class Sites {
  private Sites() {}

  /** The site of a member's line or HTTPERR entry. */
  static Optional<SiteEvidence> of(ServerEvidence server, JoinCandidate candidate) {
    if (candidate.error().isPresent()) {
      return of(server, candidate.error().get());
    }
    return candidate
        .line()
        .flatMap(
            line ->
                server.sites().stream()
                    .filter(site -> site.traffic().watchedLines().contains(line))
                    .findFirst())
        .or(() -> onlyOne(server));
  }

  /** The site of an HTTPERR entry: by its number, else by its pool. */
  static Optional<SiteEvidence> of(ServerEvidence server, HttpErrLine line) {
    return line.siteId()
        .flatMap(id -> server.sites().stream().filter(s -> isNumber(s, id)).findFirst())
        .or(() -> line.queue().flatMap(queue -> ofPool(server, queue)))
        .or(() -> onlyOne(server));
  }

  private static boolean isNumber(SiteEvidence site, String id) {
    return site.id().isPresent() && Long.toString(site.id().getAsLong()).equals(id);
  }

  /** The site of a pool; one with logs where several use it. */
  static Optional<SiteEvidence> ofPool(ServerEvidence server, String pool) {
    List<SiteEvidence> all =
        server.sites().stream()
            .filter(s -> s.site().filter(c -> uses(c, pool)).isPresent())
            .toList();
    return all.stream()
        .filter(SiteEvidence::isInUse)
        .findFirst()
        .or(() -> all.stream().findFirst());
  }

  private static boolean uses(Site site, String pool) {
    return site.applications().stream()
        .map(Application::pool)
        .anyMatch(p -> isQueue(pool, p.value()));
  }

  /** Whether a queue of an HTTPERR log, which has + for blanks, is that of a pool. */
  static boolean isQueue(String queue, String pool) {
    return queue.replace(' ', '+').equalsIgnoreCase(pool.replace(' ', '+'));
  }

  /** The site with logs, when there is just one. */
  private static Optional<SiteEvidence> onlyOne(ServerEvidence server) {
    List<SiteEvidence> used =
        server.sites().stream().filter(site -> site.traffic().lines() > 0).toList();
    return used.size() == 1 ? Optional.of(used.get(0)) : Optional.empty();
  }

  /**
   * The sites of a server that a client's request goes to: those bound to its host, else those that
   * take every host; of several those that are in use. Without a host those with logs.
   */
  static List<SiteEvidence> asked(ServerEvidence server, Incident incident) {
    Optional<String> host = incident.host();
    List<SiteEvidence> bound =
        host.isEmpty()
            ? List.of()
            : server.sites().stream().filter(s -> isBound(s, host.get())).toList();
    List<SiteEvidence> open =
        server.sites().stream().filter(s -> s.site().isEmpty() || isBound(s, "")).toList();
    List<SiteEvidence> chosen = bound.isEmpty() ? open : bound;
    List<SiteEvidence> logged = server.sites().stream().filter(Sites::isLogged).toList();
    if (bound.isEmpty() && !logged.isEmpty()) {
      // A folder for traces is made for a site that nobody asks, too.
      return host.isEmpty() ? logged : chosen.stream().filter(Sites::isLogged).toList();
    }
    List<SiteEvidence> used = chosen.stream().filter(SiteEvidence::isInUse).toList();
    return used.isEmpty() && bound.isEmpty() ? List.of() : used.isEmpty() ? chosen : used;
  }

  private static boolean isLogged(SiteEvidence site) {
    return site.traffic().lines() > 0;
  }

  private static boolean isBound(SiteEvidence site, String host) {
    return site.site().stream()
        .flatMap(s -> s.bindings().stream())
        .filter(b -> b.protocol().toLowerCase(Locale.ROOT).startsWith("http"))
        .map(Binding::host)
        .anyMatch(bound -> matches(bound, host.toLowerCase(Locale.ROOT)));
  }

  private static boolean matches(String bound, String host) {
    return bound.equals(host) || (bound.startsWith("*.") && host.endsWith(bound.substring(1)));
  }
}

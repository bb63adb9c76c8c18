package io.github.frebscope.farm;

import io.github.frebscope.config.Site;
import io.github.frebscope.query.TraceSummary;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * All there is about one site of one server.
 *
 * @param server the server's name
 * @param id the site's number; empty for a log that does not tell its site
 * @param site its configuration, when there is one
 * @param traffic what its logs show
 * @param traces its traces
 * @param hasTraceFolder whether the folder of its traces was collected, with or without traces
 */
public record SiteEvidence(
    String server,
    OptionalLong id,
    Optional<Site> site,
    SiteTraffic traffic,
    List<TraceSummary> traces,
    boolean hasTraceFolder) {
  /** Refuses nulls. */
  public SiteEvidence {
    Objects.requireNonNull(server, "server");
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(site, "site");
    Objects.requireNonNull(traffic, "traffic");
    traces = List.copyOf(traces);
  }

  /** The site's name; {@code W3SVC4} where the configuration is not there. */
  public String name() {
    return site.map(Site::name)
        .orElseGet(() -> id.isPresent() ? "W3SVC" + id.getAsLong() : "(unknown)");
  }

  /** Whether it wrote logs or traces, or at least has a folder for traces. */
  public boolean isInUse() {
    return traffic.lines() > 0 || !traces.isEmpty() || hasTraceFolder;
  }

  /** {@code web01 shop: 1,173 lines, 3 of them 502; 2 traces}: one line. */
  @Override
  public String toString() {
    return server + " " + name() + ": " + traffic + "; " + traces.size() + " traces";
  }
}

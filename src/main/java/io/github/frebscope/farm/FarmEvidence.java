package io.github.frebscope.farm;

import io.github.frebscope.query.TraceSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All there is about a farm, read.
 *
 * @param root what was looked through, as it was named
 * @param servers the servers in the order of their names
 * @param traces the traces of all servers, each under the name of its server here
 * @param problems what could not be read, or not whole: {@code path: reason}
 */
public record FarmEvidence(
    String root, List<ServerEvidence> servers, TraceSet traces, List<String> problems) {
  /** Refuses nulls. */
  public FarmEvidence {
    Objects.requireNonNull(root, "root");
    Objects.requireNonNull(traces, "traces");
    servers = List.copyOf(servers);
    problems = List.copyOf(problems);
  }

  /** The server of a name, in any case. */
  public Optional<ServerEvidence> server(String name) {
    return servers.stream().filter(server -> server.name().equalsIgnoreCase(name)).findFirst();
  }

  /** All sites of all servers. */
  public Stream<SiteEvidence> sites() {
    return servers.stream().flatMap(server -> server.sites().stream());
  }

  /** {@code 3 servers, 6 sites, 4 traces}: one line. */
  @Override
  public String toString() {
    return servers.size()
        + " servers, "
        + sites().count()
        + " sites, "
        + traces.count()
        + " traces";
  }
}

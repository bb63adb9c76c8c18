package io.github.frebscope.farm;

import io.github.frebscope.source.TraceRoot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What was collected of a farm's servers: their logs, configurations and traces, found and not yet
 * read.
 *
 * <pre>{@code
 * Farm farm = Farm.open(Path.of("D:\\collected"));
 * farm.servers().forEach(System.out::println);
 * }</pre>
 *
 * <p>A collected farm is a folder a server ({@code web01\FailedReqLogFiles}, {@code
 * web01\LogFiles}, {@code web01\HTTPERR}, {@code web01\config}, {@code web01\events}); the folders
 * of a server itself ({@code inetpub}, {@code Windows\System32}) are known as well. Files go by the
 * names that IIS, http.sys and Windows give them. Immutable and safe for use by several threads.
 */
public final class Farm {
  private final String root;
  private final List<FarmServer> servers;
  private final List<String> problems;

  private Farm(String root, List<FarmServer> servers, List<String> problems) {
    this.root = root;
    this.servers = List.copyOf(servers);
    this.problems = List.copyOf(problems);
  }

  /**
   * Looks through a folder. Costs a listing of it; no file is read.
   *
   * @throws IOException if there is no such folder or it cannot be listed
   */
  public static Farm open(Path root) throws IOException {
    return open(List.of(TraceRoot.of(root)));
  }

  /**
   * Looks through some folders or files; a root with a name is all of the server of that name.
   *
   * @throws IOException if one of them is not there or cannot be listed
   */
  public static Farm open(List<TraceRoot> roots) throws IOException {
    return open(roots, Map.of());
  }

  /**
   * As {@link #open(List)}, with parts whose files may have any names.
   *
   * @param parts for each kind the folders or files
   * @throws IOException if one of them is not there or cannot be listed
   */
  public static Farm open(List<TraceRoot> roots, Map<Part, List<TraceRoot>> parts)
      throws IOException {
    FarmSearch search = new FarmSearch();
    for (TraceRoot root : roots) {
      search.add(root, Optional.empty());
    }
    for (Map.Entry<Part, List<TraceRoot>> part : new TreeMap<>(parts).entrySet()) {
      for (TraceRoot root : part.getValue()) {
        search.add(root, Optional.of(part.getKey().kind));
      }
    }
    String name =
        Stream.concat(roots.stream(), parts.values().stream().flatMap(List::stream))
            .map(root -> root.path().toString())
            .distinct()
            .reduce((a, b) -> a + ", " + b)
            .orElse("");
    return new Farm(name, search.servers(), search.problems());
  }

  /** A kind of files that is named by itself. */
  public enum Part {
    /** Logs of sites. */
    ACCESS_LOGS(FileKind.ACCESS_LOG),
    /** HTTPERR logs. */
    HTTPERR(FileKind.HTTPERR_LOG),
    /** Exports of Windows event logs. */
    EVENTS(FileKind.EVENT_EXPORT),
    /** An {@code applicationHost.config}. */
    CONFIG(FileKind.APPLICATION_HOST);

    private final FileKind kind;

    Part(FileKind kind) {
      this.kind = kind;
    }
  }

  /** What was looked through, as it was named. */
  public String root() {
    return root;
  }

  /** The servers in the order of their names; empty when nothing was found. */
  public List<FarmServer> servers() {
    return servers;
  }

  /** The server of a name, in any case. */
  public Optional<FarmServer> server(String name) {
    Objects.requireNonNull(name, "name");
    return servers.stream().filter(server -> server.name().equalsIgnoreCase(name)).findFirst();
  }

  /** What could not be looked at: {@code path: reason}. */
  public List<String> problems() {
    return problems;
  }

  /** {@code 3 servers: web01, web02, web03}. */
  @Override
  public String toString() {
    List<String> names = servers.stream().map(FarmServer::name).toList();
    return servers.size()
        + (servers.size() == 1 ? " server: " : " servers: ")
        + String.join(", ", names);
  }
}

package io.github.frebscope.farm;

import io.github.frebscope.config.ConfigFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What there is of one server: files of each kind, unread.
 *
 * @param name the server's name: that of its folder, or as it was given
 * @param folder its folder: files are told relative to it
 * @param accessLogs W3C logs (and others of sites), in the order of their paths
 * @param httpErrLogs HTTPERR logs
 * @param eventExports exports of Windows event logs
 * @param config its configuration, when there is one
 * @param traceFolders the folders of its sites' traces, empty ones too
 * @param traces its trace files
 */
public record FarmServer(
    String name,
    Path folder,
    List<SiteFile> accessLogs,
    List<Path> httpErrLogs,
    List<Path> eventExports,
    Optional<ConfigFiles> config,
    List<SiteFile> traceFolders,
    List<Path> traces) {
  /** Refuses nulls. */
  public FarmServer {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(folder, "folder");
    Objects.requireNonNull(config, "config");
    accessLogs = List.copyOf(accessLogs);
    httpErrLogs = List.copyOf(httpErrLogs);
    eventExports = List.copyOf(eventExports);
    traceFolders = List.copyOf(traceFolders);
    traces = List.copyOf(traces);
  }

  /**
   * A file or folder of a site.
   *
   * @param path where
   * @param site the site's number, out of the folder's name {@code W3SVC4}; empty when the folder
   *     does not tell
   */
  public record SiteFile(Path path, OptionalLong site) {
    /** Refuses nulls. */
    public SiteFile {
      Objects.requireNonNull(path, "path");
      Objects.requireNonNull(site, "site");
    }
  }

  /** Whether there is anything at all. */
  public boolean isEmpty() {
    return accessLogs.isEmpty()
        && httpErrLogs.isEmpty()
        && eventExports.isEmpty()
        && config.isEmpty()
        && traceFolders.isEmpty()
        && traces.isEmpty();
  }

  /** A path of this server as it is told: relative to its folder, with {@code /}. */
  public String told(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    Path base = folder.toAbsolutePath().normalize();
    String text =
        absolute.startsWith(base) ? base.relativize(absolute).toString() : path.toString();
    return text.replace('\\', '/');
  }

  /** {@code web01: 12 logs of sites, 3 HTTPERR logs, configuration, 50 traces}. */
  @Override
  public String toString() {
    return name
        + ": "
        + accessLogs.size()
        + " logs of sites, "
        + httpErrLogs.size()
        + " HTTPERR logs, "
        + (config.isPresent() ? "configuration, " : "no configuration, ")
        + traces.size()
        + " traces";
  }
}

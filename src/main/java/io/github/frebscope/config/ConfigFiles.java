package io.github.frebscope.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the configuration of one server lies.
 *
 * @param server the server's folder: files are told relative to it
 * @param applicationHost {@code applicationHost.config}
 * @param redirection {@code redirection.config}, when there is one
 * @param content a folder with a folder a site, {@code W3SVC<id>}, that holds the {@code
 *     web.config} files of the site at the URL paths at which they stand
 */
public record ConfigFiles(
    Path server, Path applicationHost, Optional<Path> redirection, Optional<Path> content) {
  /** Where a server's folder may hold its configuration, the likelier first. */
  private static final List<String> FOLDERS =
      List.of(
          "config",
          "",
          "inetsrv/config",
          "System32/inetsrv/config",
          "Windows/System32/inetsrv/config");

  /** Refuses nulls. */
  public ConfigFiles {
    Objects.requireNonNull(server, "server");
    Objects.requireNonNull(applicationHost, "applicationHost");
    Objects.requireNonNull(redirection, "redirection");
    Objects.requireNonNull(content, "content");
  }

  /** Only an {@code applicationHost.config}. */
  public static ConfigFiles of(Path applicationHost) {
    Path folder = applicationHost.toAbsolutePath().getParent();
    return new ConfigFiles(folder, applicationHost, Optional.empty(), Optional.empty());
  }

  /**
   * Finds the files of a server, with names in any case: {@code applicationHost.config} in its
   * folder {@code config}, in the folder itself, or in {@code inetsrv/config}; beside it {@code
   * redirection.config} and {@code sites}, the folder with the files of the sites.
   *
   * @param server the server's folder
   * @throws NoSuchFileException if there is no {@code applicationHost.config}
   * @throws IOException if a folder cannot be read
   */
  public static ConfigFiles in(Path server) throws IOException {
    return find(server)
        .orElseThrow(
            () ->
                new NoSuchFileException(
                    server.toString(),
                    null,
                    "there is no applicationHost.config in it nor in its folder config; copy it"
                        + " from %windir%\\System32\\inetsrv\\config"));
  }

  /**
   * The same; empty when there is no {@code applicationHost.config}.
   *
   * @param server the server's folder
   * @throws IOException if a folder cannot be read
   */
  public static Optional<ConfigFiles> find(Path server) throws IOException {
    for (String folder : FOLDERS) {
      Optional<Path> at = Optional.of(server);
      for (String part : folder.isEmpty() ? new String[0] : folder.split("/", -1)) {
        at = at.isEmpty() ? at : child(at.get(), part).filter(Files::isDirectory);
      }
      if (at.isEmpty()) {
        continue;
      }
      Optional<Path> host = child(at.get(), "applicationHost.config").filter(Files::isRegularFile);
      if (host.isPresent()) {
        Optional<Path> redirection =
            child(at.get(), "redirection.config").filter(Files::isRegularFile);
        Optional<Path> sites = child(at.get(), "sites").filter(Files::isDirectory);
        return Optional.of(new ConfigFiles(server, host.get(), redirection, sites));
      }
    }
    return Optional.empty();
  }

  /** An entry of a folder by its name in any case, the exact one first. */
  private static Optional<Path> child(Path folder, String name) throws IOException {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(p -> p.getFileName().toString().equalsIgnoreCase(name))
          .min(Comparator.comparing(p -> !p.getFileName().toString().equals(name)));
    }
  }
}

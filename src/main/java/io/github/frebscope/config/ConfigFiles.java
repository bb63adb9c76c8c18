package io.github.frebscope.config;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

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
}

package io.github.frebscope.farm;

import io.github.frebscope.config.ServerConfig;
import io.github.frebscope.log.HttpErrLine;
import io.github.frebscope.log.LogFile;
import io.github.frebscope.log.WindowsEvent;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * All there is about one server, read.
 *
 * @param files the files it was read from
 * @param config its configuration in force; empty when it was not collected or cannot be read
 * @param sites its sites: those of the configuration, and others that have logs or traces
 * @param httpErr entries of its HTTPERR logs, but for idle connections that were closed, which mean
 *     nothing
 * @param events events of its exports
 * @param logs what became of each log
 */
public record ServerEvidence(
    FarmServer files,
    Optional<ServerConfig> config,
    List<SiteEvidence> sites,
    List<HttpErrLine> httpErr,
    List<WindowsEvent> events,
    List<LogFile> logs) {
  /** Refuses nulls. */
  public ServerEvidence {
    Objects.requireNonNull(files, "files");
    Objects.requireNonNull(config, "config");
    sites = List.copyOf(sites);
    httpErr = List.copyOf(httpErr);
    events = List.copyOf(events);
    logs = List.copyOf(logs);
  }

  /** The server's name. */
  public String name() {
    return files.name();
  }

  /** The site of a number. */
  public Optional<SiteEvidence> site(long id) {
    return sites.stream().filter(s -> s.id().equals(OptionalLong.of(id))).findFirst();
  }

  /** {@code web01: 2 sites}: one line. */
  @Override
  public String toString() {
    return name() + ": " + sites.size() + " sites";
  }
}

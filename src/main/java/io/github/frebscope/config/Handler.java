package io.github.frebscope.config;

import java.util.Objects;

/**
 * A handler mapping that is in force. The first whose path and verb match a request is used.
 *
 * @param name its name
 * @param path which files or URLs, as written
 * @param verb which HTTP methods, as written
 * @param modules the modules that answer, as written
 * @param scriptProcessor the program that answers, as written; empty when there is none
 * @param file where it stands, relative to the server's folder
 * @param line its 1-based line there
 */
public record Handler(
    String name,
    String path,
    String verb,
    String modules,
    String scriptProcessor,
    String file,
    int line) {
  /** Refuses nulls. */
  public Handler {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(verb, "verb");
    Objects.requireNonNull(modules, "modules");
    Objects.requireNonNull(scriptProcessor, "scriptProcessor");
    Objects.requireNonNull(file, "file");
  }
}

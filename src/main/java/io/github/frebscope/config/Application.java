package io.github.frebscope.config;

import io.github.frebscope.internal.text.Texts;
import java.util.Objects;

/**
 * An application of a site.
 *
 * @param path its URL path in the site, {@code /} for the root
 * @param pool the name of its pool
 * @param preloadEnabled whether the application is started with its process
 * @param physicalPath the folder of its root as written, with variables; empty when not told
 */
public record Application(
    String path, Setting<String> pool, Setting<Boolean> preloadEnabled, String physicalPath) {
  /** Refuses nulls. */
  public Application {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(pool, "pool");
    Objects.requireNonNull(preloadEnabled, "preloadEnabled");
    Objects.requireNonNull(physicalPath, "physicalPath");
  }

  /** {@code /admin in pool Shop}: one line. */
  @Override
  public String toString() {
    return Texts.shown(path + " in pool " + pool.value())
        + (preloadEnabled.value() ? ", preloaded" : "");
  }
}

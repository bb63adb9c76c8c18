package io.github.frebscope.config;

import java.time.Duration;
import java.util.Objects;

/**
 * The HTTP platform handler's settings of an application ({@code system.webServer/httpPlatform}):
 * its requests go to a process of their own.
 *
 * <p>Source: the handler's schema.
 *
 * @param processPath the program that answers, as written; empty when not told
 * @param requestTimeout how long the handler waits for it, by schema 2 min
 */
public record HttpPlatform(Setting<String> processPath, Setting<Duration> requestTimeout) {
  /** Refuses nulls. */
  public HttpPlatform {
    Objects.requireNonNull(processPath, "processPath");
    Objects.requireNonNull(requestTimeout, "requestTimeout");
  }
}

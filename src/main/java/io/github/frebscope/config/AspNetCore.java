package io.github.frebscope.config;

import io.github.frebscope.internal.text.Texts;
import java.time.Duration;
import java.util.Objects;

/**
 * The ASP.NET Core Module's settings of an application ({@code system.webServer/aspNetCore}).
 *
 * @param hostingModel {@code inprocess} or {@code outofprocess}; by schema the latter
 * @param requestTimeout how long the module waits for the backend process, by schema 2 min
 * @param startupTimeLimit how long the backend process may take to start, by schema 120 s
 * @param shutdownTimeLimit how long it may take to end, by schema 10 s
 */
public record AspNetCore(
    Setting<String> hostingModel,
    Setting<Duration> requestTimeout,
    Setting<Duration> startupTimeLimit,
    Setting<Duration> shutdownTimeLimit) {
  /** Refuses nulls. */
  public AspNetCore {
    Objects.requireNonNull(hostingModel, "hostingModel");
    Objects.requireNonNull(requestTimeout, "requestTimeout");
    Objects.requireNonNull(startupTimeLimit, "startupTimeLimit");
    Objects.requireNonNull(shutdownTimeLimit, "shutdownTimeLimit");
  }

  /** Whether the application runs in IIS's own worker process, where this module makes no 502. */
  public boolean isInProcess() {
    return hostingModel.value().equalsIgnoreCase("inprocess");
  }

  /** {@code outofprocess, request time-out 00:02:00}: one line. */
  @Override
  public String toString() {
    return Texts.shown(hostingModel.value())
        + ", request time-out "
        + ConfigText.of(requestTimeout);
  }
}

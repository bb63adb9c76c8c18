package io.github.frebscope.config;

import java.time.Duration;
import java.util.Objects;

/**
 * A FastCGI application of the server ({@code system.webServer/fastCgi/application}).
 *
 * @param fullPath the program, as written
 * @param arguments its arguments, as written; empty for none
 * @param activityTimeout how long the process may be silent, by schema 70 s
 * @param requestTimeout how long a request may take, by schema 90 s
 * @param idleTimeout after how long without a request the process ends, by schema 300 s
 * @param instanceMaxRequests after how many requests the process ends, by schema 200
 * @param queueLength how many requests wait for a process, by schema 1000
 */
public record FastCgi(
    String fullPath,
    String arguments,
    Setting<Duration> activityTimeout,
    Setting<Duration> requestTimeout,
    Setting<Duration> idleTimeout,
    Setting<Integer> instanceMaxRequests,
    Setting<Integer> queueLength) {
  /** Refuses nulls. */
  public FastCgi {
    Objects.requireNonNull(fullPath, "fullPath");
    Objects.requireNonNull(arguments, "arguments");
    Objects.requireNonNull(activityTimeout, "activityTimeout");
    Objects.requireNonNull(requestTimeout, "requestTimeout");
    Objects.requireNonNull(idleTimeout, "idleTimeout");
    Objects.requireNonNull(instanceMaxRequests, "instanceMaxRequests");
    Objects.requireNonNull(queueLength, "queueLength");
  }
}

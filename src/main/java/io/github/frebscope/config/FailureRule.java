package io.github.frebscope.config;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * A rule of Failed Request Tracing ({@code tracing/traceFailedRequests/add}) as it is in force at
 * some URL.
 *
 * @param path which URLs, as written
 * @param areas what is recorded
 * @param statusCodes which statuses write a trace, as written, {@code 400-599,502.3}; empty for
 *     none
 * @param timeTaken how long a request takes that writes a trace; zero is off
 * @param traceAllAfterTimeout whether recording goes on after that time (IIS 10)
 * @param verbosity an event of this level or a graver one writes a trace: 0 ignores events, 1 is
 *     CriticalError, 2 Error, 3 Warning
 * @param file where it stands, relative to the server's folder
 * @param line its 1-based line there
 */
public record FailureRule(
    String path,
    List<TraceArea> areas,
    String statusCodes,
    Duration timeTaken,
    boolean traceAllAfterTimeout,
    int verbosity,
    String file,
    int line) {
  /** Refuses nulls. */
  public FailureRule {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(statusCodes, "statusCodes");
    Objects.requireNonNull(timeTaken, "timeTaken");
    Objects.requireNonNull(file, "file");
    areas = List.copyOf(areas);
  }

  /**
   * What a rule records of one provider.
   *
   * @param provider the provider's name as written
   * @param areas the areas as written, separated by commas; empty for none
   * @param verbosity the highest level that is recorded, 0 to 5
   */
  public record TraceArea(String provider, String areas, int verbosity) {
    /** Refuses nulls. */
    public TraceArea {
      Objects.requireNonNull(provider, "provider");
      Objects.requireNonNull(areas, "areas");
    }
  }
}

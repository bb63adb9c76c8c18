package io.github.frebscope.config;

import io.github.frebscope.coverage.TracingRule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

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
   * Whether its path fits a URL. The path is put in upper case and gets {@code *} and slash in
   * front unless it begins with either; {@code *} stands for any characters.
   *
   * @param url the absolute path, or the whole URL; a query does not count, and escapes are decoded
   */
  public boolean matches(String url) {
    return PathPattern.of(path).matches(UrlPath.of(url));
  }

  /** The statuses that write a trace. */
  public StatusCodeSet statuses() {
    return StatusCodeSet.parse(statusCodes);
  }

  /** The time limit as IIS uses it, in whole seconds; zero is off. */
  Duration timeLimit() {
    return Duration.ofSeconds(Math.max(0, timeTaken.toSeconds()));
  }

  /**
   * What it records, for questions about what a trace can hold. It is taken at its word: {@link
   * FailureRules#recording} puts it against what the server defines. Of a provider that is named
   * twice only the first counts; a verbosity that does not exist is taken for the nearest.
   */
  public TracingRule tracing() {
    TracingRule tracing = TracingRule.of();
    Set<String> seen = new HashSet<>();
    for (TraceArea area : areas) {
      if (seen.add(area.provider().toLowerCase(Locale.ROOT))) {
        int level = Math.min(Math.max(area.verbosity(), 0), Verbosity.MOST);
        tracing = tracing.provider(area.provider(), level, area.areas());
      }
    }
    return tracing;
  }

  /** {@code " on 502, or after 10 s"}. */
  String conditionsText() {
    List<String> conditions = new ArrayList<>();
    if (!statusCodes.isBlank()) {
      conditions.add("on " + statusCodes.strip());
    }
    if (!timeLimit().isZero()) {
      conditions.add("after " + timeLimit().toSeconds() + " s");
    }
    if (verbosity > 0) {
      conditions.add("at events of level " + Verbosity.name(verbosity));
    }
    return conditions.isEmpty() ? " without any condition" : " " + String.join(", or ", conditions);
  }

  /** {@code * on 502, or after 10 s (config/applicationHost.config line 12)}. */
  @Override
  public String toString() {
    return path + conditionsText() + " (" + file + " line " + line + ")";
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

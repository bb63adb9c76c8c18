package io.github.frebscope.farm;

import io.github.frebscope.log.AccessLine;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * The first request of a site after a quiet time.
 *
 * @param server the server's name
 * @param siteId the site's number
 * @param quietSince when the last request before it had ended
 * @param line its line in the log
 * @param usual how long requests of the same path usually take there (the median); empty when too
 *     few are known
 */
public record FirstHit(
    String server, long siteId, Instant quietSince, AccessLine line, Optional<Duration> usual) {
  /** Refuses nulls. */
  public FirstHit {
    Objects.requireNonNull(server, "server");
    Objects.requireNonNull(quietSince, "quietSince");
    Objects.requireNonNull(line, "line");
    Objects.requireNonNull(usual, "usual");
  }

  /** From the end of the request before to the beginning of this one. */
  public Duration quiet() {
    return Duration.between(quietSince, line.start());
  }

  /** {@code 2026-02-23T08:12:35Z GET /home 200 in 35417 ms, after 29 min}: one line. */
  @Override
  public String toString() {
    return line + ", after " + quiet().toMinutes() + " min";
  }
}

package io.github.frebscope.farm;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A quiet time of a site, the request that ended it, and what came with it and after.
 *
 * @param firstHit the first request after it; the first dynamic one, when that began within {@link
 *     QuietGaps#WARM} of a static one
 * @param marked when something was known to end the quiet time's process, such as a recycle, the
 *     latest before the request; empty when only the quiet time speaks
 * @param queued how many other requests began before the first had ended and took a second or more
 * @param released how many of them ended within 2 s of it: a queue that was let go at once
 * @param after how many requests began in the second minute after it had ended, or in the first
 *     minute when there were none in the second
 * @param troubled how many of those failed with 5xx or took half as long as the first hit, and a
 *     second at least
 */
public record AfterQuiet(
    FirstHit firstHit,
    Optional<Instant> marked,
    int queued,
    int released,
    int after,
    int troubled) {
  /** Refuses nulls. */
  public AfterQuiet {
    Objects.requireNonNull(firstHit, "firstHit");
    Objects.requireNonNull(marked, "marked");
  }

  /** Whether the site was well again soon after; empty when nobody asked. */
  public Optional<Boolean> healed() {
    return after == 0 ? Optional.empty() : Optional.of(troubled * 20 <= after);
  }

  /** The same with the usual time of the first hit's path. */
  AfterQuiet withUsual(Optional<Duration> usual) {
    FirstHit hit =
        new FirstHit(
            firstHit.server(), firstHit.siteId(), firstHit.quietSince(), firstHit.line(), usual);
    return new AfterQuiet(hit, marked, queued, released, after, troubled);
  }

  /** {@code 29 min quiet until 2026-02-23T08:12:35Z GET /home 200 in 35417 ms, 3 queued}. */
  @Override
  public String toString() {
    return firstHit.quiet().toMinutes()
        + " min quiet until "
        + firstHit.line()
        + ", "
        + queued
        + " queued";
  }
}

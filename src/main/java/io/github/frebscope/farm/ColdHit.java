package io.github.frebscope.farm;

import io.github.frebscope.log.AccessLine;
import io.github.frebscope.log.HttpErrLine;
import io.github.frebscope.log.WindowsEvent;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A first request after a quiet time that had to wait for the start of a worker process or of the
 * application.
 *
 * @param gap the quiet time, the request, and what came with it
 * @param idle whether the quiet time was as long as the idle time-out, so that the process had
 *     ended by itself
 * @param event the last event before it that tells of the end or the start of a worker process
 * @param front what the server in front made of it
 * @param refused what http.sys ended itself while requests waited
 * @param together other servers on which a cold start began within the same minute
 */
public record ColdHit(
    AfterQuiet gap,
    boolean idle,
    Optional<WindowsEvent> event,
    Front front,
    List<HttpErrLine> refused,
    List<String> together) {
  /** What the server in front makes of a request that takes that long. */
  public enum Front {
    /** Its time-out is not known. */
    UNKNOWN,
    /** It waits longer. */
    WAITS,
    /** It took seven tenths of the time-out or more: under load it will be too long. */
    AT_RISK,
    /** It took as long as the time-out: the front end had given up. */
    GAVE_UP
  }

  /** Refuses nulls. */
  public ColdHit {
    Objects.requireNonNull(gap, "gap");
    Objects.requireNonNull(event, "event");
    Objects.requireNonNull(front, "front");
    refused = List.copyOf(refused);
    together = List.copyOf(together);
  }

  /** The request's line. */
  public AccessLine line() {
    return gap.firstHit().line();
  }

  /** How long it took. */
  public Duration taken() {
    return line().timeTaken().orElse(Duration.ZERO);
  }

  /** How many times as long as usual it took; empty when the usual time is not known. */
  public OptionalDouble timesUsual() {
    Optional<Duration> usual = gap.firstHit().usual();
    return usual.isPresent()
        ? OptionalDouble.of(taken().toMillis() / (double) Math.max(1, usual.get().toMillis()))
        : OptionalDouble.empty();
  }

  /** Whether the one who asked had gone when it was answered. */
  public boolean peerGone() {
    return line().isPeerGone();
  }

  /** {@code 29 min quiet until 2026-02-23T08:12:35Z GET /home 200 win32 64 in 35417 ms}. */
  @Override
  public String toString() {
    return gap.toString();
  }
}

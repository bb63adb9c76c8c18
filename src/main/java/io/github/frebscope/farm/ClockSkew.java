package io.github.frebscope.farm;

import io.github.frebscope.log.AccessLine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * How far a member's clock goes before that of the front end, as far as their logs tell it. Logs
 * have whole seconds, so nothing better than a second can come out.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param basis how it is known
 * @param offset the member's time less the front end's; zero when it is not known
 * @param error how far from that it may be; when it is not known, what is assumed of servers that
 *     keep their time
 * @param requests over how many requests it was measured
 */
public record ClockSkew(Basis basis, Duration offset, Duration error, int requests) {
  /** What is assumed of two servers' clocks of which nothing is known. */
  public static final Duration ASSUMED_ERROR = Duration.ofSeconds(5);

  /** Further apart than this, clocks are not looked for without ids. */
  public static final Duration FURTHEST = Duration.ofMinutes(10);

  private static final Duration RESOLUTION = Duration.ofSeconds(1);

  /** Not known; clocks that agree are assumed, with {@link #ASSUMED_ERROR}. */
  public static final ClockSkew UNKNOWN =
      new ClockSkew(Basis.UNKNOWN, Duration.ZERO, ASSUMED_ERROR, 0);

  /** Refuses nulls. */
  public ClockSkew {
    Objects.requireNonNull(basis, "basis");
    Objects.requireNonNull(offset, "offset");
    Objects.requireNonNull(error, "error");
  }

  /** How an offset is known. */
  public enum Basis {
    /** Somebody said it, or both are one box. */
    GIVEN,
    /** From requests that both sides logged with the same id of ARR. */
    LOG_IDS,
    /** From the pattern in which the same requests occur on both sides. */
    REQUESTS,
    /** The logs do not tell. */
    UNKNOWN
  }

  /** An offset that is known from elsewhere. */
  public static ClockSkew given(Duration offset) {
    return new ClockSkew(Basis.GIVEN, offset, RESOLUTION, 0);
  }

  /**
   * Measures it: by the ids of ARR if both sides log them, else by how the same requests (verb,
   * URL, status) follow each other on both sides. The second way needs at least 12 requests that
   * both sides logged, not in equal intervals, within {@link #FURTHEST}; it answers {@link
   * #UNKNOWN} rather than one of several offsets that fit.
   *
   * <p>Takes time in proportion to the number of lines; of requests that are very frequent only a
   * part is looked at.
   *
   * @param front lines of the front end, as many as there are, good answers above all
   * @param member lines of the member over the same time
   */
  public static ClockSkew estimate(List<AccessLine> front, List<AccessLine> member) {
    return SkewByIds.estimate(front, member)
        .or(() -> SkewByRequests.estimate(front, member))
        .orElse(UNKNOWN);
  }

  /** Whether it was measured or said. */
  public boolean isKnown() {
    return basis != Basis.UNKNOWN;
  }

  /** A time of the member by the front end's clock. */
  public Instant toFront(Instant ofMember) {
    return ofMember.minus(offset);
  }

  /** A time of the front end by the member's clock. */
  public Instant toMember(Instant ofFront) {
    return ofFront.plus(offset);
  }

  /** {@code +2.5 s ±1.0 s by 40 requests with ids}, {@code not known, ±5.0 s assumed}. */
  @Override
  public String toString() {
    String plusMinus = String.format(Locale.ROOT, "±%.1f s", TraceFit.seconds(error));
    if (!isKnown()) {
      return "not known, " + plusMinus + " assumed";
    }
    String by =
        switch (basis) {
          case LOG_IDS -> " by " + requests + " requests with ids";
          case REQUESTS -> " by the pattern of " + requests + " requests";
          default -> ", given";
        };
    return String.format(Locale.ROOT, "%+.1f s %s%s", TraceFit.seconds(offset), plusMinus, by);
  }
}

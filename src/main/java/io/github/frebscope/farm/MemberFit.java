package io.github.frebscope.farm;

import io.github.frebscope.log.AccessLine;
import io.github.frebscope.log.HttpErrLine;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Whether a member's line can be of the request of a front end's line when no id says so, how well
 * it fits, and what it says of it. Paths are compared before.
 */
final class MemberFit {
  /** WinHTTP's error of a wait that was too long. */
  private static final long TIMEOUT = 12002;

  /** Windows errors have this in front where they are logged as the result of a call. */
  private static final long HRESULT = 0x80070000L;

  /** http.sys gives up on a request in the queue after its connectionTimeout, 2 minutes. */
  private static final Duration IN_QUEUE = Duration.ofSeconds(125);

  /** http.sys tells a dropped connection up to a minute later. */
  private static final Duration DROPPED = Duration.ofSeconds(61);

  /** A hanging request is abandoned when its process is ended at last. */
  static final Duration ABANDONED = Duration.ofMinutes(10);

  private static final double LITTLE = 2;
  private static final double TICKS = 0.05;

  private final Optional<Duration> timeout;

  MemberFit(Optional<Duration> timeout) {
    this.timeout = timeout;
  }

  static boolean isFailure(AccessLine line) {
    return line.status().map(status -> status.status() >= 500).orElse(false);
  }

  /** The cost of taking a member's line for the request; empty when it cannot be. */
  OptionalDouble cost(AccessLine front, AccessLine line, ClockSkew clock) {
    double tolerance = TraceFit.seconds(clock.error()) + 1;
    Instant start = clock.toFront(line.start());
    double later = TraceFit.seconds(Duration.between(front.start(), start));
    if (!isSameRequest(front, line)
        || later < -tolerance
        || TraceFit.seconds(Duration.between(front.end(), start)) > tolerance) {
      return OptionalDouble.empty();
    }
    double distance = Math.max(0, Math.abs(later) - 1);
    double longer = seconds(line.timeTaken()) - seconds(front.timeTaken());
    if (!isFailure(front)) {
      boolean fits =
          front.status().map(s -> s.status()).equals(line.status().map(s -> s.status()))
              && longer <= TICKS + 0.5
              && distance <= tolerance + LITTLE;
      return fits
          ? OptionalDouble.of(distance + Math.min(1, Math.abs(longer)))
          : OptionalDouble.empty();
    }
    if (isFailure(line) || isLate(front, line)) {
      return OptionalDouble.of(distance);
    }
    if (distance > tolerance + LITTLE) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(distance + (line.isPeerGone() ? 0.3 : LITTLE));
  }

  /** The cost of taking an entry of http.sys for the request; empty when it cannot be. */
  OptionalDouble cost(AccessLine front, HttpErrLine entry, ClockSkew clock) {
    if (!isFailure(front) || entry.path().isEmpty() || !isSame(front.verb(), entry.verb())) {
      return OptionalDouble.empty();
    }
    Duration tolerance = clock.error().plusSeconds(1);
    Instant time = clock.toFront(entry.time());
    Instant last = front.end();
    switch (HttpErrKind.of(entry)) {
      case QUEUED -> {
        Instant given = front.start().plus(IN_QUEUE);
        last = given.isAfter(last) ? given : last;
      }
      case ABANDONED -> last = last.plus(ABANDONED);
      case DROPPED -> last = last.plus(DROPPED);
      default -> {}
    }
    if (time.isBefore(front.start().minus(tolerance)) || time.isAfter(last.plus(tolerance))) {
      return OptionalDouble.empty();
    }
    double after = Math.max(0, TraceFit.seconds(Duration.between(front.end(), time)) - 1);
    return OptionalDouble.of(0.2 + after / 10);
  }

  /** What a member's line says of the front end's request. */
  JoinOutcome outcome(AccessLine front, AccessLine line) {
    if (isFailure(line)) {
      return JoinOutcome.MEMBER_ALSO_FAILED;
    }
    return isLate(front, line) ? JoinOutcome.MEMBER_ANSWERED_LATE : JoinOutcome.MEMBER_ANSWERED;
  }

  /** What an entry of http.sys says of it. */
  JoinOutcome outcome(AccessLine front, HttpErrLine entry, ClockSkew clock) {
    return switch (HttpErrKind.of(entry)) {
      case QUEUED -> JoinOutcome.MEMBER_QUEUE;
      case REFUSED -> JoinOutcome.MEMBER_POOL_DOWN;
      case ABANDONED, DROPPED -> broken(front, entry, clock);
      case OTHER -> JoinOutcome.MEMBER_ALSO_FAILED;
    };
  }

  private JoinOutcome broken(AccessLine front, HttpErrLine entry, ClockSkew clock) {
    Instant surely = clock.toFront(entry.time()).plus(clock.error()).plusSeconds(1);
    boolean wasBefore = surely.isBefore(front.end());
    return wasBefore || !isTimeout(front)
        ? JoinOutcome.MEMBER_DROPPED
        : JoinOutcome.MEMBER_NEVER_ANSWERED;
  }

  /**
   * Whether the member was busy longer than the front end waited. Both lengths are measured by the
   * box itself, so no clock matters.
   */
  private boolean isLate(AccessLine front, AccessLine line) {
    return line.timeTaken().isPresent()
        && front.timeTaken().isPresent()
        && seconds(line.timeTaken()) >= wait(front) - TICKS
        && (seconds(line.timeTaken()) >= LITTLE || line.isPeerGone());
  }

  /** How long the front end waited at the least. */
  private double wait(AccessLine front) {
    double taken = seconds(front.timeTaken());
    return isTimeout(front) && timeout.isPresent() ? Math.min(taken, seconds(timeout)) : taken;
  }

  /** Whether the front end itself gave up; where that is not logged, whether it may have. */
  private boolean isTimeout(AccessLine front) {
    long error = front.win32Status().orElse(0);
    if (error != 0) {
      return error == TIMEOUT || error == (HRESULT | TIMEOUT);
    }
    double taken = seconds(front.timeTaken());
    return timeout.map(t -> taken >= 0.95 * TraceFit.seconds(t)).orElse(true);
  }

  private static boolean isSameRequest(AccessLine front, AccessLine line) {
    return isSame(front.verb(), line.verb())
        && LoggedUrl.isSameQuery(
            front.query().flatMap(LoggedUrl::query), line.query().flatMap(LoggedUrl::query));
  }

  private static boolean isSame(Optional<String> one, Optional<String> other) {
    return one.isEmpty() || other.isEmpty() || one.get().equalsIgnoreCase(other.get());
  }

  private static double seconds(Optional<Duration> length) {
    return TraceFit.seconds(length.orElse(Duration.ZERO));
  }
}

package io.github.frebscope.farm;

import io.github.frebscope.classify.Hop;
import io.github.frebscope.log.AccessLine;
import io.github.frebscope.query.TraceSummary;
import io.github.frebscope.trace.StatusCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Whether a trace can be of the request of a W3C line of the same site, and how well it fits. Paths
 * are compared before.
 *
 * <p>The line has the second in which the request ended, cut off, and counts its time from the
 * first byte at http.sys to the last byte sent. The trace counts from where the worker process got
 * it. So a trace is never longer than its line, but for the ticks of the clocks; a wait in the
 * queue makes it begin later and a slow client makes it end earlier.
 */
final class TraceFit {
  /**
   * From here on the times agree only if the request waited in the queue or the client was slow.
   */
  static final double LOOSE = 4;

  /** Of a trace that does not tell its times or its URL, so that it may be of any such line. */
  static final double UNTOLD = 32;

  private static final Duration TICKS = Duration.ofMillis(500);
  private static final String TIME_TAKEN = "TIME_TAKEN";

  private final double tolerance;

  TraceFit(Duration tolerance) {
    this.tolerance = seconds(tolerance);
  }

  /** The cost of taking them for one request, in seconds or so; empty when they cannot be. */
  OptionalDouble cost(AccessLine line, TraceSummary trace) {
    boolean isCut = trace.failureReason().filter(TIME_TAKEN::equalsIgnoreCase).isPresent();
    if (!isSameUrl(line, trace) || (!isCut && !isSameStatus(line, trace))) {
      return OptionalDouble.empty();
    }
    double untold = trace.url().isEmpty() ? UNTOLD : 0;
    if (trace.start().isEmpty()) {
      return OptionalDouble.of(UNTOLD + untold);
    }
    OptionalDouble time = time(line, trace, isCut);
    return time.isEmpty() ? time : OptionalDouble.of(time.getAsDouble() + untold);
  }

  private OptionalDouble time(AccessLine line, TraceSummary trace, boolean isCut) {
    Instant start = trace.start().orElseThrow();
    Duration length = trace.timeTaken().orElse(Duration.ZERO);
    boolean isTimed = trace.timeTaken().isPresent() && !isCut;
    Optional<Duration> taken = line.timeTaken();
    if (taken.isPresent() && length.compareTo(taken.get().plus(TICKS)) > 0) {
      return OptionalDouble.empty();
    }
    double end = outside(start.plus(length), line.end());
    double begin = outside(start, line.start());
    double difference = taken.map(t -> Math.abs(seconds(t.minus(length)))).orElse(1.0);
    double closest = isTimed ? end : begin;
    if (closest <= tolerance) {
      return OptionalDouble.of(closest + (isTimed ? Math.min(LOOSE, difference) : 0.5));
    }
    boolean isInside =
        seconds(Duration.between(line.start(), start)) >= -tolerance
            && seconds(Duration.between(line.end(), start.plus(length))) <= tolerance + 1;
    return isInside ? OptionalDouble.of(LOOSE + closest) : OptionalDouble.empty();
  }

  /** How far a time is from the second that a log gives it, in seconds; 0 inside of it. */
  private static double outside(Instant exact, Instant second) {
    double after = seconds(Duration.between(second, exact));
    return after < 0 ? -after : Math.max(0, after - 1);
  }

  private static boolean isSameUrl(AccessLine line, TraceSummary trace) {
    Optional<String> url = trace.url();
    return url.isEmpty()
        || (LoggedUrl.isSameQuery(
                line.query().flatMap(LoggedUrl::query), LoggedUrl.queryOf(url.get()))
            && isSame(line.verb(), trace.verb()));
  }

  private static boolean isSame(Optional<String> one, Optional<String> other) {
    return one.isEmpty() || other.isEmpty() || one.get().equalsIgnoreCase(other.get());
  }

  private static boolean isSameStatus(AccessLine line, TraceSummary trace) {
    Optional<StatusCode> logged = line.status();
    Collection<StatusCode> traced =
        Stream.of(trace.status(), trace.triggerStatus()).flatMap(Optional::stream).toList();
    return logged.isEmpty()
        || traced.isEmpty()
        || traced.stream()
            .anyMatch(
                status ->
                    status.status() == logged.get().status()
                        && (line.subStatus().isEmpty() || status.equals(logged.get())));
  }

  /** ARR's ids of the request of a trace: that with which it arrived and that it was given. */
  static Set<String> ids(TraceSummary trace) {
    Set<String> ids = new TreeSet<>();
    Hop hop = trace.verdict().hop();
    hop.receivedLogId().ifPresent(id -> ids.add(LoggedUrl.id(id)));
    hop.sentLogId().ifPresent(id -> ids.add(LoggedUrl.id(id)));
    ids.remove("");
    return ids;
  }

  static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}

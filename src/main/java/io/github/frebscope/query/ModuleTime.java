package io.github.frebscope.query;

import io.github.frebscope.trace.MeasuredTime;
import java.util.Objects;

/**
 * What one module took of the time of many requests. Times are the module's own (exclusive, see
 * {@code Timeline.byModule}), percentiles and maximum those of the requests in which it ran.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param module the module as the traces write it; or, in parentheses, the time in no module and
 *     the time that is not traced
 * @param requests in how many requests it ran, at least 1
 * @param calls how often it was called; 0 for what is no module
 * @param callsBelowClock how many of the calls were too short for the clock to tell how long
 * @param total in all requests; the error is that of the worst case
 * @param p50 in half of the requests it was this or less (nearest rank)
 * @param p95 in 95 of 100 requests it was this or less (nearest rank)
 * @param max the longest in one request
 * @param share what part it is of the time of all requests
 */
public record ModuleTime(
    String module,
    int requests,
    long calls,
    long callsBelowClock,
    MeasuredTime total,
    MeasuredTime p50,
    MeasuredTime p95,
    MeasuredTime max,
    Share share) {
  /** Refuses nulls. */
  public ModuleTime {
    Objects.requireNonNull(module, "module");
    Objects.requireNonNull(total, "total");
    Objects.requireNonNull(p50, "p50");
    Objects.requireNonNull(p95, "p95");
    Objects.requireNonNull(max, "max");
    Objects.requireNonNull(share, "share");
  }

  /** {@code ApplicationRequestRouting, 8,063 ms ±16 ms in 1 request, 99.8 %}: one line. */
  @Override
  public String toString() {
    return TerminalText.line(module)
        + ", "
        + total
        + " in "
        + ValueText.count(requests)
        + (requests == 1 ? " request, " : " requests, ")
        + share;
  }
}

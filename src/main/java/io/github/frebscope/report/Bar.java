package io.github.frebscope.report;

import io.github.frebscope.timeline.Span;
import java.time.Duration;
import java.time.Instant;

/** Where in a request a span lies, drawn to scale. */
final class Bar {
  private final Instant start;
  private final long total;
  private final int width;

  /**
   * A scale.
   *
   * @param root what the whole width stands for
   * @param width columns
   */
  Bar(Span root, int width) {
    start = root.start();
    total = Math.max(1, nanos(start, root.end()));
    this.width = width;
  }

  /** A bar of that letter, at least one column long, blanks around it. */
  String draw(Instant from, Instant to, char letter) {
    int first = (int) Math.min(width - 1L, scaled(nanos(start, from)));
    int end = (int) Math.min(width, scaled(nanos(start, to) + total / width - 1));
    int length = Math.max(1, end - first);
    return " ".repeat(first)
        + String.valueOf(letter).repeat(length)
        + " ".repeat(Math.max(0, width - first - length));
  }

  /** No overflow: a request of years would be nonsense, but must not fail. */
  private long scaled(long nanos) {
    return (long) ((double) nanos / total * width);
  }

  private static long nanos(Instant from, Instant to) {
    return Duration.between(from, to).toNanos();
  }
}

package io.github.frebscope.query;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** One step of a time series: a value in the first column of its table. Immutable. */
public final class TimeStep implements Comparable<TimeStep> {
  private final Instant from;
  private final TimeSteps steps;

  TimeStep(Instant from, TimeSteps steps) {
    this.from = Objects.requireNonNull(from, "from");
    this.steps = steps;
  }

  /** Its beginning. */
  public Instant from() {
    return from;
  }

  /** How long it lasts. */
  Duration length() {
    return steps.lengthOf(from);
  }

  /** All steps from this one to that one, both included. */
  List<TimeStep> to(TimeStep last) {
    return steps.between(from, last.from).stream().map(at -> new TimeStep(at, steps)).toList();
  }

  /** By their beginnings. */
  @Override
  public int compareTo(TimeStep other) {
    return from.compareTo(other.from);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TimeStep that && from.equals(that.from);
  }

  @Override
  public int hashCode() {
    return from.hashCode();
  }

  /** {@code 2026-01-14 10:20Z}, or with the offset of its zone. */
  @Override
  public String toString() {
    return steps.text(from);
  }
}

package io.github.frebscope.catalog;

import io.github.frebscope.trace.MeasuredTime;
import java.time.Duration;
import java.util.Objects;

/**
 * How long something waits before it gives up.
 *
 * @param id its name here, for example {@code arr-farm}
 * @param what what waits, words for the middle of a sentence
 * @param length how long
 * @param isDefault whether that is the default; false when it was read from a configuration
 * @param setting where the value stands; a dash when it is no setting of IIS
 * @param source where the default is documented
 * @param early how much shorter than the limit a silence may be and still be due to it
 * @param late how much longer
 */
public record TimeLimit(
    String id,
    String what,
    Duration length,
    boolean isDefault,
    String setting,
    String source,
    Duration early,
    Duration late) {
  private static final long MILLIS = 1000;

  /** Refuses nulls. */
  public TimeLimit {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(what, "what");
    Objects.requireNonNull(length, "length");
    Objects.requireNonNull(setting, "setting");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(early, "early");
    Objects.requireNonNull(late, "late");
  }

  static TimeLimit of(Table.Row row) {
    return new TimeLimit(
        row.text("id"),
        row.text("what"),
        Duration.ofSeconds(row.number("seconds")),
        true,
        row.text("setting"),
        row.text("source"),
        Duration.ofMillis(row.number("early")),
        Duration.ofMillis(row.number("late")));
  }

  /** The same limit with the value of a configuration. */
  TimeLimit configured(Duration value) {
    return new TimeLimit(id, what, value, false, setting, source, early, late);
  }

  /** Whether a silence is as long as the limit, within the clock's error and what was seen. */
  public boolean matches(MeasuredTime silence) {
    return silence.atMost().compareTo(length.minus(early)) >= 0
        && silence.atLeast().compareTo(length.plus(late)) <= 0;
  }

  /** Whether a silence is surely shorter than the limit, so that the limit was not reached. */
  public boolean isAbove(MeasuredTime silence) {
    return silence.atMost().compareTo(length.minus(early)) < 0;
  }

  /** {@code 30 s, the time-out of an ARR server farm by default}. */
  @Override
  public String toString() {
    return seconds() + ", " + what + (isDefault && !setting.equals("-") ? " by default" : "");
  }

  private String seconds() {
    long millis = length.toMillis();
    return millis % MILLIS == 0 ? millis / MILLIS + " s" : millis + " ms";
  }
}

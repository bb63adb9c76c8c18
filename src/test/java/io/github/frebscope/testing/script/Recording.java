package io.github.frebscope.testing.script;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What the tracing rule records of a request.
 *
 * @param verbosity the highest level; level 0 is recorded always
 * @param leftOut areas that are not recorded
 * @param fromTheMiddle whether the trace begins only when the tracing module was asked itself
 * @param sizeLimit after how many events the file is full; empty for never
 * @param timeLimit after what time the file is written, whatever happens then; empty for never
 */
public record Recording(
    int verbosity,
    Set<String> leftOut,
    boolean fromTheMiddle,
    OptionalInt sizeLimit,
    Optional<Duration> timeLimit) {
  /** Everything at full verbosity. */
  public static final Recording EVERYTHING =
      new Recording(5, Set.of(), false, OptionalInt.empty(), Optional.empty());

  /** Only up to that level: 3 is Warning, 4 is Information. */
  public Recording upTo(int level) {
    return new Recording(level, leftOut, fromTheMiddle, sizeLimit, timeLimit);
  }

  /** Without those areas. */
  public Recording without(String... areas) {
    return new Recording(verbosity, Set.of(areas), fromTheMiddle, sizeLimit, timeLimit);
  }

  /** Beginning in the middle of the request. */
  public Recording beginningInTheMiddle() {
    return new Recording(verbosity, leftOut, true, sizeLimit, timeLimit);
  }

  /** Full after that many events. */
  public Recording fullAfter(int events) {
    return new Recording(verbosity, leftOut, fromTheMiddle, OptionalInt.of(events), timeLimit);
  }

  /** Written after that time. */
  public Recording writtenAfter(Duration time) {
    return new Recording(verbosity, leftOut, fromTheMiddle, sizeLimit, Optional.of(time));
  }
}

package io.github.frebscope.query;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * What came after a burst.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param answer the first good answer of a server of the burst that began after the last failure;
 *     empty when there is none, as when good answers are not traced
 * @param quiet how long after the last failure no other one was seen: until the next failure, or
 *     until the traces end; zero when the burst lasts to the end of the traces
 * @param failsAgain whether that time ends with another failure, not with the traces
 */
public record Recovery(Optional<TraceSummary> answer, Duration quiet, boolean failsAgain) {
  /** Refuses nulls. */
  public Recovery {
    Objects.requireNonNull(answer, "answer");
    Objects.requireNonNull(quiet, "quiet");
  }

  /** Whether the burst lasts to the end of the traces, so that nobody can tell when it ended. */
  public boolean isUnknown() {
    return answer.isEmpty() && quiet.isZero() && !failsAgain;
  }

  /**
   * {@code first good answer 2026-01-14 10:22:31Z of MOSAIC-1}, {@code no other one for 61,203 ms
   * ±16 ms} or {@code to the end of the traces}: one line.
   */
  @Override
  public String toString() {
    if (answer.isPresent()) {
      return "first good answer "
          + ValueText.of(answer.get().start())
          + answer.get().server().map(server -> " of " + TerminalText.line(server)).orElse("");
    }
    return isUnknown()
        ? "to the end of the traces"
        : "no other one for " + ValueText.of(quiet) + (failsAgain ? "" : ", then the traces end");
  }
}

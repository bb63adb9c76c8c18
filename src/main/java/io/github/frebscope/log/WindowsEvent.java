package io.github.frebscope.log;

import io.github.frebscope.internal.text.Texts;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One event of an exported Windows event log.
 *
 * @param file the export as it was found
 * @param time when, UTC
 * @param source who wrote it, {@code Microsoft-Windows-WAS}, or {@code WAS} in some exports
 * @param id the event's number, {@code 5186}
 * @param computer the computer, if the export has it
 * @param message the text, or its data joined by blanks where the export has no text
 * @param pool the application pool that it is about, if its named data or the documented words of
 *     its message have it
 */
public record WindowsEvent(
    String file,
    Instant time,
    String source,
    int id,
    Optional<String> computer,
    String message,
    Optional<String> pool) {
  /** Refuses nulls. */
  public WindowsEvent {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(time, "time");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(computer, "computer");
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(pool, "pool");
  }

  /** An event whose pool is in its message, if anywhere. */
  public WindowsEvent(
      String file, Instant time, String source, int id, Optional<String> computer, String message) {
    this(file, time, source, id, computer, message, PoolNames.in(message));
  }

  /** {@code 2026-02-23T08:10:01Z Microsoft-Windows-WAS 5186 ...}: one line. */
  @Override
  public String toString() {
    return time + " " + Texts.shown(source) + " " + id + " " + Texts.shown(message);
  }
}

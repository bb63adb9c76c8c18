package io.github.frebscope.log;

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
 */
public record WindowsEvent(
    String file, Instant time, String source, int id, Optional<String> computer, String message) {
  /** Refuses nulls. */
  public WindowsEvent {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(time, "time");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(computer, "computer");
    Objects.requireNonNull(message, "message");
  }
}

package io.github.frebscope.cause;

import java.util.Objects;

/**
 * An event that a verdict rests on.
 *
 * @param event the event's 0-based number in its trace
 * @param name the event's name
 * @param reason what it shows, a few words
 */
public record Evidence(int event, String name, String reason) {
  /** Refuses nulls. */
  public Evidence {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(reason, "reason");
  }

  /** {@code event 160 MODULE_SET_RESPONSE_ERROR_STATUS: set 502.3}. */
  @Override
  public String toString() {
    return "event " + event + " " + name + ": " + reason;
  }
}

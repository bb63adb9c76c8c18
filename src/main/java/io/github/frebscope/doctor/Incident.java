package io.github.frebscope.doctor;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A failure as a client saw it.
 *
 * @param time when, UTC
 * @param url the URL as the client has it, with or without the host
 * @param status the status that the client got; empty when it is not told
 * @param client who, when it is told
 */
public record Incident(Instant time, String url, OptionalInt status, Optional<String> client) {
  /** Refuses nulls. */
  public Incident {
    Objects.requireNonNull(time, "time");
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(client, "client");
  }
}

package io.github.frebscope.farm;

import io.github.frebscope.log.AccessLine;
import io.github.frebscope.log.HttpErrLine;
import io.github.frebscope.query.TraceSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A request of a member that may be the one that the front end sent. It has a W3C line or an entry
 * of an HTTPERR log, never both.
 *
 * @param server the member
 * @param clock the member's clock against the front end's
 * @param line the member's line
 * @param error the entry of http.sys
 * @param trace the member's trace of it
 * @param byId whether both sides tell the same id of ARR, so that it is no guess
 * @param outcome what it says of the request, taken for itself
 */
public record JoinCandidate(
    String server,
    ClockSkew clock,
    Optional<AccessLine> line,
    Optional<HttpErrLine> error,
    Optional<TraceSummary> trace,
    boolean byId,
    JoinOutcome outcome) {
  /** Refuses nulls, and what is neither a line nor an entry. */
  public JoinCandidate {
    Objects.requireNonNull(server, "server");
    Objects.requireNonNull(clock, "clock");
    Objects.requireNonNull(trace, "trace");
    Objects.requireNonNull(outcome, "outcome");
    if (line.isPresent() == error.isPresent()) {
      throw new IllegalArgumentException("either a line or an entry");
    }
  }

  /** When it began at the member, by the front end's clock; of an entry the time it has. */
  public Instant start() {
    return clock.toFront(line.map(AccessLine::start).orElseGet(() -> error.orElseThrow().time()));
  }

  /** When it ended at the member, by the front end's clock. */
  public Instant end() {
    return clock.toFront(line.map(AccessLine::end).orElseGet(() -> error.orElseThrow().time()));
  }

  /** How far off these times may be: the clocks, and the second to which logs are cut. */
  public Duration timeError() {
    return clock.error().plusSeconds(1);
  }

  /** {@code node-e: 2026-02-23T09:21:18Z GET /report/year 200 win32 64 in 71044 ms}. */
  @Override
  public String toString() {
    return server
        + ": "
        + line.map(AccessLine::toString)
            .orElseGet(
                () ->
                    error.orElseThrow().time()
                        + " "
                        + error.orElseThrow().path().orElse("-")
                        + " "
                        + error.orElseThrow().reason());
  }
}

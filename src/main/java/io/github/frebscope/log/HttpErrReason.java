package io.github.frebscope.log;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a reason phrase of an HTTPERR log means. The table {@code httperr-reasons.tsv} beside this
 * class holds them, each with its source; a phrase that is not in it stays a text.
 *
 * @param phrase as http.sys writes it, {@code Timer_AppPool}
 * @param kind what it is for who looks for the cause of a failure
 * @param meaning one sentence for people
 * @param endedBy who ended the request or the connection
 * @param front what the client of a proxy in front of this server sees
 */
public record HttpErrReason(
    String phrase, Kind kind, String meaning, String endedBy, String front) {
  /** What a reason is for who looks for the cause of a failure. */
  public enum Kind {
    /** The application pool takes no requests: stopped, disabled, shut down. */
    POOL_DOWN,
    /** The pool's queue was full; counts as pool down. */
    QUEUE_FULL,
    /** The worker process went, or gave the request up. */
    WORKER_LOST,
    /** The request waited in the queue until its time was over. */
    QUEUE_WAIT,
    /** The client, or the proxy that is the client here, went before a worker had the request. */
    CLIENT_LEFT,
    /**
     * The connection closed before the answer was sent to its end; either side may have done it.
     */
    CONNECTION_DROPPED,
    /** The client was too slow to send or to receive. */
    CLIENT_SLOW,
    /** A connection without a request ran out of time: harmless by itself. */
    IDLE,
    /** What was sent is no request that http.sys understands or takes. */
    PARSE,
    /** A limit on sizes, connections or memory. */
    LIMIT,
    /** Something else. */
    OTHER;

    /** Whether the pool could not take the request at all. */
    public boolean isPoolDown() {
      return this == POOL_DOWN || this == QUEUE_FULL;
    }
  }

  private static final Map<String, HttpErrReason> ALL = read();

  /** Refuses nulls. */
  public HttpErrReason {
    Objects.requireNonNull(phrase, "phrase");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(meaning, "meaning");
    Objects.requireNonNull(endedBy, "endedBy");
    Objects.requireNonNull(front, "front");
  }

  /**
   * The reason of that phrase, in any case; empty when it is not known.
   *
   * @param phrase as in {@link HttpErrLine#reason()}
   */
  public static Optional<HttpErrReason> of(String phrase) {
    return Optional.ofNullable(ALL.get(phrase.toLowerCase(Locale.ROOT)));
  }

  /** All that are known, in the order of the table. */
  public static List<HttpErrReason> all() {
    return List.copyOf(ALL.values());
  }

  private static Map<String, HttpErrReason> read() {
    Map<String, HttpErrReason> reasons = new LinkedHashMap<>();
    for (List<String> row : LogTable.rows("httperr-reasons.tsv", 6)) {
      reasons.put(
          row.get(0).toLowerCase(Locale.ROOT),
          new HttpErrReason(
              row.get(0), Kind.valueOf(row.get(1)), row.get(2), row.get(3), row.get(4)));
    }
    return reasons;
  }

  /** {@code AppOffline: the pool was ...}: one line. */
  @Override
  public String toString() {
    return phrase + ": " + meaning;
  }
}

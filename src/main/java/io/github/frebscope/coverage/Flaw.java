package io.github.frebscope.coverage;

import java.util.Objects;

/**
 * A reason why a trace does not tell all of its request, with the facts.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param kind what sort
 * @param text the facts in a few words; names of events, but no values of their data
 */
public record Flaw(Kind kind, String text) {
  /** What sort of reason. */
  public enum Kind {
    /** The trace holds no event. */
    EMPTY,
    /** It does not begin with GENERAL_REQUEST_START. */
    BEGINS_LATE,
    /** The file is torn off. */
    TORN,
    /** Recording stopped at the size limit. */
    SIZE_LIMIT,
    /** The file was written when the rule's time limit passed. */
    TIME_LIMIT,
    /** It does not end with GENERAL_REQUEST_END. */
    ENDS_EARLY,
    /** Something in the file could not be read. */
    LOST,
    /** Events have neither a known identity nor a readable name. */
    UNIDENTIFIED,
    /** Events that come in pairs stand alone, where IIS always writes both. */
    UNPAIRED,
    /** The time that IIS gives for the request is not that of the events. */
    TIME_DIFFERS,
    /** The file does not say how long the request took, or when anything happened. */
    TIME_UNKNOWN
  }

  /** Refuses nulls. */
  public Flaw {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(text, "text");
  }

  /** The text. */
  @Override
  public String toString() {
    return text;
  }
}

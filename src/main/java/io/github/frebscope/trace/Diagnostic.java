package io.github.frebscope.trace;

import java.util.Objects;

/**
 * Something that was wrong with a trace file, and where. The rest of the file was read.
 *
 * @param kind what sort of damage
 * @param message one sentence for people
 * @param offset where, in bytes from the start of the file; -1 when unknown
 * @param event the 0-based number of the event it is in or before; -1 when it is in the root
 *     element
 */
public record Diagnostic(Kind kind, String message, long offset, int event) {
  /** What sort of damage. */
  public enum Kind {
    /** The file ends before its closing tag. */
    TORN(true),
    /** An event could not be read and is missing. */
    LOST_EVENT(true),
    /** Characters that XML does not allow were replaced; the event is there. */
    REPAIRED(false),
    /** A field holds no value of its type; its event is there. */
    UNREADABLE_FIELD(false),
    /** Something stands where only events may be; it was passed over. */
    UNEXPECTED_CONTENT(true),
    /** A limit was reached; something was passed over. */
    LIMIT(true);

    private final boolean losing;

    Kind(boolean losing) {
      this.losing = losing;
    }

    /** Whether something of the file is missing in the result. */
    public boolean isLosing() {
      return losing;
    }
  }

  /** Refuses nulls. */
  public Diagnostic {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(message, "message");
  }

  /** {@code byte 1234, event 5: message}, without what is unknown. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    if (offset >= 0) {
      text.append("byte ").append(offset);
    }
    if (event >= 0) {
      text.append(text.isEmpty() ? "" : ", ").append("event ").append(event);
    }
    return text.append(text.isEmpty() ? "" : ": ").append(message).toString();
  }
}

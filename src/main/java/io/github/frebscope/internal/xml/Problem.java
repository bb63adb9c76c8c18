package io.github.frebscope.internal.xml;

/**
 * Something wrong with the bytes.
 *
 * @param kind what
 * @param message for people
 * @param offset where, in bytes from the start of the file, -1 unknown
 * @param event the number of the event it is in or before, -1 in the root element
 */
public record Problem(Kind kind, String message, long offset, int event) {
  /** What sort; the names are those of the public diagnostics. */
  public enum Kind {
    TORN,
    LOST_EVENT,
    REPAIRED,
    UNEXPECTED_CONTENT,
    LIMIT
  }
}

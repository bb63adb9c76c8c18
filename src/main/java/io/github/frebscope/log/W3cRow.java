package io.github.frebscope.log;

/**
 * The line of a W3C log that is being read. It is valid only while the consumer is called: {@link
 * #line()} makes a value to keep. Fields are decoded when they are asked for, so a question that
 * looks at two of them costs two. Not for use by several threads.
 */
public interface W3cRow {
  /** When the request ended, in milliseconds since 1970 UTC: what the log calls its time. */
  long endMillis();

  /** How long it took, in milliseconds; -1 where that is not logged. */
  long timeTakenMillis();

  /** When it began: the end less the time taken; the end itself where that is not logged. */
  default long startMillis() {
    return endMillis() - Math.max(0, timeTakenMillis());
  }

  /** The status, 0 to 999; -1 where it is not logged. */
  int status();

  /** The sub-status; -1 where it is not logged. */
  int subStatus();

  /** The Windows error of sending the answer, unsigned; -1 where it is not logged. */
  long win32Status();

  /** Whether who had asked was gone, as {@link AccessLine#isPeerGone()} has it. */
  default boolean isPeerGone() {
    return PeerGone.is(win32Status());
  }

  /** The path of the URL; {@code /} where it is not logged. */
  String path();

  /**
   * A field by its name in the {@code #Fields:} line, in any case; empty text when it is {@code -}
   * or not logged.
   */
  String text(String field);

  /** The 1-based number of the line in its file; 0 where that is not known. */
  default long number() {
    return line().number();
  }

  /**
   * Whether this is the path of the URL, letters of ASCII in any case, as IIS itself finds files.
   * Makes no text.
   */
  default boolean pathEquals(String path) {
    return path().equalsIgnoreCase(path);
  }

  /** Whether a field, by its name in any case, is logged and not {@code -}. */
  default boolean has(String field) {
    return !text(field).isEmpty();
  }

  /**
   * Whether a field, by its name in any case, holds just this; an empty text asks whether it is
   * {@code -} or not logged. Makes no text.
   */
  default boolean valueEquals(String field, String value) {
    return text(field).equals(value);
  }

  /** The line as a value. */
  AccessLine line();
}

package io.github.frebscope.internal.xml;

/**
 * A character that was replaced, or several in a row of repairs.
 *
 * @param offset where the first one stood, in bytes from the start
 * @param what the first one: the code point, {@link CodePoints#BAD} for bytes that were none,
 *     {@code &} for an ampersand that was made text
 * @param count how many
 */
record Repair(long offset, int what, int count) {
  /** This and the next one as one. */
  Repair with(Repair next) {
    return new Repair(offset, what, count + next.count);
  }
}

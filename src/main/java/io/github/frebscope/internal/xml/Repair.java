package io.github.frebscope.internal.xml;

/**
 * A character that was replaced.
 *
 * @param offset where, in bytes from the start
 * @param what the code point, {@link CodePoints#BAD} for bytes that were none, {@code &} for an
 *     ampersand that was made text
 */
record Repair(long offset, int what) {}

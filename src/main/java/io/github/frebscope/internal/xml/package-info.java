/**
 * Bytes and Woodstox: how the text of a trace becomes raw events. Not exported, no contract.
 *
 * <p>This is the only package that touches StAX. It knows the layout of the file and nothing of
 * what the fields mean; {@code parse} turns a {@link io.github.frebscope.internal.xml.RawEvent}
 * into a value.
 *
 * <p>There are two ways to read, and they give the same events:
 *
 * <ul>
 *   <li>{@link io.github.frebscope.internal.xml.SliceReader} cuts the bytes into events and gives
 *       Woodstox the slices that are wanted. In IIS's own layout a literal {@code <Event} or {@code
 *       </Event>} can only be markup, because {@code <} in text is always escaped.
 *   <li>{@link io.github.frebscope.internal.xml.DocumentReader} gives Woodstox the whole document.
 *       It serves every other layout: other encodings, prefixes, indentation.
 * </ul>
 *
 * <p>{@link io.github.frebscope.internal.xml.RawReader} looks at the first bytes and chooses.
 */
package io.github.frebscope.internal.xml;

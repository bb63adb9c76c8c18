package io.github.frebscope.compare;

import io.github.frebscope.internal.text.Texts;
import java.util.Optional;

/**
 * A data that two events, which tell the same step, have different. Texts are those of the traces,
 * not redacted.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param events the two events
 * @param name the data's name, for example {@code HttpStatus}
 * @param header the header, when the data lists headers and one of them differs
 * @param left the value on the left; empty when there is none
 * @param right the value on the right; empty when there is none
 */
public record DataDifference(
    EventPair events,
    String name,
    Optional<String> header,
    Optional<String> left,
    Optional<String> right) {
  /** {@code HttpStatus: 502 | 400, events 160 and 171 ...}: one line. */
  @Override
  public String toString() {
    return Texts.shown(name)
        + header.map(h -> " " + Texts.shown(h)).orElse("")
        + ": "
        + left.map(Texts::shown).orElse("-")
        + " | "
        + right.map(Texts::shown).orElse("-")
        + ", "
        + events;
  }
}

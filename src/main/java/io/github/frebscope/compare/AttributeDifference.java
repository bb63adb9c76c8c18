package io.github.frebscope.compare;

import io.github.frebscope.internal.text.Texts;
import java.util.Optional;

/**
 * Something that two traces tell differently about their requests as a whole. Texts are those of
 * the traces, not redacted.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param name the attribute of the root element, for example {@code statusCode}, or {@code server}
 * @param left the value on the left; empty when there is none
 * @param right the value on the right; empty when there is none
 */
public record AttributeDifference(String name, Optional<String> left, Optional<String> right) {
  /** {@code statusCode: 502.3 | 400}. */
  @Override
  public String toString() {
    return Texts.shown(name)
        + ": "
        + left.map(Texts::shown).orElse("-")
        + " | "
        + right.map(Texts::shown).orElse("-");
  }
}

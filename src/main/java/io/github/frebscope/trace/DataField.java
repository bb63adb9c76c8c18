package io.github.frebscope.trace;

import java.util.Objects;

/**
 * One named value of an event, as text: a {@code Data} element, or the {@code freb:Description} of
 * one.
 *
 * @param name the name as written, for example {@code HttpStatus} or {@code Context ID}
 * @param value the text; empty when IIS wrote none; line ends are LF, nothing is trimmed
 */
public record DataField(String name, String value) {
  /** Refuses nulls. */
  public DataField {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(value, "value");
  }

  /** {@code name=value}. */
  @Override
  public String toString() {
    return name + "=" + value;
  }
}

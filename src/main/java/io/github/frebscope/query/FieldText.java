package io.github.frebscope.query;

import java.util.Objects;

/**
 * What is said about a field.
 *
 * @param name the word for it
 * @param title the head of a column
 * @param unit of its values; empty for what is no measure
 * @param description one sentence
 */
record FieldText(String name, String title, String unit, String description) {
  FieldText {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(description, "description");
    if (name.isBlank()) {
      throw new IllegalArgumentException("the name of a field is blank");
    }
  }
}

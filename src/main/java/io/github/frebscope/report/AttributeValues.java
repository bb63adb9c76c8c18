package io.github.frebscope.report;

import io.github.frebscope.query.Attribute;
import io.github.frebscope.query.Attributes;
import io.github.frebscope.query.TraceSummary;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The values of attributes as they may be printed: without secrets. */
final class AttributeValues {
  private AttributeValues() {}

  /** The value; texts in it are redacted, empty when unknown. */
  static Optional<Object> of(Attribute<?> attribute, TraceSummary trace, Redaction redaction) {
    return attribute.of(trace).map(value -> redacted(attribute, value, redaction));
  }

  static Object redacted(Attribute<?> attribute, Object value, Redaction redaction) {
    if (value instanceof String text) {
      if (attribute == Attributes.FILE) {
        return text; // It has to stay usable.
      }
      return attribute == Attributes.URL ? redaction.url(text) : redaction.text(text);
    }
    if (value instanceof Collection<?> values) {
      List<Object> safe =
          values.stream().map(v -> redacted(attribute, v, redaction)).<Object>map(v -> v).toList();
      return safe;
    }
    return value;
  }
}

package io.github.frebscope.report;

import io.github.frebscope.query.Attribute;
import io.github.frebscope.query.Attributes;
import io.github.frebscope.query.TraceSummary;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The values of attributes as they may be printed: without secrets. */
final class AttributeValues {
  private static final String HEADER = "header:";

  private static final Set<String> URLS =
      Set.of(Attributes.URL.name(), Attributes.PATH.name(), Attributes.URL_PATTERN.name());

  private AttributeValues() {}

  /** The value; texts in it are redacted, empty when unknown. */
  static Optional<Object> of(Attribute<?> attribute, TraceSummary trace, Redaction redaction) {
    return attribute.of(trace).map(value -> redacted(attribute, value, redaction));
  }

  /** A value of the attribute, or the field of an event, of that name. */
  static String text(String name, String value, Redaction redaction) {
    if (name.equals(Attributes.FILE.name())) {
      return value; // It has to stay usable.
    }
    if (name.startsWith(HEADER)) {
      return redaction.header(name.substring(HEADER.length()), value);
    }
    return URLS.contains(name) ? redaction.url(value) : redaction.text(value);
  }

  static Object redacted(Attribute<?> attribute, Object value, Redaction redaction) {
    if (value instanceof String text) {
      return text(attribute.name(), text, redaction);
    }
    if (value instanceof Collection<?> values) {
      List<Object> safe =
          values.stream().map(v -> redacted(attribute, v, redaction)).<Object>map(v -> v).toList();
      return safe;
    }
    return value;
  }
}

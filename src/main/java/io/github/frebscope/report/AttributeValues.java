package io.github.frebscope.report;

import io.github.frebscope.query.Field;
import io.github.frebscope.query.TracedEvent;
import io.github.frebscope.trace.DataField;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The values of fields as they may be printed: without secrets. What a value is tells the name of
 * its field; a value of an event's data is looked at together with the rest of the event, as long
 * as there is one.
 */
final class AttributeValues {
  private static final String FILE = "file";
  private static final Set<String> URLS = Set.of("url", "path", "urlpattern");
  private static final Set<String> HEADERS = Set.of("header", "requestheader");

  /** The value of a data and IIS's text for it. */
  private static final Set<String> DATA = Set.of("data", "description");

  private AttributeValues() {}

  /** The value; texts in it are redacted, empty when unknown. */
  static <R> Optional<Object> of(Field<R, ?> field, R row, Redaction redaction) {
    return field
        .of(row)
        .map(
            value ->
                row instanceof TracedEvent event && word(field.name()).equals("data")
                    ? redaction.data(
                        event.event(), new DataField(parameter(field.name()), value.toString()))
                    : redacted(field, value, redaction));
  }

  /** A value of a field whose row is gone, of a group for example. */
  static Object redacted(Field<?, ?> field, Object value, Redaction redaction) {
    return redacted(field.name(), value, redaction);
  }

  private static Object redacted(String name, Object value, Redaction redaction) {
    if (value instanceof String text) {
      return text(name, text, redaction);
    }
    if (value instanceof Collection<?> values) {
      List<Object> safe = values.stream().<Object>map(v -> redacted(name, v, redaction)).toList();
      return safe;
    }
    boolean isSecretNumber =
        redaction.isOn()
            && value instanceof Number
            && word(name).equals("number")
            && SecretNames.isParameter(parameter(name));
    return isSecretNumber ? Mask.of(value.toString()) : value;
  }

  /** A text that is a value of the attribute, or the field of an event, of that name. */
  static String text(String name, String text, Redaction redaction) {
    String word = word(name);
    if (!redaction.isOn() || name.equalsIgnoreCase(FILE)) {
      return text; // The name of a file has to stay usable.
    }
    if (URLS.contains(name.toLowerCase(Locale.ROOT))) {
      return redaction.url(text);
    }
    if (HEADERS.contains(word)) {
      return redaction.header(parameter(name), text);
    }
    if (DATA.contains(word)) {
      return redaction.data(new DataField(parameter(name), text));
    }
    // An attribute of an embedder's own may be called session, or apiKey.
    return SecretNames.isHeader(name) ? Mask.of(text) : redaction.text(text);
  }

  /** {@code data} of {@code data:Server}; empty without a colon. */
  private static String word(String name) {
    int colon = name.indexOf(':');
    return colon < 0 ? "" : name.substring(0, colon).toLowerCase(Locale.ROOT);
  }

  private static String parameter(String name) {
    return name.substring(name.indexOf(':') + 1);
  }
}

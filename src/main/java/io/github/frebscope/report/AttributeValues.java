package io.github.frebscope.report;

import io.github.frebscope.query.Counts;
import io.github.frebscope.query.Field;
import io.github.frebscope.query.TracedEvent;
import io.github.frebscope.trace.DataField;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
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
                    : safe(field.name(), value, redaction));
  }

  /**
   * A value whose row is gone, of a group for example.
   *
   * @param name the name of its field, or that of a column made of one: {@code first(url)}
   */
  static Object safe(String name, Object value, Redaction redaction) {
    if (!redaction.isOn()) {
      return value;
    }
    String field = bare(name);
    if (value instanceof String text) {
      return text(field, text, redaction);
    }
    if (value instanceof Optional<?> optional) {
      return optional.map(v -> safe(field, v, redaction));
    }
    if (value instanceof Counts.Entry<?> entry) {
      return new Counts.Entry<>(entry.value().map(v -> safe(field, v, redaction)), entry.count());
    }
    if (value instanceof Collection<?> values) {
      return values.stream().<Object>map(v -> safe(field, v, redaction)).toList();
    }
    if (value instanceof Number && word(field).equals("number")) {
      return SecretNames.isParameter(parameter(field)) ? Mask.of(value.toString()) : value;
    }
    if (value instanceof Map<?, ?> || value instanceof CharSequence || value instanceof Object[]) {
      return redaction.text(String.valueOf(value)); // of an attribute of an embedder's own
    }
    return value;
  }

  private static String text(String name, String text, Redaction redaction) {
    String word = word(name);
    if (name.equalsIgnoreCase(FILE)) {
      return text; // It has to stay usable.
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

  /** The field of {@code first(url)} and {@code top(3,data:Server)}. */
  private static String bare(String name) {
    int open = name.indexOf('(');
    int close = name.indexOf(')', open + 1);
    if (open <= 0
        || close < 0
        || !name.substring(0, open).chars().allMatch(Character::isLetterOrDigit)) {
      return name;
    }
    String inside = name.substring(open + 1, close);
    return name.startsWith("top(") ? inside.substring(inside.indexOf(',') + 1) : inside;
  }
}

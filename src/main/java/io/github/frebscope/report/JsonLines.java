package io.github.frebscope.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import io.github.frebscope.query.Attribute;
import io.github.frebscope.query.Attributes;
import io.github.frebscope.query.TraceSet;
import io.github.frebscope.query.TraceSummary;
import io.github.frebscope.query.ValueText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Traces as JSON Lines: one object a trace with every key of {@link Attributes#all()}, null where
 * the trace does not tell. Times are ISO 8601 in UTC with milliseconds, durations are numbers of
 * milliseconds. The output is plain ASCII: other characters are escaped, so that no console or pipe
 * can spoil them.
 *
 * <p>Needs jackson-core on the class path, an optional dependency of this library. Immutable and
 * safe for use by several threads.
 */
public final class JsonLines {
  /** How an instant is written: {@code 2026-01-14T10:22:31.640Z}. */
  static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final Redaction redaction;

  /** A writer of JSON Lines with that redaction. */
  public JsonLines(Redaction redaction) {
    this.redaction = Objects.requireNonNull(redaction, "redaction");
  }

  /**
   * Writes a line for each trace, in order; the writer is flushed and stays open.
   *
   * @throws IOException if the writer does not take it
   */
  public void write(TraceSet traces, Writer out) throws IOException {
    try (JsonGenerator generator = generator(out)) {
      traces.stream()
          .forEach(
              trace -> {
                try {
                  object(generator, trace);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Writes an object for each row: its values under those keys, nulls allowed. */
  static void write(List<String> keys, List<List<Object>> rows, Writer out) throws IOException {
    try (JsonGenerator json = generator(out)) {
      for (List<Object> row : rows) {
        json.writeStartObject();
        for (int i = 0; i < keys.size(); i++) {
          json.writeFieldName(keys.get(i));
          value(json, row.get(i));
        }
        json.writeEndObject();
        json.writeRaw('\n');
      }
    }
  }

  private static JsonGenerator generator(Writer out) throws IOException {
    JsonFactory json =
        JsonFactory.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();
    JsonGenerator generator = json.createGenerator(out);
    generator.setRootValueSeparator(null);
    return generator;
  }

  private void object(JsonGenerator json, TraceSummary trace) throws IOException {
    json.writeStartObject();
    for (Attribute<?> attribute : Attributes.all()) {
      json.writeFieldName(attribute.name());
      value(json, AttributeValues.of(attribute, trace, redaction).orElse(null));
    }
    json.writeEndObject();
    json.writeRaw('\n');
  }

  private static void value(JsonGenerator json, Object value) throws IOException {
    if (value == null) {
      json.writeNull();
    } else if (value instanceof Collection<?> values) {
      json.writeStartArray();
      for (Object element : values) {
        value(json, element);
      }
      json.writeEndArray();
    } else if (value instanceof Map<?, ?> object) {
      json.writeStartObject();
      for (Map.Entry<?, ?> entry : object.entrySet()) {
        json.writeFieldName(entry.getKey().toString());
        value(json, entry.getValue());
      }
      json.writeEndObject();
    } else if (value instanceof Boolean flag) {
      json.writeBoolean(flag);
    } else if (value instanceof Duration duration) {
      json.writeNumber(duration.toMillis());
    } else if (value instanceof Double number) {
      // As a decimal, never 1.0E-5, which spreadsheets and scripts read in their own ways.
      json.writeNumber(BigDecimal.valueOf(number).stripTrailingZeros().toPlainString());
    } else if (value instanceof Number number) {
      json.writeNumber(number.longValue());
    } else if (value instanceof Instant time) {
      json.writeString(TIME.format(time));
    } else {
      json.writeString(value instanceof Enum<?> ? ValueText.of(value) : value.toString());
    }
  }
}

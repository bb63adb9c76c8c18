package io.github.frebscope.report;

import io.github.frebscope.query.Attribute;
import io.github.frebscope.query.Attributes;
import io.github.frebscope.query.TerminalText;
import io.github.frebscope.query.TraceSet;
import io.github.frebscope.query.TraceSummary;
import io.github.frebscope.query.ValueText;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Traces as CSV (RFC 4180): a line of column names, those of {@link Attributes#all()}, then a line
 * for each trace. What a trace does not tell is an empty cell, a list is joined with {@code "; "}.
 *
 * <p>A text that begins with {@code =}, {@code +}, {@code -}, {@code @}, a tab or a line end gets
 * an apostrophe in front, because a spreadsheet would take it for a formula and whoever sends a
 * request chooses its URL. A reader that is no spreadsheet has to take the apostrophe off again.
 *
 * <p>A control character other than a tab or a line end is written as its number, {@code \x1B},
 * since CSV ends up on terminals too.
 *
 * <p>Needs commons-csv on the class path, an optional dependency of this library. Immutable and
 * safe for use by several threads.
 */
public final class CsvReport {
  private static final String DANGEROUS = "=+-@\t\r\n";

  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\x80-\\x9F&&[^\t\r\n]]");

  private final Redaction redaction;

  /** A writer of CSV with that redaction. */
  public CsvReport(Redaction redaction) {
    this.redaction = Objects.requireNonNull(redaction, "redaction");
  }

  /**
   * Writes the head and a line for each trace, in order; the writer is flushed and stays open.
   *
   * @throws IOException if the writer does not take it
   */
  public void write(TraceSet traces, Writer out) throws IOException {
    List<Attribute<?>> columns = Attributes.all();
    // Not closed: that would close the writer, which is the caller's.
    CSVPrinter csv = new CSVPrinter(out, CSVFormat.RFC4180);
    csv.printRecord(columns.stream().map(Attribute::name).toList());
    for (TraceSummary trace : (Iterable<TraceSummary>) traces.stream()::iterator) {
      csv.printRecord(columns.stream().map(c -> cell(c, trace)).toList());
    }
    csv.flush();
  }

  /** Writes the keys, then a line for each row; an empty cell for null. */
  static void write(List<String> keys, List<List<Object>> rows, Writer out) throws IOException {
    CSVPrinter csv = new CSVPrinter(out, CSVFormat.RFC4180);
    csv.printRecord(keys);
    for (List<Object> row : rows) {
      csv.printRecord(row.stream().map(value -> value == null ? "" : text(value)).toList());
    }
    csv.flush();
  }

  private String cell(Attribute<?> attribute, TraceSummary trace) {
    Optional<Object> value = AttributeValues.of(attribute, trace, redaction);
    return value.map(CsvReport::text).orElse("");
  }

  private static String text(Object value) {
    if (value instanceof Duration duration) {
      return Long.toString(duration.toMillis());
    }
    if (value instanceof Instant time) {
      return JsonLines.TIME.format(time);
    }
    if (value instanceof Double number) {
      return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
    if (value instanceof Number || value instanceof Boolean) {
      return value.toString();
    }
    if (value instanceof Collection<?> values) {
      return guarded(values.stream().map(Object::toString).collect(Collectors.joining("; ")));
    }
    return guarded(value instanceof Enum<?> ? ValueText.of(value) : value.toString());
  }

  private static String guarded(String value) {
    String text = CONTROL.matcher(value).replaceAll(m -> "\\" + TerminalText.line(m.group()));
    return !text.isEmpty() && DANGEROUS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}

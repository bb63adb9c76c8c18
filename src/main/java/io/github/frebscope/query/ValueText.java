package io.github.frebscope.query;

import io.github.frebscope.trace.MeasuredTime;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How values read in tables and reports, the same in every language of the machine: times in UTC,
 * durations with the error of IIS's clock, {@code -} for what is missing.
 */
public final class ValueText {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private ValueText() {}

  /** The text of a value, safe for a terminal, in one line. Optionals show what they hold. */
  public static String of(Object value) {
    if (value instanceof Optional<?> optional) {
      return optional.map(ValueText::of).orElse("-");
    }
    if (value instanceof Duration duration) {
      return of(duration);
    }
    if (value instanceof Instant time) {
      return TIME.format(time);
    }
    if (value instanceof DayOfWeek day) {
      return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }
    if (value instanceof Boolean flag) {
      return flag ? "yes" : "no";
    }
    if (value instanceof Collection<?> values) {
      return values.isEmpty()
          ? "-"
          : values.stream().map(ValueText::of).collect(Collectors.joining(", "));
    }
    if (value instanceof Double number) {
      return String.format(Locale.ROOT, "%,.2f", number);
    }
    return TerminalText.line(String.valueOf(value));
  }

  /**
   * A length of time between two stamps of IIS's clock, with its error: {@code 8,078 ms ±16 ms},
   * {@code <16 ms}.
   */
  public static String of(Duration duration) {
    return MeasuredTime.of(duration).toString();
  }

  /**
   * A length of time for a column of milliseconds, as narrow as it can be told with its error:
   * {@code 8,078±16}, {@code <16}, {@code none}.
   */
  public static String milliseconds(MeasuredTime time) {
    return time.toString().replace(" ms", "").replace(" ", "");
  }

  /** A count with its thousands grouped: {@code 1,234}. */
  public static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }
}

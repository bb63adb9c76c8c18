package io.github.frebscope.query;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How values read in tables and reports, the same in every language of the machine: times in UTC,
 * durations no finer than IIS's clock, {@code -} for what is missing.
 */
public final class ValueText {
  /** The coarsest tick of IIS's clock; what is shorter cannot be told from nothing. */
  public static final Duration CLOCK_TICK = Duration.ofMillis(16);

  private static final Duration SECONDS_FROM = Duration.ofSeconds(10);
  private static final Duration MINUTES_FROM = Duration.ofMinutes(2);
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
    if (value instanceof Boolean flag) {
      return flag ? "yes" : "no";
    }
    if (value instanceof Collection<?> values) {
      return values.isEmpty()
          ? "-"
          : values.stream().map(ValueText::of).collect(Collectors.joining(", "));
    }
    return TerminalText.line(String.valueOf(value));
  }

  /**
   * {@code <16 ms} below a tick of the clock, then {@code 8,078 ms}, from ten seconds {@code 31.5
   * s}, from two minutes {@code 2 min 5 s}.
   */
  public static String of(Duration duration) {
    if (duration.isNegative()) {
      return "-" + of(duration.negated());
    }
    if (duration.compareTo(CLOCK_TICK) < 0) {
      return "<16 ms";
    }
    if (duration.compareTo(SECONDS_FROM) < 0) {
      return String.format(Locale.ROOT, "%,d ms", duration.toMillis());
    }
    if (duration.compareTo(MINUTES_FROM) < 0) {
      long tenths = duration.toMillis() / 100;
      return tenths / 10 + "." + tenths % 10 + " s";
    }
    return String.format(
        Locale.ROOT, "%,d min %d s", duration.toMinutes(), duration.toSecondsPart());
  }

  /** A count with its thousands grouped: {@code 1,234}. */
  public static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }
}

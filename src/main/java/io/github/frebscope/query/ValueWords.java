package io.github.frebscope.query;

import io.github.frebscope.catalog.NearNames;
import io.github.frebscope.trace.MeasuredTime;
import io.github.frebscope.trace.StatusCode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the values of fields as queries write them. */
final class ValueWords {
  private static final Pattern LENGTH = Pattern.compile("(-?\\d+(?:\\.\\d+)?)\\s?([a-z]*)");
  private static final Map<String, Long> NANOS =
      Map.of(
          "", 1_000_000L,
          "ms", 1_000_000L,
          "s", 1_000_000_000L,
          "m", 60_000_000_000L,
          "min", 60_000_000_000L,
          "h", 3_600_000_000_000L,
          "d", 86_400_000_000_000L);
  private static final int NANO_DIGITS = 9;
  private static final int HEX = 16;

  private ValueWords() {}

  /** Whether values of that type can be read. */
  static boolean canRead(Class<?> type) {
    return type == String.class
        || type == Boolean.class
        || type == Integer.class
        || type == Long.class
        || type == Double.class
        || type == Duration.class
        || type == MeasuredTime.class
        || type == StatusCode.class
        || type.isEnum();
  }

  /**
   * Reads a value.
   *
   * @throws IllegalArgumentException if it is none; the message says what one looks like
   */
  static Object read(Class<?> type, String text) {
    if (type == String.class) {
      return text;
    }
    if (type == Boolean.class) {
      return flag(text);
    }
    if (type == Duration.class) {
      return duration(text);
    }
    if (type == MeasuredTime.class) {
      return MeasuredTime.of(duration(text));
    }
    if (type == StatusCode.class) {
      return StatusCode.parse(text)
          .orElseThrow(() -> wrong(text, "is no status; write 502 or 502.3"));
    }
    return type.isEnum() ? word(type, text) : number(type, text);
  }

  private static Object flag(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "yes", "true" -> true;
      case "no", "false" -> false;
      default -> throw wrong(text, "is neither yes nor no");
    };
  }

  private static Object number(Class<?> type, String text) {
    try {
      if (type == Double.class) {
        return Double.valueOf(text.endsWith("%") ? text.substring(0, text.length() - 1) : text);
      }
      boolean isHex = text.regionMatches(true, 0, "0x", 0, 2);
      long number = isHex ? Long.parseLong(text.substring(2), HEX) : Long.parseLong(text);
      if (type == Integer.class) {
        return Math.toIntExact(number);
      }
      return number;
    } catch (NumberFormatException | ArithmeticException e) {
      throw wrong(text, type == Double.class ? "is no number" : "is no whole number");
    }
  }

  /**
   * A length of time; milliseconds where no unit is told.
   *
   * @throws IllegalArgumentException if it is none
   */
  static Duration duration(String text) {
    Matcher parts = LENGTH.matcher(text.toLowerCase(Locale.ROOT));
    Long unit = parts.matches() ? NANOS.get(parts.group(2)) : null;
    if (unit == null) {
      throw wrong(text, "is no length of time; write 30s, 1500ms, 2min or 1h");
    }
    BigDecimal seconds =
        new BigDecimal(parts.group(1)).multiply(BigDecimal.valueOf(unit, NANO_DIGITS));
    BigDecimal whole = seconds.setScale(0, RoundingMode.FLOOR);
    try {
      return Duration.ofSeconds(
          whole.longValueExact(),
          seconds.subtract(whole).movePointRight(NANO_DIGITS).longValueExact());
    } catch (ArithmeticException e) {
      throw wrong(text, "is too long, or finer than a nanosecond");
    }
  }

  /** A constant by its word for people or by its name; blanks and hyphens do not matter. */
  private static Object word(Class<?> type, String text) {
    for (Object constant : type.getEnumConstants()) {
      if (bare(constant.toString()).equals(bare(text))
          || bare(((Enum<?>) constant).name()).equals(bare(text))) {
        return constant;
      }
    }
    List<String> words = Arrays.stream(type.getEnumConstants()).map(ConditionText::plain).toList();
    List<String> near = NearNames.of(text, words);
    throw wrong(
        text,
        "is none of "
            + String.join(", ", words)
            + (near.isEmpty() ? "" : "; did you mean " + String.join(", ", near) + "?"));
  }

  private static String bare(String word) {
    return word.toLowerCase(Locale.ROOT).replaceAll("[ _-]", "");
  }

  private static IllegalArgumentException wrong(String text, String what) {
    return new IllegalArgumentException("'" + TerminalText.line(text) + "' " + what);
  }
}

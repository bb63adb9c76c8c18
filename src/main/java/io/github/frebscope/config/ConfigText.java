package io.github.frebscope.config;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Values as IIS writes them into its configuration.
 *
 * <p>Source: the types of IIS's configuration schema.
 */
public final class ConfigText {
  private static final Pattern TIME_SPAN =
      Pattern.compile("(?:(\\d{1,8})\\.)?(\\d{1,8}):([0-5]\\d):([0-5]\\d)(?:\\.(\\d{1,7}))?");

  private ConfigText() {}

  /**
   * A time span in IIS's form, {@code 00:20:00}, from a day on {@code 1.05:00:00}, with a fraction
   * only where there is one, {@code 00:00:00.1}.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public static String timeSpan(Duration span) {
    if (span.isNegative()) {
      throw new IllegalArgumentException("IIS has no negative time span: " + span);
    }
    String text =
        String.format(
            Locale.ROOT,
            "%s%02d:%02d:%02d",
            span.toDays() == 0 ? "" : span.toDays() + ".",
            span.toHoursPart(),
            span.toMinutesPart(),
            span.toSecondsPart());
    if (span.toNanosPart() == 0) {
      return text;
    }
    String fraction = String.format(Locale.ROOT, "%09d", span.toNanosPart());
    return text + "." + fraction.replaceFirst("0+$", "");
  }

  /** The value of a setting as IIS writes it: {@code false}, {@code 00:20:00}, {@code OnDemand}. */
  public static String of(Setting<?> setting) {
    Object value = setting.value();
    if (value instanceof Duration span) {
      return timeSpan(span);
    }
    if (value instanceof LocalTime time) {
      return timeSpan(Duration.ofSeconds(time.toSecondOfDay()));
    }
    return value.toString();
  }

  /** Reads {@code hh:mm:ss} and {@code d.hh:mm:ss}; the hours may be more than 23. */
  static Optional<Duration> parseTimeSpan(String text) {
    Matcher matcher = TIME_SPAN.matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Duration span =
        Duration.ofDays(matcher.group(1) == null ? 0 : Long.parseLong(matcher.group(1)))
            .plusHours(Long.parseLong(matcher.group(2)))
            .plusMinutes(Long.parseLong(matcher.group(3)))
            .plusSeconds(Long.parseLong(matcher.group(4)));
    if (matcher.group(5) == null) {
      return Optional.of(span);
    }
    String nanos = (matcher.group(5) + "000000000").substring(0, 9);
    return Optional.of(span.plusNanos(Long.parseLong(nanos)));
  }

  /** A number without a sign, decimal or {@code 0x} and hexadecimal digits. */
  static Optional<Long> parseNumber(String text) {
    String plain = text.strip();
    if (!plain.matches("\\d{1,18}|0[xX][0-9a-fA-F]{1,15}")) {
      return Optional.empty();
    }
    boolean hexadecimal = plain.length() > 1 && (plain.charAt(1) | 0x20) == 'x';
    return Optional.of(
        hexadecimal ? Long.parseLong(plain.substring(2), 16) : Long.parseLong(plain));
  }

  /** {@code true} or {@code false}, in any case. */
  static Optional<Boolean> parseBool(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> Optional.empty();
    };
  }
}

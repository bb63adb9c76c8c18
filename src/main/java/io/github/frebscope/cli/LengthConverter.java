package io.github.frebscope.cli;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A length of time as people type it: {@code 500}, {@code 500ms}, {@code 2s}, {@code 1.5min}. */
final class LengthConverter implements ITypeConverter<Duration> {
  private static final Pattern LENGTH =
      Pattern.compile("(\\d{1,9}(?:\\.\\d{1,3})?)\\s*(ms|s|min|m|)");

  private static final Map<String, Integer> MILLIS =
      Map.of("", 1, "ms", 1, "s", 1000, "m", 60_000, "min", 60_000);

  @Override
  public Duration convert(String value) {
    Matcher matcher = LENGTH.matcher(value.strip().toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      throw new TypeConversionException(
          "'" + value + "' is no length of time; write 500, 500ms, 2s or 1.5min");
    }
    BigDecimal millis =
        new BigDecimal(matcher.group(1)).multiply(new BigDecimal(MILLIS.get(matcher.group(2))));
    return Duration.ofMillis(millis.longValue());
  }
}

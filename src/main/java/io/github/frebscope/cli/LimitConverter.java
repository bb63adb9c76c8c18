package io.github.frebscope.cli;

import io.github.frebscope.catalog.TimeLimits;
import java.time.Duration;
import java.util.function.UnaryOperator;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@code arr-farm=60s}: a change of the time limits. */
final class LimitConverter implements ITypeConverter<UnaryOperator<TimeLimits>> {
  /** Shorter than any time-out that makes sense: a number without a unit was meant as seconds. */
  private static final Duration SHORTEST = Duration.ofMillis(500);

  @Override
  public UnaryOperator<TimeLimits> convert(String value) {
    int equals = value.indexOf('=');
    if (equals < 0) {
      throw new TypeConversionException("'" + value + "' is no NAME=TIME, such as arr-farm=60s");
    }
    String name = value.substring(0, equals).strip();
    Duration length = length(value.substring(equals + 1));
    try {
      TimeLimits.standard().with(name, length);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
    if (length.compareTo(SHORTEST) < 0) {
      throw new TypeConversionException(
          "'" + value + "' would be " + length.toMillis() + " ms; write s or min, as in 60s");
    }
    return limits -> limits.with(name, length);
  }

  /** IIS writes 00:02:00, which is not read as the 2 min it is. */
  private static Duration length(String text) {
    if (text.indexOf(':') >= 0) {
      throw new TypeConversionException(
          "'" + text + "' is no length of time here; write 120s or 2min for 00:02:00");
    }
    return new LengthConverter().convert(text);
  }
}

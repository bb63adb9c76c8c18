package io.github.frebscope.cli;

import io.github.frebscope.catalog.TimeLimits;
import java.time.Duration;
import java.util.function.UnaryOperator;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@code arr-farm=60s}: a change of the time limits. */
final class LimitConverter implements ITypeConverter<UnaryOperator<TimeLimits>> {
  @Override
  public UnaryOperator<TimeLimits> convert(String value) {
    int equals = value.indexOf('=');
    if (equals < 0) {
      throw new TypeConversionException("'" + value + "' is no NAME=TIME, such as arr-farm=60s");
    }
    String name = value.substring(0, equals).strip();
    Duration length = new LengthConverter().convert(value.substring(equals + 1));
    try {
      TimeLimits.standard().with(name, length);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
    return limits -> limits.with(name, length);
  }
}

package io.github.frebscope.cli;

import io.github.frebscope.source.TraceRoot;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@code PATH} or {@code NAME=PATH}. */
final class RootConverter implements ITypeConverter<TraceRoot> {
  @Override
  public TraceRoot convert(String value) {
    try {
      return TraceRoot.parse(value);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}

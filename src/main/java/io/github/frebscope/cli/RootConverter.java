package io.github.frebscope.cli;

import io.github.frebscope.source.TraceRoot;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@code PATH} or {@code NAME=PATH}. */
final class RootConverter implements ITypeConverter<TraceRoot> {
  @Override
  public TraceRoot convert(String value) {
    Wildcards.complaint(value, "name the folder: all traces in it and below it are read")
        .ifPresent(
            text -> {
              throw new TypeConversionException(text);
            });
    if (value.indexOf('"') >= 0) {
      // cmd.exe and PowerShell hand on "C:\logs\" --where ... as one word.
      throw new TypeConversionException(
          value + ": a quote is in the path; write no \\ before the quote at its end");
    }
    try {
      return TraceRoot.parse(value);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}

package io.github.frebscope.cause;

import io.github.frebscope.catalog.ErrorCode;
import io.github.frebscope.catalog.ErrorCodes;

/** Words for error codes of Windows. */
final class WindowsErrors {
  private WindowsErrors() {}

  /** {@code ERROR_ACCESS_DENIED 0x80070005}; the number alone when it has no name. */
  static String words(long code) {
    return ErrorCodes.find(code).map(ErrorCode::name).map(n -> n + " ").orElse("")
        + ErrorCodes.hex(code);
  }
}

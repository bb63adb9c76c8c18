package io.github.frebscope.cause;

import io.github.frebscope.catalog.ErrorCode;
import io.github.frebscope.catalog.ErrorCodes;

/** Words for what programs end with. */
final class ExitCodes {
  /** Smaller ones are the program's own; that Windows has an error of that number is chance. */
  private static final long LAST_OWN = 0xFFFF;

  private ExitCodes() {}

  /**
   * {@code exit code 3} or {@code exit code 0xC00000FD, STATUS_STACK_OVERFLOW (Stack overflow)}.
   *
   * @param code 0 to 4294967295
   */
  static String words(long code) {
    if (code <= LAST_OWN) {
      return "exit code " + code;
    }
    return "exit code "
        + ErrorCodes.hex(code)
        + ErrorCodes.find(code).map(ExitCodes::name).orElse("");
  }

  private static String name(ErrorCode error) {
    String text = error.text().strip();
    return ", "
        + error.name()
        + " ("
        + (text.endsWith(".") ? text.substring(0, text.length() - 1) : text)
        + ")";
  }
}

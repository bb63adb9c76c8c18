package io.github.frebscope.query;

import java.util.Optional;

/** Whole numbers as IIS writes them into data. */
final class WholeNumber {
  private static final int HEXADECIMAL = 16;

  private WholeNumber() {}

  /**
   * Decimal, or hexadecimal after {@code 0x}, blanks around it allowed; empty for anything else.
   */
  static Optional<Long> parse(String text) {
    String digits = text.strip();
    boolean hexadecimal = digits.regionMatches(true, 0, "0x", 0, 2);
    try {
      return Optional.of(
          hexadecimal ? Long.parseLong(digits.substring(2), HEXADECIMAL) : Long.parseLong(digits));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}

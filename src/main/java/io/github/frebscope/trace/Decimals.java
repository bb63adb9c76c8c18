package io.github.frebscope.trace;

import java.util.OptionalLong;

/** Unsigned decimal numbers as IIS prints them. */
final class Decimals {
  private static final int MOST_DIGITS = 18;

  private Decimals() {}

  /** Empty for anything but 1 to 18 digits. */
  static OptionalLong parse(String text) {
    int length = text.length();
    if (length == 0 || length > MOST_DIGITS) {
      return OptionalLong.empty();
    }
    long value = 0;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return OptionalLong.empty();
      }
      value = value * 10 + (c - '0');
    }
    return OptionalLong.of(value);
  }
}

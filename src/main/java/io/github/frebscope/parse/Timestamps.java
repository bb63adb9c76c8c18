package io.github.frebscope.parse;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;

/** IIS's time stamps. */
final class Timestamps {
  private static final int LENGTH = "2026-06-08T19:54:51.596Z".length();
  private static final long MILLIS_A_DAY = 86_400_000;

  private Timestamps() {}

  /** Any ISO instant, quickest in IIS's own form; null when it is none. */
  static Instant parse(String text) {
    if (hasIisForm(text)) {
      int hour = digits(text, 11, 2);
      int minute = digits(text, 14, 2);
      int second = digits(text, 17, 2);
      int millis = digits(text, 20, 3);
      try {
        long day =
            LocalDate.of(digits(text, 0, 4), digits(text, 5, 2), digits(text, 8, 2)).toEpochDay();
        if (hour < 24 && minute < 60 && second < 60) {
          return Instant.ofEpochMilli(
              day * MILLIS_A_DAY + ((hour * 60L + minute) * 60 + second) * 1000 + millis);
        }
      } catch (DateTimeException e) {
        return null;
      }
    }
    try {
      return Instant.parse(text.strip());
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static boolean hasIisForm(String text) {
    if (text.length() != LENGTH) {
      return false;
    }
    for (int i = 0; i < LENGTH; i++) {
      char c = text.charAt(i);
      boolean fits =
          switch (i) {
            case 4, 7 -> c == '-';
            case 10 -> c == 'T';
            case 13, 16 -> c == ':';
            case 19 -> c == '.';
            case 23 -> c == 'Z';
            default -> c >= '0' && c <= '9';
          };
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private static int digits(String text, int from, int count) {
    int value = 0;
    for (int i = from; i < from + count; i++) {
      value = value * 10 + (text.charAt(i) - '0');
    }
    return value;
  }
}

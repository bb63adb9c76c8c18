package io.github.frebscope.query;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time as it is written in a query: as long as its last unit, the day of {@code 2026-01-14}, the
 * minute of {@code 2026-01-14T10:22}. With parts of a second it is a moment.
 *
 * @param from its first moment
 * @param end the first moment after it; the same as the first for a moment
 */
record TimeWords(Instant from, Instant end) {
  private static final Pattern FORM =
      Pattern.compile(
          "(\\d{4})-(\\d{2})-(\\d{2})(?:[T ](\\d{2})(?::(\\d{2})(?::(\\d{2})(?:\\.(\\d{1,9}))?)?)?"
              + "\\s?(Z|[+-]\\d{2}(?::?\\d{2})?)?)?",
          Pattern.CASE_INSENSITIVE);
  private static final int NANO_DIGITS = 9;

  /** Reads a time; UTC where no offset is told. Empty for what is none. */
  static Optional<TimeWords> parse(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      String offset = parts.group(8);
      Instant from =
          LocalDateTime.of(
                  number(parts, 1),
                  number(parts, 2),
                  number(parts, 3),
                  number(parts, 4),
                  number(parts, 5),
                  number(parts, 6),
                  nanos(parts.group(7)))
              .toInstant(
                  offset == null || offset.equalsIgnoreCase("Z")
                      ? ZoneOffset.UTC
                      : ZoneOffset.of(offset));
      return Optional.of(new TimeWords(from, end(from, parts)));
    } catch (DateTimeException e) {
      return Optional.empty(); // a month 13
    }
  }

  private static int number(Matcher parts, int group) {
    return parts.group(group) == null ? 0 : Integer.parseInt(parts.group(group));
  }

  private static int nanos(String digits) {
    return digits == null
        ? 0
        : Integer.parseInt(digits + "0".repeat(NANO_DIGITS - digits.length()));
  }

  private static Instant end(Instant from, Matcher parts) {
    if (parts.group(7) != null) {
      return from;
    }
    ChronoUnit unit =
        parts.group(6) != null
            ? ChronoUnit.SECONDS
            : parts.group(5) != null
                ? ChronoUnit.MINUTES
                : parts.group(4) != null ? ChronoUnit.HOURS : ChronoUnit.DAYS;
    return from.plus(1, unit);
  }

  boolean isMoment() {
    return from.equals(end);
  }
}

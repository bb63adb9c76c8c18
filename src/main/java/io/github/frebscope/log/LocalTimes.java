package io.github.frebscope.log;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates and times as Windows writes them in its cultures: {@code 2/23/2026 8:10:01 AM}, {@code
 * 23.02.2026 08:10:01}, {@code 23-2-2026 08:10:01}, {@code 2026-02-23T08:10:01.123+01:00}.
 *
 * <p>Year first is year, month, day. A point or a dash with the year last is day, month, year in
 * all cultures that write it. A slash may be either order: the file must hold a date that can be
 * only one of them.
 */
final class LocalTimes {
  private static final Pattern FORM =
      Pattern.compile(
          "(\\d{1,4})([./-])\\s?(\\d{1,2})\\2\\s?(\\d{1,4})\\.?,?[T\\s\\u202F\\u00A0]+"
              + "(\\d{1,2})[:.](\\d{2})(?:[:.](\\d{2}))?(?:[.,](\\d{1,9}))?"
              + "[\\s\\u202F\\u00A0]*([AaPp])?\\.?(?:[\\s\\u202F\\u00A0]?[Mm]\\.?)?");

  private boolean dayFirst;
  private boolean monthFirst;
  private boolean slashes;
  private boolean shortYear;
  private boolean needsZone;

  /** Looks at a date, to learn the order of day and month. */
  void learn(String text) {
    if (offset(text).isPresent()) {
      return;
    }
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      return;
    }
    needsZone = true;
    if (form.group(2).equals("/") && form.group(1).length() < 3) {
      slashes = true;
      shortYear |= form.group(4).length() < 3;
      dayFirst |= Integer.parseInt(form.group(1)) > 12;
      monthFirst |= Integer.parseInt(form.group(3)) > 12;
    }
  }

  /** Whether any time has no offset. */
  boolean needsZone() {
    return needsZone;
  }

  /**
   * Whether no date tells which number is the month, or dates contradict each other, or 26/02/23
   * may begin with the year.
   */
  boolean isOpen() {
    return slashes && (dayFirst == monthFirst || (shortYear && dayFirst));
  }

  /** The time, if it is one. */
  Optional<Instant> instant(String text, Optional<ZoneId> zone) {
    Optional<Instant> withOffset = offset(text);
    if (withOffset.isPresent() || zone.isEmpty()) {
      return withOffset;
    }
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(local(form).atZone(zone.get()).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> offset(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text.strip()).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private LocalDateTime local(Matcher form) {
    int first = Integer.parseInt(form.group(1));
    int second = Integer.parseInt(form.group(3));
    int third = Integer.parseInt(form.group(4));
    int hour = Integer.parseInt(form.group(5));
    if (form.group(9) != null) {
      boolean afternoon = form.group(9).toUpperCase(Locale.ROOT).equals("P");
      hour = hour % 12 + (afternoon ? 12 : 0);
    }
    int minute = Integer.parseInt(form.group(6));
    int sec = form.group(7) == null ? 0 : Integer.parseInt(form.group(7));
    int nanos =
        form.group(8) == null ? 0 : Integer.parseInt((form.group(8) + "00000000").substring(0, 9));
    if (form.group(1).length() == 4) {
      return LocalDateTime.of(first, second, third, hour, minute, sec, nanos);
    }
    int year = third < 100 ? 2000 + third : third;
    boolean month = form.group(2).equals("/") && monthFirst;
    return month
        ? LocalDateTime.of(year, first, second, hour, minute, sec, nanos)
        : LocalDateTime.of(year, second, first, hour, minute, sec, nanos);
  }
}

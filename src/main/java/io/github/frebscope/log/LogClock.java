package io.github.frebscope.log;

import java.time.YearMonth;
import java.time.ZoneOffset;

/**
 * Dates and times of a log, {@code 2026-02-23} and {@code 05:00:12}, UTC. The date of the line
 * before is nearly always the date of this one, so its bytes are compared before they are read.
 *
 * <p>Where lines have no date it comes from the {@code #Date:} line before them. Then a time that
 * is far before the one of the line before is one of the next day.
 */
final class LogClock {
  /** What {@link #millis} says when there is no time. */
  static final long NONE = Long.MIN_VALUE;

  private static final long DAY = 86_400_000;

  /** Lines stand in the order in which requests ended, but for those few that ended together. */
  private static final long OUT_OF_ORDER = 3_600_000;

  private static final int DATE_LENGTH = 10;

  private final byte[] date = new byte[DATE_LENGTH];
  private long dateMillis = NONE;
  private long headerDay = NONE;
  private long last = NONE;

  /** The {@code #Date:} line: the day of lines without a date. */
  void startAt(long millis) {
    headerDay = Math.floorDiv(millis, DAY) * DAY;
    last = millis;
  }

  /** A date and a time, in milliseconds since 1970; {@link #NONE} when they are none. */
  long millis(byte[] b, int dateFrom, int dateTo, int timeFrom, int timeTo) {
    long day = day(b, dateFrom, dateTo);
    long time = day == NONE ? NONE : timeOfDay(b, timeFrom, timeTo);
    return time == NONE ? NONE : day + time;
  }

  /** A time of the day that the {@code #Date:} line and the lines since then tell. */
  long millis(byte[] b, int timeFrom, int timeTo) {
    long time = headerDay == NONE ? NONE : timeOfDay(b, timeFrom, timeTo);
    if (time == NONE) {
      return NONE;
    }
    if (headerDay + time < last - OUT_OF_ORDER) {
      headerDay += DAY;
    } else if (headerDay + time > last + DAY - OUT_OF_ORDER) {
      return headerDay - DAY + time; // ended just before the midnight that was passed
    }
    last = Math.max(last, headerDay + time);
    return headerDay + time;
  }

  private long day(byte[] b, int from, int to) {
    if (to - from != DATE_LENGTH) {
      return NONE;
    }
    for (int i = 0; i < DATE_LENGTH; i++) {
      if (date[i] != b[from + i]) {
        return newDay(b, from);
      }
    }
    return dateMillis;
  }

  private long newDay(byte[] b, int from) {
    long year = LogBytes.number(b, from, from + 4);
    long month = LogBytes.number(b, from + 5, from + 7);
    long day = LogBytes.number(b, from + 8, from + 10);
    boolean dashes = b[from + 4] == '-' && b[from + 7] == '-';
    if (!dashes || year < 1 || month < 1 || month > 12 || day < 1) {
      return NONE;
    }
    YearMonth of = YearMonth.of((int) year, (int) month);
    if (!of.isValidDay((int) day)) {
      return NONE;
    }
    System.arraycopy(b, from, date, 0, DATE_LENGTH);
    dateMillis = of.atDay((int) day).atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli();
    return dateMillis;
  }

  /**
   * {@code 05:00:12}, also {@code 05:00:12.345}, and {@code 24:00:00} for the end of the day; a
   * leap second is the one after it.
   */
  private static long timeOfDay(byte[] b, int from, int to) {
    if (to - from < 8 || b[from + 2] != ':' || b[from + 5] != ':') {
      return NONE;
    }
    int hour = two(b, from);
    int minute = two(b, from + 3);
    int second = two(b, from + 6);
    if (hour < 0 || minute < 0 || second < 0 || minute > 59 || second > 60) {
      return NONE;
    }
    long millis = (hour * 3600L + minute * 60L + second) * 1000 + fraction(b, from + 8, to);
    return (hour > 23 && millis != DAY) || millis < 0 ? NONE : millis;
  }

  private static int two(byte[] b, int at) {
    int tens = b[at] - '0';
    int ones = b[at + 1] - '0';
    return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
  }

  /**
   * The milliseconds behind the point; so far below 0 that the sum is, when it is something else.
   */
  private static long fraction(byte[] b, int from, int to) {
    if (from == to) {
      return 0;
    }
    long value = b[from] == '.' ? LogBytes.number(b, from + 1, Math.min(to, from + 4)) : -1;
    if (value < 0) {
      return -2 * DAY;
    }
    for (int digits = Math.min(to, from + 4) - from - 1; digits < 3; digits++) {
      value *= 10;
    }
    return value;
  }
}

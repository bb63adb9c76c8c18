package io.github.frebscope.query;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Steps of a time series, as the clock on the wall of their zone shows them.
 *
 * <ul>
 *   <li>Steps of less than a day begin anew at midnight, so that 6 hours are 0, 6, 12 and 18
 *       o'clock on every day. The last one of a day is shorter when they do not fill it, and one in
 *       which clocks change is shorter or longer. Those of up to an hour end there, so that an hour
 *       that comes twice is two.
 *   <li>Whole days are days of the calendar; several are counted from 1 January 1970.
 *   <li>Other lengths of more than a day are counted from 1970 in UTC.
 * </ul>
 *
 * @param length how long a step is, whole milliseconds
 * @param zone the zone
 */
record TimeSteps(Duration length, ZoneId zone) {
  /** More would be no answer for a person, and a mistake of the unit. */
  private static final int MOST = 100_000;

  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration LONGEST = Duration.ofDays(365_000);

  TimeSteps {
    zone = zone.normalized(); // UTC in all its spellings is one.
    if (length.compareTo(Duration.ofMillis(1)) < 0 || length.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "a step of time is at least 1 ms and at most 1,000 years, not " + length);
    }
    if (!length.equals(length.truncatedTo(ChronoUnit.MILLIS))) {
      throw new IllegalArgumentException("a step of time is whole milliseconds, not " + length);
    }
  }

  /** The column of a time series. */
  Column column() {
    String name = zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
    return Column.fixed("From (" + name + ")").named("from").holding(TimeStep.class);
  }

  private boolean isWholeDays() {
    return length.toMillis() % DAY.toMillis() == 0;
  }

  /** The beginning of the step that holds an instant. */
  Instant of(Instant time) {
    if (isWholeDays()) {
      return startOf(firstDay(time.atZone(zone).toLocalDate()));
    }
    if (length.compareTo(DAY) > 0) {
      long steps = Math.floorDiv(time.toEpochMilli(), length.toMillis());
      return Instant.ofEpochMilli(steps * length.toMillis());
    }
    ZonedDateTime there = time.atZone(zone);
    return isShort() ? shortStep(there) : startOf(gridBefore(unturned(there)));
  }

  /** Shorter ones end where clocks change, longer ones go on over it. */
  private boolean isShort() {
    return length.compareTo(HOUR) <= 0;
  }

  private Instant shortStep(ZonedDateTime there) {
    Instant start = gridBefore(there.toLocalDateTime()).toInstant(there.getOffset());
    return zone.getRules().getOffset(start).equals(there.getOffset())
        ? start
        : zone.getRules().previousTransition(there.toInstant().plusNanos(1)).getInstant();
  }

  /** The time on the wall; while clocks that were put back catch up, the latest they had shown. */
  private LocalDateTime unturned(ZonedDateTime there) {
    LocalDateTime local = there.toLocalDateTime();
    ZoneOffsetTransition change = zone.getRules().getTransition(local);
    return change != null && change.isOverlap() && there.getOffset().equals(change.getOffsetAfter())
        ? change.getDateTimeBefore().minusNanos(1)
        : local;
  }

  private LocalDateTime gridBefore(LocalDateTime local) {
    long nanos = local.toLocalTime().toNanoOfDay();
    return local.toLocalDate().atStartOfDay().plusNanos(nanos - nanos % length.toNanos());
  }

  private LocalDateTime gridAfter(LocalDateTime local) {
    LocalDateTime next = gridBefore(local).plus(length);
    LocalDateTime midnight = local.toLocalDate().plusDays(1).atStartOfDay();
    return next.isAfter(midnight) ? midnight : next;
  }

  /** When the clock first shows that, or has passed it. */
  private Instant startOf(LocalDateTime local) {
    ZoneOffsetTransition change = zone.getRules().getTransition(local);
    return change != null && change.isGap() ? change.getInstant() : local.atZone(zone).toInstant();
  }

  /** The beginning of the step after the one that begins then. */
  private Instant after(Instant from) {
    if (isWholeDays()) {
      LocalDate first = firstDay(from.atZone(zone).toLocalDate());
      return startOf(first.plusDays(length.toDays()));
    }
    if (length.compareTo(DAY) > 0) {
      return from.plus(length);
    }
    ZonedDateTime there = from.atZone(zone);
    LocalDateTime grid = gridAfter(there.toLocalDateTime());
    if (!isShort()) {
      return startOf(grid);
    }
    Instant next = grid.toInstant(there.getOffset());
    ZoneOffsetTransition change = zone.getRules().nextTransition(from);
    return change != null && change.getInstant().isBefore(next) ? change.getInstant() : next;
  }

  private LocalDate firstDay(LocalDate day) {
    return LocalDate.ofEpochDay(Math.floorDiv(day.toEpochDay(), length.toDays()) * length.toDays());
  }

  private Instant startOf(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  /** How long the step that begins then lasts. */
  Duration lengthOf(Instant from) {
    return Duration.between(from, after(from));
  }

  /**
   * All beginnings from that of one step to that of another, both included.
   *
   * @throws IllegalArgumentException if there are more than 100,000
   */
  List<Instant> between(Instant first, Instant last) {
    List<Instant> all = new ArrayList<>();
    for (Instant next = first; !next.isAfter(last); next = after(next)) {
      all.add(next);
      if (all.size() > MOST) {
        throw new IllegalArgumentException(
            "there are more than "
                + ValueText.count(MOST)
                + " steps of "
                + ConditionText.plain(length)
                + " from "
                + ValueText.of(first)
                + " to "
                + ValueText.of(last)
                + "; take longer ones, or a part of the time");
      }
    }
    return all;
  }

  /** How a step reads: in UTC with a Z, in a zone with its offset. */
  String text(Instant time) {
    String offset = zone.equals(ZoneOffset.UTC) ? "'Z'" : "xxx";
    return DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm" + seconds() + offset, Locale.ROOT)
        .format(time.atZone(zone));
  }

  private String seconds() {
    if (!length.equals(length.truncatedTo(ChronoUnit.SECONDS))) {
      return ":ss.SSS";
    }
    return length.toSeconds() % Duration.ofMinutes(1).toSeconds() == 0 ? "" : ":ss";
  }
}

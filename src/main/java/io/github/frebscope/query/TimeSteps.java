package io.github.frebscope.query;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Steps of a time series: of up to a day they are counted from midnight in their zone, on days when
 * clocks change too; longer ones from 1970.
 *
 * @param length how long a step is
 * @param zone the zone whose midnight counts
 */
record TimeSteps(Duration length, ZoneId zone) {
  /** More would be no answer for a person, and a mistake of the unit. */
  private static final int MOST = 100_000;

  private static final Duration DAY = Duration.ofDays(1);

  TimeSteps {
    Objects.requireNonNull(zone, "zone");
    if (length.compareTo(Duration.ofMillis(1)) < 0) {
      throw new IllegalArgumentException("a step of time is at least 1 ms, not " + length);
    }
  }

  /** The beginning of the step that holds an instant. */
  Instant of(Instant time) {
    Instant from =
        length.compareTo(DAY) <= 0
            ? time.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant()
            : Instant.EPOCH;
    long steps = Math.floorDiv(Duration.between(from, time).toMillis(), length.toMillis());
    return from.plusMillis(steps * length.toMillis());
  }

  /** All beginnings from that of one step to that of another, both included. */
  List<Instant> between(Instant first, Instant last) {
    List<Instant> all = new ArrayList<>();
    Instant next = first;
    while (!next.isAfter(last)) {
      all.add(next);
      if (all.size() > MOST) {
        throw new IllegalArgumentException(
            "steps of "
                + ConditionText.plain(length)
                + " are more than "
                + MOST
                + "; take longer ones");
      }
      Instant after = of(next.plus(length));
      next = after.isAfter(next) ? after : next.plus(length);
    }
    return all;
  }

  /** How a step reads: in UTC with a Z, in a zone with its offset. */
  String text(Instant time) {
    String seconds = length.toMillis() % Duration.ofMinutes(1).toMillis() == 0 ? "" : ":ss";
    String offset = zone.equals(ZoneOffset.UTC) ? "'Z'" : "xxx";
    return DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm" + seconds + offset, Locale.ROOT)
        .format(time.atZone(zone));
  }
}

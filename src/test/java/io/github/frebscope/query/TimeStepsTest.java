package io.github.frebscope.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeStepsTest {
  @ParameterizedTest
  @CsvSource({
    // A day is a day of the calendar, however many hours it has.
    "P1D, Europe/Berlin, 2026-10-25T22:30:00Z, 2026-10-25 00:00+02:00, PT25H",
    "P1D, Europe/Berlin, 2026-03-29T20:30:00Z, 2026-03-29 00:00+01:00, PT23H",
    "P1D, America/New_York, 2026-11-02T04:59:59.999Z, 2026-11-01 00:00-04:00, PT25H",
    "P1D, Asia/Kolkata, 2026-11-02T18:30:00Z, 2026-11-03 00:00+05:30, PT24H",
    "P1D, Pacific/Apia, 2011-12-30T09:59:59Z, 2011-12-29 00:00-10:00, PT24H",
    "P1D, Pacific/Apia, 2011-12-30T10:00:00Z, 2011-12-31 00:00+14:00, PT24H",
    "P1D, Australia/Lord_Howe, 2026-04-05T05:00:00Z, 2026-04-05 00:00+11:00, PT24H30M",
    // Midnight itself comes twice, or not at all.
    "P1D, America/Havana, 2026-11-01T05:30:00Z, 2026-11-01 00:00-04:00, PT25H",
    "P1D, America/Havana, 2026-03-08T05:30:00Z, 2026-03-08 01:00-04:00, PT23H",
    // Parts of a day stand where the clock on the wall says.
    "PT6H, Europe/Berlin, 2026-03-29T04:30:00Z, 2026-03-29 06:00+02:00, PT6H",
    "PT6H, Europe/Berlin, 2026-03-29T03:30:00Z, 2026-03-29 00:00+01:00, PT5H",
    "PT6H, Europe/Berlin, 2026-10-25T03:30:00Z, 2026-10-25 00:00+02:00, PT7H",
    "PT6H, Europe/Berlin, 2026-10-25T22:59:00Z, 2026-10-25 18:00+01:00, PT6H",
    "PT2H, Europe/Berlin, 2026-03-29T01:30:00Z, 2026-03-29 03:00+02:00, PT1H",
    "PT2H, Europe/Berlin, 2026-10-25T01:30:00Z, 2026-10-25 02:00+02:00, PT3H",
    "PT7H, Europe/Berlin, 2026-01-05T22:59:00Z, 2026-01-05 21:00+01:00, PT3H",
    "PT23H, Europe/Berlin, 2026-03-29T00:30:00Z, 2026-03-29 00:00+01:00, PT22H",
    // An hour that comes twice is two.
    "PT1H, Europe/Berlin, 2026-10-25T00:30:00Z, 2026-10-25 02:00+02:00, PT1H",
    "PT1H, Europe/Berlin, 2026-10-25T01:30:00Z, 2026-10-25 02:00+01:00, PT1H",
    "PT1H, America/New_York, 2026-11-01T05:59:00Z, 2026-11-01 01:00-04:00, PT1H",
    "PT1H, America/New_York, 2026-11-01T06:00:00Z, 2026-11-01 01:00-05:00, PT1H",
    "PT1H, Asia/Kolkata, 2026-11-01T06:29:00Z, 2026-11-01 11:00+05:30, PT1H",
    "PT1H, Australia/Lord_Howe, 2026-04-04T15:10:00Z, 2026-04-05 01:30+10:30, PT30M",
    "PT30M, Australia/Lord_Howe, 2026-04-04T14:40:00Z, 2026-04-05 01:30+11:00, PT30M",
    "PT30M, Australia/Lord_Howe, 2026-04-04T15:10:00Z, 2026-04-05 01:30+10:30, PT30M",
    // Several days are counted from 1970, a Thursday; before it too.
    "P7D, UTC, 2026-02-04T23:59:59Z, 2026-01-29 00:00Z, PT168H",
    "P7D, Europe/Berlin, 2026-03-29T12:00:00Z, 2026-03-26 00:00+01:00, PT167H",
    "P7D, UTC, 1969-12-31T23:59:59.999Z, 1969-12-25 00:00Z, PT168H",
    "PT36H, UTC, 1969-12-31T23:59:59.999999Z, 1969-12-30 12:00Z, PT36H",
    "PT1H, UTC, 1969-12-31T23:59:59.9995Z, 1969-12-31 23:00Z, PT1H",
    "PT0.5S, UTC, 1969-12-31T23:59:59.9995Z, 1969-12-31 23:59:59.500Z, PT0.5S",
    "PT15S, Etc/UTC, 2026-02-04T10:11:44.999Z, 2026-02-04 10:11:30Z, PT15S",
  })
  void a_step_begins_and_lasts(
      Duration length, ZoneId zone, Instant time, String from, Duration lasts) {
    TimeSteps steps = new TimeSteps(length, zone);
    assertThat(steps.text(steps.of(time))).isEqualTo(from);
    assertThat(steps.lengthOf(steps.of(time))).isEqualTo(lasts);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Europe/Berlin",
        "America/New_York",
        "Asia/Kolkata",
        "Pacific/Apia",
        "Australia/Lord_Howe",
        "America/Havana",
        "UTC"
      })
  void steps_follow_each_other_without_a_hole_and_hold_their_times(String zone) {
    Random random = new Random(zone.hashCode());
    for (String length :
        List.of(
            "PT20M", "PT1H", "PT2H", "PT7H", "PT23H", "P1D", "PT36H", "P7D", "PT25M", "PT70M")) {
      TimeSteps steps = new TimeSteps(Duration.parse(length), ZoneId.of(zone));
      for (String start : List.of("2026-01-01T00:00:00Z", "2011-12-01T10:20:30Z")) {
        Instant first = steps.of(Instant.parse(start));
        List<Instant> all = steps.between(first, first.plus(Duration.ofDays(400)));
        assertThat(all).isSorted().doesNotHaveDuplicates().allMatch(t -> steps.of(t).equals(t));
        for (int i = 0; i < 2_000; i++) {
          int at = random.nextInt(all.size() - 1);
          Duration lasts = Duration.between(all.get(at), all.get(at + 1));
          Instant inside = all.get(at).plusNanos((long) (random.nextDouble() * lasts.toNanos()));
          assertThat(steps.of(inside)).as("%s of %s", inside, steps).isEqualTo(all.get(at));
        }
      }
    }
  }

  @Test
  void parts_of_a_day_are_the_same_hours_all_year() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    TimeSteps steps = new TimeSteps(Duration.ofHours(6), berlin);
    Instant first = steps.of(Instant.parse("2026-01-01T00:00:00Z"));
    assertThat(steps.between(first, Instant.parse("2026-12-31T00:00:00Z")))
        .extracting(t -> t.atZone(berlin).toLocalTime())
        .containsOnly(LocalTime.MIDNIGHT, LocalTime.of(6, 0), LocalTime.NOON, LocalTime.of(18, 0));
  }

  @Test
  void too_many_or_too_odd_steps_are_refused() {
    TimeSteps seconds = new TimeSteps(Duration.ofSeconds(1), ZoneOffset.UTC);
    assertThat(seconds.between(Instant.EPOCH, Instant.ofEpochSecond(99_999))).hasSize(100_000);
    assertThatThrownBy(() -> seconds.between(Instant.EPOCH, Instant.ofEpochSecond(100_000)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching(
            "there are more than 100,000 steps of 1s from [0-9].* to .*Z;"
                + " take longer ones, or a part of the time");
    assertThatThrownBy(() -> new TimeSteps(Duration.ZERO, ZoneOffset.UTC))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a step of time is at least 1 ms and at most 1,000 years, not PT0S");
    assertThatThrownBy(() -> new TimeSteps(Duration.ofSeconds(Long.MAX_VALUE), ZoneOffset.UTC))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new TimeSteps(Duration.ofNanos(1_500_000), ZoneOffset.UTC))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a step of time is whole milliseconds, not PT0.0015S");
  }
}

package io.github.frebscope.farm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CoveredMinutesTest {
  private static LogCoverage of(List<Instant> times) {
    CoveredMinutes minutes = new CoveredMinutes();
    times.forEach(time -> minutes.add(time.toEpochMilli()));
    return minutes.coverage();
  }

  @Test
  void minutes_come_out_in_order_and_once() {
    CoveredMinutes minutes = new CoveredMinutes();
    for (String time :
        List.of(
            "2026-02-24T00:00:30Z",
            "2026-02-23T23:59:59Z",
            "2026-02-24T00:00:59Z",
            "9999-12-31T23:59:59Z",
            "1969-12-31T23:59:59Z")) {
      minutes.add(Instant.parse(time).toEpochMilli());
    }
    assertThat(minutes).hasToString("4 minutes of 4 days");
    assertThat(minutes.coverage())
        .hasToString("1969-12-31T23:59:00Z to 9999-12-31T23:59:00Z, 4 lines");
  }

  /** Against all the times themselves: a minute's coverage may only differ by a minute. */
  @Test
  void a_minute_covers_what_its_lines_cover() {
    Random random = new Random(20260223);
    Instant day = Instant.parse("2026-02-23T00:00:00Z");
    List<Instant> times = random.longs(300, 0, 86_400_000).mapToObj(day::plusMillis).toList();
    LogCoverage byMinute = of(times);
    LogCoverage exact = LogCoverage.ofMillis(times.stream().mapToLong(Instant::toEpochMilli));
    Duration minute = Duration.ofMinutes(1);
    for (int i = 0; i < 2000; i++) {
      Instant from = day.plusMillis(random.nextLong(86_400_000));
      Instant to = from.plusMillis(random.nextLong(600_000));
      Duration span = Duration.ofMillis(random.nextLong(120_000, 900_000));
      boolean told = byMinute.covers(from, to, span);
      if (told) {
        assertThat(
                exact.covers(from.plus(minute), to.minus(minute), span.plus(minute).plus(minute)))
            .as("%s to %s, %s", from, to, span)
            .isTrue();
      }
      if (exact.covers(from.minus(minute), to.plus(minute), span.minus(minute).minus(minute))) {
        assertThat(told).as("%s to %s, %s", from, to, span).isTrue();
      }
    }
  }
}

package io.github.frebscope.farm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TrafficByMinuteTest {
  private static final Instant EIGHT = Instant.parse("2026-03-09T08:00:00Z");

  private static TrafficByMinute of(SiteLogText log) {
    TrafficByMinute traffic = new TrafficByMinute();
    log.rows().forEach(traffic::accept);
    return traffic;
  }

  @Test
  void requests_count_in_the_minute_they_began() {
    TrafficByMinute traffic =
        of(
            new SiteLogText()
                .busy(EIGHT, EIGHT.plusSeconds(600), 10, "/home")
                .request(EIGHT.minusSeconds(90), 200_000, "/export"));
    assertThat(traffic.inMinute(EIGHT.minusSeconds(61))).isEqualTo(1);
    assertThat(traffic.inMinute(EIGHT.plusSeconds(59))).isEqualTo(6);
    assertThat(traffic.inMinute(EIGHT.plusSeconds(600))).isZero();
    assertThat(traffic.from()).contains(EIGHT.minusSeconds(120));
    assertThat(traffic.until()).contains(EIGHT.plusSeconds(600));
    assertThat(traffic.between(EIGHT.toEpochMilli(), EIGHT.plusSeconds(90).toEpochMilli()))
        .isEqualTo(9);
    assertThat(traffic).hasToString("61 requests in 12 minutes");
  }

  @Test
  void what_is_years_away_is_counted_apart() {
    TrafficByMinute traffic =
        of(
            new SiteLogText()
                .request(EIGHT, 10, "/home")
                .request(EIGHT.plusSeconds(5L * 366 * 86_400), 10, "/home"));
    assertThat(traffic.outside()).isEqualTo(1);
    assertThat(of(new SiteLogText()).from()).isEmpty();
  }
}

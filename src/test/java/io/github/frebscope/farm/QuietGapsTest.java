package io.github.frebscope.farm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuietGapsTest {
  private static final Instant EIGHT = Instant.parse("2026-03-09T08:00:00Z");

  private static Instant at(int minutes, int seconds) {
    return EIGHT.plusSeconds(minutes * 60L + seconds);
  }

  private static List<AfterQuiet> gaps(SiteLogText log, Instant... marks) {
    QuietGaps gaps = new QuietGaps("web01", 4, QuietGaps.IDLE, List.of(marks));
    log.rows().forEach(gaps::accept);
    return gaps.gaps();
  }

  private static SiteLogText busyUntilTen() {
    return new SiteLogText().busy(at(0, 0), at(10, 0), 60, "/home");
  }

  @Test
  void the_first_hit_is_the_one_that_began_first_and_the_others_queued() {
    SiteLogText log =
        busyUntilTen()
            .request(at(40, 0), 35_000, "/home", 200, 64)
            .request(at(40, 10), 24_900, "/tickets")
            .request(at(40, 20), 14_000, "/tickets") // ends before the first
            .request(at(40, 34), 900, "/home") // hardly waited
            .busy(at(40, 50), at(50, 0), 20, "/home");
    AfterQuiet gap = gaps(log).get(0);
    assertThat(gap.firstHit().line().start()).isEqualTo(at(40, 0));
    assertThat(gap.firstHit().quietSince()).isEqualTo(at(9, 0).plusMillis(40));
    assertThat(gap.firstHit().quiet()).isEqualTo(Duration.ofMinutes(31).minusMillis(40));
    assertThat(gap.queued()).isEqualTo(2);
    assertThat(gap.released()).isEqualTo(2);
    assertThat(gap.after()).isEqualTo(3);
    assertThat(gap.healed()).contains(true);
    assertThat(gap.marked()).isEmpty();
  }

  @Test
  void a_request_that_began_before_and_ended_after_is_no_quiet_time() {
    SiteLogText log =
        busyUntilTen()
            .request(at(9, 30), 45 * 60_000, "/export")
            .busy(at(40, 0), at(50, 0), 60, "/home");
    assertThat(gaps(log)).isEmpty();
  }

  @Test
  void also_when_it_ends_hours_later() {
    SiteLogText log =
        busyUntilTen()
            .request(at(9, 30), 200 * 60_000, "/export")
            .busy(at(40, 0), at(300, 0), 60, "/home");
    assertThat(gaps(log)).isEmpty();
  }

  @Test
  void from_the_end_to_the_start_counts() {
    SiteLogText log = busyUntilTen().request(at(28, 30), 60_000, "/home");
    assertThat(gaps(log)).isEmpty(); // 19.5 min, 20.5 to its end
  }

  @Test
  void a_picture_tells_nothing_of_the_application() {
    SiteLogText log =
        busyUntilTen().request(at(40, 0), 30, "/img/p.png").request(at(40, 2), 20_000, "/home");
    AfterQuiet gap = gaps(log).get(0);
    assertThat(gap.firstHit().line().path()).isEqualTo("/home");
    assertThat(gap.healed()).isEmpty();
  }

  @Test
  void failures_after_it_are_no_recovery() {
    SiteLogText log = busyUntilTen().request(at(40, 0), 20_000, "/home");
    for (int i = 0; i < 6; i++) {
      log.request(at(41, 25 + i), 50, "/home", 500, 0);
    }
    assertThat(gaps(log).get(0).healed()).contains(false);
  }

  @Test
  void after_a_recycle_no_quiet_time_is_needed() {
    SiteLogText log =
        new SiteLogText()
            .busy(at(0, 0), at(10, 0), 5, "/home")
            .request(at(10, 3), 12_000, "/home")
            .busy(at(10, 20), at(20, 0), 5, "/home");
    assertThat(gaps(log)).isEmpty();
    AfterQuiet gap = gaps(log, at(10, 1)).get(0);
    assertThat(gap.firstHit().line().start()).isEqualTo(at(10, 3));
    assertThat(gap.marked()).contains(at(10, 1));
  }

  @Test
  void thousands_are_kept_and_the_rest_is_counted() {
    SiteLogText log = new SiteLogText();
    for (int i = 0; i < QuietGaps.MOST + 11; i++) {
      log.request(at(30 * i, 0), 40, "/home");
    }
    QuietGaps gaps = new QuietGaps("web01", 4, QuietGaps.IDLE, List.of());
    log.rows().forEach(gaps::accept);
    assertThat(gaps.gaps()).hasSize(QuietGaps.MOST);
    assertThat(gaps.further()).isEqualTo(10);
    assertThat(gaps).hasToString("web01 W3SVC4: " + (QuietGaps.MOST + 10) + " quiet times");
  }
}

package io.github.frebscope.farm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class UsualTimesTest {
  private static final Instant EIGHT = Instant.parse("2026-03-09T08:00:00Z");

  private static UsualTimes of(SiteLogText log) {
    UsualTimes usual = new UsualTimes();
    log.rows().forEach(usual::accept);
    return usual;
  }

  @Test
  void the_median_whatever_the_case_of_the_path() {
    SiteLogText log = new SiteLogText();
    for (int millis : new int[] {10, 30_000, 20, 40, 30}) {
      log.request(EIGHT, millis, millis > 20 ? "/Home" : "/home");
    }
    assertThat(of(log).usual("/HOME")).contains(Duration.ofMillis(30));
    assertThat(of(log).usual("/other")).isEmpty();
  }

  @Test
  void fewer_than_five_are_not_known_without_the_first_hits() {
    SiteLogText log = new SiteLogText();
    for (int i = 1; i <= 6; i++) {
      log.request(EIGHT, 10L * i, "/home");
    }
    assertThat(of(log).usual("/home")).contains(Duration.ofMillis(30));
    assertThat(of(log).usual("/home", 1)).contains(Duration.ofMillis(30));
    assertThat(of(log).usual("/home", 2)).isEmpty();
    assertThat(of(log).seen("/home")).isEqualTo(6);
  }

  @Test
  void a_long_log_is_sampled_over_its_whole_length() {
    SiteLogText log = new SiteLogText();
    for (int i = 0; i < 100_000; i++) {
      log.request(EIGHT.plusSeconds(i), i < 60_000 ? 100 : 900, "/home");
    }
    assertThat(of(log).usual("/home")).contains(Duration.ofMillis(100));
  }

  @Test
  void paths_are_bounded() {
    SiteLogText log = new SiteLogText();
    for (int i = 0; i <= UsualTimes.MOST_PATHS; i++) {
      log.request(EIGHT.plusSeconds(i), 10, "/" + i);
    }
    assertThat(of(log).isFull()).isTrue();
    assertThat(of(log)).hasToString("5000 paths and more");
  }
}

package io.github.frebscope.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.query.SetFinding.Kind;
import io.github.frebscope.testing.MadeSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is just enough for a finding, and what is just too little. */
class SetFindingsBordersTest {
  private static final Instant BEGIN = Instant.parse("2026-04-06T00:00:00Z");
  private static final long CANNOT_CONNECT = 2147954429L;
  private static final long CERTIFICATE = 2147954575L;

  private final List<TraceSummary> traces = new ArrayList<>();

  private List<Kind> found() {
    List<Kind> kinds =
        TraceSet.of(traces, Ledger.empty()).findings().stream().map(SetFinding::kind).toList();
    traces.clear();
    return kinds;
  }

  private static Instant hours(double hours) {
    return BEGIN.plusSeconds(Math.round(hours * 3600));
  }

  private void answer(Instant time, String backend) {
    traces.add(
        MadeSummary.answer()
            .at(time)
            .on("MOSAIC-GW", 3000)
            .url("http://tiles.mosaic.example:80/")
            .backend(backend)
            .build());
  }

  private void failure(Instant time, String backend, String cause, long code) {
    traces.add(
        MadeSummary.failure()
            .at(time)
            .on("MOSAIC-GW", 3000)
            .url("http://tiles.mosaic.example:80/")
            .backend(backend)
            .cause(cause)
            .code(code)
            .waited(Duration.ofMillis(15))
            .build());
  }

  /** 16 new connections to 4 backends fail at once, and some requests get through. */
  private List<Kind> atOnce(int through) {
    for (int i = 0; i < 16; i++) {
      failure(BEGIN.plusSeconds(i), "b" + i % 4, "CONNECT_REFUSED", CANNOT_CONNECT);
    }
    for (int i = 0; i < through; i++) {
      answer(BEGIN.plusMillis(1500 + 1000L * i), "b" + i % 4);
    }
    for (int i = 0; i < 200; i++) {
      answer(hours(1).plusSeconds(i * 60L), "b" + i % 4);
    }
    return found();
  }

  @Test
  void ports_are_not_used_up_while_more_than_one_in_four_gets_through() {
    assertThat(atOnce(4)).containsExactly(Kind.CONNECTIONS_AT_ONCE);
    assertThat(atOnce(5)).isEmpty();
  }

  /** A backend answers for 10 hours, fails for 2, and the server's traces go on for some hours. */
  private List<Kind> since(double goesOn) {
    for (int i = 0; i < 40; i++) {
      answer(hours(i / 4.0), "tls");
    }
    for (int i = 0; i <= 20; i++) {
      failure(hours(10 + i / 10.0), "tls", "TLS_CERT", CERTIFICATE);
    }
    answer(hours(12 + goesOn), "other");
    return found();
  }

  @Test
  void an_error_that_was_not_seen_for_longer_than_it_lasted_has_ended() {
    assertThat(since(1.9)).contains(Kind.CODE_SINCE);
    assertThat(since(2.1)).doesNotContain(Kind.CODE_SINCE);
  }

  private void started(Instant time, long process) {
    traces.add(
        MadeSummary.failure()
            .on("MOSAIC-APP", process)
            .pool("PlanPool")
            .url("http://plan.mosaic.example:80/")
            .by("AspNetCoreModuleV2", "500")
            .at(time)
            .build());
  }

  /** Five starts, some of them with a burst of failures. */
  private List<Kind> starts(int bursts) {
    for (int day = 0; day < 5; day++) {
      Instant recycle = hours(3 + 24.0 * day);
      started(recycle.minusSeconds(200), 4000 + day);
      for (int i = 0; i < (day < bursts ? 5 : 1); i++) {
        started(recycle.plusSeconds(i * 9L), 4001 + day);
      }
    }
    return found();
  }

  @Test
  void half_of_the_starts_at_least_have_a_burst() {
    assertThat(starts(3)).containsExactly(Kind.COLD_START);
    assertThat(starts(2)).isEmpty();
  }

  /** All failures concern one backend, and another is known to be at work. */
  private List<Kind> oneOfTwo(int failures) {
    for (int i = 0; i < failures; i++) {
      failure(hours(i), "b1", "INVALID_RESPONSE", 2147954552L);
    }
    answer(hours(2), "b2");
    return found();
  }

  /**
   * 1 in 1,024 for the one, and the other could have been the one as well: more than 1 in 1,000.
   */
  @Test
  void either_of_two_backends_could_have_been_the_one() {
    assertThat(oneOfTwo(11)).containsExactly(Kind.ONE_BACKEND);
    assertThat(oneOfTwo(10)).isEmpty();
  }
}

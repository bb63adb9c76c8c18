package io.github.frebscope.farm;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.cause.Confidence;
import io.github.frebscope.log.WindowsEvent;
import io.github.frebscope.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ColdStartsTest {
  private static final Instant EIGHT = Instant.parse("2026-03-09T08:00:00Z");

  private static Instant at(int minutes) {
    return EIGHT.plusSeconds(minutes * 60L);
  }

  private static WatchedSite watched(String server, SiteLogText log) {
    QuietGaps gaps = new QuietGaps(server, 4, QuietGaps.IDLE, List.of());
    UsualTimes usual = new UsualTimes();
    log.rows()
        .forEach(
            row -> {
              gaps.accept(row);
              usual.accept(row);
            });
    return WatchedSite.of(server, 4, gaps.gaps(usual));
  }

  private static WatchedSite with(
      WatchedSite site, List<WindowsEvent> events, Optional<Duration> frontTimeout) {
    return new WatchedSite(
        site.server(),
        site.siteId(),
        site.gaps(),
        site.site(),
        site.pool(),
        events,
        site.refused(),
        frontTimeout,
        site.traffic());
  }

  private static WindowsEvent event(Instant time, int id) {
    return new WindowsEvent(
        "system.csv", time, "Microsoft-Windows-WAS", id, Optional.empty(), "shop was shutdown");
  }

  private static List<ColdStartEvidence> of(WatchedSite... sites) {
    return ColdStarts.of(List.of(sites), ZoneOffset.UTC);
  }

  private static SiteLogText coldAfterHalfAnHour() {
    return new SiteLogText()
        .busy(at(0), at(10), 30, "/home")
        .request(at(40), 35_000, "/home", 200, 64)
        .busy(at(42), at(60), 30, "/home");
  }

  @Test
  void a_slow_first_hit_after_the_idle_time_out() {
    ColdStartEvidence evidence = of(watched("web01", coldAfterHalfAnHour())).get(0);
    ColdHit hit = evidence.hits().get(0);
    assertThat(hit.idle()).isTrue();
    assertThat(hit.peerGone()).isTrue();
    assertThat(hit.timesUsual()).hasValue(875);
    assertThat(hit.front()).isEqualTo(ColdHit.Front.UNKNOWN);
    assertThat(evidence.longest()).isEqualTo(Duration.ofSeconds(35));
    assertThat(evidence.confidence()).isEqualTo(Confidence.MEDIUM);
    assertThat(evidence).hasToString("web01 W3SVC4: 1 cold hits (medium)");
  }

  @Test
  void two_logs_that_agree_make_it_certain() {
    WatchedSite site =
        with(
            watched("web01", coldAfterHalfAnHour()),
            List.of(event(at(31), 5186), event(at(50), 7036)),
            Optional.of(Duration.ofSeconds(30)));
    ColdStartEvidence evidence = of(site).get(0);
    assertThat(evidence.confidence()).isEqualTo(Confidence.HIGH);
    assertThat(evidence.hits().get(0).event()).map(WindowsEvent::id).contains(5186);
    assertThat(evidence.hits().get(0).front()).isEqualTo(ColdHit.Front.GAVE_UP);
  }

  @Test
  void what_the_front_end_makes_of_it() {
    WatchedSite site = watched("web01", coldAfterHalfAnHour());
    assertThat(of(with(site, List.of(), Optional.of(Duration.ofSeconds(45)))).get(0).hits())
        .extracting(ColdHit::front)
        .containsExactly(ColdHit.Front.AT_RISK);
    assertThat(of(with(site, List.of(), Optional.of(Duration.ofMinutes(2)))).get(0).hits())
        .extracting(ColdHit::front)
        .containsExactly(ColdHit.Front.WAITS);
  }

  @Test
  void an_address_that_is_always_slow_is_no_cold_start() {
    SiteLogText log = new SiteLogText().busy(at(0), at(10), 30, "/home");
    for (int i = 1; i <= 6; i++) {
      log.request(at(40 * i), 30_000, "/report");
    }
    assertThat(of(watched("web01", log))).isEmpty();
  }

  @Test
  void where_its_usual_time_is_not_known_nothing_is_said() {
    SiteLogText log =
        new SiteLogText().busy(at(0), at(10), 30, "/home").request(at(40), 30_000, "/report");
    assertThat(of(watched("web01", log))).isEmpty();
  }

  @Test
  void a_pause_of_three_minutes_is_not_idle() {
    SiteLogText log =
        new SiteLogText()
            .busy(at(0), at(10), 30, "/home")
            .request(at(13), 35_000, "/home")
            .busy(at(15), at(30), 30, "/home");
    QuietGaps gaps = new QuietGaps("web01", 4, Duration.ofMinutes(2), List.of());
    UsualTimes usual = new UsualTimes();
    log.rows()
        .forEach(
            row -> {
              gaps.accept(row);
              usual.accept(row);
            });
    WatchedSite site = WatchedSite.of("web01", 4, gaps.gaps(usual));
    assertThat(of(site)).isEmpty();
    ColdStartEvidence recycled =
        of(with(site, List.of(event(at(11), 5079)), Optional.empty())).get(0);
    assertThat(recycled.hits()).extracting(ColdHit::idle).containsExactly(false);
  }

  @Test
  void quick_first_hits_speak_against_it() {
    SiteLogText log = coldAfterHalfAnHour();
    for (int i = 3; i < 10; i++) {
      log.request(at(30 * i), 50, "/home");
    }
    ColdStartEvidence evidence = of(watched("web01", log)).get(0);
    assertThat(evidence.warm()).isEqualTo(7);
    assertThat(evidence.confidence()).isEqualTo(Confidence.LOW);
  }

  @Test
  void the_same_minute_on_several_members() {
    List<ColdStartEvidence> all =
        of(watched("web01", coldAfterHalfAnHour()), watched("web02", coldAfterHalfAnHour()));
    assertThat(all.get(0).hits().get(0).together()).containsExactly("web02");
    assertThat(all.get(1).hits().get(0).together()).containsExactly("web01");
  }

  @Test
  void recycles_29_hours_apart_are_a_rhythm_without_any_slow_request() {
    List<WindowsEvent> events = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      events.add(event(at(29 * 60 * i), 5074));
    }
    WatchedSite site = with(WatchedSite.of("web01", 4, List.of()), events, Optional.empty());
    ColdStartEvidence.Rhythm rhythm = of(site).get(0).rhythms().get(0);
    assertThat(rhythm.period()).isEqualTo(Duration.ofHours(29));
    assertThat(rhythm.isRecycleTime()).isTrue();
    assertThat(rhythm.fromEvents()).isTrue();
    assertThat(rhythm.isClockTime()).isFalse();
    assertThat(rhythm.starts()).hasSize(6);
  }

  @Test
  void the_farm_that_starts_cold() throws IOException {
    List<ColdStartEvidence> found = scenario("01-seed-story");
    assertThat(found).extracting(e -> e.site().server()).hasSize(3);
    assertThat(found.stream().flatMap(e -> e.hits().stream()))
        .hasSize(4)
        .allSatisfy(
            hit -> {
              assertThat(hit.peerGone()).isTrue();
              assertThat(hit.idle()).isTrue();
              assertThat(hit.line().path()).isEqualTo("/home");
            });
    assertThat(found).extracting(ColdStartEvidence::confidence).containsOnly(Confidence.MEDIUM);
  }

  @Test
  void farms_that_do_not() throws IOException {
    assertThat(scenario("02-tracing-off")).isEmpty();
    assertThat(scenario("03-front-end-gave-up")).isEmpty();
    assertThat(scenario("04-healthy-control")).isEmpty();
  }

  private static List<ColdStartEvidence> scenario(String name) throws IOException {
    List<WatchedSite> sites = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Shared.dir("scenarios").resolve(name))) {
      for (Path log : files.filter(f -> f.toString().endsWith(".log")).sorted().toList()) {
        sites.add(watched(log.getParent().toString(), SiteLogText.read(log)));
      }
    }
    assertThat(sites).isNotEmpty();
    return ColdStarts.of(sites, ZoneOffset.UTC);
  }
}

package io.github.frebscope.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.frebscope.Frebscope;
import io.github.frebscope.cause.CauseRules;
import io.github.frebscope.cause.Confidence;
import io.github.frebscope.query.SetFinding.Kind;
import io.github.frebscope.testing.SyntheticFarm;
import io.github.frebscope.testing.script.Arr;
import io.github.frebscope.testing.script.Failures;
import io.github.frebscope.testing.script.Recording;
import io.github.frebscope.testing.script.Site;
import io.github.frebscope.testing.script.TraceScript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From files to findings: a farm whose rule traces failures alone. */
class SetFindingsOfFilesTest {
  private static final Instant MORNING = Instant.parse("2026-05-04T05:00:00.047Z");
  private static final String FARM = "mosaic-farm";
  private static final List<String> PAGES = List.of("/", "/plan/7", "/plan.css", "/api/tiles");

  @TempDir Path dir;
  private int number;

  private void write(TraceScript script) throws IOException {
    Path file =
        dir.resolve(script.site().computer())
            .resolve("W3SVC" + script.site().siteId())
            .resolve("fr" + (100_000 + number) + ".xml");
    Files.createDirectories(file.getParent());
    Files.write(file, script.record(Recording.EVERYTHING.without("Cache")).bytes());
  }

  private Site site(String server, int id, long process, String host, Instant at) {
    number++;
    return Site.on(server)
        .site(id, host.substring(0, host.indexOf('.')) + "-pool")
        .process(process)
        .get("http://" + host + ":80" + PAGES.get(number % PAGES.size()))
        .number(number)
        .at(at);
  }

  private Site front(Instant at) {
    return site("MOSAIC-GW", 2, 4312, "www.mosaic.example", at);
  }

  private static String member(int i) {
    return "mosaic-app" + (1 + i % 3) + ".mosaic.example";
  }

  private static Instant minute(int minutes) {
    return MORNING.plus(Duration.ofMinutes(minutes));
  }

  /** What goes wrong on any day. */
  private void usual() throws IOException {
    for (int i = 0; i < 30; i++) {
      write(Failures.reset(front(minute(i * 40)), FARM, member(i)));
      write(Failures.relayed(front(minute(i * 40 + 17)), FARM, member(i), 502, "Bad Gateway"));
      write(
          Failures.serverError(
              site("MOSAIC-APP1", 9, i < 16 ? 5120 : 6012, "plan.mosaic.example", minute(i * 41))));
    }
  }

  private TraceSet load() throws IOException {
    return Frebscope.load(dir);
  }

  @Test
  void a_usual_day_shows_nothing() throws IOException {
    usual();
    assertThat(load().findings()).isEmpty();
  }

  @Test
  void a_week_of_everything_shows_nothing() throws IOException {
    SyntheticFarm.write(dir, 600, 7);
    TraceSet set = load();
    assertThat(set.count()).isEqualTo(600);
    assertThat(set.findings()).isEmpty();
  }

  @Test
  void a_member_that_refuses_stands_out() throws IOException {
    usual();
    for (int i = 0; i < 24; i++) {
      write(Failures.refused(front(minute(300 + i * 3)), FARM, member(1)));
    }
    SetFinding found = only();
    assertThat(found.kind()).isEqualTo(Kind.ONE_BACKEND);
    assertThat(found.causeId()).contains("CONNECT_REFUSED");
    assertThat(found.place().backend()).contains(member(1));
    assertThat(found.place().server()).contains("MOSAIC-GW");
    assertThat(found.place().appPool()).contains("www-pool");
    assertThat(found.from()).contains(minute(300));
    assertThat(found.until()).contains(minute(300 + 23 * 3));
    assertThat(found.count()).isEqualTo(24);
  }

  @Test
  void ports_that_run_out_are_seen_across_backends() throws IOException {
    usual();
    for (int i = 0; i < 30; i++) {
      write(
          Failures.notReached(
              front(minute(400).plusMillis(i * 3100L)),
              FARM,
              member(i),
              Duration.ZERO,
              Arr.CANNOT_CONNECT,
              "A connection with the server could not be established"));
    }
    SetFinding found = only();
    assertThat(found.kind()).isEqualTo(Kind.CONNECTIONS_AT_ONCE);
    assertThat(found.causeId()).contains("PORT_EXHAUSTION");
    assertThat(found.confidence()).isEqualTo(Confidence.MEDIUM);
    assertThat(found.count()).isEqualTo(30);
    assertThat(found.sentence())
        .startsWith(
            "On MOSAIC-GW 30 new connections to 3 backends failed between 2026-05-04 11:40:00Z and"
                + " 2026-05-04 11:41:29Z, after <16 ms: faster than a backend refuses. Later"
                + " requests of the server did not fail so: it healed by itself. There are traces"
                + " of failures alone");
  }

  @Test
  void a_renewed_certificate_has_its_date() throws IOException {
    usual();
    for (int i = 0; i < 40; i++) {
      Site site = site("MOSAIC-GW", 3, 4400, "pay.mosaic.example", minute(700 + i * 12));
      String words = "A security error occurred";
      write(
          Failures.notReached(
              site,
              "pay",
              "pay1.mosaic.example",
              Duration.ofMillis(60),
              Arr.SECURE_FAILURE,
              words));
    }
    SetFinding found = only();
    assertThat(found.kind()).isEqualTo(Kind.CODE_SINCE);
    assertThat(found.causeId()).contains("TLS_CERT");
    assertThat(found.from()).contains(minute(700));
    assertThat(found.sentence())
        .startsWith(
            "Since 2026-05-04 16:40:00Z, all 40 traces of requests to pay1.mosaic.example failed"
                + " with ERROR_WINHTTP_SECURE_FAILURE. The traces of the servers that ask it begin"
                + " with 2026-05-04 05:00:00Z.");
  }

  @Test
  void an_application_that_does_not_start_is_seen_at_each_start() throws IOException {
    usual();
    for (int start = 0; start < 3; start++) {
      Instant at = minute(120 + start * 360);
      for (int i = -1; i < 5; i++) {
        long process = i < 0 ? 7000 + start : 7001 + start;
        Instant time = at.plusSeconds(i < 0 ? -240 : i * 14L);
        write(Failures.doesNotStart(site("MOSAIC-APP2", 9, process, "map.mosaic.example", time)));
      }
    }
    SetFinding found = only();
    assertThat(found.kind()).isEqualTo(Kind.COLD_START);
    assertThat(found.place().server()).contains("MOSAIC-APP2");
    assertThat(found.place().processId()).isEmpty();
    assertThat(found.place().appPool()).contains("map-pool");
    assertThat(found.count()).isEqualTo(15);
  }

  @Test
  void a_hang_ends_with_the_process() throws IOException {
    assumeTrue(
        CauseRules.standard().all().stream()
            .anyMatch(r -> r.cause().id().equals("TIMEOUT_RECEIVE")),
        "skipped: no rule finds TIMEOUT_RECEIVE");
    usual();
    for (int i = 0; i < 12; i++) {
      Instant at = minute(650).plusSeconds(i * 17L);
      Site site = site("MOSAIC-APP1", 9, 5120, "plan.mosaic.example", at);
      write(Failures.forwardFails(site, Duration.ofMinutes(2), Arr.TIMEOUT));
    }
    SetFinding found = only();
    assertThat(found.kind()).isEqualTo(Kind.HANG);
    assertThat(found.causeId()).contains("APP_HANG");
    assertThat(found.confidence()).isEqualTo(Confidence.MEDIUM);
    assertThat(found.place().processId()).hasValue(5120);
    assertThat(found.count()).isEqualTo(12);
    assertThat(found.sentence())
        .contains("3 were for static files")
        .contains("It ended when process 5120 was replaced by 6012.");
  }

  private SetFinding only() throws IOException {
    List<SetFinding> found = load().findings();
    assertThat(found).as("%s", found).hasSize(1);
    return found.get(0);
  }
}

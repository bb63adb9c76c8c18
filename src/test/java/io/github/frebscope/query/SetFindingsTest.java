package io.github.frebscope.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.cause.Confidence;
import io.github.frebscope.classify.Role;
import io.github.frebscope.query.SetFinding.Kind;
import io.github.frebscope.testing.MadeSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is planted in a random farm is found, and nothing is found in the farm alone. */
class SetFindingsTest {
  private static final int SEEDS = 10;
  private static final Instant BEGIN = Instant.parse("2026-04-06T00:00:00Z");
  private static final Instant NOON = BEGIN.plus(Duration.ofHours(36));
  private static final int DAYS = 3;
  private static final String HOST = "http://www.mosaic.example:80";
  private static final String[] PATHS = {"/", "/plan/7", "/plan/9", "/api/tiles", "/site.css"};
  private static final String[] CAUSES = {
    "TIMEOUT_RECEIVE", "CONNECT_REFUSED", "BACKEND_RESET", "CONNECT_TIMEOUT", null
  };
  private static final long[] CODES = {
    2147954402L, 2147954429L, 2147954430L, 2147954402L, 2147954552L
  };
  private static final long CERTIFICATE = 2147954575L;

  /** A farm of two front ends and four backends; things fail now and then. */
  private static final class World {
    final List<TraceSummary> traces = new ArrayList<>();
    final Random random;

    World(long seed, boolean answers) {
      random = new Random(seed);
      for (int i = 0; i < 150; i++) {
        somewhere(BEGIN.plusSeconds(random.nextInt(DAYS * 86_400)));
      }
      for (int i = 0; i < 5; i++) { // a bad minute, of everything
        Instant minute = BEGIN.plusSeconds(random.nextInt(DAYS * 86_400));
        for (int j = 0; j < 12; j++) {
          somewhere(minute.plusMillis(random.nextInt(60_000)));
        }
      }
      for (int i = 0; answers && i < 1500; i++) {
        Instant time = BEGIN.plusSeconds(random.nextInt(DAYS * 86_400));
        add(
            MadeSummary.answer()
                .at(time)
                .backend(backend())
                .on(server(), process(time))
                .url(url()));
      }
    }

    void somewhere(Instant time) {
      int kind = random.nextInt(CAUSES.length);
      add(
          MadeSummary.failure()
              .at(time)
              .on(server(), process(time))
              .url(url())
              .backend(backend())
              .cause(CAUSES[kind])
              .code(CODES[kind])
              .waited(wait(kind)));
    }

    Duration wait(int kind) {
      return switch (kind) {
        case 0 -> Duration.ofMillis(29_984 + 16L * random.nextInt(4));
        case 3 -> Duration.ofSeconds(21);
        default -> Duration.ofMillis(random.nextInt(3000));
      };
    }

    /** A worker process lives for 29 hours. */
    static long process(Instant time) {
      return 2000 + 4 * (Duration.between(BEGIN, time).toHours() / 29);
    }

    String server() {
      return "MOSAIC-" + (1 + random.nextInt(2));
    }

    String backend() {
      return "app" + (1 + random.nextInt(4)) + ".mosaic.example";
    }

    String url() {
      return HOST + PATHS[random.nextInt(PATHS.length)];
    }

    void add(MadeSummary made) {
      traces.add(made.build());
    }

    TraceSet set() {
      return TraceSet.of(traces, Ledger.empty());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void nothing_stands_out_in_a_random_farm(boolean answers) {
    for (int seed = 0; seed < 10 * SEEDS; seed++) {
      assertThat(new World(seed, answers).set().findings()).as("seed %d", seed).isEmpty();
    }
  }

  private static MadeSummary hung(Instant time, String path) {
    return MadeSummary.failure()
        .on("MOSAIC-APP", 5120)
        .pool("PlanPool")
        .url("http://plan.mosaic.example:80" + path)
        .by("AspNetCoreModuleV2", "502.3")
        .cause("TIMEOUT_RECEIVE")
        .code(2147954402L)
        .waited(Duration.ofMillis(120_000 + time.toEpochMilli() % 5 * 16))
        .at(time);
  }

  private static World hang(int seed, boolean answers, String... paths) {
    World world = new World(seed, answers);
    for (int i = 0; i < 12; i++) {
      Instant time = NOON.plusMillis(i * 15_000L + world.random.nextInt(10_000));
      world.add(hung(time, paths[i % paths.length]));
    }
    return world;
  }

  private static MadeSummary next(long process) {
    return MadeSummary.failure()
        .on("MOSAIC-APP", process)
        .pool("PlanPool")
        .url("http://plan.mosaic.example:80/")
        .by("AspNetCoreModuleV2", "500")
        .at(NOON.plusSeconds(900));
  }

  @Test
  void a_process_that_answers_nothing_hangs() {
    for (int seed = 0; seed < SEEDS; seed++) {
      World world = hang(seed, true, "/", "/plan", "/logo.png");
      world.add(next(6248));
      SetFinding found = only(world, Kind.HANG);
      assertThat(found.causeId()).contains("APP_HANG");
      assertThat(found.confidence()).isEqualTo(Confidence.HIGH);
      assertThat(found.count()).isEqualTo(12);
      assertThat(found.place().server()).contains("MOSAIC-APP");
      assertThat(found.place().processId()).hasValue(5120);
      assertThat(found.place().appPool()).contains("PlanPool");
      assertThat(found.place().backend()).isEmpty();
      assertThat(found.from().orElseThrow()).isBetween(NOON, NOON.plusSeconds(10));
      assertThat(found.sentence())
          .startsWith(
              "No answer came from the application of process 5120 (pool PlanPool) on MOSAIC-APP to"
                  + " 12 requests in a row for 3 URLs, begun between 2026-04-07 12:00:0")
          .contains("4 were for static files")
          .contains("It ended when process 5120 was replaced by 6248.")
          .doesNotContain("failures alone");
    }
  }

  @Test
  void without_answers_a_hang_is_less_sure_and_says_why() {
    for (int seed = 0; seed < SEEDS; seed++) {
      SetFinding found = only(hang(seed, false, "/", "/plan", "/api"), Kind.HANG);
      assertThat(found.confidence()).isEqualTo(Confidence.LOW);
      assertThat(found.sentence())
          .contains("There are traces of failures alone")
          .doesNotContain("replaced");
      assertThat(only(hang(seed, false, "/", "/plan", "/a.js"), Kind.HANG).confidence())
          .isEqualTo(Confidence.MEDIUM);
    }
  }

  @Test
  void an_answer_in_between_or_a_single_slow_page_is_no_hang() {
    for (int seed = 0; seed < SEEDS; seed++) {
      World answered = hang(seed, true, "/", "/plan", "/logo.png");
      answered.add(
          MadeSummary.answer()
              .by("AspNetCoreModuleV2", "200")
              .on("MOSAIC-APP", 5120)
              .pool("PlanPool")
              .url("http://plan.mosaic.example:80/plan")
              .at(NOON.plusSeconds(70)));
      assertThat(answered.set().findings()).as("seed %d", seed).isEmpty();
      assertThat(hang(seed, true, "/report", "/report?b", "/").set().findings()).isEmpty();
    }
  }

  /** As a start does: what comes while it lasts times out. */
  @Test
  void a_pause_shorter_than_the_limit_is_no_hang() {
    World world = new World(2, true);
    for (int i = 0; i < 12; i++) {
      world.add(hung(NOON.plusSeconds(i * 9L), List.of("/", "/plan", "/logo.png").get(i % 3)));
    }
    assertThat(world.set().findings()).isEmpty();
  }

  @Test
  void what_fails_before_the_application_is_no_answer_of_it() {
    World world = hang(1, true, "/", "/plan", "/logo.png");
    world.add(next(5120).by("IIS Web Core", "404").at(NOON.plusSeconds(60)));
    assertThat(only(world, Kind.HANG).count()).isEqualTo(12);
  }

  private static World exhaustion(int seed, boolean answers, int backends, long millis) {
    World world = new World(seed, answers);
    for (int i = 0; i < 40; i++) {
      world.add(
          MadeSummary.failure()
              .on("MOSAIC-GW", 3000)
              .backend("tiles" + i % backends + ".mosaic.example")
              .url("http://tiles.mosaic.example:80/" + i)
              .cause("CONNECT_REFUSED")
              .code(2147954429L)
              .waited(Duration.ofMillis(millis))
              .at(NOON.plusMillis(i * 4000L + world.random.nextInt(4000))));
    }
    for (int i = 0; i < 6; i++) {
      world.add(
          MadeSummary.failure()
              .on("MOSAIC-GW", 3000)
              .backend("tiles" + i % backends + ".mosaic.example")
              .url("http://tiles.mosaic.example:80/" + i)
              .cause("TIMEOUT_RECEIVE")
              .waited(Duration.ofSeconds(30))
              .at(NOON.plusSeconds(1200 + i * 600L)));
    }
    return world;
  }

  @Test
  void connections_that_fail_at_once_to_all_backends_lack_ports() {
    for (int seed = 0; seed < SEEDS; seed++) {
      SetFinding found = only(exhaustion(seed, seed % 2 == 0, 3, 15), Kind.CONNECTIONS_AT_ONCE);
      assertThat(found.causeId()).contains("PORT_EXHAUSTION");
      assertThat(found.confidence()).isEqualTo(Confidence.MEDIUM);
      assertThat(found.count()).isEqualTo(40);
      assertThat(found.place().server()).contains("MOSAIC-GW");
      assertThat(found.sentence())
          .startsWith("On MOSAIC-GW 40 new connections to 3 backends failed between 2026-04-07 12:")
          .contains("after <31 ms: faster than a backend refuses.")
          .contains("it healed by itself");
    }
  }

  @Test
  void real_refusals_and_those_of_one_backend_are_not_about_ports() {
    for (int seed = 0; seed < SEEDS; seed++) {
      assertThat(exhaustion(seed, true, 3, 1030).set().findings()).isEmpty();
      assertThat(exhaustion(seed, true, 1, 15).set().findings()).isEmpty();
    }
  }

  @Test
  void where_connections_often_fail_at_once_a_row_of_them_is_chance() {
    for (int seed = 0; seed < SEEDS; seed++) {
      World world = new World(seed, false);
      for (int i = 0; i < 4000; i++) {
        world.add(
            MadeSummary.failure()
                .on("MOSAIC-GW", 3000)
                .url("http://tiles.mosaic.example:80/")
                .backend(world.backend())
                .cause(world.random.nextInt(2) == 0 ? "CONNECT_REFUSED" : "BACKEND_RESET")
                .waited(Duration.ofMillis(15))
                .at(NOON.plusSeconds(world.random.nextInt(80_000))));
      }
      assertThat(world.set().findings()).as("seed %d", seed).isEmpty();
    }
  }

  private static World starts(int seed, boolean answers, boolean alsoBefore) {
    World world = new World(seed, answers);
    for (int day = 0; day < 3; day++) {
      Instant recycle = BEGIN.plus(Duration.ofHours(3 + 24L * day));
      for (int i = 0; i < 3; i++) { // the old process, without and with the same trouble
        Instant time = recycle.minusSeconds(alsoBefore ? 20 + i * 30L : 200 + i * 3000L);
        world.add(started(time, 4000 + day));
      }
      for (int i = 0; i < 5; i++) {
        world.add(started(recycle.plusMillis(i * 9000L + world.random.nextInt(5000)), 4001 + day));
      }
      world.add(started(recycle.plusSeconds(7 * 3600), 4001 + day));
    }
    return world;
  }

  private static MadeSummary started(Instant time, long process) {
    return MadeSummary.failure()
        .on("MOSAIC-APP", process)
        .pool("PlanPool")
        .url("http://plan.mosaic.example:80/")
        .by("AspNetCoreModuleV2", "500")
        .at(time);
  }

  @Test
  void failures_after_a_process_began_are_a_cold_start() {
    for (int seed = 0; seed < SEEDS; seed++) {
      SetFinding found = only(starts(seed, seed % 2 == 0, false), Kind.COLD_START);
      assertThat(found.causeId()).isEmpty();
      assertThat(found.count()).isEqualTo(15);
      assertThat(found.confidence()).isEqualTo(Confidence.MEDIUM);
      assertThat(found.place().server()).contains("MOSAIC-APP");
      assertThat(found.sentence())
          .startsWith(
              "After 3 of 3 starts of a worker process of PlanPool on MOSAIC-APP, failures came"
                  + " within 2 min of its first trace: 15 of the 27 failures.");
      assertThat(starts(seed, seed % 2 == 0, true).set().findings()).isEmpty();
    }
  }

  /** The first failure of a process may come days after its start. */
  @Test
  void the_first_failure_of_a_process_is_not_its_start() {
    World world = new World(3, false);
    for (int day = 0; day < 3; day++) {
      for (int i = 0; i < 6; i++) {
        Instant time = BEGIN.plus(Duration.ofHours(5 + 24L * day)).plusSeconds(i * 11L);
        world.add(started(time, 4000 + day));
      }
    }
    assertThat(world.set().findings()).isEmpty();
  }

  @Test
  void one_backend_of_several_stands_out() {
    for (int seed = 0; seed < SEEDS; seed++) {
      World world = new World(seed, seed % 2 == 0);
      for (int i = 0; i < 60; i++) {
        world.add(
            MadeSummary.failure()
                .at(BEGIN.plusSeconds(world.random.nextInt(DAYS * 86_400)))
                .on("MOSAIC-" + (1 + i % 2), 2000)
                .url(HOST + "/")
                .backend("app2.mosaic.example")
                .code(2147954552L)
                .cause("INVALID_RESPONSE")
                .waited(Duration.ofMillis(700)));
      }
      SetFinding found = only(world, Kind.ONE_BACKEND);
      assertThat(found.causeId()).contains("INVALID_RESPONSE");
      assertThat(found.place().backend()).contains("app2.mosaic.example");
      assertThat(found.place().server()).isEmpty();
      assertThat(found.count()).isEqualTo(60);
      assertThat(found.confidence()).isEqualTo(seed % 2 == 0 ? Confidence.HIGH : Confidence.MEDIUM);
      assertThat(found.sentence())
          .startsWith(
              "All 60 failures of www.mosaic.example with INVALID_RESPONSE concern"
                  + " app2.mosaic.example, one of the 4 backends known, between ");
    }
  }

  @Test
  void one_server_of_several_stands_out() {
    for (int seed = 0; seed < SEEDS; seed++) {
      World world = new World(seed, seed % 2 == 0);
      for (int i = 0; i < 40; i++) {
        world.add(
            MadeSummary.failure()
                .at(BEGIN.plusSeconds(world.random.nextInt(DAYS * 86_400)))
                .on("MOSAIC-2", 2000)
                .url(HOST + "/")
                .by("AspNetCoreModuleV2", "502.5"));
      }
      SetFinding found = only(world, Kind.ONE_SERVER);
      assertThat(found.place().server()).contains("MOSAIC-2");
      assertThat(found.causeId()).isEmpty();
      assertThat(found.sentence())
          .startsWith(
              "All 40 failures of www.mosaic.example with status 502 concern MOSAIC-2, one of"
                  + " the 2 servers known, between ");
    }
  }

  /** A front end and the server behind it serve the same host, but are not two of a kind. */
  @Test
  void a_front_end_is_not_compared_with_its_members() {
    List<TraceSummary> traces = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      Instant time = BEGIN.plusSeconds(i * 60L);
      traces.add(MadeSummary.failure().on("GW", 1).role(Role.FRONT_END).at(time).build());
      traces.add(
          MadeSummary.answer().on("APP", 1).role(Role.MEMBER).at(time.plusSeconds(30)).build());
    }
    assertThat(TraceSet.of(traces, Ledger.empty()).findings()).isEmpty();
  }

  /** Rules that do not record 502 leave other traces. */
  @Test
  void servers_without_such_a_status_may_not_record_it() {
    List<TraceSummary> traces = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      Instant time = BEGIN.plusSeconds(i * 60L);
      traces.add(MadeSummary.failure().on("APP1", 1).at(time).build());
      traces.add(MadeSummary.failure().on("APP2", 1).by("IIS Web Core", "404").at(time).build());
    }
    SetFinding found = TraceSet.of(traces, Ledger.empty()).findings().get(0);
    assertThat(found.kind()).isEqualTo(Kind.ONE_SERVER);
    assertThat(found.confidence()).isEqualTo(Confidence.LOW);
    assertThat(found.sentence()).contains("their rules may not record it");
  }

  @Test
  void an_error_that_began_at_a_moment_is_dated() {
    for (int seed = 0; seed < SEEDS; seed++) {
      World world = new World(seed, seed % 2 == 0);
      for (int i = 0; i < 40; i++) {
        world.add(secure(world, i < 10 && seed % 4 < 2 ? BEGIN : NOON, i < 10 && seed % 4 < 2));
      }
      SetFinding found = only(world, Kind.CODE_SINCE);
      assertThat(found.causeId()).contains("TLS_CERT");
      assertThat(found.place().backend()).contains("tls.mosaic.example");
      assertThat(found.from().orElseThrow()).isBetween(NOON, NOON.plus(Duration.ofHours(12)));
      assertThat(found.confidence()).isEqualTo(Confidence.MEDIUM);
      assertThat(found.sentence())
          .startsWith("Since 2026-04-0")
          .contains("requests to tls.mosaic.example failed with ERROR_WINHTTP_SECURE_FAILURE")
          .contains("Good answers from before are not traced");
    }
  }

  private static MadeSummary secure(World world, Instant from, boolean other) {
    return MadeSummary.failure()
        .at(from.plusSeconds(world.random.nextInt(35 * 3600)))
        .on("MOSAIC-1", 2000)
        .url("http://tls.mosaic.example:80/")
        .backend("tls.mosaic.example")
        .waited(Duration.ofMillis(700))
        .cause(other ? "BACKEND_RESET" : "TLS_CERT")
        .code(other ? 2147954430L : CERTIFICATE);
  }

  /** The same error all the time began before the traces did. */
  @Test
  void an_error_that_was_always_there_has_no_date() {
    for (int seed = 0; seed < SEEDS; seed++) {
      World world = new World(seed, true);
      for (int i = 0; i < 40; i++) {
        world.add(secure(world, BEGIN.plusSeconds(i * 3600L), false));
      }
      assertThat(world.set().findings()).as("seed %d", seed).isEmpty();
    }
  }

  @Test
  void clients_that_left_are_counted_apart() {
    for (int seed = 0; seed < SEEDS; seed++) {
      World world = new World(seed, seed % 2 == 0);
      for (int i = 0; i < 7; i++) {
        Instant time = BEGIN.plusSeconds(world.random.nextInt(DAYS * 86_400));
        world.add(
            MadeSummary.failure()
                .at(time)
                .on(world.server(), World.process(time))
                .backend(world.backend())
                .cause("CLIENT_GONE")
                .role(i < 2 ? Role.MEMBER : Role.UNKNOWN));
      }
      SetFinding found = only(world, Kind.CLIENT_GONE);
      assertThat(found.causeId()).contains("CLIENT_GONE");
      assertThat(found.count()).isEqualTo(7);
      assertThat(found.files()).hasSize(SetFinding.MOST_FILES);
      assertThat(found.sentence())
          .startsWith("Of 217 failures, 7 came about because the client had left")
          .contains("For 2 of them the client was a front end");
    }
  }

  /** Where most requests time out, some in a row are no hang. */
  @Test
  void where_time_outs_are_frequent_a_row_of_them_is_chance() {
    World world = new World(4, true);
    for (int i = 0; i < 600; i++) {
      Instant time = NOON.plusSeconds(i * 5L);
      MadeSummary made =
          world.random.nextInt(4) > 0
              ? hung(time, "/").waited(Duration.ofSeconds(30))
              : MadeSummary.answer()
                  .on("MOSAIC-APP", 5120)
                  .by("AspNetCoreModuleV2", "200")
                  .at(time);
      world.add(made.url("http://plan.mosaic.example:80/" + i));
    }
    assertThat(world.set().findings()).isEmpty();
  }

  /** It may be over in a minute. */
  @Test
  void a_short_outage_at_the_end_is_no_change_for_good() {
    World world = new World(5, true);
    Instant end = BEGIN.plus(Duration.ofDays(DAYS));
    for (int i = 0; i < 40; i++) {
      world.add(secure(world, end, false).at(end.plusSeconds(i * 20L)));
    }
    assertThat(world.set().findings()).isEmpty();
  }

  /** Nearly all failures are where nearly all the work is. */
  @Test
  void one_that_does_nearly_all_the_work_does_not_stand_out() {
    List<TraceSummary> traces = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      MadeSummary made = i % 4 == 0 ? MadeSummary.failure() : MadeSummary.answer();
      String backend = i % 33 == 1 ? "app2.mosaic.example" : "app1.mosaic.example";
      traces.add(made.backend(backend).at(BEGIN.plusSeconds(i * 60L)).build());
    }
    assertThat(TraceSet.of(traces, Ledger.empty()).findings()).isEmpty();
  }

  @Test
  void the_text_of_a_finding_is_one_safe_line() {
    World world = new World(0, true);
    for (int i = 0; i < 60; i++) {
      world.add(
          MadeSummary.failure()
              .at(BEGIN.plusSeconds(i * 4000L))
              .url(HOST + "/")
              .backend("app2.mosaic.example\u001B[31m" + "x".repeat(500))
              .cause("INVALID_RESPONSE"));
    }
    assertThat(world.set().findings())
        .isNotEmpty()
        .allSatisfy(f -> assertThat(f.toString()).doesNotContain("\u001B").hasSizeLessThan(900));
  }

  @Test
  void findings_are_kept_and_those_of_a_part_are_its_own() {
    TraceSet set = hang(1, true, "/", "/plan", "/logo.png").set();
    assertThat(set.findings()).hasSize(1).isSameAs(set.findings());
    assertThat(set.where(t -> t.url().orElse("").contains("www")).findings()).isEmpty();
    assertThat(TraceSet.of(List.of(), Ledger.empty()).findings()).isEmpty();
    assertThat(Kind.CONNECTIONS_AT_ONCE).hasToString("connections-at-once");
  }

  private static SetFinding only(World world, Kind kind) {
    List<SetFinding> found = world.set().findings();
    assertThat(found).extracting(SetFinding::kind).containsExactly(kind);
    return found.get(0);
  }
}

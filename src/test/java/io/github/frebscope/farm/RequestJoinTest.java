package io.github.frebscope.farm;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.catalog.ExchangePhase;
import io.github.frebscope.log.AccessLine;
import io.github.frebscope.log.HttpErrLine;
import io.github.frebscope.query.TraceSummary;
import io.github.frebscope.testing.MadeSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RequestJoinTest {
  private static final Instant NOON = Instant.parse("2026-02-23T12:00:00Z");
  private static final ClockSkew SAME = ClockSkew.given(Duration.ZERO);
  private static final AccessLine GAVE_UP = front("/report", NOON, 60_000, "12002");

  private static AccessLine front(String path, Instant start, long millis, String win32) {
    return MadeLines.request(path, start, Duration.ofMillis(millis))
        .status("502", "3", win32)
        .with("s-ip", "10.60.1.1")
        .build();
  }

  private static MadeLines answer(String path, Instant start, long millis) {
    return MadeLines.request(path, start, Duration.ofMillis(millis))
        .with("c-ip", "10.60.1.1")
        .in("member.log");
  }

  /** A member with a line every minute from two hours before noon to two hours after. */
  private static FarmMember member(String name, ClockSkew clock, AccessLine... more) {
    List<AccessLine> lines = new ArrayList<>(Arrays.asList(more));
    for (int i = -120; i < 120; i++) {
      Instant at = clock.toMember(NOON.plusSeconds(i * 60L + 7));
      lines.add(answer("/", at, 30).build());
    }
    lines.add(answer("/report", clock.toMember(NOON.minusSeconds(7000)), 30).build());
    return FarmMember.of(name, lines, clock).withErrors(List.of());
  }

  private static JoinedRequest join(AccessLine front, FarmMember... members) {
    List<JoinedRequest> joined =
        RequestJoin.with(List.of(members)).others(List.of()).join("proxy-1", List.of(front));
    assertThat(joined).hasSize(1);
    return joined.get(0);
  }

  @Test
  void a_member_that_answers_after_the_front_end_gave_up_is_late() {
    AccessLine late = answer("/report", NOON, 71_044).status("200", "0", "64").build();
    JoinedRequest joined = join(GAVE_UP, member("node-e", SAME, late), member("node-f", SAME));
    assertThat(joined.outcome()).isEqualTo(JoinOutcome.MEMBER_ANSWERED_LATE);
    assertThat(joined.candidates()).extracting(c -> c.line().orElseThrow()).containsExactly(late);
    assertThat(joined.isById()).isFalse();
    assertThat(joined.evidence()).contains("node-e took 71.0 s, the front end 60.0 s");
    assertThat(joined.timeline())
        .extracting(Moment::text)
        .containsExactly(
            "received the request",
            "began",
            "gave up: 502.3 win32 12002 after 60.0 s",
            "ended: 200 win32 64 after 71.0 s");
    assertThat(joined.timeline())
        .allMatch(m -> m.toString().lines().allMatch(l -> l.length() <= 80));
    assertThat(joined.timeline().get(3).toString())
        .startsWith("12:01:11.000 ±2.0 s   node-e     ended: 200 win32 64 after 71.0 s")
        .endsWith(" member.log:" + late.number());
  }

  @Test
  void the_members_clock_is_set_right() {
    ClockSkew clock = ClockSkew.given(Duration.ofMinutes(-4));
    AccessLine late =
        answer("/report", clock.toMember(NOON), 71_044).status("200", "0", "64").build();
    JoinedRequest joined = join(GAVE_UP, member("node-e", clock, late));
    assertThat(joined.outcome()).isEqualTo(JoinOutcome.MEMBER_ANSWERED_LATE);
    assertThat(joined.timeline().get(3).time()).isEqualTo(NOON.plusSeconds(71));
    assertThat(join(GAVE_UP, member("node-e", SAME, late)).outcome())
        .isEqualTo(JoinOutcome.NEVER_ARRIVED);
  }

  @Test
  void a_member_that_failed_itself_is_told() {
    AccessLine failed = answer("/report", NOON, 900).status("500", "0", "0").build();
    AccessLine front = front("/report", NOON, 1000, "0");
    assertThat(join(front, member("node-e", SAME, failed)).outcome())
        .isEqualTo(JoinOutcome.MEMBER_ALSO_FAILED);
  }

  @Test
  void an_answer_in_time_is_believed_only_beside_the_front_ends_other_lines() {
    AccessLine front = front("/report", NOON, 1000, "12152");
    FarmMember member = member("node-e", SAME, answer("/report", NOON, 900).build());
    assertThat(join(front, member).outcome()).isEqualTo(JoinOutcome.MEMBER_ANSWERED);
    RequestJoin without = RequestJoin.with(List.of(member));
    JoinedRequest joined = without.join("proxy-1", List.of(front)).get(0);
    assertThat(joined.outcome()).isEqualTo(JoinOutcome.NOT_KNOWN);
    assertThat(joined.missing()).anyMatch(m -> m.contains("other lines"));
  }

  @Test
  void the_answer_to_another_request_is_not_taken() {
    AccessLine front = front("/report", NOON, 1000, "12029");
    AccessLine other =
        MadeLines.request("/report", NOON.plusMillis(300), Duration.ofMillis(120)).build();
    FarmMember member =
        member("node-e", SAME, answer("/report", NOON.plusMillis(310), 100).build());
    JoinedRequest joined =
        RequestJoin.with(List.of(member))
            .others(List.of(other))
            .join("proxy-1", List.of(front))
            .get(0);
    assertThat(joined.outcome()).isEqualTo(JoinOutcome.NEVER_ARRIVED);
    assertThat(joined.candidates()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "AppOffline, 1, MEMBER_POOL_DOWN",
    "Disabled, 1, MEMBER_POOL_DOWN",
    "QueueFull, 1, MEMBER_POOL_DOWN",
    "Timer_AppPool, 121, MEMBER_QUEUE",
    "Connection_Abandoned_By_ReqQueue, 20, MEMBER_DROPPED",
    "Connection_Dropped, 20, MEMBER_DROPPED",
    "Connection_Dropped, 61, MEMBER_NEVER_ANSWERED",
    "BadRequest, 0, MEMBER_ALSO_FAILED",
    "Connection_Dropped, 300, NEVER_ARRIVED",
    "AppOffline, -60, NEVER_ARRIVED"
  })
  void what_http_sys_tells_decides(String reason, long seconds, JoinOutcome outcome) {
    HttpErrLine entry = MadeLines.error(NOON.plusSeconds(seconds), "/report?x=1", reason);
    JoinedRequest joined = join(GAVE_UP, member("node-e", SAME).withErrors(List.of(entry)));
    assertThat(joined.outcome()).isEqualTo(outcome);
    assertThat(joined.candidates()).hasSize(outcome == JoinOutcome.NEVER_ARRIVED ? 0 : 1);
  }

  @Test
  void a_connection_that_broke_with_another_error_was_the_members_doing() {
    HttpErrLine entry = MadeLines.error(NOON.plusSeconds(3), "/report", "Connection_Dropped");
    JoinedRequest joined =
        join(
            front("/report", NOON, 3000, "12030"),
            member("node-e", SAME).withErrors(List.of(entry)));
    assertThat(joined.outcome()).isEqualTo(JoinOutcome.MEMBER_DROPPED);
  }

  @Test
  void absence_counts_only_where_the_log_speaks_of_the_time() {
    AccessLine front = front("/report", NOON, 1000, "12029");
    FarmMember full = member("node-e", SAME);
    assertThat(join(front, full).outcome()).isEqualTo(JoinOutcome.NEVER_ARRIVED);
    assertThat(join(front).outcome()).isEqualTo(JoinOutcome.NOT_KNOWN);
    AccessLine report = answer("/report", NOON.minusSeconds(4000), 9).build();
    FarmMember ended = FarmMember.of("node-f", List.of(report), SAME).withErrors(List.of());
    assertThat(join(front, full, ended).outcome()).isEqualTo(JoinOutcome.NOT_KNOWN);
    assertThat(join(front, full, ended).missing())
        .containsExactly("W3C log of node-f that covers 2026-02-23T12:00:00Z");
  }

  @Test
  void absence_says_when_there_was_no_log_of_http_sys() {
    FarmMember member = member("node-e", SAME);
    JoinedRequest joined =
        join(front("/report", NOON, 1000, "12029"), FarmMember.of("node-e", member.lines(), SAME));
    assertThat(joined.outcome()).isEqualTo(JoinOutcome.NEVER_ARRIVED);
    assertThat(joined.missing())
        .containsExactly("HTTPERR log of node-e: http.sys may have ended it");
  }

  @Test
  void absence_is_not_claimed_when_the_clock_the_path_or_the_end_may_explain_it() {
    AccessLine front = front("/report", NOON, 1000, "12029");
    AccessLine early = answer("/report", NOON.minusSeconds(200), 900).build();
    assertThat(join(front, member("node-e", ClockSkew.UNKNOWN, early)).outcome())
        .isEqualTo(JoinOutcome.NOT_KNOWN);
    assertThat(join(front, member("node-e", ClockSkew.UNKNOWN)).outcome())
        .isEqualTo(JoinOutcome.NEVER_ARRIVED);
    assertThat(join(front("/shop/a", NOON, 1000, "12029"), member("node-e", SAME)).outcome())
        .isEqualTo(JoinOutcome.NOT_KNOWN);
    AccessLine last = front("/report", NOON.plusSeconds(7000), 60_000, "12002");
    assertThat(join(last, member("node-e", SAME)).missing())
        .containsExactly("later lines of node-e: it may still have been working on it");
  }

  @Test
  void ids_join_what_nothing_else_would_and_teach_the_change_of_paths() {
    List<AccessLine> fronts = new ArrayList<>();
    List<AccessLine> lines = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Instant at = NOON.plusSeconds(i * 300L);
      fronts.add(
          MadeLines.request("/shop/p" + i, at, Duration.ofSeconds(60))
              .status("502", "3", "12002")
              .with("cs-uri-query", "a=1&X-ARR-CACHE-HIT=0&X-ARR-LOG-ID=id-" + i)
              .build());
      lines.add(
          answer("/p" + i, at.plusSeconds(30), 65_000)
              .status("200", "0", "64")
              .with("X-ARR-LOG-ID", "ID-" + i)
              .build());
    }
    fronts.add(front("/shop/late", NOON.plusSeconds(900), 60_000, "12002"));
    lines.add(answer("/late", NOON.plusSeconds(900), 65_000).status("200", "0", "64").build());
    FarmMember member = member("node-e", SAME, lines.toArray(AccessLine[]::new));
    List<JoinedRequest> joined =
        RequestJoin.with(List.of(member)).others(List.of()).join("proxy-1", fronts);
    assertThat(joined)
        .extracting(j -> j.candidates().get(0).line().orElseThrow())
        .containsExactlyElementsOf(lines);
    assertThat(joined).extracting(JoinedRequest::isById).containsExactly(true, true, true, false);
    List<JoinedRequest> untaught =
        RequestJoin.with(List.of(member)).others(List.of()).join("proxy-1", fronts.subList(3, 4));
    assertThat(untaught.get(0).outcome()).isEqualTo(JoinOutcome.NOT_KNOWN);
    assertThat(
            RequestJoin.with(List.of(member))
                .rewritten("/shop", "")
                .join("proxy-1", fronts.subList(3, 4))
                .get(0)
                .outcome())
        .isEqualTo(JoinOutcome.MEMBER_ANSWERED_LATE);
  }

  @Test
  void the_ids_of_traces_join_as_well() {
    TraceSummary sent =
        MadeSummary.failure()
            .url("http://stats.mosaic.example:80/report")
            .at(NOON)
            .took(Duration.ofMillis(59_970))
            .logIds(null, "5D0C")
            .build();
    AccessLine mine = answer("/moved", NOON, 70_000).status("200", "0", "64").build();
    TraceSummary received =
        MadeSummary.answer()
            .url("http://node-e:80/moved")
            .at(NOON)
            .took(Duration.ofMillis(69_990))
            .reason("TIME_TAKEN")
            .logIds("5d0c", null)
            .build();
    JoinedRequest joined =
        RequestJoin.with(List.of(member("node-e", SAME, mine).withTraces(List.of(received))))
            .traces(List.of(sent))
            .join("proxy-1", List.of(GAVE_UP))
            .get(0);
    assertThat(joined.isById()).isTrue();
    assertThat(joined.trace()).containsSame(sent);
    assertThat(joined.candidates().get(0).trace()).containsSame(received);
    assertThat(joined.outcome()).isEqualTo(JoinOutcome.MEMBER_ANSWERED_LATE);
  }

  @Test
  void several_that_fit_as_well_are_told_and_none_is_chosen() {
    AccessLine late = answer("/report", NOON, 71_000).status("200", "0", "64").build();
    AccessLine failed = answer("/report", NOON, 59_000).status("500", "0", "0").build();
    FarmMember one = member("node-e", SAME, late);
    FarmMember two = member("node-f", SAME, failed);
    JoinedRequest joined = join(GAVE_UP, one, two);
    assertThat(joined.outcome()).isEqualTo(JoinOutcome.SEVERAL_FIT);
    assertThat(joined.candidates())
        .extracting(JoinCandidate::server)
        .containsExactlyInAnyOrder("node-e", "node-f");
    AccessLine routed =
        MadeLines.request("/report", NOON, Duration.ofSeconds(60))
            .status("502", "3", "12002")
            .with("cs-uri-query", "X-ARR-CACHE-HIT=0&SERVER-ROUTED=NODE-F&SERVER-STATUS=0")
            .build();
    assertThat(join(routed, one, two).outcome()).isEqualTo(JoinOutcome.MEMBER_ALSO_FAILED);
    TraceSummary trace =
        MadeSummary.failure()
            .url("http://stats.mosaic.example:80/report")
            .at(NOON)
            .took(Duration.ofSeconds(60))
            .route("statsfarm", "node-e:80", ExchangePhase.WAITING)
            .backend("node-e:80")
            .build();
    assertThat(
            RequestJoin.with(List.of(one, two))
                .traces(List.of(trace))
                .join("proxy-1", List.of(GAVE_UP))
                .get(0)
                .outcome())
        .isEqualTo(JoinOutcome.MEMBER_ANSWERED_LATE);
  }

  static Stream<Long> seeds() {
    return IntStream.range(0, 20).mapToObj(i -> 31L + i);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void in_a_storm_each_line_of_a_member_belongs_to_one_request(long seed) {
    Random random = new Random(seed);
    List<AccessLine> fronts = new ArrayList<>();
    List<AccessLine> lines = new ArrayList<>();
    int lost = 0;
    for (int i = 0; i < 150; i++) {
      Instant at = NOON.plusMillis(i * 200L + random.nextInt(200));
      fronts.add(front("/report", at, 30_000L + random.nextInt(30), "12002"));
      if (random.nextInt(5) == 0) {
        lost++;
      } else {
        long millis = 31_000L + random.nextInt(20_000);
        lines.add(answer("/report", at, millis).status("200", "0", "64").build());
      }
    }
    FarmMember member = member("node-e", SAME, lines.toArray(AccessLine[]::new));
    List<JoinedRequest> joined =
        RequestJoin.with(List.of(member)).others(List.of()).join("proxy-1", fronts);
    assertThat(joined).filteredOn(j -> j.outcome() == JoinOutcome.NEVER_ARRIVED).hasSize(lost);
    assertThat(joined)
        .filteredOn(j -> j.outcome() == JoinOutcome.MEMBER_ANSWERED_LATE)
        .hasSize(150 - lost);
    assertThat(joined.stream().flatMap(j -> j.candidates().stream().limit(1)).map(c -> c.line()))
        .doesNotHaveDuplicates();
  }
}

package io.github.frebscope.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.cause.Confidence;
import io.github.frebscope.doctor.Finding.Log;
import io.github.frebscope.farm.FarmEvidence;
import io.github.frebscope.testing.FarmWriter;
import io.github.frebscope.testing.farm.SiteScript;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How sure the doctor is, and what it tells together. */
class VerdictsTest {
  private static final Instant TEN = Instant.parse("2026-02-23T10:00:00Z");

  @TempDir Path dir;
  private Verdicts proved;
  private Verdicts unproved;

  @BeforeEach
  void farms() throws IOException {
    proved = verdicts("proved", true);
    unproved = verdicts("unproved", false);
  }

  /** Tracing is on and covers all failures; with a control it is seen to write. */
  private Verdicts verdicts(String folder, boolean control) throws IOException {
    FarmWriter farm = FarmWriter.in(dir.resolve(folder)).day("2026-02-23");
    for (String server : List.of("web01", "web02")) {
      SiteScript shop = farm.server(server).site("shop", 2).tracing(true).rule("*", "400-599");
      shop.log().traffic("06:00:00", "12:00:00", 60, 3L);
      if (control) {
        shop.log().line("07:00:00", "/missing.gif", 404, 0, 2, 12);
        shop.traces().notFound("07:00:00", "/missing.gif");
      }
    }
    FarmEvidence evidence = Farms.read(farm);
    return new Verdicts(
        new Examination(
            evidence, FrontEnds.of(evidence, Set.of()), List.of(), ZoneOffset.UTC, List.of()));
  }

  private static Finding.Draft draft(Explanation explanation, String server, Log... logs) {
    Finding.Draft draft = Finding.of(explanation, Optional.of(server), Optional.of("shop"));
    for (Log log : logs) {
      draft.fact(log, Fact.of("k", log + " of " + server).on(server).at(TEN));
    }
    return draft.say(explanation + " on " + server + ".").tryThis("look");
  }

  private static Confidence sure(Verdicts verdicts, Finding.Draft draft) {
    List<FarmVerdict> all = verdicts.of(List.of(draft.build()));
    assertThat(all).hasSize(1);
    return all.get(0).confidence();
  }

  @Test
  void absence_alone_is_low() {
    Finding.Draft silent =
        Finding.of(Explanation.WRITE_FAIL, Optional.of("web01"), Optional.empty());
    silent.absence(Fact.of("no-trace-file", "none"));
    assertThat(sure(proved, silent)).isEqualTo(Confidence.LOW);
  }

  @Test
  void one_log_is_medium_and_clients_are_no_second_one() {
    assertThat(sure(proved, draft(Explanation.WORKER_CRASH, "web01", Log.W3C)))
        .isEqualTo(Confidence.MEDIUM);
    assertThat(sure(proved, draft(Explanation.WORKER_CRASH, "web01", Log.W3C, Log.CLIENT)))
        .isEqualTo(Confidence.MEDIUM);
    assertThat(sure(proved, draft(Explanation.WORKER_CRASH, "web01", Log.CLIENT)))
        .isEqualTo(Confidence.MEDIUM);
  }

  @Test
  void two_logs_are_high_only_where_the_recorder_is_proved_and_seen_to_work() {
    Finding.Draft two = draft(Explanation.WORKER_CRASH, "web01", Log.HTTPERR, Log.EVENTS);
    assertThat(sure(proved, two)).isEqualTo(Confidence.HIGH);
    assertThat(sure(unproved, two)).isEqualTo(Confidence.MEDIUM);
  }

  @Test
  void what_the_configuration_itself_proves_needs_no_trace() {
    Finding.Draft off = draft(Explanation.RECORDER_OFF, "web01", Log.CONFIG, Log.W3C);
    assertThat(sure(unproved, off)).isEqualTo(Confidence.HIGH);
  }

  @Test
  void a_rule_may_be_less_sure() {
    Finding.Draft two = draft(Explanation.WORKER_CRASH, "web01", Log.HTTPERR, Log.EVENTS);
    assertThat(sure(proved, two.atMost(Confidence.LOW))).isEqualTo(Confidence.LOW);
  }

  @Test
  void what_is_of_the_farm_is_told_together_and_the_rest_by_server() {
    List<FarmVerdict> verdicts =
        proved.of(
            List.of(
                draft(Explanation.POOL_DOWN, "web02", Log.HTTPERR).build(),
                draft(Explanation.COLDSTART_SUSPECT, "web02", Log.W3C).missing("b").build(),
                draft(Explanation.COLDSTART_SUSPECT, "web01", Log.W3C).missing("a").build(),
                draft(Explanation.POOL_DOWN, "web01", Log.HTTPERR).build()));
    assertThat(verdicts)
        .extracting(v -> v.explanation() + v.server().map(s -> " " + s).orElse(""))
        .containsExactly("POOL_DOWN web01", "POOL_DOWN web02", "COLDSTART_SUSPECT");
    FarmVerdict cold = verdicts.get(2);
    assertThat(cold.summary()).isEqualTo("COLDSTART_SUSPECT on web02. COLDSTART_SUSPECT on web01.");
    assertThat(cold.missing()).containsExactly("b", "a");
    assertThat(cold.facts()).hasSize(2);
  }

  @Test
  void the_surest_comes_first_and_then_what_can_be_mended() {
    List<FarmVerdict> verdicts =
        proved.of(
            List.of(
                draft(Explanation.QUEUE_WAIT, "web01", Log.HTTPERR).build(),
                draft(Explanation.RULE_MISS, "web01", Log.CONFIG).build(),
                draft(Explanation.MEMBER_ABORTED, "web01", Log.HTTPERR, Log.W3C).build()));
    assertThat(verdicts)
        .extracting(FarmVerdict::explanation)
        .containsExactly(Explanation.MEMBER_ABORTED, Explanation.RULE_MISS, Explanation.QUEUE_WAIT);
  }

  @Test
  void facts_are_in_the_order_of_time_and_each_once() {
    Fact later = Fact.of("k", "later").at(TEN.plusSeconds(5));
    Fact sooner = Fact.of("k", "sooner").at(TEN);
    Fact timeless = Fact.of("k", "timeless");
    Finding.Draft draft = draft(Explanation.WORKER_CRASH, "web01");
    draft.fact(Log.CONFIG, timeless).fact(Log.W3C, later).fact(Log.W3C, sooner);
    draft.fact(Log.EVENTS, later);
    assertThat(proved.of(List.of(draft.build())).get(0).facts())
        .containsExactly(sooner, later, timeless);
  }

  /** One log tells no site; the only other finding that says the same does. */
  @Test
  void a_finding_without_a_site_joins_the_only_one_with() {
    Finding none =
        Finding.of(Explanation.POOL_DOWN, Optional.of("web01"), Optional.empty())
            .fact(Log.HTTPERR, Fact.of("k", "x"))
            .say("Here.")
            .build();
    Finding shop = draft(Explanation.POOL_DOWN, "web01", Log.EVENTS).build();
    Finding crm =
        Finding.of(Explanation.POOL_DOWN, Optional.of("web01"), Optional.of("crm"))
            .fact(Log.EVENTS, Fact.of("k", "y"))
            .build();
    assertThat(proved.of(List.of(none, shop))).hasSize(1);
    assertThat(proved.of(List.of(none, shop)).get(0).site()).contains("shop");
    assertThat(proved.of(List.of(none, shop, crm))).hasSize(3);
  }
}

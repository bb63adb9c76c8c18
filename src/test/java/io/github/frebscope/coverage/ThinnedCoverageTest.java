package io.github.frebscope.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.Frebscope;
import io.github.frebscope.catalog.EventCatalog;
import io.github.frebscope.catalog.EventKind;
import io.github.frebscope.testing.Fixtures;
import io.github.frebscope.timeline.Timeline;
import io.github.frebscope.trace.Trace;
import io.github.frebscope.trace.TraceEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The same requests with less recorded: absence must never be taken for proof then. */
class ThinnedCoverageTest {
  private static final int RULES = 6;
  private static final List<EventKind> CERTAIN =
      EventCatalog.all().stream()
          .filter(k -> k.established() && k.level() >= 0 && k.areaMask() >= 0)
          .filter(k -> !k.eventGuid().startsWith("{00000000-"))
          .filter(k -> EventCatalog.byName(k.name()).size() == 1)
          .toList();

  private static List<Trace> traces() throws IOException {
    Path farm = Fixtures.TESTDATA.resolve("farm");
    List<Path> files = Fixtures.all().stream().filter(f -> !f.startsWith(farm)).toList();
    List<Trace> traces = new ArrayList<>();
    for (Path file : files) {
      traces.add(Frebscope.read(file));
    }
    return traces;
  }

  private static Set<String> names(Trace trace) {
    return trace.events().stream().map(TraceEvent::name).collect(Collectors.toSet());
  }

  @Test
  void what_a_rule_left_out_is_never_proved_absent() throws IOException {
    Random random = new Random(20261121);
    int leftOut = 0;
    int proved = 0;
    int byRuleOnly = 0;
    for (Trace full : traces()) {
      for (int i = 0; i < RULES; i++) {
        Thinning thinning = new Thinning(random);
        Trace thin = thinning.apply(full);
        Timeline timeline = Timeline.of(thin);
        Coverage alone = Coverage.of(timeline);
        Coverage withRule = Coverage.of(timeline, thinning.rule());
        assertThat(withRule.contradiction()).as(full.file() + " " + thinning.rule()).isEmpty();
        Set<String> kept = names(thin);
        for (String name : names(full)) {
          if (kept.contains(name)) {
            assertThat(alone.canHave(name).isRecorded()).isTrue();
            assertThat(alone.absenceProves(name)).isFalse();
            assertThat(withRule.absenceProves(name)).isFalse();
            continue;
          }
          leftOut++;
          String what = name + " of " + full.file() + " by " + thinning.rule();
          assertThat(alone.absenceProves(name)).as(what).isFalse();
          assertThat(withRule.absenceProves(name)).as(what).isFalse();
          assertThat(alone.canHave(name).isUnknown()).as(what).isTrue();
          assertThat(withRule.canHave(name).isRecorded()).as(what).isFalse();
        }
        for (EventKind kind : CERTAIN) {
          boolean isRecorded = thinning.records(kind);
          Supplier<String> what =
              () -> kind.name() + " of " + full.file() + " by " + thinning.rule();
          Answer answer = withRule.canHave(kind.name());
          assertThat(answer.recording())
              .as(what)
              .isEqualTo(isRecorded ? Recording.RECORDED : Recording.NOT_RECORDED);
          if (alone.canHave(kind.name()).isRecorded()) {
            assertThat(isRecorded).as(what).isTrue();
          }
          proved += alone.absenceProves(kind.name()) ? 1 : 0;
          byRuleOnly +=
              withRule.absenceProves(kind.name()) && !alone.absenceProves(kind.name()) ? 1 : 0;
        }
      }
    }
    // The test would be worth nothing if coverage never proved anything.
    assertThat(leftOut).isGreaterThan(3000);
    assertThat(proved).isGreaterThan(3000);
    assertThat(byRuleOnly).isGreaterThan(3000);
  }

  @Test
  void a_rule_that_records_less_than_the_trace_holds_is_not_used() throws IOException {
    Random random = new Random(7);
    int contradicted = 0;
    for (Trace full : traces()) {
      Thinning thinning = new Thinning(random);
      if (names(thinning.apply(full)).equals(names(full)) || full.events().isEmpty()) {
        continue;
      }
      Timeline timeline = Timeline.of(full);
      Coverage coverage = Coverage.of(timeline, thinning.rule());
      assertThat(coverage.contradiction().filter(thinning::records)).isEmpty();
      if (coverage.contradiction().isEmpty()) {
        // Only events without a provider's name leave a doubt.
        assertThat(full.events()).anyMatch(e -> e.provider().isEmpty());
        continue;
      }
      contradicted++;
      Coverage alone = Coverage.of(timeline);
      for (EventKind kind : CERTAIN) {
        assertThat(coverage.canHave(kind)).isEqualTo(alone.canHave(kind));
      }
    }
    assertThat(contradicted).isGreaterThan(30);
  }

  @Test
  void a_trace_without_its_first_or_last_events_proves_nothing() throws IOException {
    for (Trace full : traces()) {
      int count = full.events().size();
      for (int cut : new int[] {1, 2, 10, count / 2, count - 1}) {
        Trace late = Thinning.only(full, e -> e.index() >= cut);
        Trace early = Thinning.only(full, e -> e.index() < count - cut);
        assertThat(Coverage.of(Timeline.of(late)).isWhole()).as(full.file()).isFalse();
        assertThat(Coverage.of(Timeline.of(early)).isWhole()).as(full.file()).isFalse();
      }
    }
  }
}

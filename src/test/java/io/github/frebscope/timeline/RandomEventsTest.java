package io.github.frebscope.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.frebscope.catalog.SpanKind;
import io.github.frebscope.catalog.SpanKinds;
import io.github.frebscope.compare.Comparison;
import io.github.frebscope.testing.Script;
import io.github.frebscope.trace.Completeness;
import io.github.frebscope.trace.Trace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Any sequence of events, however senseless, gives a timeline that loses nothing. */
class RandomEventsTest {
  private static final List<String> NOTIFICATIONS =
      List.of("1", "2", "16", "128", "256", "2048", "536870912", "2147483648", "129", "x");
  private static final List<String> MODULES = List.of("A", "B", "RewriteModule", "");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void any_sequence_is_conserved(long seed) {
    Random random = new Random(seed);
    List<String> names = names();
    for (int round = 0; round < 150; round++) {
      Script script = new Script();
      int count = random.nextInt(120);
      for (int i = 0; i < count; i++) {
        script.pause(random.nextInt(4) == 0 ? random.nextInt(100) - 10 : 0);
        event(script, names.get(random.nextInt(names.size())), random);
      }
      if (random.nextBoolean()) {
        script.ends(Completeness.MID_REQUEST);
      }
      script.took(random.nextInt(10_000));
      ConservationTest.assertConserved(script.trace());
    }
  }

  private static void event(Script script, String name, Random random) {
    String module = MODULES.get(random.nextInt(MODULES.size()));
    String notification = NOTIFICATIONS.get(random.nextInt(NOTIFICATIONS.size()));
    switch (random.nextInt(6)) {
      case 0 -> script.start(module, notification);
      case 1 -> script.end(module, notification, Integer.toString(random.nextInt(3)));
      case 2 -> script.completion(module, notification);
      default -> script.event(name, "ModuleName", module, "RuleName", module);
    }
  }

  private static List<String> names() {
    List<String> names = new ArrayList<>();
    for (SpanKind kind : SpanKinds.all()) {
      names.addAll(kind.starts());
      names.addAll(kind.ends());
    }
    names.addAll(List.of("HANDLER_CHANGED", "SOMETHING_ELSE", "", "GENERAL_CHILD_REQUEST_START"));
    return names;
  }

  @Test
  void nesting_without_end_stays_shallow() {
    Script script = new Script().event("GENERAL_REQUEST_START");
    for (int i = 0; i < 20_000; i++) {
      script.event("GENERAL_CHILD_REQUEST_START").pause(1);
    }
    Trace trace = script.trace();
    ConservationTest.assertConserved(trace);
    assertThat(Timeline.of(trace).spans().mapToLong(s -> s.outwards().count()).max().getAsLong())
        .isLessThan(300);
  }

  @Test
  void a_trace_without_events_has_a_timeline() {
    Timeline timeline = new Script().took(1500).ends(Completeness.TORN).timeline();
    assertThat(Script.lines(timeline)).containsExactly("OUTSIDE_EVENTS - 1500");
    assertThat(timeline.gaps().toString()).isEqualTo("[1,500 ms ±32 ms not traced]");
  }

  /** A damaged file may hold any number. */
  @ParameterizedTest
  @ValueSource(longs = {9_000_000_000_000L, 999_999_999_999_999_999L})
  void time_taken_of_millennia_is_no_more_than_a_century(long millis) {
    Timeline torn =
        new Script().event("GENERAL_REQUEST_START").took(millis).ends(Completeness.TORN).timeline();
    assertThat(torn.root().inclusive().length()).isEqualTo(Duration.ofDays(36_500));
    assertThat(Script.lines(torn)).containsExactly("AFTER_LAST_EVENT - 3153600000000");
    Timeline late = new Script().event("GENERAL_REQUEST_END").took(millis).timeline();
    assertThat(Script.lines(late)).containsExactly("BEFORE_FIRST_EVENT - 3153600000000");
  }

  @Test
  void stamps_that_lie_millennia_apart_do_not_overflow() {
    Timeline timeline =
        new Script()
            .event("GENERAL_REQUEST_START")
            .pause(90_000_000_000_000L)
            .event("SOMETHING")
            .took(999_999_999_999_999_999L)
            .ends(Completeness.TORN)
            .timeline();
    assertThat(timeline.root().inclusive().length()).isEqualTo(Duration.ofDays(73_000));
    assertThat(Comparison.of(timeline, new Script().event("GENERAL_REQUEST_START").timeline()))
        .hasToString("only left: 2, only right: 0, times: 1, ends: 0, data: 0");
  }

  @Test
  void a_digest_has_none() {
    Trace digest = new Script().event("GENERAL_REQUEST_START").trace().digest(Set.of());
    assertThatThrownBy(() -> Timeline.of(digest))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("read the whole trace");
  }
}

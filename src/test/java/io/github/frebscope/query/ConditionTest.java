package io.github.frebscope.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.frebscope.cause.Confidence;
import io.github.frebscope.trace.StatusCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ConditionTest {
  private static final Condition<Integer> A = bit(0, "a");
  private static final Condition<Integer> B = bit(1, "b");
  private static final Condition<Integer> C = bit(2, "c");

  private static Condition<Integer> bit(int place, String text) {
    return Condition.of(text, n -> (n >> place & 1) == 1);
  }

  private static void holds(Condition<Integer> condition, String text, Predicate<Integer> plain) {
    assertThat(condition).hasToString(text);
    for (int n = 0; n < 8; n++) {
      assertThat(condition.test(n)).as("%s of %s", text, n).isEqualTo(plain.test(n));
    }
  }

  @Test
  void words_and_truth_go_together() {
    Predicate<Integer> a = n -> (n & 1) != 0;
    Predicate<Integer> b = n -> (n & 2) != 0;
    Predicate<Integer> c = n -> (n & 4) != 0;
    holds(A.and(B).and(C), "a and b and c", a.and(b).and(c));
    holds(A.and(B.and(C)), "a and b and c", a.and(b).and(c));
    holds(A.or(B).or(C), "a or b or c", a.or(b).or(c));
    holds(A.and(B).or(C), "(a and b) or c", a.and(b).or(c));
    holds(A.or(B).and(C), "(a or b) and c", a.or(b).and(c));
    holds(A.and(B.or(C)), "a and (b or c)", a.and(b.or(c)));
    holds(A.or(B).negate(), "not (a or b)", a.or(b).negate());
    holds(A.negate().and(B), "not (a) and b", a.negate().and(b));
    holds(A.negate().negate(), "not (not (a))", a);
    holds(A.and(b), "a and (your own)", a.and(b));
    holds(Condition.<Integer>from(b).or(C), "(your own) or c", b.or(c));
    assertThat(b.and(A).test(3)).isTrue();
    assertThat(Predicate.not(A).test(2)).isTrue();
  }

  @Test
  void the_condition_that_all_meet_adds_no_words() {
    Condition<Integer> all = Condition.all();
    holds(all, "", n -> true);
    holds(all.and(A), "a", A);
    holds(A.and(all), "a", A);
    holds(A.or(all), "", n -> true);
    holds(all.or(A), "", n -> true);
    holds(all.negate(), "not (all)", n -> false);
    holds(all.negate().or(A), "not (all) or a", A);
  }

  @Test
  void a_condition_without_words_would_be_lost() {
    assertThatThrownBy(() -> Condition.of(" ", n -> false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a condition has to say what it tests");
  }

  @Test
  void ranges_of_every_type() {
    TraceSet three = MadeRows.of(4);
    Attribute<Long> number = MadeRows.values("n", Long.class, 1L, 2L, 3L, null);
    assertThat(files(three, number.atLeast(2L))).isEqualTo("12");
    assertThat(files(three, number.above(2L))).isEqualTo("2");
    assertThat(files(three, number.atMost(2L))).isEqualTo("01");
    assertThat(files(three, number.below(2L))).isEqualTo("0");
    assertThat(files(three, number.between(1L, 3L))).isEqualTo("01");
    assertThat(files(three, number.is(2L))).isEqualTo("1");
    assertThat(files(three, number.isNot(2L))).isEqualTo("023");
    assertThat(files(three, number.is(2L).negate())).isEqualTo("023");
    assertThat(files(three, number.above(2L).negate())).isEqualTo("013");
    assertThat(files(three, number.missing())).isEqualTo("3");
    assertThat(files(three, number.present())).isEqualTo("012");
    assertThat(files(three, number.in(3L, 1L))).isEqualTo("02");
    assertThat(files(three, number.in(List.of()))).isEmpty();
    assertThat(number.between(1L, 3L)).hasToString("n>=1 and n<3");
    assertThat(number.missing()).hasToString("n=-");

    Attribute<StatusCode> code =
        MadeRows.values(
            "code",
            StatusCode.class,
            StatusCode.of(502, 3),
            StatusCode.of(502),
            StatusCode.of(500, 19),
            null);
    assertThat(files(three, code.above(StatusCode.of(502)))).isEqualTo("0");
    assertThat(files(three, code.atMost(StatusCode.of(502)))).isEqualTo("12");
    Attribute<Duration> took =
        MadeRows.values(
            "took", Duration.class, Duration.ofSeconds(31), Duration.ofMillis(1500), null, null);
    assertThat(files(three, took.atLeast(Duration.ofSeconds(30)))).isEqualTo("0");
    assertThat(took.below(Duration.ofMillis(1500))).hasToString("took<1500ms");
    Instant noon = Instant.parse("2026-11-03T12:00:00Z");
    Attribute<Instant> at =
        MadeRows.values("at", Instant.class, noon, noon.minusNanos(1), noon.plusNanos(1), null);
    assertThat(files(three, at.below(noon))).isEqualTo("1");
    assertThat(files(three, at.above(noon))).isEqualTo("2");
    Attribute<Boolean> flag = MadeRows.values("flag", Boolean.class, true, false, null, true);
    assertThat(files(three, flag.is(true))).isEqualTo("03");
    assertThat(flag.is(false)).hasToString("flag=no");
    assertThatThrownBy(() -> Attributes.HEADERS.atLeast(List.of("a")))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessage("headers has no order");
  }

  @Test
  void how_sure_goes_from_low_to_high() {
    TraceSummary trace = MadeRows.of(1).stream().findFirst().orElseThrow(); // of high confidence
    assertThat(Attributes.CONFIDENCE.atLeast(Confidence.MEDIUM)).accepts(trace);
    assertThat(Attributes.CONFIDENCE.above(Confidence.MEDIUM)).accepts(trace);
    assertThat(Attributes.CONFIDENCE.above(Confidence.HIGH)).rejects(trace);
    assertThat(Attributes.CONFIDENCE.below(Confidence.HIGH)).rejects(trace);
    assertThat(Attributes.CONFIDENCE.atMost(Confidence.MEDIUM)).rejects(trace);
  }

  @Test
  void texts_and_lists_are_searched() {
    TraceSet three = MadeRows.of(3);
    Attribute<String> text = MadeRows.values("text", String.class, "Shop a.b", "shopping", null);
    assertThat(files(three, text.contains("SHOP"))).isEqualTo("01");
    assertThat(files(three, text.contains("a.b"))).isEqualTo("0");
    assertThat(files(three, text.contains("p"))).isEqualTo("01");
    assertThat(files(three, text.matches("^shop"))).isEqualTo("1");
    assertThat(files(three, text.matches("a.b$"))).isEqualTo("0");
    Attribute<?> list =
        MadeRows.values(
            "list", List.class, List.of("host", "user-agent"), List.of("HOST"), List.of());
    assertThat(files(three, list.contains("host"))).isEqualTo("01");
    // One element has to hold it: two that stand side by side do not.
    assertThat(files(three, list.contains("host, user"))).isEmpty();
    assertThat(files(three, list.has("host"))).isEqualTo("01"); // names of headers have no case
    assertThat(files(three, list.has("hos"))).isEmpty();
    assertThat(text.is("Shop a.b")).hasToString("text=\"Shop a.b\"");
    assertThat(text.is("a \"b\"")).hasToString("text=\"a \"\"b\"\"\"");
    assertThat(text.in("x", "a,b")).hasToString("text=x,\"a,b\"");
  }

  private static String files(TraceSet set, Condition<TraceSummary> condition) {
    return set.where(condition).stream().map(TraceSummary::file).collect(Collectors.joining());
  }
}

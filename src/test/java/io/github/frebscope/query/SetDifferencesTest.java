package io.github.frebscope.query;

import static io.github.frebscope.query.Attributes.FAILURE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.query.MadeFarm.Planted;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SetDifferencesTest {
  private static final double[] SHARES = {0.6, 0.68, 0.75, 0.82, 0.9};

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void claims_nothing_where_nothing_differs(int seed) {
    SetDifferences found =
        new MadeFarm(seed, Planted.NOTHING, 0.5).traces().explain(FAILURE.is(true));
    assertThat(found.circumstances()).isEmpty();
    assertThat(found.why()).hasValueSatisfying(w -> assertThat(w).contains("more than chance"));
    assertThat(found.tested()).contains("server", "backend", "has x-forwarded-proto", "hour");
  }

  @Test
  void an_attribute_of_ones_own_is_tested_when_it_is_given() {
    TraceSet traces = new MadeFarm(7, Planted.SERVER, 0.9).traces();
    Attribute<Boolean> second =
        Attributes.SERVER.map("second", Boolean.class, s -> Optional.of(s.endsWith("-2")));
    assertThat(traces.explain(FAILURE.is(true)).tested()).doesNotContain("second");
    SetDifferences found = traces.explain(FAILURE.is(true), second, Attributes.SERVER);
    assertThat(found.tested()).contains("second").doesNotHaveDuplicates();
    assertThat(found.circumstances()).extracting(SetDifference::what).contains("second=yes");
  }

  static Stream<Arguments> planted() {
    return Stream.of(Planted.SERVER, Planted.BACKEND, Planted.HEADER, Planted.HOUR)
        .flatMap(p -> IntStream.range(0, SHARES.length).mapToObj(i -> Arguments.of(p, i)));
  }

  @ParameterizedTest
  @MethodSource("planted")
  void ranks_what_was_planted_first(Planted planted, int at) {
    TraceSet traces = new MadeFarm(100 + at, planted, SHARES[at]).traces();
    SetDifferences found = traces.explain(FAILURE.is(true));
    SetDifference first = found.circumstances().get(0);
    assertThat(first.what()).isEqualTo(what(planted));
    assertThat(first.goesWith()).isEmpty();
    assertThat(first.p()).isLessThan(SetDifferences.LEVEL);
    assertThat(found.why()).isEmpty();
    assertThat(found.circumstances().stream().skip(1))
        .allSatisfy(d -> assertThat(d.goesWith()).contains(first.name()));
    long here = traces.where(FAILURE.is(true)).where(first.condition()).count();
    assertThat(first.here().count()).isEqualTo(here);
    assertThat(first.here().count() + first.there().count())
        .isEqualTo(traces.where(first.condition()).count());
  }

  private static String what(Planted planted) {
    return switch (planted) {
      case NOTHING -> "";
      case SERVER -> "server=MOSAIC-2";
      case BACKEND -> "backend=app1.mosaic.example";
      case HEADER -> "with x-forwarded-proto";
      case HOUR -> "hour=2026-11-03 09:00:00Z";
    };
  }

  @Test
  void halves_of_one_set_do_not_differ() {
    List<TraceSummary> all = new MadeFarm(7, Planted.SERVER, 0.8).traces().stream().toList();
    Random random = new Random(7);
    boolean[] side = new boolean[all.size()];
    IntStream.range(0, side.length).forEach(i -> side[i] = random.nextBoolean());
    SetDifferences found = half(all, side, true).compare(half(all, side, false));
    assertThat(found.stream()).isEmpty();
  }

  private static TraceSet half(List<TraceSummary> all, boolean[] side, boolean which) {
    return TraceSet.of(
        IntStream.range(0, side.length).filter(i -> side[i] == which).mapToObj(all::get).toList(),
        Ledger.empty());
  }

  @Test
  void the_same_question_has_the_same_answer() {
    TraceSet traces = new MadeFarm(3, Planted.BACKEND, 0.7).traces();
    SetDifferences once = traces.explain(FAILURE.is(true));
    SetDifferences twice = traces.explain(FAILURE.is(true));
    assertThat(twice.circumstances()).isEqualTo(once.circumstances());
    assertThat(twice.outcomes()).isEqualTo(once.outcomes());
    assertThat(twice.notTested()).isEqualTo(once.notTested());
    assertThat(twice).hasToString(once.toString());
  }
}

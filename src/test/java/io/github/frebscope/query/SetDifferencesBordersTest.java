package io.github.frebscope.query;

import static io.github.frebscope.query.Attributes.FAILURE;
import static io.github.frebscope.query.Attributes.HEADERS;
import static io.github.frebscope.query.Attributes.SERVER;
import static io.github.frebscope.query.Attributes.STATUS;
import static io.github.frebscope.query.Attributes.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.frebscope.testing.MadeSummary;
import io.github.frebscope.testing.Samples;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What is told in small, empty, one-sided and half-traced sets. */
class SetDifferencesBordersTest {
  private static TraceSet set(List<TraceSummary> traces) {
    return TraceSet.of(traces, Ledger.empty());
  }

  private static List<TraceSummary> made(int count, UnaryOperator<MadeSummary> change) {
    List<TraceSummary> traces = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      traces.add(change.apply(MadeSummary.failure()).build());
    }
    return traces;
  }

  private static List<TraceSummary> good(int count, UnaryOperator<MadeSummary> change) {
    List<TraceSummary> traces = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      traces.add(change.apply(MadeSummary.answer()).build());
    }
    return traces;
  }

  private static List<TraceSummary> joined(List<TraceSummary> some, List<TraceSummary> more) {
    List<TraceSummary> all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }

  @Test
  void tells_counts_ratios_and_effect() {
    List<TraceSummary> failing =
        joined(made(84, m -> m.on("WEB03", 4)), made(16, m -> m.on("WEB01", 4)));
    List<TraceSummary> others =
        joined(good(12, m -> m.on("WEB03", 4)), good(288, m -> m.on("WEB01", 4)));
    SetDifferences found = set(joined(others, failing)).explain(FAILURE.is(true));
    assertThat(found.circumstances()).hasSize(1);
    SetDifference server = found.circumstances().get(0);
    assertThat(server).hasToString("server=WEB03: 84 of 100 here, 12 of 300 there");
    assertThat(server.attribute()).isSameAs(SERVER);
    assertThat(server.riskRatio().orElseThrow()).isCloseTo(21, within(1e-9));
    assertThat(server.oddsRatio().orElseThrow()).isCloseTo(84 * 288 / (16.0 * 12), within(1e-9));
    assertThat(server.ratio()).isEqualTo("21x");
    // 0.84 and 0.16 against 0.04 and 0.96, as if both sides had equally many traces.
    double square = 0.8 * 0.8 / 0.88 / 2 + 0.8 * 0.8 / 1.12 / 2 - (1 / 100.0 + 1 / 300.0) / 4;
    assertThat(server.effect()).isCloseTo(Math.sqrt(square), within(1e-12));
    assertThat(found.basis()).hasToString("of 100 traces");
    assertThat(found.otherBasis()).hasToString("of 300 traces");
    assertThat(found.toString().lines()).allMatch(line -> line.length() <= 80);
    assertThat(found.outcomes().get(0).what()).isEqualTo("status=502");
    assertThat(found.outcomes().get(0).isSeparating()).isTrue();
  }

  @Test
  void tells_numbers_by_their_medians() {
    List<TraceSummary> slow = made(40, m -> m.took(Duration.ofSeconds(30)));
    List<TraceSummary> quick = made(40, m -> m.took(Duration.ofMillis(31)));
    SetDifferences found = set(slow).compare(set(quick));
    assertThat(found.circumstances()).isEmpty();
    assertThat(found.outcomes()).hasSize(1);
    SetDifference took = found.outcomes().get(0);
    assertThat(took.effect()).isEqualTo(1);
    assertThat(took.here().median()).contains(Duration.ofSeconds(30));
    assertThat(took.there().median()).contains(Duration.ofMillis(31));
    assertThat(took.riskRatio()).isEmpty();
    assertThat(took).hasToString("timeTakenMs: median 30,000 ms ±16 ms here, 31 ms ±16 ms there");
  }

  @Test
  void says_nothing_of_few_traces_and_why() {
    SetDifferences few =
        set(made(9, m -> m.on("WEB03", 4))).compare(set(good(300, m -> m.on("WEB01", 5))));
    assertThat(few.stream()).isEmpty();
    assertThat(few.tested()).isEmpty();
    assertThat(few.why())
        .contains(
            "9 traces here and 300 traces there: to compare them takes at least 10 on each side.");
    SetDifferences enough =
        set(made(10, m -> m.on("WEB03", 4))).compare(set(good(300, m -> m.on("WEB01", 5))));
    assertThat(enough.circumstances().get(0))
        .hasToString("server=WEB03: 10 of 10 here, 0 of 300 there");
  }

  @Test
  void one_incident_is_said_to_be_one() {
    List<TraceSummary> burst = new ArrayList<>();
    List<TraceSummary> others = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      burst.add(MadeSummary.failure().on("WEB01", 4).at(Samples.START.plusSeconds(i)).build());
    }
    for (int i = 0; i < 300; i++) {
      String server = i % 2 == 0 ? "WEB01" : "WEB02";
      others.add(
          MadeSummary.answer().on(server, 4).at(Samples.START.plusSeconds(i * 600L)).build());
    }
    String warning = " traces here, 50 of 50 are of one hour: if that was one incident,";
    SetDifferences found = set(burst).compare(set(others));
    assertThat(found.incident().orElseThrow()).contains(warning);
    assertThat(found.toString()).contains("of one hour", "where to look, no proof");
    assertThat(found.toString().lines()).allMatch(line -> line.length() <= 80);
    assertThat(set(others).compare(set(burst)).incident().orElseThrow())
        .contains("Of the traces there, 50 of 50 are of one hour");
    assertThat(set(others).compare(set(good(50, m -> m.on("WEB03", 4)))).incident()).isPresent();
    assertThat(set(made(50, m -> m.on("WEB03", 4))).compare(set(good(50, m -> m))).incident())
        .as("both of one hour")
        .isEmpty();
  }

  @Test
  void traces_in_both_sets_are_told() {
    List<TraceSummary> some = good(20, m -> m);
    SetDifferences found = set(some).compare(set(joined(some.subList(5, 20), made(30, m -> m))));
    assertThat(found.shared()).isEqualTo(15);
    assertThat(found.toString()).contains("15 traces are in both sets, which hides a part of");
    assertThat(set(some).compare(set(good(20, m -> m))).overlap()).isEmpty();
    assertThat(set(joined(some, made(20, m -> m))).explain(FAILURE.is(true)).shared()).isZero();
  }

  @Test
  void empty_sets_are_no_error() {
    TraceSet none = set(List.of());
    assertThat(none.compare(none).why().orElseThrow())
        .startsWith("0 traces here and 0 traces there")
        .doesNotContain("failures");
    assertThat(none.explain(STATUS.is(502)).stream()).isEmpty();
    assertThat(set(good(20, m -> m)).compare(none).why().orElseThrow())
        .startsWith("20 traces here and 0 traces there")
        .doesNotContain("failures");
  }

  @Test
  void a_rule_that_traces_only_failures_has_nothing_to_compare_with() {
    SetDifferences found = set(made(300, m -> m)).explain(FAILURE.is(true));
    assertThat(found.stream()).isEmpty();
    assertThat(found.why().orElseThrow())
        .contains("All traces are failures: a rule that traces only failures leaves no good");
  }

  @Test
  void a_set_does_not_differ_from_itself() {
    List<TraceSummary> all =
        joined(made(50, m -> m.on("WEB03", 4)), good(50, m -> m.on("WEB01", 5)));
    SetDifferences found = set(all).compare(set(all));
    assertThat(found.stream()).isEmpty();
    assertThat(found.why().orElseThrow()).startsWith("No circumstance differs by more than");
  }

  @Test
  void what_was_not_traced_is_no_difference() {
    TraceSet failing = set(made(100, m -> m.backend("app1.mosaic.example")));
    TraceSet others = set(good(300, m -> m));
    SetDifferences found = failing.compare(others);
    assertThat(found.circumstances()).isEmpty();
    assertThat(found.notTested())
        .extracting(SetDifferences.NotTested::toString)
        .contains("backend: told by 100 and 0 traces; 10 on each side are the least")
        .contains("headers: no trace tells it");
  }

  @Test
  void headers_are_unknown_where_they_were_not_traced() {
    TraceSet here =
        set(
            joined(
                made(60, m -> m.headers("Host: a", "X-Forwarded-Proto: https")),
                made(500, m -> m)));
    TraceSet there =
        set(
            joined(
                good(5, m -> m.headers("Host: a", "X-Forwarded-Proto: https")),
                good(90, m -> m.headers("Host: a"))));
    SetDifference first = here.compare(there).circumstances().get(0);
    assertThat(first.name()).isEqualTo("has x-forwarded-proto");
    assertThat(first).hasToString("with x-forwarded-proto: 60 of 60 here, 5 of 95 there");
    assertThat(first.note()).isEqualTo("not told by 500 + 0");
    assertThat(first.attribute()).isSameAs(HEADERS);
    assertThat(here.where(first.condition()).count()).isEqualTo(60);
    SetDifference turned = there.compare(here).circumstances().get(0);
    assertThat(turned).hasToString("without x-forwarded-proto: 90 of 95 here, 0 of 60 there");
    assertThat(here.where(turned.condition()).count()).isZero();
    assertThat(there.where(turned.condition()).count()).isEqualTo(90);
  }

  @Test
  void values_of_headers_are_compared_where_they_were_kept() {
    Attribute<String> agent = header("User-Agent");
    TraceSet here = set(made(50, m -> m.headers("User-Agent: probe/2").keep(agent)));
    TraceSet there =
        set(
            joined(
                good(50, m -> m.headers("User-Agent: curl/8.4").keep(agent)),
                good(30, m -> m.headers("User-Agent: probe/2"))));
    SetDifference first = here.compare(there).circumstances().get(0);
    assertThat(first.what()).isEqualTo("header:user-agent=probe/2");
    assertThat(first.there()).hasToString("0 of 50");
    assertThat(first.note()).isEqualTo("no value shared; not told by 0 + 30");
  }

  @Test
  void too_many_values_are_said_to_be_untestable() {
    List<TraceSummary> failing = new ArrayList<>();
    List<TraceSummary> others = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      failing.add(MadeSummary.failure().url("http://a.example:80/f/" + i).build());
      others.add(MadeSummary.answer().url("http://a.example:80/g/" + i).build());
    }
    SetDifferences found = set(failing).compare(set(others));
    assertThat(found.notTested())
        .extracting(SetDifferences.NotTested::toString)
        .contains("url: too many values: 200 in 200 traces");
    assertThat(found.circumstances().get(0).attribute()).isSameAs(Attributes.URL_PATTERN);
  }

  /** All process ids of a server are its own; the server is the simpler word for it. */
  @Test
  void what_follows_from_a_server_goes_with_it() {
    List<TraceSummary> failing = new ArrayList<>();
    List<TraceSummary> others = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      int at = i % 4;
      long process = 100L * at + i / 4 % 3;
      failing.add(
          MadeSummary.failure()
              .on(i % 5 == 0 ? "WEB" + at : "WEB3", i % 5 == 0 ? process : 300L + i / 4 % 3)
              .build());
      others.add(MadeSummary.answer().on("WEB" + at, process).build());
    }
    SetDifferences found = set(failing).compare(set(others));
    assertThat(found.circumstances()).hasSize(2);
    assertThat(found.circumstances().get(0).what()).isEqualTo("server=WEB3");
    assertThat(found.circumstances().get(1).name()).isEqualTo("processId");
    assertThat(found.circumstances().get(1).goesWith()).contains("server");
    assertThat(found.circumstances().get(1).note()).isEqualTo("with server");
  }

  /** Two things that are wrong at once, neither of which follows from the other. */
  @Test
  void two_causes_stand_by_themselves() {
    List<TraceSummary> failing = new ArrayList<>();
    List<TraceSummary> others = new ArrayList<>();
    for (int i = 0; i < 800; i++) {
      String server = "WEB" + i % 4;
      String host = "app" + i / 4 % 4 + ".mosaic.example";
      boolean fails = (i % 4 == 1 && i / 16 % 3 > 0) || (i / 4 % 4 == 2 && i / 16 % 2 > 0);
      MadeSummary made = fails ? MadeSummary.failure() : MadeSummary.answer();
      (fails ? failing : others)
          .add(made.on(server, 4).backend(host).at(Samples.START.plusSeconds(i)).build());
    }
    SetDifferences found = set(failing).compare(set(others));
    assertThat(found.circumstances())
        .extracting(SetDifference::what)
        .containsExactly("server=WEB1", "backend=app2.mosaic.example");
    assertThat(found.circumstances()).allMatch(d -> d.goesWith().isEmpty());
  }
}

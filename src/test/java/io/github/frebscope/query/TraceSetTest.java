package io.github.frebscope.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.frebscope.cause.Confidence;
import io.github.frebscope.classify.Verdict;
import io.github.frebscope.testing.Samples;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TraceSetTest {
  private static final Verdict UNKNOWN =
      Verdict.builder("ends-early").confidence(Confidence.LOW).explanation("?").build();

  private static final TraceSet SET =
      TraceSet.of(
          List.of(
              Samples.summary("a", "WEB02", 3000),
              Samples.summary("b", "WEB01", 1000),
              Samples.summary("c", "WEB02", 2000, UNKNOWN)),
          Ledger.of(3, List.of()));

  @Test
  void groups_count_most_first_and_show_what_is_missing() {
    Counts<String> counts = SET.groupBy(Attributes.MODULE).count();
    assertThat(counts.of("ApplicationRequestRouting")).isEqualTo(2);
    assertThat(counts.of("IIS Web Core")).isZero();
    assertThat(counts.missing()).isEqualTo(1);
    assertThat(counts.total()).isEqualTo(3);
    assertThat(counts.toString())
        .isEqualTo(
            """

            Count  Module
                2  ApplicationRequestRouting
                1  -
            of 3 traces
            """);
  }

  @Test
  void equal_counts_stand_in_the_order_of_their_values() {
    assertThat(SET.where(t -> !t.file().equals("a")).groupBy(Attributes.SERVER).count().stream())
        .extracting(e -> e.value().orElse("-"))
        .containsExactly("WEB01", "WEB02");
  }

  @Test
  void where_keeps_the_order_and_the_ledger() {
    TraceSet where = SET.where(Attributes.SERVER.is("WEB02"));
    assertThat(where.stream()).extracting(TraceSummary::file).containsExactly("a", "c");
    assertThat(where.ledger()).isEqualTo(SET.ledger());
    assertThat(where.where(t -> false).isEmpty()).isTrue();
    assertThat(SET.count()).isEqualTo(3);
  }

  @Test
  void is_safe_from_changes_of_the_list_it_was_made_of() {
    List<TraceSummary> list = new ArrayList<>(List.of(Samples.summary("a", null, 0)));
    TraceSet set = TraceSet.of(list, Ledger.empty());
    list.clear();
    assertThat(set.count()).isEqualTo(1);
  }

  @Test
  void its_text_is_one_line() {
    assertThat(SET)
        .hasToString("3 traces of 2 servers, 2026-11-03 06:12:45Z to 2026-11-03 06:12:47Z");
    assertThat(TraceSet.of(List.of(), Ledger.empty())).hasToString("0 traces");
  }

  @Test
  void the_ledger_counts_and_sorts() {
    Ledger ledger =
        Ledger.of(
                7,
                List.of(
                    new Ledger.Entry("z.xml", Outcome.UNREADABLE, "no trace"),
                    new Ledger.Entry("a.xml", Outcome.PARTIAL, "torn \u001B[31m"),
                    new Ledger.Entry("m.xml", Outcome.DUPLICATE, "same as b.xml")))
            .withOtherXmlFiles(4);
    assertThat(ledger.entries()).extracting(Ledger.Entry::path).isSorted();
    assertThat(ledger.entries().get(0)).hasToString("a.xml: damaged: torn \\x1B[31m");
    assertThat(ledger).hasToString("7 whole, 1 damaged, 1 unreadable, 1 duplicate");
    assertThat(ledger.otherXmlFiles()).isEqualTo(4);
    assertThat(ledger.hasDamage()).isTrue();
    assertThat(Ledger.of(1, ledger.entries().subList(1, 2)).hasDamage()).isFalse();
    assertThatThrownBy(() -> Ledger.of(-1, List.of())).isInstanceOf(IllegalArgumentException.class);
  }
}

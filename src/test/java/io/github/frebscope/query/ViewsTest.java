package io.github.frebscope.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.load.TraceLoader;
import io.github.frebscope.source.TraceRoot;
import io.github.frebscope.testing.Fixtures;
import io.github.frebscope.testing.MadeSummary;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ViewsTest {
  private static TraceSet farm;

  @BeforeAll
  static void load() throws IOException {
    farm = TraceLoader.standard().load(List.of(TraceRoot.of(Fixtures.TESTDATA.resolve("farm"))));
  }

  static List<View> all() {
    return Views.all();
  }

  @Test
  void there_are_many_each_with_a_name_and_a_question() {
    assertThat(Views.all()).hasSizeGreaterThanOrEqualTo(20);
    assertThat(Views.all()).extracting(View::name).doesNotHaveDuplicates();
    assertThat(Views.all())
        .allSatisfy(
            view -> {
              assertThat(view.name()).matches("[a-z0-9]+(-[a-z0-9]+)*");
              assertThat(view.question()).endsWith("?").hasSizeLessThanOrEqualTo(60);
              assertThat(view.toString()).hasSizeLessThanOrEqualTo(80);
              assertThat(Views.find(view.name().toUpperCase(java.util.Locale.ROOT))).contains(view);
            });
    assertThat(Views.find("no-such-view")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("all")
  void each_is_the_query_that_it_prints(View view) {
    assertThat(Query.parse(view.query().toString())).isEqualTo(view.query());
    assertThat(view.query().kept()).isEmpty();
    assertThat(farm.view(view).rows()).isEqualTo(farm.ask(view.query()).rows());
  }

  @ParameterizedTest
  @MethodSource("all")
  void each_has_an_answer_about_nothing(View view) {
    assertThat(view.of(TraceSet.of(List.of(), Ledger.empty())).rows()).isEmpty();
    TraceSet good = TraceSet.of(List.of(MadeSummary.answer().build()), Ledger.empty());
    assertThat(view.of(good).basis().orElseThrow().traces()).isBetween(0L, 1L);
  }

  @ParameterizedTest
  @MethodSource("all")
  void each_fits_a_terminal_and_its_rows_add_up(View view) {
    ResultTable table = farm.view(view);
    assertThat(table.text(80).lines()).allMatch(line -> line.length() <= 80);
    long asked = farm.where(view.query().condition()).count();
    Vocabulary.place(table.columns(), "count")
        .ifPresent(
            at ->
                assertThat(table.rows().stream().mapToLong(r -> (Long) r.get(at)).sum())
                    .isEqualTo(asked));
  }

  /** The first two rows, values with a bar between. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "bad-gateway-by-module; ApplicationRequestRouting|RequestRouting|73|30,015±16|2026-03-17"
            + " 11:05:45Z & AspNetCoreModuleV2|ANCM|13|1,218±16|2026-03-17 11:05:30Z",
        "bad-gateway-by-cause; 502.3|CONNECT_REFUSED|ERROR_WINHTTP_CANNOT_CONNECT|30|1|2026-03-17"
            + " 03:00:28Z & 502.3|TIMEOUT_RECEIVE|ERROR_WINHTTP_TIMEOUT|27|1|2026-03-17 06:38:21Z",
        "bad-gateway-by-backend; fab-web2.fabrik.example|CONNECT_REFUSED|30|2,109±16|2026-03-17"
            + " 03:00:28Z & fab-web2.fabrik.example|TIMEOUT_RECEIVE|16|30,000±16|2026-03-17"
            + " 03:00:54Z",
        "by-cause; -|63|42.3 %|2026-03-16 00:41:00Z|2026-03-17 22:41:00Z & CONNECT_REFUSED|30|20.1"
            + " %|2026-03-16 03:00:00Z|2026-03-17 03:00:28Z",
        "unknown-causes; IIS Web Core|404|ERROR_FILE_NOT_FOUND|40|/product/{n} (10) &"
            + " AspNetCoreModuleV2|500|-|22|/ (12)",
        "errors-by-code; 0x80070002|ERROR_FILE_NOT_FOUND|40|IIS Web Core (40) &"
            + " 0x80072EFD|ERROR_WINHTTP_CANNOT_CONNECT|30|ApplicationRequestRouting (30)",
        "relayed; 502|fab-web1.fabrik.example|10|2026-03-16 14:20:55Z",
        "time-outs; TIMEOUT_RECEIVE|fab-web2.fabrik.example|16|30,000±16|30,000±16 &"
            + " TIMEOUT_RECEIVE|fab-web1.fabrik.example|11|30,000±16|30,000±16",
        "clients-gone; ''",
        "process-starts-failed; FAB-WEB1|ApiPool|START_EXITED|10|2026-03-16 14:20:55Z",
        "waits-by-phase; waiting|ApplicationRequestRouting|33|30,000±16|30,000±16 & connecting and"
            + " sending|ApplicationRequestRouting|30|2,062±16|2,109±16",
        "backends; fab-web2.fabrik.example|52|52|30,015±16 &"
            + " fab-web1.fabrik.example|22|22|30,015±16",
        "slowest-by-backend; fab-web1.fabrik.example|30,015±16|30,015±16|30,015±16|22 &"
            + " fab-web2.fabrik.example|30,015±16|2,093±16|30,015±16|52",
        "farms; shopfarm|56|56|30,015±16 & apifarm|18|18|2,125±16",
        "rules; ''",
        "app-pools; FAB-EDGE1|ShopPool|56|56|1|30,015±16 & FAB-WEB2|ShopPool|23|23|1|500±16",
        "status-by-server; FAB-EDGE1|0|0|10|64|0 & FAB-WEB1|20|12|0|0|10",
        "status-by-module; ApplicationRequestRouting|0|0|10|63|0 & AspNetCoreModuleV2|0|22|0|3|10",
        "failures-by-server; FAB-EDGE1|74|74|CONNECT_REFUSED (30), TIMEOUT_RECEIVE (27)|2026-03-17"
            + " 11:05:45Z & FAB-WEB1|42|42|START_EXITED (10)|2026-03-17 22:41:00Z",
        "failures-by-url; /product/{n}|40|2|502.3 (20), 404 (10)|30,015±16 & /|21|1|500 (12), 502.3"
            + " (9)|30,015±16",
        "failures-by-hour; 2026-03-16 00:00Z|1|1|- & 2026-03-16 01:00Z|1|1|-",
        "failures-by-weekday-hour; 0|1|1 & 1|1|1",
        "slow-requests; /product/{n}|8|30,015±16|30,015±16|ApplicationRequestRouting (8) &"
            + " /|6|30,015±16|30,015±16|ApplicationRequestRouting (5)",
        "first-after-process-start; FAB-WEB1|3412|2026-03-16 00:41:00Z|500|62±16|22 &"
            + " FAB-WEB2|3824|2026-03-16 01:25:00Z|404|<31|10",
      })
  void answers_about_the_farm(String name, String rows) {
    assertThat(
            farm.view(Views.find(name).orElseThrow()).cells().stream()
                .limit(2)
                .map(row -> String.join("|", row))
                .collect(Collectors.joining(" & ")))
        .isEqualTo(rows);
  }

  @Test
  void one_trace_of_the_farm_is_damaged() {
    ResultTable table = farm.view(Views.find("incomplete-traces").orElseThrow());
    assertThat(table.rows()).hasSize(1);
    assertThat(table.cells().get(0)).startsWith("FAB-EDGE1", "STATUS_CODE", "1");
    assertThat(table.basis()).contains(new Basis(-1, 1, 1, 1, List.of()));
  }
}

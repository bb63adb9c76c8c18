package io.github.frebscope.catalog;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.trace.DataField;
import io.github.frebscope.trace.TraceEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExchangesTest {
  private static Optional<ExchangeStep> step(String name, String dataName, String dataValue) {
    return Exchanges.step(
        TraceEvent.builder()
            .time(Instant.EPOCH)
            .kind("", 0, name)
            .data(List.of(new DataField(dataName, dataValue)))
            .build());
  }

  @Test
  void the_value_of_a_data_decides() {
    assertThat(step("ANCM_WINHTTP_CALLBACK", "InternetStatus", "32").orElseThrow().phase())
        .contains(ExchangePhase.WAITING);
    assertThat(step("ANCM_WINHTTP_CALLBACK", "InternetStatus", "4").orElseThrow().phase())
        .contains(ExchangePhase.CONNECTING_AND_SENDING);
    assertThat(step("ANCM_WINHTTP_CALLBACK", "InternetStatus", "256")).isEmpty();
    assertThat(step("CGI_LAUNCH", "ErrorCode", "0").orElseThrow().phase())
        .contains(ExchangePhase.CONNECTING_AND_SENDING);
    assertThat(step("CGI_LAUNCH", "ErrorCode", "2").orElseThrow().phase())
        .contains(ExchangePhase.AFTER);
    assertThat(step("NOTIFY_MODULE_START", "ModuleName", "iisnode")).isEmpty();
  }

  @Test
  void rows_name_events_and_data_that_exist() {
    assertThat(Exchanges.all())
        .hasSize(65)
        .allSatisfy(
            step -> {
              List<EventKind> kinds =
                  EventCatalog.all().stream().filter(k -> k.name().equals(step.event())).toList();
              assertThat(kinds).as(step.event()).isNotEmpty();
              step.dataName()
                  .ifPresent(
                      name ->
                          assertThat(kinds.get(0).fields())
                              .extracting(EventField::name)
                              .contains(name));
            });
  }

  @Test
  void every_callback_state_is_one_of_winhttp() {
    assertThat(Table.read("exchanges.tsv").rows())
        .filteredOn(row -> row.text("event").equals("ANCM_WINHTTP_CALLBACK"))
        .hasSize(14)
        .allSatisfy(
            row ->
                assertThat(
                        WinHttpCallback.text(
                            Long.parseLong(row.text("data").replace("InternetStatus=", ""))))
                    .isPresent());
  }

  @Test
  void cells_are_plain_text_without_stray_blanks() {
    assertThat(Table.read("exchanges.tsv").rows())
        .allSatisfy(
            row ->
                assertThat(List.of(row.text("after"), row.text("before"), row.text("only")))
                    .allSatisfy(cell -> assertThat(cell).matches("[!-~]+( [!-~]+)*")));
  }

  @Test
  void no_row_is_hidden_by_one_before_it() {
    Map<String, List<Table.Row>> byEvent =
        Table.read("exchanges.tsv").rows().stream().collect(groupingBy(row -> row.text("event")));
    assertThat(byEvent.values())
        .allSatisfy(
            rows -> {
              assertThat(rows).extracting(row -> row.text("data")).doesNotHaveDuplicates();
              assertThat(rows.subList(0, rows.size() - 1))
                  .noneMatch(row -> row.text("data").equals("-"));
            });
  }

  @Test
  void what_goes_on_after_an_event_can_be_what_its_span_does() {
    assertThat(doingAfter("ASP_START_COMPILE")).contains("compiling the ASP script");
    assertThat(doingAfter("CGI_HEADERS_RECEIVED"))
        .contains("receiving the rest of the CGI program's answer or passing it on");
    assertThat(doingAfter("URL_CHANGED")).isEmpty();
  }

  private static Optional<String> doingAfter(String name) {
    return Exchanges.doingAfter(TraceEvent.builder().time(Instant.EPOCH).kind("", 0, name).build());
  }
}

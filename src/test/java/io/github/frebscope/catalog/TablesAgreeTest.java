package io.github.frebscope.catalog;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No two rows of the tables contradict each other. */
class TablesAgreeTest {
  private static final String GUID =
      "\\{[0-9A-F]{8}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{12}}";
  private static final String GUID_ZERO = "{00000000-0000-0000-0000-000000000000}";

  private static List<Table.Row> rows(String table) {
    return Table.read(table).rows();
  }

  private static void assertUnique(String table, Function<Table.Row, Object> key) {
    Map<Object, List<Table.Row>> byKey = rows(table).stream().collect(groupingBy(key));
    assertThat(byKey.values()).allSatisfy(same -> assertThat(same).hasSize(1));
  }

  @ParameterizedTest
  @CsvSource({
    "events.tsv,341",
    "areas.tsv,23",
    "modules.tsv,77",
    "statuses.tsv,162",
    "errors.tsv,395",
    "values.tsv,194",
    "spans.tsv,88",
    "exchanges.tsv,65"
  })
  void tables_have_all_their_rows(String table, int count) {
    assertThat(rows(table)).hasSize(count);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "events.tsv",
        "areas.tsv",
        "modules.tsv",
        "statuses.tsv",
        "errors.tsv",
        "values.tsv",
        "spans.tsv",
        "exchanges.tsv"
      })
  void cells_have_no_stray_blanks_or_odd_characters(String table) throws IOException {
    try (InputStream in = Table.class.getResourceAsStream(table)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(text.lines().filter(l -> !l.startsWith("#")))
          .allSatisfy(line -> assertThat(line).doesNotContainPattern("(^| )\t|\t |[^\t ] $"));
      assertThat(text).matches("[\t\r\n\\x20-\\x7E]*").doesNotContain("\uFFFD");
    }
  }

  @Test
  void an_event_identity_has_one_row() {
    List<EventKind> numbered =
        EventCatalog.all().stream()
            .filter(k -> k.opcode() >= 0 && !k.eventGuid().equals(GUID_ZERO))
            .toList();
    Set<List<Object>> identities = new HashSet<>();
    assertThat(numbered)
        .allSatisfy(
            k ->
                assertThat(identities.add(List.of(k.providerGuid(), k.eventGuid(), k.opcode())))
                    .as("%s comes twice", k.name())
                    .isTrue());
    assertThat(identities).hasSize(341 - 2 - 6);
  }

  @Test
  void one_name_means_one_provider_area_and_level() {
    assertThat(EventCatalog.all().stream().collect(groupingBy(EventKind::name)).values())
        .allSatisfy(
            same -> {
              assertThat(same.stream().map(EventKind::providerGuid).distinct()).hasSize(1);
              assertThat(same.stream().map(EventKind::area).distinct()).hasSize(1);
              assertThat(same.stream().map(EventKind::level).distinct()).hasSize(1);
            });
  }

  @Test
  void an_event_names_each_field_once_and_has_a_sane_level() {
    assertThat(EventCatalog.all())
        .allSatisfy(
            k -> {
              assertThat(k.fields().stream().map(EventField::name)).doesNotHaveDuplicates();
              assertThat(k.level()).isBetween(-1, 5);
              assertThat(k.providerGuid()).matches(GUID);
              assertThat(k.eventGuid()).matches(GUID);
              assertThat(k.fields().stream().map(EventField::type))
                  .isSubsetOf(
                      "guid", "uint16", "uint32", "uint64", "bool", "wstr", "astr", "binary", "");
            });
  }

  @Test
  void the_area_of_an_event_is_in_the_areas_with_the_same_mask_and_guid() {
    assertThat(EventCatalog.all())
        .allSatisfy(
            k ->
                k.area()
                    .ifPresent(
                        area ->
                            assertThat(Areas.all())
                                .contains(
                                    new Area(
                                        area,
                                        k.provider(),
                                        k.providerGuid(),
                                        k.areaMask(),
                                        k.eventGuid()))));
  }

  @Test
  void events_without_an_area_are_of_a_class_that_areas_tsv_knows() {
    Set<String> classes = new HashSet<>(Set.of(GUID_ZERO));
    rows("areas.tsv").forEach(row -> classes.add(row.text("eventGuid")));
    assertThat(EventCatalog.all().stream().filter(k -> k.area().isEmpty()))
        .allSatisfy(
            k -> {
              assertThat(classes).contains(k.eventGuid());
              assertThat(k.areaMask()).isIn(0L, 0xFL, -1L);
            });
  }

  @Test
  void areas_are_unique_for_a_provider() {
    assertThat(Areas.all().stream().map(a -> List.of(a.providerGuid(), a.mask())))
        .doesNotHaveDuplicates();
    assertThat(Areas.all().stream().map(a -> List.of(a.providerGuid(), a.name())))
        .doesNotHaveDuplicates();
    assertThat(Areas.all().stream().filter(a -> a.provider().equals("WWW Server")))
        .extracting(Area::eventGuid)
        .doesNotHaveDuplicates();
    assertThat(Areas.all()).allSatisfy(a -> assertThat(Long.bitCount(a.mask())).isEqualTo(1));
  }

  @Test
  void a_provider_has_one_guid() {
    for (String table : List.of("events.tsv", "areas.tsv")) {
      assertThat(rows(table).stream().map(r -> r.text("provider") + r.text("providerGuid")))
          .allMatch(p -> p.matches("(WWW Server|ISAPI Extension|ASP|ASPNET)" + GUID));
    }
    assertThat(EventCatalog.all().stream().map(EventKind::providerGuid).distinct()).hasSize(4);
    assertThat(rows("areas.tsv").stream().map(r -> r.text("providerGuid")).distinct()).hasSize(4);
  }

  @Test
  void a_module_is_mapped_once() {
    assertUnique("modules.tsv", row -> row.text("module").toLowerCase(Locale.ROOT));
  }

  @Test
  void the_area_of_a_module_is_an_area_of_its_provider_or_a_provider_as_a_whole() {
    Set<String> providers = Set.of("ISAPI Extension", "ASP", "ASPNET");
    assertThat(Modules.all())
        .allSatisfy(
            m -> {
              if (providers.contains(m.area())) {
                assertThat(m.provider()).isEqualTo(m.area());
              } else {
                assertThat(Areas.all())
                    .anyMatch(a -> a.name().equals(m.area()) && a.provider().equals(m.provider()));
              }
            });
  }

  @Test
  void a_status_has_one_row() {
    assertUnique("statuses.tsv", r -> List.of(r.number("status"), r.number("subStatus")));
  }

  @Test
  void a_status_with_sub_statuses_has_a_text_of_its_own() {
    Map<Long, List<Table.Row>> byStatus =
        rows("statuses.tsv").stream().collect(groupingBy(r -> r.number("status")));
    assertThat(byStatus.values())
        .allSatisfy(same -> assertThat(same).anyMatch(r -> r.number("subStatus") == 0));
  }

  @Test
  void an_error_code_has_one_row_and_one_name() {
    assertUnique("errors.tsv", row -> row.number("code"));
    assertUnique("errors.tsv", row -> row.text("name"));
  }

  @Test
  void decimal_hex_and_win32_number_of_an_error_agree() {
    assertThat(rows("errors.tsv"))
        .allSatisfy(
            row -> {
              long code = row.number("code");
              assertThat(row.text("hex")).isEqualTo(String.format("0x%08X", code));
              boolean fromWin32 = code >>> 16 == 0x8007;
              if (fromWin32) {
                assertThat(0x80070000L | row.number("win32")).isEqualTo(code);
              } else if (code <= 0xFFFF) {
                assertThat(row.number("win32")).isEqualTo(code);
              } else {
                assertThat(row.text("win32")).isEmpty();
              }
            });
  }

  @Test
  void names_and_layers_of_errors_fit_each_other() {
    assertThat(rows("errors.tsv"))
        .allSatisfy(
            row -> {
              assertThat(row.text("text")).isNotEmpty();
              assertThat(row.text("name")).matches("[A-Za-z0-9_]+");
              assertThat(row.text("name").startsWith("ERROR_WINHTTP_"))
                  .isEqualTo(row.text("layer").equals("winhttp"));
              if (row.text("layer").matches("winhttp|wininet")) {
                assertThat(row.number("win32")).isBetween(12000L, 12199L);
              }
            });
  }

  @Test
  void a_value_of_a_set_has_one_row_and_one_text() {
    assertUnique("values.tsv", r -> List.of(r.text("set"), r.number("value")));
    assertUnique("values.tsv", r -> List.of(r.text("set"), r.text("text")));
    assertThat(rows("values.tsv"))
        .allSatisfy(
            row -> {
              assertThat(row.text("value")).matches("\\d+");
              assertThat(row.number("hex")).isEqualTo(row.number("value"));
              assertThat(row.text("printed")).isIn("yes", "no");
            });
  }

  @Test
  void every_set_of_values_is_used_or_is_the_levels() {
    Set<String> used = new HashSet<>(Set.of("LEVEL"));
    for (Table.Row row : rows("events.tsv")) {
      for (String field : row.text("fields").split("; ", -1)) {
        if (field.contains("=")) {
          used.add(field.substring(field.indexOf('=') + 1));
        }
      }
    }
    assertThat(rows("values.tsv").stream().map(r -> r.text("set")).distinct())
        .containsExactlyInAnyOrderElementsOf(used);
  }
}

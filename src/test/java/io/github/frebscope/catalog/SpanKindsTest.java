package io.github.frebscope.catalog;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SpanKindsTest {
  /** Names that say begin or end, in the manner of any provider. */
  private static final Pattern LOOKS_LIKE_AN_END =
      Pattern.compile(
          ".*(_START|_END|_BEGIN|_DONE)$|^ASP_(START|END)_.*|.*(Enter|Leave|Begin|End|Start|Stop)$"
              + "|.*(Start|End|Stop)(Handler|Event)$|.*_END_.*");

  /** These say so and make no span, for the reason given. */
  private static final Set<String> NO_SPAN =
      Set.of(
          // Nobody tells when the domain is left.
          "AspNetAppDomainEnter",
          // The work goes on, its end is END_SUCCESS or END_NOT_SUCCESS.
          "WEBSOCKET_READ_FRAGMENT_END_PENDING",
          "WEBSOCKET_WRITE_FRAGMENT_END_PENDING");

  @Test
  void every_event_of_a_kind_is_in_the_catalogue() {
    for (SpanKind kind : SpanKinds.all()) {
      assertThat(kind.starts())
          .as(kind.id())
          .allMatch(name -> !EventCatalog.byName(name).isEmpty());
      assertThat(kind.ends()).as(kind.id()).allMatch(name -> !EventCatalog.byName(name).isEmpty());
      assertThat(kind.starts().isEmpty()).as(kind.id()).isEqualTo(kind.ends().isEmpty());
      assertThat(kind.title()).as(kind.id()).isNotBlank();
    }
  }

  @Test
  void every_event_that_looks_like_a_start_or_an_end_belongs_to_a_kind() {
    Set<String> without = new TreeSet<>();
    for (EventKind event : EventCatalog.all()) {
      String name = event.name();
      boolean known = SpanKinds.begunBy(name).isPresent() || SpanKinds.endedBy(name).isPresent();
      if (LOOKS_LIKE_AN_END.matcher(name).matches() && !known) {
        without.add(name);
      }
    }
    assertThat(without).containsExactlyInAnyOrderElementsOf(NO_SPAN);
  }

  @Test
  void keys_and_labels_are_data_of_the_start() {
    for (SpanKind kind : SpanKinds.all()) {
      for (String start : kind.starts()) {
        List<String> fields =
            EventCatalog.byName(start).get(0).fields().stream().map(EventField::name).toList();
        kind.key().ifPresent(key -> assertThat(fields).as(kind.id()).contains(key));
        kind.label().ifPresent(label -> assertThat(fields).as(kind.id()).contains(label));
      }
      for (String end : kind.ends()) {
        List<String> fields =
            EventCatalog.byName(end).get(0).fields().stream().map(EventField::name).toList();
        kind.key().ifPresent(key -> assertThat(fields).as(kind.id()).contains(key));
      }
    }
  }

  /** A flag that is misspelt would be no flag at all. */
  @Test
  void flags_are_known_and_groups_have_members_that_do_not_nest() {
    assertThat(Table.read("spans.tsv").rows())
        .flatMap(row -> List.of(row.text("flags").split(" ")))
        .isSubsetOf("-", "nests", "end-alone", "until-status")
        .contains("nests", "end-alone", "until-status");
    assertThat(Table.read("exchanges.tsv").rows())
        .map(row -> row.text("flags"))
        .isSubsetOf("-", "opens", "first")
        .contains("opens");
    Map<String, List<SpanKind>> groups =
        SpanKinds.all().stream()
            .filter(kind -> kind.group().isPresent())
            .collect(groupingBy(kind -> kind.group().orElseThrow()));
    assertThat(groups).isNotEmpty();
    assertThat(groups.values())
        .allSatisfy(kinds -> assertThat(kinds).hasSizeGreaterThan(1).noneMatch(SpanKind::nests));
  }

  @Test
  void finds_kinds_by_id_and_by_event() {
    assertThat(SpanKinds.find("URL_REWRITE"))
        .hasValueSatisfying(
            k -> {
              assertThat(k.title()).isEqualTo("URL rewrite");
              assertThat(k.starts()).containsExactly("URL_REWRITE_START");
            });
    assertThat(SpanKinds.begunBy("CALL_ISAPI_EXTENSION"))
        .map(SpanKind::id)
        .contains("ISAPI_EXTENSION");
    assertThat(SpanKinds.endedBy("WEBSOCKET_HANDSHAKE_NOT_SUCCESS"))
        .map(SpanKind::id)
        .contains("WEBSOCKET_HANDSHAKE");
    assertThat(SpanKinds.find("NOTHING")).isEmpty();
    assertThat(SpanKinds.begunBy("HANDLER_CHANGED")).isEmpty();
    assertThat(SpanKinds.REQUEST).hasToString("GENERAL_REQUEST");
    assertThat(SpanKinds.find("ARR_REQUEST_HEADERS").orElseThrow().doing())
        .contains("connecting to the backend or sending headers");
  }
}

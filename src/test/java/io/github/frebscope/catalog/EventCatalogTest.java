package io.github.frebscope.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventCatalogTest {
  private static final String WWW = "{3A2A4E84-4C21-4981-AE10-3FDA0D9B0F83}";
  private static final String NOTIFICATIONS = "{002E91E3-E7AE-44AB-8E07-99230FFA6ADE}";
  private static final String GENERAL = "{D42CF7EF-DE92-473E-8B6C-621EA663113A}";
  private static final String ROUTING = "{53AE50FA-81DF-47B1-8161-71F0A1C55A48}";
  private static final String ZERO = "{00000000-0000-0000-0000-000000000000}";

  @Test
  void finds_the_event_that_sets_an_error_status() {
    EventKind kind = EventCatalog.find(WWW, NOTIFICATIONS, 16).orElseThrow();

    assertThat(kind.name()).isEqualTo("MODULE_SET_RESPONSE_ERROR_STATUS");
    assertThat(kind.provider()).isEqualTo("WWW Server");
    assertThat(kind.area()).contains("RequestNotifications");
    assertThat(kind.areaMask()).isEqualTo(0x100);
    assertThat(kind.level()).isEqualTo(3);
    assertThat(kind.version()).isEqualTo(1);
    assertThat(kind.observed()).isTrue();
    assertThat(kind.fields().stream().map(EventField::name))
        .containsExactly(
            "ContextId",
            "ModuleName",
            "Notification",
            "HttpStatus",
            "HttpReason",
            "HttpSubStatus",
            "ErrorCode",
            "ConfigExceptionInfo");
    assertThat(kind.fields().get(5)).isEqualTo(new EventField("HttpSubStatus", "uint16", Map.of()));
    assertThat(kind.fields().get(2).values())
        .containsEntry(128L, "EXECUTE_REQUEST_HANDLER")
        .containsEntry(0x80000000L, "MAP_PATH");
  }

  @Test
  void opcodes_repeat_between_event_guids() {
    assertThat(EventCatalog.find(WWW, GENERAL, 16).map(EventKind::name))
        .contains("GENERAL_OPTIONS_HANDLER");
    assertThat(EventCatalog.find(WWW, GENERAL, 16).orElseThrow().area()).isEmpty();
  }

  @Test
  void takes_guids_without_braces_and_in_lower_case() {
    assertThat(
            EventCatalog.find(
                    "3a2a4e84-4c21-4981-ae10-3fda0d9b0f83",
                    "{002e91e3-e7ae-44ab-8e07-99230ffa6ade}",
                    2)
                .map(EventKind::name))
        .contains("NOTIFY_MODULE_END");
  }

  @Test
  void unknown_identities_are_empty() {
    assertThat(EventCatalog.find(WWW, NOTIFICATIONS, 99)).isEmpty();
    assertThat(EventCatalog.find(WWW, "{11111111-0000-0000-0000-000000000000}", 1)).isEmpty();
    assertThat(EventCatalog.find("", "", 0)).isEmpty();
    assertThat(EventCatalog.find(GENERAL, WWW, 1)).isEmpty();
    assertThat(EventCatalog.find(WWW, ROUTING, -1)).isEmpty();
    assertThat(EventCatalog.byName("NO_SUCH_EVENT")).isEmpty();
  }

  @Test
  void events_of_the_tracing_module_are_told_apart_by_name() {
    assertThat(EventCatalog.find(WWW, ZERO, 0)).isEmpty();
    assertThat(EventCatalog.find(WWW, ZERO, 0, "LOG_FILE_MAX_SIZE_TRUNCATE"))
        .hasValueSatisfying(k -> assertThat(k.level()).isEqualTo(3));
    assertThat(EventCatalog.find(WWW, ZERO, 0, "CUSTOM_ACTION_TRIGGER_LIMIT_EXCEEDED"))
        .hasValueSatisfying(k -> assertThat(k.level()).isEqualTo(4));
    assertThat(EventCatalog.find(WWW, ZERO, 0, "SOMETHING_NEW")).isEmpty();
  }

  @Test
  void events_whose_opcode_no_source_gives_are_found_by_name() {
    EventKind routed = EventCatalog.find(WWW, ROUTING, 2, "ARR_SERVER_ROUTED").orElseThrow();

    assertThat(routed.opcode()).isEqualTo(-1);
    assertThat(routed.level()).isEqualTo(-1);
    assertThat(routed.observed()).isFalse();
    assertThat(routed.established()).isFalse();
    assertThat(routed.fields()).contains(new EventField("Server", "", Map.of()));
    assertThat(EventCatalog.find(WWW, GENERAL, 99, "ARR_SERVER_ROUTED")).isEmpty();
  }

  @Test
  void a_manifest_establishes_an_event_and_guessing_does_not() {
    EventKind timeout = EventCatalog.byName("FASTCGI_ACTIVITY_TIMEOUT").get(0);
    assertThat(timeout.observed()).isFalse();
    assertThat(timeout.established()).isTrue();
    assertThat(EventCatalog.byName("AspNetStart").get(0).established()).isTrue();
    assertThat(EventCatalog.byName("AspNetStop").get(0).established()).isFalse();
    assertThat(EventCatalog.byName("ARR_REQUEST_ENTITY_START").get(0).established()).isFalse();
  }

  @Test
  void the_identity_goes_before_the_name() {
    assertThat(EventCatalog.find(WWW, NOTIFICATIONS, 1, "ANOTHER_NAME").map(EventKind::name))
        .contains("NOTIFY_MODULE_START");
  }

  @Test
  void an_event_whose_level_varies_has_none() {
    assertThat(EventCatalog.byName("IISNODE"))
        .singleElement()
        .satisfies(k -> assertThat(k.level()).isEqualTo(-1))
        .satisfies(k -> assertThat(k.opcode()).isEqualTo(100));
  }

  @Test
  void one_name_can_have_several_opcodes() {
    assertThat(EventCatalog.byName("ASP_SCRIPT_OBJECT_TRACE_INFO"))
        .extracting(EventKind::opcode)
        .containsExactly(56, 57, 58, 59);
  }

  @Test
  void aspnet_fields_keep_their_blank() {
    assertThat(EventCatalog.byName("AspNetStart").get(0).fields())
        .extracting(EventField::name)
        .startsWith("ConnID", "Context ID");
  }

  @Test
  void counts() {
    List<EventKind> all = EventCatalog.all();
    assertThat(all).hasSize(341);
    assertThat(all.stream().filter(EventKind::observed)).hasSize(158);
    assertThat(all.stream().filter(k -> k.opcode() < 0)).hasSize(6);
  }
}

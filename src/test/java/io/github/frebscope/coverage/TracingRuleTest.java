package io.github.frebscope.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.frebscope.catalog.EventCatalog;
import io.github.frebscope.catalog.EventKind;
import org.junit.jupiter.api.Test;

class TracingRuleTest {
  private static final TracingRule RULE =
      TracingRule.of()
          .provider("WWW Server", 3, "RequestNotifications", "rew")
          .provider("asp", 4)
          .provider("ASPNET", 5, "Page");

  private static EventKind kind(String name) {
    return EventCatalog.byName(name).get(0);
  }

  private static Recording recording(TracingRule rule, String event) {
    return rule.canHave(kind(event)).recording();
  }

  @Test
  void levels_up_to_the_verbosity_are_recorded_and_level_0_always() {
    assertThat(recording(RULE, "MODULE_SET_RESPONSE_ERROR_STATUS")).isEqualTo(Recording.RECORDED);
    assertThat(recording(RULE, "NOTIFY_MODULE_START")).isEqualTo(Recording.NOT_RECORDED);
    TracingRule least = TracingRule.of().provider("WWW Server", 0, "FastCGI");
    assertThat(recording(least, "FASTCGI_START")).isEqualTo(Recording.RECORDED);
    assertThat(recording(least, "FASTCGI_UNEXPECTED_EXIT")).isEqualTo(Recording.NOT_RECORDED);
    assertThat(RULE.canHave(kind("NOTIFY_MODULE_START")))
        .hasToString(
            "not recorded: the rule records WWW Server up to Warning, and its level is Verbose");
  }

  @Test
  void events_without_an_area_belong_to_their_provider() {
    assertThat(recording(RULE, "GENERAL_REQUEST_START")).isEqualTo(Recording.RECORDED);
    assertThat(recording(RULE, "GENERAL_RESPONSE_HEADERS")).isEqualTo(Recording.NOT_RECORDED);
    assertThat(recording(RULE, "ASP_NEW_SESSION_CREATED")).isEqualTo(Recording.RECORDED);
    assertThat(recording(RULE, "ASP_SCRIPT_TRACE_START")).isEqualTo(Recording.NOT_RECORDED);
    assertThat(recording(RULE, "CALL_ISAPI_EXTENSION")).isEqualTo(Recording.NOT_RECORDED);
  }

  @Test
  void an_area_is_named_by_the_beginning_of_its_name_and_every_hit_counts() {
    TracingRule rule = TracingRule.of().provider("www server", 5, "REQUEST");
    assertThat(recording(rule, "NOTIFY_MODULE_START")).isEqualTo(Recording.RECORDED);
    assertThat(recording(rule, "ARR_WEBFARM_NOT_ROUTED")).isEqualTo(Recording.RECORDED);
    assertThat(recording(rule, "URL_REWRITE_START")).isEqualTo(Recording.NOT_RECORDED);
    assertThat(recording(RULE, "ARR_WEBFARM_NOT_ROUTED")).isEqualTo(Recording.NOT_RECORDED);
    assertThat(recording(RULE, "ABORT_REQUEST_ACTION")).isEqualTo(Recording.RECORDED);
  }

  @Test
  void the_area_module_is_another_one_for_each_provider() {
    TracingRule rule = TracingRule.of().provider("ASPNET", 5, "Module");
    assertThat(recording(rule, "AspNetPipelineEnter")).isEqualTo(Recording.RECORDED);
    assertThat(recording(rule, "MODULE_WARNING")).isEqualTo(Recording.NOT_RECORDED);
  }

  @Test
  void any_area_of_aspnet_brings_its_start() {
    assertThat(recording(RULE, "AspNetStart")).isEqualTo(Recording.RECORDED);
    assertThat(recording(RULE, "AspNetPipelineEnter")).isEqualTo(Recording.NOT_RECORDED);
  }

  @Test
  void what_is_not_known_for_certain_is_not_said() {
    assertThat(recording(RULE, "AspNetStop")).isEqualTo(Recording.UNKNOWN); // worked out
    assertThat(recording(RULE, "AspNetModuleDiagInfoEvent")).isEqualTo(Recording.UNKNOWN);
    assertThat(recording(RULE, "LOG_FILE_MAX_SIZE_TRUNCATE")).isEqualTo(Recording.UNKNOWN);
    TracingRule all = TracingRule.of().provider("WWW Server", 5, "iisnode,RequestRouting");
    assertThat(recording(all, "IISNODE")).isEqualTo(Recording.UNKNOWN); // level varies
    assertThat(recording(all, "ARR_SERVER_ROUTED")).isEqualTo(Recording.UNKNOWN); // documented
    assertThat(recording(RULE, "IISNODE")).isEqualTo(Recording.NOT_RECORDED);
  }

  @Test
  void names_that_only_an_administrator_knows_leave_a_doubt() {
    TracingRule areas = TracingRule.of().provider("WWW Server", 5, "Cache", "Umleitung");
    assertThat(recording(areas, "FILE_CACHE_ACCESS_START")).isEqualTo(Recording.RECORDED);
    assertThat(recording(areas, "URL_REWRITE_START")).isEqualTo(Recording.UNKNOWN);
    TracingRule providers = TracingRule.of().provider("Webserver", 5, "Cache");
    assertThat(recording(providers, "URL_REWRITE_START")).isEqualTo(Recording.UNKNOWN);
    TracingRule none = TracingRule.of().provider("WWW Server", 5);
    assertThat(recording(none, "URL_REWRITE_START")).isEqualTo(Recording.UNKNOWN);
    assertThat(recording(none, "GENERAL_REQUEST_END")).isEqualTo(Recording.RECORDED);
  }

  @Test
  void reads_areas_as_the_configuration_holds_them_and_reads_well() {
    TracingRule rule = TracingRule.of().provider("WWW Server", 5, "Cache, CGI,").provider("ASP", 3);
    assertThat(rule.providers().get(0).areas()).containsExactly("Cache", "CGI");
    assertThat(rule).hasToString("WWW Server at Verbose: Cache, CGI; ASP at Warning");
    assertThat(TracingRule.of()).hasToString("records nothing");
    assertThat(rule)
        .isEqualTo(TracingRule.of().provider("WWW Server", 5, "Cache", "CGI").provider("ASP", 3))
        .isNotEqualTo(TracingRule.of());
  }

  @Test
  void refuses_what_no_configuration_can_hold() {
    TracingRule rule = TracingRule.of();
    assertThatThrownBy(() -> rule.provider("ASP", 6)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> rule.provider("ASP", -1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> RULE.provider("ASP", 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("provider ASP is named twice");
  }
}

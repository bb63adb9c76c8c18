package io.github.frebscope.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.frebscope.Frebscope;
import io.github.frebscope.testing.Fixtures;
import io.github.frebscope.timeline.SpanState;
import io.github.frebscope.timeline.Timeline;
import io.github.frebscope.trace.RequestInfo;
import io.github.frebscope.trace.Trace;
import io.github.frebscope.trace.TraceEvent;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the fixtures can have recorded. */
class CoverageTest {
  private static final TracingRule EVERYTHING =
      TracingRule.of()
          .provider(
              "WWW Server",
              5,
              "Authentication,Security,Filter,StaticFile,CGI,Compression,Cache,RequestNotifications,"
                  + "Module,Rewrite,RequestRouting,FastCGI,WebSocket,iisnode,ANCM")
          .provider("ASPNET", 5, "Infrastructure,Module,Page,AppServices")
          .provider("ASP", 5)
          .provider("ISAPI Extension", 5);

  private static Timeline timeline(String fixture) throws IOException {
    return Timeline.of(Frebscope.read(Fixtures.trace(fixture)));
  }

  private static Coverage coverage(String fixture) throws IOException {
    return Coverage.of(timeline(fixture));
  }

  @Test
  void a_whole_trace_says_what_it_recorded() throws IOException {
    Coverage coverage = coverage("arr-502.3-refused");
    assertThat(coverage.isWhole()).isTrue();
    assertThat(coverage.sentences())
        .containsExactly(
            "complete: from GENERAL_REQUEST_START to GENERAL_REQUEST_END, timeTaken agrees with the"
                + " events",
            "recorded: WWW Server at Verbose: Authentication, Cache, Filter, RequestNotifications,"
                + " RequestRouting, Rewrite",
            "not seen of WWW Server: Security, CGI, Compression, Module, FastCGI, WebSocket,"
                + " iisnode, ANCM",
            "recorded: ASPNET at Verbose: AppServices, Infrastructure, Module",
            "not seen of ASPNET: Page",
            "without end: 1 × ARR request headers");
    assertThat(coverage.toString()).isEqualTo(String.join("\n", coverage.sentences()));
  }

  @Test
  void an_event_of_an_area_that_was_seen_is_missed_for_certain() throws IOException {
    Coverage coverage = coverage("arr-502.3-refused");
    assertThat(coverage.absenceProves("ARR_RESPONSE_HEADERS_START")).isTrue();
    assertThat(coverage.doubts("ARR_RESPONSE_HEADERS_START")).isEmpty();
    assertThat(coverage.canHave("ARR_RESPONSE_HEADERS_START"))
        .hasToString("recorded: area RequestRouting was seen, and WWW Server at Verbose");
    assertThat(coverage.absenceProves("GENERAL_CHILD_REQUEST_START")).isTrue();
  }

  @Test
  void what_is_there_is_not_absent() throws IOException {
    Coverage coverage = coverage("arr-502.3-refused");
    assertThat(coverage.absenceProves("ARR_REQUEST_HEADERS_START")).isFalse();
    assertThat(coverage.canHave("GENERAL_REQUEST_START"))
        .isEqualTo(new Answer(Recording.RECORDED, "it is there: event 0"));
    assertThat(coverage.doubts("GENERAL_REQUEST_START")).containsExactly("it is there: event 0");
  }

  @Test
  void an_area_that_was_not_seen_may_be_off() throws IOException {
    Coverage coverage = coverage("arr-502.3-area-not-traced");
    assertThat(coverage.isWhole()).isTrue();
    assertThat(coverage.canHave("ARR_REQUEST_HEADERS_START"))
        .hasToString(
            "unknown: area RequestRouting was not seen: it may be off or nothing happened");
    assertThat(coverage.absenceProves("ARR_REQUEST_HEADERS_START")).isFalse();
    assertThat(coverage.absenceProves("MODULE_SET_RESPONSE_ERROR_STATUS")).isFalse();
    assertThat(coverage.absenceProves("FILE_CACHE_CREATE_FILE")).isTrue();
    assertThat(coverage.canHave("AspNetPipelineEnter").reason())
        .isEqualTo("provider ASPNET was not seen: it may be off or nothing happened");
  }

  @Test
  void the_rule_tells_what_the_trace_cannot() throws IOException {
    Timeline timeline = timeline("arr-502.3-area-not-traced");
    TracingRule rule =
        TracingRule.of().provider("WWW Server", 5, "Authentication,Cache,Rewrite,Security");
    Coverage coverage = Coverage.of(timeline, rule);
    assertThat(coverage.canHave("ARR_REQUEST_HEADERS_START"))
        .hasToString("not recorded: the rule does not name area RequestRouting");
    assertThat(coverage.canHave("AspNetPipelineEnter").recording())
        .isEqualTo(Recording.NOT_RECORDED);
    assertThat(coverage.absenceProves("SECURITY_DENIED_BY_ACCESS_FLAGS")).isTrue();
    assertThat(Coverage.of(timeline).absenceProves("SECURITY_DENIED_BY_ACCESS_FLAGS")).isFalse();
    assertThat(coverage.sentences()).contains("by the rule: " + rule);
    assertThat(coverage.rule()).contains(rule);
  }

  @Test
  void a_rule_that_does_not_fit_is_not_used() throws IOException {
    TracingRule rule = TracingRule.of().provider("WWW Server", 5, "Security,RequestNotifications");
    Coverage coverage = Coverage.of(timeline("arr-502.3-area-not-traced"), rule);
    assertThat(coverage.contradiction()).isPresent();
    assertThat(coverage.canHave("SECURITY_DENIED_BY_ACCESS_FLAGS").isUnknown()).isTrue();
    assertThat(coverage.canHave("ARR_REQUEST_HEADERS_START").isUnknown()).isTrue();
    assertThat(coverage.sentences())
        .anyMatch(
            s ->
                s.startsWith(
                    "not by the rule (WWW Server at Verbose: Security, RequestNotifications), which"
                        + " does not record event "));
  }

  @Test
  void levels_above_what_was_seen_may_be_off() throws IOException {
    Coverage coverage = coverage("arr-502.3-warnings-only");
    assertThat(coverage.isWhole()).isTrue();
    ProviderCoverage server = coverage.providers().get(0);
    assertThat(server.name()).isEqualTo("WWW Server");
    assertThat(server.highestLevel()).isEqualTo(3);
    assertThat(server.areas()).containsExactly(entry("RequestNotifications", 3));
    assertThat(server.toString())
        .startsWith("WWW Server at Warning or more: RequestNotifications; not seen: Auth");
    assertThat(coverage.canHave("NOTIFY_MODULE_START"))
        .hasToString(
            "unknown: its level is verbose, and of WWW Server nothing above warning was seen: it"
                + " may be off or nothing happened");
    assertThat(coverage.absenceProves("NOTIFY_MODULE_START")).isFalse();
    assertThat(coverage.absenceProves("GENERAL_MODULE_FACTORY_FAILED")).isTrue();
  }

  @Test
  void the_verbosity_is_that_of_the_provider_not_of_the_area() throws IOException {
    Coverage coverage = coverage("iisnode-500.1000-child");
    assertThat(coverage.providers().get(0).areas().get("RequestNotifications")).isEqualTo(5);
    assertThat(coverage.providers().get(0).areas().get("Authentication")).isEqualTo(4);
    assertThat(coverage.absenceProves("AUTH_SSPI_LOGON_FAILED")).isTrue();
  }

  @Test
  void traces_with_a_part_of_the_request_prove_nothing() throws IOException {
    Map<String, List<Flaw.Kind>> flawed =
        Map.of(
            "begins-in-the-middle", List.of(Flaw.Kind.BEGINS_LATE, Flaw.Kind.UNPAIRED),
            "size-limit", List.of(Flaw.Kind.SIZE_LIMIT, Flaw.Kind.UNPAIRED, Flaw.Kind.TIME_DIFFERS),
            "200.0-time-taken",
                List.of(Flaw.Kind.TIME_LIMIT, Flaw.Kind.UNPAIRED, Flaw.Kind.TIME_DIFFERS),
            "502.3-torn", List.of(Flaw.Kind.TORN));
    for (Map.Entry<String, List<Flaw.Kind>> fixture : flawed.entrySet()) {
      Timeline timeline = timeline(fixture.getKey());
      Coverage coverage = Coverage.of(timeline, EVERYTHING);
      assertThat(coverage.isWhole()).isFalse();
      assertThat(coverage.flaws().stream().map(Flaw::kind)).isEqualTo(fixture.getValue());
      assertThat(coverage.contradiction()).isEmpty();
      assertThat(coverage.canHave("FASTCGI_START").isRecorded()).isTrue();
      assertThat(coverage.absenceProves("FASTCGI_START")).isFalse();
      assertThat(Coverage.of(timeline).absenceProves("ABORT_REQUEST_ACTION")).isFalse();
    }
  }

  @Test
  void says_what_is_missing_with_its_facts() throws IOException {
    assertThat(coverage("size-limit").sentences().get(0))
        .isEqualTo(
            "not complete: recording stopped at the size limit (maxLogFileSizeKB), its last event"
                + " is GENERAL_READ_ENTITY_START (event 95); 1 × module without end; 30,140 ms"
                + " ±32 ms of timeTaken have no events");
    assertThat(coverage("begins-in-the-middle").doubts("FASTCGI_START"))
        .containsExactly(
            "area FastCGI was not seen: it may be off or nothing happened",
            "it begins with NOTIFY_MODULE_END (event 0), not GENERAL_REQUEST_START",
            "1 × module without start");
  }

  @Test
  void what_is_never_said_to_be_absent() throws IOException {
    Coverage coverage = Coverage.of(timeline("arr-502.3-refused"), EVERYTHING);
    assertThat(coverage.absenceProves("FASTCGI_START")).isTrue();
    for (String event :
        List.of(
            "IISNODE", // its level varies from call to call
            "ARR_SERVER_ROUTED", // only named in documentation
            "AspNetStop", // worked out, never seen
            "AspNetModuleDiagInfoEvent", // its area is not known
            "LOG_FILE_MAX_SIZE_TRUNCATE", // added by the tracing module
            "CUSTOM_ACTION_TRIGGER_LIMIT_EXCEEDED",
            "NO_SUCH_EVENT",
            "")) {
      assertThat(coverage.canHave(event).isUnknown()).as(event).isTrue();
      assertThat(coverage.absenceProves(event)).as(event).isFalse();
    }
  }

  @Test
  void providers_without_areas_and_without_names() throws IOException {
    assertThat(coverage("asp-500.100-script-error").providers())
        .extracting(ProviderCoverage::toString)
        .contains("ASP at Information or more", "ISAPI Extension at Information or more");
    assertThat(coverage("unknown-events").providers())
        .extracting(ProviderCoverage::name)
        .containsExactly("WWW Server", "{5D1E6C11-7C2B-4B54-9E6A-2F1B7A6C90E4}");
    assertThat(coverage("unknown-events").canHave("FAB_CACHE_PROBE").isRecorded()).isTrue();
  }

  private static TraceEvent event(String guid, String eventGuid, String area, long mask) {
    return TraceEvent.builder()
        .time(Instant.EPOCH)
        .provider("", guid)
        .kind(eventGuid, 777, "SOMETHING_NEW")
        .header(0, 1, 5)
        .area(mask, List.of(area), area)
        .build();
  }

  private static Coverage of(TraceEvent event) {
    return Coverage.of(
        Timeline.of(
            Trace.builder().request(RequestInfo.of(Map.of())).events(List.of(event)).build()));
  }

  @Test
  void a_name_an_administrator_gave_to_another_area_proves_nothing_of_the_usual_one() {
    String server = "{3A2A4E84-4C21-4981-AE10-3FDA0D9B0F83}";
    Coverage usual = of(event(server, "{1}", "RequestRouting", 0x800));
    assertThat(usual.canHave("ARR_REQUEST_HEADERS_START").isRecorded()).isTrue();
    Coverage other = of(event(server, "{1}", "RequestRouting", 0x20000));
    assertThat(other.canHave("ARR_REQUEST_HEADERS_START").isUnknown()).isTrue();
    assertThat(other.canHave("GENERAL_REQUEST_ENTITY").isRecorded()).isTrue();
  }

  @Test
  void an_event_that_any_area_of_asp_net_brings_needs_one_of_them() {
    String aspNet = "{AFF081FE-0247-4275-9C4E-021F3DC1DA35}";
    assertThat(of(event(aspNet, "{1}", "Page", 4)).canHave("AspNetStart").isRecorded()).isTrue();
    assertThat(of(event(aspNet, "{1}", "", 3)).canHave("AspNetStart").isRecorded()).isTrue();
    assertThat(of(event(aspNet, "{1}", "Eigenes", 16)).canHave("AspNetStart").isUnknown()).isTrue();
    assertThat(of(event(aspNet, "{1}", "", 17)).canHave("AspNetStart").isUnknown()).isTrue();
    assertThat(of(event(aspNet, "{1}", "", 3)).canHave("AspNetPipelineEnter").isUnknown()).isTrue();
  }

  @Test
  void control_characters_that_were_replaced_take_nothing_away() throws IOException {
    Coverage coverage = coverage("control-characters");
    assertThat(coverage.isWhole()).isTrue();
    assertThat(coverage.absenceProves("ABORT_REQUEST_ACTION")).isTrue();
  }

  @Test
  void asp_net_never_ends_and_that_says_nothing() throws IOException {
    Timeline timeline = timeline("managed-502.0-handler");
    assertThat(timeline.spans()).anyMatch(s -> s.is("AspNet") && s.state() == SpanState.OPEN);
    assertThat(Coverage.of(timeline).openSpans()).isEmpty();
    assertThat(Coverage.of(timeline).isWhole()).isTrue();
  }
}

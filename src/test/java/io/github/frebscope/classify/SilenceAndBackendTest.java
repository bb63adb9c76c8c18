package io.github.frebscope.classify;

import static io.github.frebscope.classify.TraceScript.ARR;
import static io.github.frebscope.classify.TraceScript.CANNOT_CONNECT;
import static io.github.frebscope.classify.TraceScript.endedWith;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.trace.TraceEvent;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SilenceAndBackendTest {
  private static final String ANCM = "AspNetCoreModule";

  private static Duration waited(TraceScript script) {
    return script
        .error(ANCM, "502.3", CANNOT_CONNECT)
        .end("502", "3")
        .verdict()
        .waited()
        .orElseThrow();
  }

  @Test
  void silence_right_before_the_event() {
    assertThat(waited(endedWith("502.3").begin().moduleStarts(ANCM, "128").wait(1187)))
        .isEqualTo(Duration.ofMillis(1187));
  }

  @Test
  void silence_before_other_events_of_the_same_moment() {
    TraceScript script =
        endedWith("502.3")
            .begin()
            .moduleStarts(ANCM, "128")
            .wait(1187)
            .success(ANCM, "200")
            .moduleStarts("DynamicCompressionModule", "536870912");
    assertThat(waited(script)).isEqualTo(Duration.ofMillis(1187));
  }

  @Test
  void silence_in_an_earlier_stage_is_not_the_handlers() {
    TraceScript script =
        endedWith("502.3")
            .begin()
            .moduleStarts("WindowsAuthenticationModule", "2")
            .wait(2000)
            .moduleEnds("WindowsAuthenticationModule", "2")
            .moduleStarts(ANCM, "128");
    assertThat(waited(script)).isEqualTo(Duration.ZERO);
  }

  @Test
  void silence_before_the_handler_was_even_chosen_is_not_the_handlers() {
    TraceScript script =
        endedWith("502.3")
            .begin()
            .wait(2000)
            .event("URL_CACHE_ACCESS_END")
            .handler("aspNetCore", ANCM, "");
    assertThat(waited(script)).isEqualTo(Duration.ZERO);
  }

  @Test
  void silence_after_the_handler_was_chosen_is_the_handlers_when_modules_are_not_traced() {
    TraceScript script =
        endedWith("502.3")
            .begin()
            .handler("aspNetCore", ANCM, "")
            .wait(2000)
            .event("ANCM_REQUEST_FORWARD_FAIL", "ErrorCode", "0");
    assertThat(waited(script)).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void stages_of_child_requests_do_not_matter() {
    TraceScript script =
        endedWith("502.3")
            .moduleStarts(ANCM, "128")
            .wait(500)
            .childBegins()
            .moduleStarts("RewriteModule", "1")
            .childEnds("200");
    assertThat(waited(script)).isEqualTo(Duration.ofMillis(500));
  }

  @Test
  void no_earlier_time_is_no_silence() {
    assertThat(waited(endedWith("502.3").begin())).isEqualTo(Duration.ZERO);
  }

  @Test
  void less_than_a_tick_is_no_measurement() {
    assertThat(
            endedWith("502.3")
                .begin()
                .wait(15)
                .error(ANCM, "502.3", CANNOT_CONNECT)
                .verdict()
                .explanation())
        .contains("the attempt took <31 ms.");
    assertThat(
            endedWith("502.3")
                .begin()
                .wait(468)
                .error(ANCM, "502.3", CANNOT_CONNECT)
                .verdict()
                .explanation())
        .contains("the attempt took at most 468 ms ±16 ms.");
  }

  private static String backend(TraceScript script, String status) {
    return script.error(ARR, status, "0").verdict().backend().orElse(null);
  }

  @Test
  void chosen_server_comes_first_and_the_last_choice_counts() {
    TraceScript script =
        endedWith("502.3")
            .event("REWRITE_ACTION", "RewriteURL", "http://shopfarm/x")
            .event("ARR_REQUEST_ROUTED", "WebFarm", "shopfarm", "Server", "app1.example")
            .event("ARR_SERVER_ROUTED", "Server", "app1.example")
            .event("ARR_SERVER_ROUTED", "Server", "app2.example")
            .header("Host", "app2.example");
    assertThat(backend(script, "502.3")).isEqualTo("app2.example");
  }

  @Test
  void farm_comes_before_a_server_when_none_was_available() {
    TraceScript script =
        endedWith("502.4")
            .event("ARR_REQUEST_ROUTED", "WebFarm", "shopfarm", "Server", "app1.example");
    assertThat(backend(script, "502.4")).isEqualTo("shopfarm");
  }

  @Test
  void farm_without_a_server() {
    TraceScript script =
        endedWith("502.3").event("ARR_REQUEST_ROUTED", "WebFarm", "shopfarm", "Server", "");
    assertThat(backend(script, "502.3")).isEqualTo("shopfarm");
  }

  @Test
  void host_of_the_last_absolute_url() {
    TraceScript script =
        endedWith("502.3")
            .event("REWRITE_ACTION", "RewriteURL", "http://old.example/x")
            .event("REWRITE_ACTION", "RewriteURL", "HTTPS://user@new.example:8443?q=/a")
            .event("URL_CHANGED", "OldUrl", "https://new.example:8443", "NewUrl", "/basket");
    assertThat(backend(script, "502.3")).isEqualTo("new.example:8443");
  }

  @Test
  void host_header_is_the_last_resort() {
    assertThat(backend(endedWith("502.3").header("Host", "app3.example"), "502.3"))
        .isEqualTo("app3.example");
    assertThat(backend(endedWith("502.3").header("Cookie", "secret"), "502.3")).isNull();
  }

  @Test
  void rewriting_alone_makes_no_backend() {
    assertThat(
            endedWith("500")
                .event("REWRITE_ACTION", "RewriteURL", "http://shopfarm/x")
                .error("FastCgiModule", "500", "0")
                .verdict()
                .backend())
        .isEmpty();
  }

  @Test
  void backend_of_another_request_level_does_not_count() {
    TraceScript script =
        endedWith("502.3")
            .childBegins()
            .event("ARR_SERVER_ROUTED", "Server", "app1.example")
            .childEnds("200");
    assertThat(backend(script, "502.3")).isNull();
  }

  @Test
  void handler_with_a_dotnet_type_is_managed() {
    assertThat(
            endedWith("500")
                .handler("Orders", "OrdersHandler", "Contoso.Orders, Contoso")
                .error("OrdersHandler", "500", "0")
                .verdict()
                .area())
        .contains("ASPNET");
  }

  @Test
  void frequent_verbose_events_are_not_asked_for() {
    assertThat(Classifier.standard().eventNames())
        .doesNotContain("NOTIFY_MODULE_START", "NOTIFY_MODULE_END", "AspNetPipelineEnter")
        .contains("MODULE_SET_RESPONSE_SUCCESS_STATUS", "ARR_REQUEST_HEADERS_START")
        .hasSizeLessThan(150);
  }

  @Test
  void events_beside_a_step_of_the_clock_are_in_every_digest() {
    var trace =
        endedWith("502.3")
            .begin()
            .moduleStarts(ANCM, "128")
            .wait(100)
            .moduleEnds(ANCM, "128")
            .end("502", "3")
            .build();
    assertThat(trace.digest(Classifier.standard().eventNames()).events())
        .extracting(TraceEvent::name)
        .containsExactly(
            "GENERAL_REQUEST_START",
            "NOTIFY_MODULE_START",
            "NOTIFY_MODULE_END",
            "GENERAL_REQUEST_END");
  }
}

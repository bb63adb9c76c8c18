package io.github.frebscope.classify;

import static io.github.frebscope.classify.TraceScript.ARR;
import static io.github.frebscope.classify.TraceScript.CANNOT_CONNECT;
import static io.github.frebscope.classify.TraceScript.endedWith;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Traces that invite a confident wrong answer: backends. What is right follows from documents. */
class HardBackendsTest {
  @Test
  void last_of_two_rewrites() {
    Verdict verdict =
        endedWith("502.3")
            .event("REWRITE_ACTION", "RewriteURL", "http://old.frebscope.example:81/a")
            .event("REWRITE_ACTION", "RewriteURL", "http://new.frebscope.example:82/a")
            .error(ARR, "502.3", CANNOT_CONNECT)
            .event("REWRITE_ACTION", "RewriteURL", "https://public.frebscope.example/")
            .end("502", "3")
            .verdict();
    assertThat(verdict.backend()).contains("new.frebscope.example:82");
  }

  @Test
  void second_server_after_the_first_failed() {
    Verdict verdict =
        endedWith("502.3")
            .event("ARR_SERVER_ROUTED", "Server", "app1.frebscope.example")
            .event("ARR_REQUEST_HEADERS_START")
            .wait(1000)
            .event("ARR_SERVER_ROUTED", "Server", "app2.frebscope.example")
            .event("ARR_REQUEST_HEADERS_START")
            .wait(2000)
            .error(ARR, "502.3", CANNOT_CONNECT)
            .end("502", "3")
            .verdict();
    assertThat(verdict.backend()).contains("app2.frebscope.example");
    assertThat(verdict.waited().orElseThrow()).hasSeconds(2);
    assertThat(verdict.explanation())
        .contains("got no connection to app2.frebscope.example:")
        .contains("ARR had routed it to app1.frebscope.example before.");
  }

  @Test
  void a_module_that_stopped_the_request_before_arr_asked_has_no_backend() {
    Verdict verdict =
        endedWith("403")
            .event("ARR_SERVER_ROUTED", "Server", "app1.frebscope.example")
            .handler("ApplicationRequestRoutingHandler", ARR, "")
            .error("Session", "32", "403", "0")
            .end("403", "0")
            .verdict();
    assertThat(verdict.backend()).isEmpty();
    assertThat(verdict.explanation()).doesNotContain("app1");
  }

  @Test
  void no_server_was_found_for_the_farm() {
    Verdict verdict =
        endedWith("502.4")
            .event("ARR_REQUEST_ROUTED", "WebFarm", "shopfarm", "Server", "")
            .error(ARR, "502.4", "0")
            .end("502", "4")
            .verdict();
    assertThat(verdict.backend()).contains("shopfarm");
    assertThat(verdict.explanation()).startsWith("ARR found no server for shopfarm: ");
  }
}

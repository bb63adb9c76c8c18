package io.github.frebscope.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.trace.StatusCode;
import org.junit.jupiter.api.Test;

class StatusesTest {
  @Test
  void gateway_statuses() {
    assertThat(Statuses.text(StatusCode.of(502, 4))).contains("Bad Gateway: No Server (ARR)");
    assertThat(Statuses.text(StatusCode.of(502, 1))).contains("CGI application timeout");
    assertThat(Statuses.component(StatusCode.of(502, 1))).contains("CgiModule");
    assertThat(Statuses.component(StatusCode.of(502, 3)).orElseThrow())
        .contains("ApplicationRequestRouting", "AspNetCoreModuleV2", "httpPlatformHandler");
    assertThat(Statuses.text(StatusCode.of(503, 4))).contains("FastCGI queue full");
    assertThat(Statuses.text(StatusCode.of(500, 30))).contains("ANCM In-Process Start Failure");
    assertThat(Statuses.text(StatusCode.of(404))).contains("Not found");
    assertThat(Statuses.text(StatusCode.of(304))).contains("Not modified");
  }

  @Test
  void an_unknown_sub_status_falls_back_only_when_asked_to() {
    StatusCode unknown = StatusCode.of(404, 999);

    assertThat(Statuses.text(unknown)).isEmpty();
    assertThat(Statuses.component(unknown)).isEmpty();
    assertThat(Statuses.textOrGeneral(unknown)).contains("Not found");
    assertThat(Statuses.textOrGeneral(StatusCode.of(502, 4)))
        .contains("Bad Gateway: No Server (ARR)");
  }

  @Test
  void an_unknown_status_is_empty() {
    assertThat(Statuses.text(StatusCode.of(0))).isEmpty();
    assertThat(Statuses.textOrGeneral(StatusCode.of(799, 1))).isEmpty();
  }
}

package io.github.frebscope.testing.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.frebscope.trace.Trace;
import io.github.frebscope.trace.TraceEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TraceScriptTest {
  private static final Site SITE =
      Site.on("FAB-EDGE1").get("http://shop.fabrik.example:80/cart").at(Instant.EPOCH);

  @Test
  void theClockJumpsByFifteenAndAFraction() {
    TickClock clock = new TickClock(Instant.EPOCH);
    clock.tick();
    assertThat(clock.elapsedMillis()).isEqualTo(15);
    clock.tick();
    assertThat(clock.elapsedMillis()).isEqualTo(31);
    clock.pass(Duration.ofSeconds(1));
    assertThat(clock.elapsedMillis()).isEqualTo(1031);
  }

  @Test
  void lowVerbosityKeepsLevelZero() {
    TraceScript script = refused().record(Recording.EVERYTHING.upTo(3));
    assertThat(names(script.trace()))
        .containsExactly(
            "GENERAL_REQUEST_START",
            "MODULE_SET_RESPONSE_ERROR_STATUS",
            "SET_RESPONSE_ERROR_DESCRIPTION",
            "GENERAL_SEND_CUSTOM_ERROR",
            "GENERAL_REQUEST_END");
    assertThat(script.trace().event(1).orElseThrow().index()).isEqualTo(1);
  }

  @Test
  void aFullFileEndsWithTheMark() {
    List<TraceEvent> events = refused().record(Recording.EVERYTHING.fullAfter(20)).trace().events();
    assertThat(events).hasSize(21);
    assertThat(events.get(20).name()).isEqualTo("LOG_FILE_MAX_SIZE_TRUNCATE");
    assertThat(events.get(20).data()).isEmpty();
    assertThat(events.get(20).level()).isEqualTo(3);
  }

  @Test
  void theTimeLimitCutsAndHidesTheStatus() {
    Trace trace =
        refused().record(Recording.EVERYTHING.writtenAfter(Duration.ofSeconds(1))).trace();
    assertThat(trace.request().failureReason()).contains("TIME_TAKEN");
    assertThat(trace.request().attributes())
        .containsEntry("statusCode", "200")
        .containsEntry("triggerStatusCode", "0")
        .containsEntry("timeTaken", "1000");
    assertThat(names(trace)).doesNotContain("MODULE_SET_RESPONSE_ERROR_STATUS");
  }

  @Test
  void beginsWithTheEndOfTheTracingModule() {
    Trace trace = refused().record(Recording.EVERYTHING.beginningInTheMiddle()).trace();
    TraceEvent first = trace.events().get(0);
    assertThat(first.name()).isEqualTo("NOTIFY_MODULE_END");
    assertThat(first.data("ModuleName")).contains("FailedRequestsTracingModule");
    assertThat(first.description("Notification")).contains("BEGIN_REQUEST");
  }

  @Test
  void anEventNeedsAllItsValues() {
    RequestScript request = new TraceScript(SITE).request();
    assertThatThrownBy(() -> request.emit("REWRITE_ACTION", "a"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("REWRITE_ACTION needs a value for RewriteURL");
    assertThatThrownBy(() -> request.emit("ARR_REQUEST_HEADERS_START", "a"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> request.emit("NO_SUCH_EVENT"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static TraceScript refused() {
    return Failures.refused(SITE, "shopfarm", "fab-web2.fabrik.example");
  }

  private static List<String> names(Trace trace) {
    return trace.events().stream().map(TraceEvent::name).toList();
  }
}

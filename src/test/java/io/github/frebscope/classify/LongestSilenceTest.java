package io.github.frebscope.classify;

import static io.github.frebscope.classify.TraceScript.HANDLER_STAGE;
import static io.github.frebscope.classify.TraceScript.endedWith;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.trace.Completeness;
import org.junit.jupiter.api.Test;

/** What a slow request was slow at. */
class LongestSilenceTest {
  private static TraceScript slow() {
    return endedWith("200").root("triggerStatusCode", "0").root("failureReason", "TIME_TAKEN");
  }

  @Test
  void lies_in_the_module_that_had_just_begun() {
    Verdict verdict =
        slow()
            .begin()
            .wait(100)
            .moduleStarts("AspNetCoreModule", HANDLER_STAGE)
            .wait(5000)
            .moduleEnds("AspNetCoreModule", HANDLER_STAGE)
            .end("200", "0")
            .verdict();
    assertThat(verdict.explanation())
        .contains(
            "The longest silence, 5,000 ms ±16 ms, came after NOTIFY_MODULE_START (event 1), in"
                + " AspNetCoreModule (ANCM).");
    assertThat(verdict.module()).as("nobody set the status").isEmpty();
  }

  @Test
  void lies_in_what_a_gateway_does() {
    Verdict verdict =
        slow()
            .begin()
            .event("ARR_REQUEST_HEADERS_START")
            .event("ARR_REQUEST_HEADERS_END")
            .wait(2500)
            .event("ARR_RESPONSE_HEADERS_END")
            .wait(2500)
            .end("200", "0")
            .verdict();
    assertThat(verdict.explanation())
        .as("the first of equals")
        .contains(
            "2,500 ms ±16 ms, came after ARR_REQUEST_HEADERS_END (event 2), in"
                + " ApplicationRequestRouting (RequestRouting): waiting for the backend's answer.");
  }

  @Test
  void names_no_module_after_an_event_that_begins_nothing() {
    Verdict verdict =
        slow()
            .begin()
            .moduleStarts("CacheModule", "1024")
            .moduleEnds("CacheModule", "1024")
            .wait(4000)
            .end("200", "0")
            .verdict();
    assertThat(verdict.explanation())
        .contains("4,000 ms ±16 ms, came after NOTIFY_MODULE_END (event 2). ".strip())
        .doesNotContain("in CacheModule");
  }

  @Test
  void lasts_until_the_file_was_written_at_the_time_limit() {
    Verdict verdict =
        slow()
            .root("timeTaken", "10000")
            .incomplete(Completeness.TIME_LIMIT)
            .begin()
            .wait(300)
            .event("ANCM_REQUEST_FORWARD_START")
            .verdict();
    assertThat(verdict.explanation())
        .contains(
            "9,700 ms ±16 ms, came after ANCM_REQUEST_FORWARD_START (event 1), in"
                + " AspNetCoreModuleV2 (ANCM): connecting to the application process or sending headers.");
  }

  @Test
  void is_not_told_when_nothing_takes_time() {
    assertThat(slow().begin().end("200", "0").verdict().explanation())
        .doesNotContain("longest silence");
  }
}

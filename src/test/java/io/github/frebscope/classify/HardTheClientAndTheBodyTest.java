package io.github.frebscope.classify;

import static io.github.frebscope.classify.TraceScript.ARR;
import static io.github.frebscope.classify.TraceScript.endedWith;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.cause.Confidence;
import io.github.frebscope.cause.Evidence;
import org.junit.jupiter.api.Test;

/**
 * Traces that invite a confident wrong answer: the client and the body. What is right follows from
 * documents.
 */
class HardTheClientAndTheBodyTest {
  private static final String CLIENT_GONE = "2147943629";
  private static final String SEND_RESPONSE = "536870912";

  @Test
  void client_that_went_before_the_status_was_set() {
    Verdict verdict =
        endedWith("502.3")
            .success("AspNetCoreModule", "200")
            .event("GENERAL_FLUSH_RESPONSE_END", "BytesSent", "0", "ErrorCode", CLIENT_GONE)
            .error("AspNetCoreModule", "502.3", CLIENT_GONE)
            .end("502", "3")
            .verdict();
    assertThat(verdict.explanation())
        .contains(
            "Before that, sending the response to the client failed with"
                + " ERROR_CONNECTION_INVALID 0x800704CD (event 1).");
    assertThat(verdict.evidence()).extracting(Evidence::event).contains(1);
  }

  @Test
  void client_that_went_while_the_answer_was_passed_on() {
    Verdict verdict =
        endedWith("200")
            .arrAnswered()
            .success(ARR, "200")
            .event("GENERAL_FLUSH_RESPONSE_END", "BytesSent", "0", "ErrorCode", CLIENT_GONE)
            .end("200", "0")
            .verdict();
    assertThat(verdict.moduleConfidence()).isEqualTo(Confidence.MEDIUM);
    assertThat(verdict.explanation())
        .contains("But sending the response to the client failed")
        .doesNotContain("No failure");
  }

  @Test
  void backend_that_stopped_in_the_middle_of_the_body() {
    TraceScript script =
        endedWith("200").arrAnswered().success(ARR, "200").event("ARR_RESPONSE_ENTITY_START");
    Verdict verdict = script.end("200", "0").verdict();
    assertThat(verdict.moduleConfidence()).isEqualTo(Confidence.MEDIUM);
    assertThat(verdict.explanation()).contains("answer may have broken off");
    assertThat(
            endedWith("200")
                .arrAnswered()
                .success(ARR, "200")
                .event("ARR_RESPONSE_ENTITY_START")
                .event("ARR_RESPONSE_ENTITY_END")
                .end("200", "0")
                .verdict()
                .confidence())
        .isEqualTo(Confidence.HIGH);
  }

  @Test
  void compression_s_500_19_without_a_configuration_error() {
    Verdict verdict =
        endedWith("500.19")
            .event(
                "MODULE_SET_RESPONSE_ERROR_STATUS",
                "ModuleName",
                "DynamicCompressionModule",
                "Notification",
                SEND_RESPONSE,
                "HttpStatus",
                "500",
                "HttpSubStatus",
                "19",
                "ErrorCode",
                CLIENT_GONE,
                "ConfigExceptionInfo",
                "")
            .event("GENERAL_FLUSH_RESPONSE_END", "BytesSent", "0", "ErrorCode", CLIENT_GONE)
            .end("500", "19")
            .verdict();
    assertThat(verdict.explanation())
        .contains("No configuration error came with it. After that, sending");
  }

  @Test
  void configuration_error_is_told_in_iis_s_words() {
    Verdict verdict =
        endedWith("500.19")
            .event(
                "MODULE_SET_RESPONSE_ERROR_STATUS",
                "ModuleName",
                "IIS Web Core",
                "Notification",
                "1",
                "HttpStatus",
                "500",
                "HttpSubStatus",
                "19",
                "ErrorCode",
                "2147942583",
                "ConfigExceptionInfo",
                "\\\\?\\D:\\shop\\web.config ( 8) :Cannot add duplicate entry\r\n")
            .end("500", "19")
            .verdict();
    assertThat(verdict.explanation())
        .contains(
            "The configuration error: \\\\?\\D:\\shop\\web.config ( 8) :Cannot add duplicate"
                + " entry.");
  }
}

package io.github.frebscope.classify;

import static io.github.frebscope.classify.TraceScript.endedWith;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.catalog.Cause;
import io.github.frebscope.cause.Confidence;
import io.github.frebscope.cause.Evidence;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The code of a write to the client that failed counts in whatever form the trace has it. */
class BrokenWriteCodesTest {
  private static Verdict afterAFlushWith(String code) {
    return endedWith("502.3")
        .begin()
        .event("GENERAL_FLUSH_RESPONSE_END", "BytesSent", "0", "ErrorCode", code)
        .error("AspNetCoreModule", "502.3", "2147943629")
        .end("502", "3")
        .verdict();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2147943629", "-2147023667", "0x800704CD", "1229", " 2147943629 "})
  void a_broken_write_proves_that_the_client_left(String code) {
    Verdict verdict = afterAFlushWith(code);
    assertThat(verdict.cause().map(Cause::id)).contains("CLIENT_GONE");
    assertThat(verdict.confidence()).isEqualTo(Confidence.HIGH);
    assertThat(verdict.evidence())
        .contains(new Evidence(1, "GENERAL_FLUSH_RESPONSE_END", "sending to the client failed"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "0x0", "none"})
  void a_write_that_did_not_fail_proves_nothing(String code) {
    assertThat(afterAFlushWith(code).confidence()).isEqualTo(Confidence.MEDIUM);
  }
}

package io.github.frebscope.classify;

import static io.github.frebscope.classify.TraceScript.ARR;
import static io.github.frebscope.classify.TraceScript.CANNOT_CONNECT;
import static io.github.frebscope.classify.TraceScript.endedWith;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.catalog.TimeLimits;
import io.github.frebscope.cause.Confidence;
import io.github.frebscope.cause.Evidence;
import io.github.frebscope.cause.Failure;
import io.github.frebscope.trace.StatusCode;
import io.github.frebscope.trace.Trace;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the rules for causes are told of a failed request. */
class WhyFailedTest {
  private static final String CORE = "AspNetCoreModuleV2";
  private static final String FORWARD_FAIL = "ANCM_REQUEST_FORWARD_FAIL";

  /** The module set its status in event 1. */
  private static Failure failure(TraceScript script, String module, StatusCode status) {
    Trace trace = script.build();
    Verdict who =
        Verdict.builder("test")
            .status(status)
            .module(module, null)
            .confidence(Confidence.HIGH)
            .evidence(List.of(new Evidence(1, trace.events().get(1).name(), "set it")))
            .explanation("who")
            .build();
    Facts facts = Facts.of(trace, Classifier.standard().eventNames());
    return WhyFailed.of(facts, who, status, TimeLimits.standard());
  }

  private static TraceScript set(String module, String status, String code) {
    return endedWith("502.3").begin().error(module, status, code);
  }

  @Test
  void the_status_is_the_one_that_the_module_set() {
    assertThat(failure(set(ARR, "502.4", "0"), ARR, StatusCode.of(502, 3)).status())
        .isEqualTo(StatusCode.of(502, 4));
  }

  @Test
  void a_sub_status_that_the_module_did_not_set_came_from_elsewhere() {
    assertThat(failure(set(ARR, "502.0", "0"), ARR, StatusCode.of(502, 3)).status())
        .isEqualTo(StatusCode.of(502, 3));
  }

  @Test
  void another_status_than_the_clients_is_not_the_one_to_explain() {
    assertThat(failure(set(ARR, "500.19", "0"), ARR, StatusCode.of(502, 3)).status())
        .isEqualTo(StatusCode.of(502, 3));
  }

  @Test
  void the_code_is_that_of_the_status_or_else_what_the_module_told_before() {
    TraceScript own = set(ARR, "502.3", CANNOT_CONNECT);
    assertThat(failure(own, ARR, StatusCode.of(502, 3)).isCode("ERROR_WINHTTP_CANNOT_CONNECT"))
        .isTrue();
    TraceScript before =
        endedWith("502.3")
            .event(FORWARD_FAIL, "ErrorCode", CANNOT_CONNECT)
            .error(CORE, "502.3", "0");
    Failure told = failure(before, CORE, StatusCode.of(502, 3));
    assertThat(told.isCode("ERROR_WINHTTP_CANNOT_CONNECT")).isTrue();
    assertThat(told.codeToldBy())
        .get()
        .hasToString("0 " + FORWARD_FAIL + " [ErrorCode=2147954429]");
    TraceScript after = set(CORE, "502.3", "0").event(FORWARD_FAIL, "ErrorCode", CANNOT_CONNECT);
    assertThat(failure(after, CORE, StatusCode.of(502, 3)).errorCode()).hasValue(0);
  }
}

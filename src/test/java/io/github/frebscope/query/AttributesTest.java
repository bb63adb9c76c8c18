package io.github.frebscope.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.cause.Confidence;
import io.github.frebscope.classify.Verdict;
import io.github.frebscope.testing.Samples;
import io.github.frebscope.trace.Completeness;
import io.github.frebscope.trace.Diagnostic;
import io.github.frebscope.trace.RequestInfo;
import io.github.frebscope.trace.Trace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AttributesTest {
  private static final TraceSummary TRACE = Samples.summary("a/fr000001.xml", null, 0);

  @Test
  void stand_in_the_order_of_the_documented_keys() {
    assertThat(Attributes.all())
        .extracting(Attribute::name)
        .containsExactly(
            ("file server site appPool processId activityId url verb status subStatus"
                    + " triggerStatus triggerSubStatus failureReason start timeTakenMs events"
                    + " complete diagnostics module area notification errorCode errorHex errorName"
                    + " errorText cause confidence evidence backend waitMs explanation"
                    + " fingerprint alternatives remedy next role receivedLogId sentLogId statusCode"
                    + " failure origin error phase rule farm host path urlPattern authentication"
                    + " headers hour hourOfDay weekday")
                .split(" "));
  }

  @Test
  void are_found_by_name_without_regard_to_case() {
    assertThat(Attributes.find("TIMETAKENMS")).contains(Attributes.TIME_TAKEN);
    assertThat(Attributes.find("took")).isEmpty();
  }

  @Test
  void tell_what_the_trace_and_the_verdict_say() {
    assertThat(Attributes.SERVER.of(TRACE)).contains("WEB01");
    assertThat(Attributes.SITE.of(TRACE)).contains(5L);
    assertThat(Attributes.STATUS.of(TRACE)).contains(502);
    assertThat(Attributes.SUB_STATUS.of(TRACE)).contains(3);
    assertThat(Attributes.START.of(TRACE)).contains(Samples.START);
    assertThat(Attributes.TIME_TAKEN.of(TRACE)).contains(Duration.ofMillis(8078));
    assertThat(Attributes.EVENTS.of(TRACE)).contains(1);
    assertThat(Attributes.COMPLETE.of(TRACE)).contains(true);
    assertThat(Attributes.DIAGNOSTICS.of(TRACE)).contains(List.of());
    assertThat(Attributes.AREA.of(TRACE)).contains("RequestRouting");
    assertThat(Attributes.ERROR_CODE.of(TRACE)).contains(2147954402L);
    assertThat(Attributes.ERROR_HEX.of(TRACE)).contains("0x80072EE2");
    assertThat(Attributes.ERROR_NAME.of(TRACE)).contains("ERROR_WINHTTP_TIMEOUT");
    assertThat(Attributes.EVIDENCE.of(TRACE)).contains(List.of(3));
    assertThat(Attributes.WAIT.of(TRACE)).contains(Duration.ofMillis(8047));
    assertThat(Attributes.CAUSE.of(TRACE)).isEmpty();
    assertThat(Attributes.FINGERPRINT.of(TRACE))
        .hasValueSatisfying(id -> assertThat(id).matches("1-[0-9a-f]{10}"));
  }

  @Test
  void are_empty_when_the_trace_does_not_tell() {
    Trace bare = Trace.builder().file("x.xml").request(RequestInfo.of(Map.of())).build();
    Verdict unknown =
        Verdict.builder("ends-early").confidence(Confidence.LOW).explanation("?").build();
    TraceSummary trace = TraceSummary.of(bare, unknown, Optional.empty());
    assertThat(Attributes.all().stream().filter(a -> a.of(trace).isPresent()))
        .extracting(Attribute::name)
        .containsExactly(
            "file",
            "events",
            "complete",
            "diagnostics",
            "confidence",
            "evidence",
            "explanation",
            "fingerprint",
            "alternatives",
            "role",
            "failure",
            "origin");
  }

  @Test
  void give_predicates_that_work_on_missing_values() {
    assertThat(Attributes.STATUS.is(502)).accepts(TRACE);
    assertThat(Attributes.STATUS.is(504)).rejects(TRACE);
    assertThat(Attributes.STATUS.in(502, 504, 502)).accepts(TRACE);
    assertThat(Attributes.STATUS.in()).rejects(TRACE);
    assertThat(Attributes.CAUSE.is("TIMEOUT_RECEIVE")).rejects(TRACE);
    assertThat(Attributes.CAUSE.present()).rejects(TRACE);
    assertThat(Attributes.BACKEND.present()).accepts(TRACE);
  }

  @Test
  void a_given_server_name_goes_before_the_one_in_the_trace() {
    assertThat(Samples.summary("x", "FRONT", 0).server()).contains("FRONT");
  }

  @Test
  void diagnostics_are_bounded_and_counted() {
    List<Diagnostic> many = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      many.add(new Diagnostic(Diagnostic.Kind.LOST_EVENT, "lost " + i, 100 + i, i));
    }
    Trace trace = Samples.trace().diagnostics(many, 40).completeness(Completeness.TORN).build();
    TraceSummary summary = TraceSummary.of(trace, Samples.verdict().build(), Optional.empty());
    assertThat(summary.diagnostics()).hasSize(5).contains("byte 104, event 4: lost 4");
    assertThat(summary.diagnosticCount()).isEqualTo(40);
    assertThat(summary.isReadWhole()).isFalse();
  }

  @Test
  void a_child_request_s_status_is_no_failure_of_the_request() {
    Map<String, String> attributes = Samples.attributes();
    attributes.put("statusCode", "200");
    Trace trace = Samples.trace().request(RequestInfo.of(attributes)).build();
    Verdict none =
        Verdict.builder("no-failure")
            .failure(false)
            .confidence(Confidence.HIGH)
            .explanation("none")
            .build();
    assertThat(TraceSummary.of(trace, none, Optional.empty()).isFailure()).isFalse();
  }

  @Test
  void a_summary_s_text_is_one_line_without_the_query() {
    TraceSummary summary = Samples.summary("very/long/".repeat(20) + "fr000001.xml", null, 0);
    assertThat(summary.toString())
        .hasSizeLessThanOrEqualTo(80)
        .startsWith("502.3 by ApplicationRequestRouting")
        .endsWith("fr000001.xml");
  }
}

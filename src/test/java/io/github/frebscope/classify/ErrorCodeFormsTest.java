package io.github.frebscope.classify;

import static io.github.frebscope.classify.TraceScript.ARR;
import static io.github.frebscope.classify.TraceScript.HANDLER_STAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.catalog.Cause;
import io.github.frebscope.cause.Evidence;
import io.github.frebscope.trace.DataField;
import io.github.frebscope.trace.StatusCode;
import io.github.frebscope.trace.Trace;
import io.github.frebscope.trace.TraceEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same error, however the trace tells its code. */
class ErrorCodeFormsTest {
  private static final String ANCM1 = "AspNetCoreModule";
  private static final String ANCM2 = "AspNetCoreModuleV2";
  private static final String INVALID_RESPONSE = "2147954552";
  private static final String CANCELLED = "2147954417";

  private static TraceScript asked(String status) {
    return TraceScript.endedWith(status)
        .begin()
        .event("ARR_REQUEST_HEADERS_START")
        .event("ARR_REQUEST_HEADERS_END")
        .wait(80);
  }

  private static Verdict invalid(String code) {
    return asked("502.3").error(ARR, "502.3", code).end("502", "3").verdict();
  }

  private static void isInvalid(Verdict verdict) {
    assertThat(verdict.cause().map(Cause::id)).as("%s", verdict).contains("INVALID_RESPONSE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        INVALID_RESPONSE,
        "-2147012744",
        "0x80072F78",
        "0X80072f78",
        "0xFFFFFFFF80072F78",
        " 2147954552\r\n",
        "12152"
      })
  void a_number_in_every_form(String code) {
    isInvalid(invalid(code));
  }

  @ParameterizedTest
  @CsvSource({
    "12002,TIMEOUT_RECEIVE",
    "12017,CANCELLED_HANDLE",
    "12019,CANCELLED_HANDLE",
    "995,CANCELLED_HANDLE",
    "1236,CANCELLED_HANDLE",
    "12030,BACKEND_RESET",
    "10054,BACKEND_RESET",
    "12182,RESP_HEADERS_TOO_BIG",
    "1067,BACKEND_CRASH"
  })
  void plain_numbers_of_windows_and_winhttp(String code, String cause) {
    assertThat(invalid(code).cause().map(Cause::id)).contains(cause);
  }

  /** The event without its number, with IIS's text for it instead. */
  private static Trace described(String text, String number) {
    TraceScript script =
        number == null
            ? asked("502.3")
                .event(
                    "MODULE_SET_RESPONSE_ERROR_STATUS",
                    "ModuleName",
                    ARR,
                    "Notification",
                    HANDLER_STAGE,
                    "HttpStatus",
                    "502",
                    "HttpSubStatus",
                    "3")
            : asked("502.3").error(ARR, "502.3", number);
    Trace trace = script.end("502", "3").build();
    List<TraceEvent> events = new ArrayList<>();
    for (TraceEvent event : trace.events()) {
      events.add(
          event.is(Names.ERROR_STATUS)
              ? TraceEvent.builder()
                  .position(event.index(), event.offset())
                  .time(event.time())
                  .kind("", 0, event.name())
                  .header(0, 1, event.level())
                  .data(event.data())
                  .descriptions(List.of(new DataField("ErrorCode", text)))
                  .build()
              : event);
    }
    return Trace.builder()
        .file(trace.file())
        .request(trace.request())
        .events(events)
        .completeness(trace.completeness())
        .build();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The operation was aborted.\r (0x800703e3)",
        "Der E/A-Vorgang wurde abgebrochen.\r\n (0x800703e3)",
        "入出力操作は中止されました。 (0x800703E3)",
        "(0x3e3)"
      })
  void the_number_behind_iis_s_text_in_any_language(String text) {
    for (String number : new String[] {null, "", "cut"}) {
      Verdict verdict = RealTraces.classify(described(text, number));
      assertThat(verdict.cause().map(Cause::id)).as("%s", verdict).contains("CANCELLED_HANDLE");
      assertThat(verdict.errorCode()).isPresent();
    }
  }

  @Test
  void a_text_without_a_number_tells_none_and_a_number_goes_first() {
    assertThat(RealTraces.classify(described("Zugriff verweigert", "")).errorCode()).isEmpty();
    isInvalid(RealTraces.classify(described("(0x800703e3)", INVALID_RESPONSE)));
    Verdict zero = RealTraces.classify(described("(0x800703e3)", "0"));
    assertThat(zero.errorCode()).hasValue(0);
    assertThat(zero.cause()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", ""})
  void the_report_of_a_forward_that_failed(String own) {
    Verdict verdict =
        TraceScript.endedWith("502.3")
            .event("ANCM_REQUEST_FORWARD_START")
            .wait(40)
            .event("ANCM_REQUEST_FORWARD_FAIL", "ErrorCode", INVALID_RESPONSE)
            .error(ANCM2, "502.3", own)
            .end("502", "3")
            .verdict();
    isInvalid(verdict);
    assertThat(verdict.evidence()).extracting(Evidence::event).contains(1);
  }

  @Test
  void the_status_s_own_code_goes_before_the_report_s() {
    Verdict verdict =
        TraceScript.endedWith("502.3")
            .event("ANCM_REQUEST_FORWARD_START")
            .event("ANCM_REQUEST_FORWARD_FAIL", "ErrorCode", CANCELLED)
            .error(ANCM2, "502.3", INVALID_RESPONSE)
            .end("502", "3")
            .verdict();
    isInvalid(verdict);
  }

  @Test
  void the_report_of_a_forward_when_nobody_set_a_status() {
    Verdict verdict =
        TraceScript.endedWith("502.3")
            .event("ANCM_REQUEST_FORWARD_START")
            .event("ANCM_REQUEST_FORWARD_FAIL", "ErrorCode", "-2147012744")
            .end("502", "3")
            .verdict();
    isInvalid(verdict);
    assertThat(verdict.errorCode()).hasValue(2147954552L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", ""})
  void the_number_in_the_module_s_own_words(String own) {
    Verdict verdict =
        TraceScript.endedWith("502.3")
            .error(ANCM1, "502.3", own)
            .event(
                "SET_RESPONSE_ERROR_DESCRIPTION",
                "ErrorDescription",
                "Routing failed, ErrorCode = '0x80072f78'.\r\n")
            .end("502", "3")
            .verdict();
    isInvalid(verdict);
    assertThat(verdict.evidence())
        .filteredOn(e -> e.name().equals("SET_RESPONSE_ERROR_DESCRIPTION"))
        .hasSize(1);
  }

  @Test
  void a_small_number_in_words_can_be_anything() {
    Verdict verdict =
        TraceScript.endedWith("502.3")
            .error(ANCM1, "502.3", "0")
            .event(
                "SET_RESPONSE_ERROR_DESCRIPTION",
                "ErrorDescription",
                "Process 0x2f78 did not answer.")
            .end("502", "3")
            .verdict();
    assertThat(verdict.cause()).as("%s", verdict).isEmpty();
  }

  @Test
  void the_words_of_another_status_are_not_this_one_s() {
    Verdict verdict =
        TraceScript.endedWith("502.3")
            .error(ANCM1, "502.3", "0")
            .error("CustomErrorModule", "502.3", "0")
            .event("SET_RESPONSE_ERROR_DESCRIPTION", "ErrorDescription", "It failed (0x80072f78).")
            .end("502", "3")
            .verdict();
    assertThat(verdict.cause()).as("%s", verdict).isEmpty();
  }

  @Test
  void zero_is_a_value_and_names_no_error() {
    Verdict verdict = invalid("0");
    assertThat(verdict.errorCode()).hasValue(0);
    assertThat(verdict.cause()).isEmpty();
    assertThat(asked("502.4").error(ARR, "502.4", "0").end("502", "4").verdict().cause())
        .map(Cause::id)
        .contains("NO_SERVER");
  }

  @Test
  void the_exit_code_of_a_program_is_no_error_of_windows() {
    Verdict verdict =
        TraceScript.endedWith("502.2")
            .error("CgiModule", "502.2", "12152")
            .end("502", "2")
            .verdict();
    assertThat(verdict.isExitCode()).isTrue();
    assertThat(verdict.cause().map(Cause::id)).isNotEqualTo(Optional.of("INVALID_RESPONSE"));
  }

  @Test
  void other_modules_may_mean_something_else_by_the_same_number() {
    assertThat(
            TraceScript.endedWith("502.3")
                .error("StaticFileModule", "502.3", INVALID_RESPONSE)
                .end("502", "3")
                .verdict()
                .cause())
        .isEmpty();
  }

  @Test
  void a_cause_belongs_to_the_status_as_the_module_set_it() {
    Verdict verdict =
        asked("502.3")
            .root("statusCode", "502")
            .error(ARR, "502.3", INVALID_RESPONSE)
            .error("CustomErrorModule", "536870912", "502", "0")
            .end("502", "0")
            .verdict();
    assertThat(verdict.status()).contains(StatusCode.of(502));
    isInvalid(verdict);
  }
}

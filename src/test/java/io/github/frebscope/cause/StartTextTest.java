package io.github.frebscope.cause;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** The texts of several versions of the ASP.NET Core Module. */
class StartTextTest {
  private static final long E_FAIL = 0x80004005L;

  private static StartText of(String rest) {
    return new StartText(
        "Application '/LM/W3SVC/9/ROOT' with physical root 'E:\\plan\\' failed to start process with"
            + " commandline 'dotnet .\\Plan.dll'"
            + rest);
  }

  @Test
  void code_and_exit_code_in_one_pair_of_quotes() {
    StartText text = of(", ErrorCode = '0x80004005 : 80008083'.");
    assertThat(text.code()).hasValue(E_FAIL);
    assertThat(text.exitCode()).hasValue(0x80008083L);
    assertThat(text.commandLine()).contains("dotnet .\\Plan.dll");
    assertThat(text.application()).contains("/LM/W3SVC/9/ROOT");
  }

  @Test
  void the_exit_code_behind_the_quotes() {
    assertThat(of(", ErrorCode = '0x80004005' : e0434352.").exitCode()).hasValue(0xE0434352L);
  }

  @Test
  void the_exit_code_as_process_status() {
    assertThat(of(", ErrorCode = '0x80004005'  processStatus code '80008096'.").exitCode())
        .hasValue(0x80008096L);
    assertThat(
            of(", ErrorCode = '0x80004005', processId '51', processStatus '-2147450730'.")
                .exitCode())
        .hasValue(0x80008096L);
  }

  @Test
  void no_process_and_one_that_still_runs_have_no_exit_code() {
    assertThat(of(", ErrorCode = '0x80070002 : 0'.").exitCode()).isEqualTo(OptionalLong.empty());
    assertThat(of(", ErrorCode = '0x80004005', processStatus '259'.").exitCode())
        .isEqualTo(OptionalLong.empty());
    assertThat(of(", ErrorCode = '0x80004005 : 103'.").exitCode()).isEqualTo(OptionalLong.empty());
  }

  @Test
  void a_stage_and_a_port_are_no_codes() {
    StartText text =
        of(
            " at stage 'PostStartCheck', ErrorCode = '0x8007042b', assigned port 25114,"
                + " retryCounter '2'.");
    assertThat(text.code()).hasValue(0x8007042BL);
    assertThat(text.exitCode()).isEqualTo(OptionalLong.empty());
  }

  @Test
  void a_text_of_any_length_is_read_in_time() {
    StartText text = new StartText("ErrorCode".repeat(200_000) + " ".repeat(2_000_000));
    assertThat(text.isTelling()).isFalse();
    assertThat(text.exitCode()).isEqualTo(OptionalLong.empty());
  }

  @Test
  void no_program() {
    assertThat(new StartText("with commandline '\"\" ', ErrorCode = '0x1'").namesNoProgram())
        .isTrue();
    assertThat(new StartText("with commandline ''").namesNoProgram()).isTrue();
    assertThat(new StartText("commandline '\"%LAUNCHER_PATH%\" '").namesNoProgram()).isTrue();
    assertThat(of("").namesNoProgram()).isFalse();
    assertThat(new StartText("").namesNoProgram()).isFalse();
  }

  @Test
  void applications_below_others() {
    assertThat(of("").isSubApplication()).isFalse();
    assertThat(new StartText("Application '/LM/W3SVC/9/ROOT/'").isSubApplication()).isFalse();
    assertThat(new StartText("Application '/LM/W3SVC/9/ROOT/a'").isSubApplication()).isTrue();
    assertThat(new StartText("Application 'MACHINE/WEBROOT/APPHOST/PLAN'").isSubApplication())
        .isFalse();
    assertThat(new StartText("Application 'MACHINE/WEBROOT/APPHOST/PLAN/A'").isSubApplication())
        .isTrue();
    assertThat(new StartText("").isSubApplication()).isFalse();
  }
}

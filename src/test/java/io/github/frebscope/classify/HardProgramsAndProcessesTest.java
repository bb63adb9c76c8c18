package io.github.frebscope.classify;

import static io.github.frebscope.classify.TraceScript.ARR;
import static io.github.frebscope.classify.TraceScript.endedWith;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.cause.Evidence;
import org.junit.jupiter.api.Test;

/**
 * Traces that invite a confident wrong answer: programs and processes. What is right follows from
 * documents.
 */
class HardProgramsAndProcessesTest {
  private String explanation(String module, String status, String code) {
    return endedWith(status).error(module, status, code).verdict().explanation();
  }

  @Test
  void exit_codes_are_no_errors_of_windows() {
    assertThat(explanation("CgiModule", "502.2", "3")).contains("exit code");
    assertThat(explanation("FastCgiModule", "500", "255"))
        .contains("error code 255 (0x000000FF), for FastCGI usually the program's exit code")
        .doesNotContain("attributes");
  }

  @Test
  void but_errors_of_windows_are_none_of_the_program() {
    assertThat(explanation("CgiModule", "502.1", "258")).contains("WAIT_TIMEOUT");
    assertThat(explanation("CgiModule", "500", "2147942405")).contains("ERROR_ACCESS_DENIED");
    assertThat(explanation("FastCgiModule", "500", "2147942658")).contains("0x80070102");
  }

  @Test
  void what_the_modules_report_is_cited() {
    Verdict ancm =
        endedWith("500.30")
            .event(3, "ANCM_EXCEPTION_CAUGHT", "Description", "no  runtime")
            .error("AspNetCoreModuleV2", "500.30", "2147500037")
            .verdict();
    assertThat(ancm.evidence())
        .extracting(Evidence::reason)
        .contains("the module's own report: no runtime");
    Verdict php =
        endedWith("500")
            .event("MODULE_WARNING", "ModuleName", "FastCgiModule", "Data2", "PHP Fatal error\n")
            .error("FastCgiModule", "500", "0")
            .verdict();
    assertThat(php.evidence())
        .extracting(Evidence::reason)
        .contains("the module's warning: PHP Fatal error");
    Verdict cgi =
        endedWith("502.1")
            .error("CgiModule", "502.1", "0")
            .event("CGI_TIMEOUT", "Headers", "")
            .verdict();
    assertThat(cgi.evidence()).extracting(Evidence::event).containsExactly(0, 1);
  }

  @Test
  void status_text_is_no_comment_on_the_status() {
    assertThat(explanation(ARR, "504", "0")).contains("504 (Gateway timeout)");
  }
}

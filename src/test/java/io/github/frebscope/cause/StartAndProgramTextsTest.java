package io.github.frebscope.cause;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.classify.Classifier;
import io.github.frebscope.classify.Verdict;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What people read of processes that do not start and of programs that fail. */
class StartAndProgramTextsTest {
  static Stream<CauseFixture> fixtures() {
    return Stream.concat(StartFixtures.ALL.stream(), ProgramsFixtures.ALL.stream());
  }

  private static Verdict verdict(CauseFixture fixture) {
    return Classifier.standard().classify(CauseTraces.read(fixture.script().get()));
  }

  private static Verdict verdict(String name) {
    return verdict(fixtures().filter(f -> f.name().equals(name)).findFirst().orElseThrow());
  }

  /** No gap of a template is left, and every text has its full stops and single blanks. */
  @ParameterizedTest
  @MethodSource("fixtures")
  void texts_are_whole(CauseFixture fixture) {
    Verdict verdict = verdict(fixture);
    Stream.of(verdict.explanation(), verdict.remedy().orElse(""), verdict.next().orElse(""))
        .forEach(
            text ->
                assertThat(text.replaceAll("'0x[0-9a-f]+ : [0-9a-f]+'", "quoted"))
                    .doesNotContainPattern("\\[|\\]|\\{\\w+[|}]|[a-z]  [a-z]| [.:;,] |\\?\\?"));
  }

  @Test
  void the_exit_code_has_a_name_and_the_command_line_is_there() {
    assertThat(verdict("an exit code in decimal digits").explanation())
        .startsWith(
            "AspNetCoreModuleV2 started the process of the application, and it ended before it"
                + " listened: exit code 0xE0434352, CLR_EXCEPTION (Unhandled .NET exception (SEH"
                + " code of the CLR)). The command line is dotnet .\\Plan.dll. ");
  }

  @Test
  void without_a_code_the_event_log_is_named() {
    Verdict verdict = verdict("no code, after a second");
    assertThat(verdict.explanation())
        .startsWith(
            "AspNetCoreModuleV2 could not start the application's process. The module writes the"
                + " reason to the Application event log; this trace has no more of it. ");
    assertThat(verdict.remedy().orElseThrow())
        .startsWith("Read the events of source IIS AspNetCore Module V2 in the Application log");
  }

  @Test
  void a_program_that_could_not_be_started() {
    assertThat(verdict("a CGI program cannot be started").explanation())
        .startsWith("E:\\cgi\\tiles.exe could not be started: ERROR_ACCESS_DENIED 0x80070005. ");
  }

  @Test
  void waits_are_held_against_their_limits_with_the_clock_error() {
    assertThat(verdict("PHP sends nothing for 70 s").explanation())
        .contains(
            ": 70,093 ms ±16 ms of silence, which fits 70 s, the activity time-out of FastCGI by"
                + " default.");
    assertThat(verdict("a CGI program runs longer than a limit of 20 s").explanation())
        .contains("it had been silent for 20,015 ms ±16 ms. CgiModule");
    assertThat(verdict("node.exe does not open its pipe").explanation())
        .startsWith(
            "iisnode could not connect to the named pipe of node.exe; it tried for 25,031 ms ±16"
                + " ms, as long as 25 s,");
  }

  @Test
  void an_error_without_a_name_of_its_own() {
    assertThat(verdict("an error of which FastCGI has no name").explanation())
        .startsWith(
            "IIS could not put D:\\php\\php-cgi.exe to work: an error that FastCGI has no name for,"
                + " error ERROR_ACCESS_DENIED 0x80070005. ");
  }
}

package io.github.frebscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ShellCommandTest {
  @Test
  void a_path_becomes_a_text_in_java() {
    assertThat(ShellCommand.literal("C:\\logs\\a \"b\""))
        .isEqualTo("\"C:\\\\logs\\\\a \\\"b\\\"\"");
  }

  @Test
  void a_path_that_is_not_there_is_said_before_jshell_starts() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exit =
        Main.run(
            new String[] {"shell", "WEB01=no/such/folder"},
            Terminal.of(
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8)));
    assertThat(exit).isEqualTo(ExitCode.NOTHING_READABLE);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .startsWith("frebscope: no/such/folder: no such file; check the spelling");
  }
}

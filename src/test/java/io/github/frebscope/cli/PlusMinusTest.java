package io.github.frebscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PlusMinusTest {
  @Test
  void a_charset_without_the_sign_gets_two_letters() {
    assertThat(printed(StandardCharsets.US_ASCII)).isEqualTo("8,063 ms +-16 ms|");
    assertThat(printed(Charset.forName("IBM437"))).isEqualTo("8,063 ms ±16 ms|");
    assertThat(printed(StandardCharsets.UTF_8)).isEqualTo("8,063 ms ±16 ms|");
  }

  private static String printed(Charset charset) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = Main.stream(bytes, charset);
    out.print("8,063 ms ±16 ms");
    out.print("|");
    out.flush();
    return bytes.toString(charset);
  }
}

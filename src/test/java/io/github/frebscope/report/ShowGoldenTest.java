package io.github.frebscope.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.Frebscope;
import io.github.frebscope.testing.Fixtures;
import io.github.frebscope.trace.Trace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whole screens of {@code show}. A screen that changes must be read before it becomes the golden
 * one: run with -Dfrebscope.update=true to write it.
 */
class ShowGoldenTest {
  private static final Path GOLDEN = Path.of("src/test/resources/report/show");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fr000001.arr-502.3-refused",
        "fr000009.arr-502.0-relayed",
        "fr000013.ancm1-502.5-does-not-start",
        "fr000018.cgi-502.1-timeout",
        "fr000020.fastcgi-500.0-stderr",
        "fr000025.rewrite-200.0-abort",
        "fr000026.child-200.0-fired-by-404",
        "fr000031.arr-502.3-warnings-only",
        "fr000032.arr-502.3-begins-in-the-middle",
        "fr000033.ancm2-502.3-size-limit",
        "fr000046.managed-500.0-secrets",
        "fr000047.iisnode-500.1000-child",
        "fr000048.websocket-101.0-ping-timeout",
      })
  void a_screen(String name) throws IOException {
    Trace trace = Frebscope.read(Fixtures.trace(name));
    String text = TraceReport.of(trace, Frebscope.classify(trace)).toString().replace('\\', '/');
    Path golden = GOLDEN.resolve(name + ".txt");
    if (Boolean.getBoolean("frebscope.update")) {
      Files.createDirectories(GOLDEN);
      Files.writeString(golden, text);
    }
    assertThat(text).isEqualTo(Files.readString(golden).replace("\r\n", "\n"));
  }
}

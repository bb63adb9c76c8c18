package io.github.frebscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.frebscope.testing.Fixtures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Results in a file are UTF-8, whatever code page the system has. */
class CharsetTest {
  @TempDir Path dir;

  @Test
  void a_file_gets_utf_8() throws IOException, InterruptedException {
    Path trace = Fixtures.TESTDATA.resolve("layouts/fr000001.iis.xml");
    Path result = dir.resolve("result.txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dstdout.encoding=US-ASCII", // as Java 19 and later set it
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "show",
                trace.toString())
            .redirectOutput(result.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertThat(process.waitFor()).isZero();
    assertThat(Files.readString(result, StandardCharsets.UTF_8)).contains("/api/gr\u00F6\u00DFe");
  }
}

package io.github.frebscope.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive for people without Maven, unpacked somewhere with a blank in its name. */
class DistributionIT {
  @TempDir Path dir;

  @Test
  void unpacked_it_runs() throws IOException, InterruptedException {
    Path home = Files.createDirectory(dir.resolve("my tools"));
    unpack(home);
    Path program;
    try (Stream<Path> files = Files.walk(home)) {
      program = files.filter(f -> f.endsWith("frebscope")).findFirst().orElseThrow();
    }
    assertThat(program.resolveSibling("frebscope.cmd")).isRegularFile();
    Path trace = Path.of("testdata/traces/fr000001.arr-502.3-refused.xml").toAbsolutePath();
    Built.Run run = Built.run(dir, List.of("sh", program.toString(), "show", trace.toString()));
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("ApplicationRequestRouting (RequestRouting) set 502.3");
    assertThat(run.exit()).isZero();
  }

  private static void unpack(Path home) throws IOException {
    try (ZipFile zip = new ZipFile(Built.jar().toString().replaceAll("\\.jar$", "-app.zip"))) {
      for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().map(e -> (ZipEntry) e)::iterator) {
        Path target = home.resolve(entry.getName());
        if (entry.isDirectory()) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(target.getParent());
          Files.copy(zip.getInputStream(entry), target);
        }
      }
    }
  }
}

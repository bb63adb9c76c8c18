package io.github.frebscope.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The material that lies beside the checkout and is not part of the project: real traces and cases
 * with known answers. Tests that need it are skipped, saying so, when it is not there.
 */
public final class Shared {
  private Shared() {}

  /** Where the shared material would be. */
  static Path root() {
    return Path.of(System.getProperty("frebscope.shared", "../shared"));
  }

  /** A folder of the shared material; the running test is skipped when it is absent. */
  public static Path dir(String name) {
    Path dir = root().resolve(name);
    Assumptions.assumeTrue(
        Files.isDirectory(dir), "skipped: no folder " + name + " beside the checkout");
    return dir;
  }

  /** All trace files below a folder, by name, in order. */
  public static List<Path> traces(Path dir) {
    try (Stream<Path> files = Files.walk(dir)) {
      return files
          .filter(f -> f.getFileName().toString().matches("(?i)fr\\d{6,}.*\\.xml"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package io.github.frebscope.it;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the build has made, and running things with it. */
final class Built {
  /** What an embedder gets with the library; everything else in the image is optional. */
  private static final List<String> EMBEDDED =
      List.of("frebscope-", "woodstox-core-", "stax2-api-", "guava-", "failureaccess-");

  private Built() {}

  /** The library's jar. */
  static Path jar() {
    return Path.of(System.getProperty("frebscope.jar"));
  }

  /** The library and its own dependencies, without the optional ones. */
  static List<Path> embedded() throws IOException {
    try (Stream<Path> jars = Files.list(Path.of(System.getProperty("frebscope.app")))) {
      return jars.filter(
              jar -> EMBEDDED.stream().anyMatch(jar.getFileName().toString()::startsWith))
          .sorted()
          .toList();
    }
  }

  /** The library and everything that the application has besides. */
  static List<Path> all() throws IOException {
    try (Stream<Path> jars = Files.list(Path.of(System.getProperty("frebscope.app")))) {
      return jars.filter(jar -> jar.toString().endsWith(".jar")).sorted().toList();
    }
  }

  static String joined(List<Path> paths) {
    return paths.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  static String tool(String name) {
    return Path.of(System.getProperty("java.home"), "bin", name).toString();
  }

  /** What a finished process left. */
  record Run(int exit, String out, String err) {}

  /** Runs a command in a folder and waits for it, at most two minutes. */
  static Run run(Path folder, List<String> command) throws IOException, InterruptedException {
    Path out = Files.createTempFile("out", ".txt");
    Path err = Files.createTempFile("err", ".txt");
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      if (!process.waitFor(2, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IOException("still running: " + command);
      }
      return new Run(process.exitValue(), text(out), text(err));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }
}

package io.github.frebscope.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The project's own traces, and all traces at hand. */
public final class Fixtures {
  /** The folder of the project's test data. */
  public static final Path TESTDATA = Path.of("testdata");

  private Fixtures() {}

  /** Traces whose markup is whole: everything below {@code testdata} except {@code damaged}. */
  public static List<Path> own() {
    return Shared.traces(TESTDATA).stream()
        .filter(f -> !f.startsWith(TESTDATA.resolve("damaged")))
        .toList();
  }

  /** The project's traces, and the shared ones when they are there. */
  public static List<Path> all() {
    List<Path> all = new ArrayList<>(own());
    for (String folder : List.of("corpus", "cases", "scenarios")) {
      Path dir = Shared.root().resolve(folder);
      if (Files.isDirectory(dir)) {
        all.addAll(Shared.traces(dir));
      }
    }
    return all;
  }

  /** A fixture of {@code testdata/traces} by the end of its name. */
  public static Path trace(String nameEnd) {
    try (Stream<Path> files = Files.list(TESTDATA.resolve("traces"))) {
      List<Path> found =
          files.filter(f -> f.getFileName().toString().endsWith(nameEnd + ".xml")).toList();
      if (found.size() != 1) {
        throw new IllegalArgumentException(found.size() + " fixtures end with " + nameEnd);
      }
      return found.get(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

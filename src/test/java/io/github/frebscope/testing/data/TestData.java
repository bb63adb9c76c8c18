package io.github.frebscope.testing.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Writes the folder {@code testdata} again, the same bytes every time. */
public final class TestData {
  private TestData() {}

  /**
   * Writes all files and removes those that are no longer made.
   *
   * @param args the folder, {@code testdata} if none is given
   * @throws IOException if a file cannot be written
   */
  public static void main(String[] args) throws IOException {
    Path root = Path.of(args.length > 0 ? args[0] : "testdata");
    Map<String, byte[]> files = files();
    if (Files.isDirectory(root)) {
      for (Path old : list(root)) {
        if (!files.containsKey(name(root, old))) {
          Files.delete(old);
        }
      }
    }
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = root.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
  }

  /** All files: path inside the folder, with slashes, and bytes. */
  static Map<String, byte[]> files() {
    Map<String, byte[]> files = new TreeMap<>();
    List<Sample> samples = Samples.all();
    for (Sample sample : samples) {
      files.put("traces/" + sample.name(), sample.bytes());
      files.put("expected/" + sample.baseName() + ".verdict.txt", utf8(sample.verdict()));
      files.put("expected/" + sample.baseName() + ".timeline.txt", utf8(sample.timeline()));
    }
    Damaged.files().forEach((name, bytes) -> files.put("damaged/" + name, bytes));
    Layouts.files().forEach((name, bytes) -> files.put("layouts/" + name, bytes));
    files.put("expected/damaged.txt", utf8(Damaged.expected()));
    files.put("expected/farm.txt", utf8(Farm.expected()));
    Farm.files().forEach((name, bytes) -> files.put("farm/" + name, bytes));
    UntracedFarm.files().forEach((name, bytes) -> files.put("untraced/" + name, bytes));
    files.put("README.md", utf8(Readme.text(samples)));
    return files;
  }

  static List<Path> list(Path root) throws IOException {
    try (Stream<Path> walk = Files.walk(root)) {
      return walk.filter(Files::isRegularFile).sorted(Comparator.naturalOrder()).toList();
    }
  }

  static String name(Path root, Path file) {
    return root.relativize(file).toString().replace('\\', '/');
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

package io.github.frebscope.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assumptions;

/** Makes the folders, links and archives that the tests look through. */
final class TestFiles {
  private TestFiles() {}

  /** A file that holds its own name; parents are made. */
  static Path write(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.writeString(file, file.getFileName().toString());
  }

  /** A zip archive in which each entry holds its own name. */
  static Path zip(Path file, String... entries) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.write(file, zipBytes(StandardCharsets.UTF_8, entries));
  }

  static byte[] zipBytes(Charset names, String... entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes, names)) {
      for (String entry : entries) {
        out.putNextEntry(new ZipEntry(entry));
        out.write(entry.getBytes(StandardCharsets.UTF_8));
        out.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  /** Sets one byte of the first header in the archive's directory, counted from its signature. */
  static void patchDirectory(byte[] zip, int offset, int value) {
    for (int i = 0; i + 4 <= zip.length; i++) {
      if (Arrays.equals(zip, i, i + 4, new byte[] {'P', 'K', 1, 2}, 0, 4)) {
        zip[i + offset] = (byte) value;
        return;
      }
    }
    throw new IllegalArgumentException("no directory");
  }

  /** Makes a symbolic link; the test is skipped where that is not allowed. */
  static Path link(Path link, Path target) {
    try {
      return Files.createSymbolicLink(link, target);
    } catch (IOException | UnsupportedOperationException e) {
      return Assumptions.abort("skipped: symbolic links cannot be made here: " + e);
    }
  }

  static FoundTraces find(Path... roots) throws IOException {
    return TraceFinder.standard().find(Arrays.stream(roots).map(TraceRoot::of).toList());
  }

  /** The names of the files below a folder, without it and with / between folders. */
  static List<String> names(FoundTraces found, Path below) {
    return found.files().stream().map(f -> relative(f.name(), below)).toList();
  }

  static List<String> texts(List<SourceProblem> problems, Path below) {
    return problems.stream()
        .map(p -> relative(p.path(), below) + ": " + p.reason().replace(below + slash(), ""))
        .toList();
  }

  private static String relative(String name, Path below) {
    return name.replace(below + slash(), "").replace('\\', '/');
  }

  private static String slash() {
    return java.io.File.separator;
  }

  static String text(TraceFile file) throws IOException {
    try (InputStream in = file.open()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

package io.github.frebscope.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One trace file, plain or inside an archive, that can be opened as often as wanted.
 *
 * <p>Immutable and safe for use by several threads. Two objects are equal only when they are the
 * same object.
 */
public final class TraceFile {
  /** How its bytes are reached. */
  @FunctionalInterface
  interface Opener {
    InputStream open() throws IOException;
  }

  private final String name;
  private final Optional<String> server;
  private final long size;
  private final Optional<Path> path;
  private final Opener opener;

  private TraceFile(
      String name, Optional<String> server, long size, Optional<Path> path, Opener opener) {
    this.name = name;
    this.server = server;
    this.size = size;
    this.path = path;
    this.opener = opener;
  }

  /**
   * A single plain file, whatever its name. Never throws when it is missing or unreadable: {@link
   * #size()} is then -1 and {@link #open()} says why.
   */
  public static TraceFile of(Path path) {
    Objects.requireNonNull(path, "path");
    long size;
    try {
      size = Files.size(path);
    } catch (IOException e) {
      size = -1;
    }
    return plain(path, Optional.empty(), size);
  }

  /**
   * A file by the name that {@link #name()} gave it: a path, or {@code archive.zip!/inner/path}.
   * For an entry of an archive the archive's directory is read once now.
   *
   * @throws IOException when the archive cannot be read or holds no {@code .xml} file of that name
   * @throws java.nio.file.InvalidPathException if the name, or that of the archive, is no path on
   *     this system
   */
  public static TraceFile named(String name) throws IOException {
    int inner = name.indexOf("!/");
    if (inner < 0 || exists(name)) {
      return of(Path.of(name));
    }
    TraceRoot archive = TraceRoot.of(Path.of(name.substring(0, inner)));
    try (FoundTraces found = TraceFinder.standard().anyXmlName(true).find(List.of(archive))) {
      return found.files().stream()
          .filter(file -> file.name().equals(name))
          .findFirst()
          .orElseThrow(() -> new NoSuchFileException(name, null, "the archive holds no such file"));
    }
  }

  /** What is inside an archive may have a name, C:/x, that is no path here. */
  private static boolean exists(String name) {
    try {
      return Files.exists(Path.of(name));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  static TraceFile plain(Path path, Optional<String> server, long size) {
    return new TraceFile(
        path.toString(), server, size, Optional.of(path), () -> Files.newInputStream(path));
  }

  static TraceFile inArchive(String name, Optional<String> server, long size, Opener opener) {
    return new TraceFile(name, server, size, Optional.empty(), opener);
  }

  /**
   * The path as found, beginning with the root as the caller gave it. Inside an archive {@code
   * archive.zip!/inner/path}, with {@code /} between the folders after {@code !/} even where the
   * archive holds {@code \}. For people: an entry's name may hold {@code ..} or a drive, so it must
   * not be used as a path.
   */
  public String name() {
    return name;
  }

  /** The server's name as given with the root; empty when none was given. */
  public Optional<String> server() {
    return server;
  }

  /** Its length in bytes when it was found, unpacked; -1 when unknown. */
  public long size() {
    return size;
  }

  /**
   * Opens it at its start. The stream is not buffered and the caller closes it. A file that IIS is
   * still writing can be opened.
   *
   * <p>An entry of an archive is opened without reading the archive's directory again while the
   * {@link FoundTraces} it came from is open. It can be opened after that too; the archive is then
   * opened for this stream.
   *
   * @throws IOException when it is gone or cannot be read
   */
  public InputStream open() throws IOException {
    return opener.open();
  }

  /** Where it is, for a plain file; empty inside an archive. */
  public Optional<Path> path() {
    return path;
  }

  /** Its {@link #name()}. */
  @Override
  public String toString() {
    return name;
  }
}

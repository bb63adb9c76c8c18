package io.github.frebscope.cli;

import io.github.frebscope.Frebscope;
import io.github.frebscope.parse.TraceReader;
import io.github.frebscope.source.TraceFile;
import io.github.frebscope.trace.Trace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/** Reads the one trace that {@code show} is asked for. */
final class Traces {
  private static final String IN_ARCHIVE = "!/";

  private Traces() {}

  /**
   * Reads a trace.
   *
   * @param name a path, or {@code archive.zip!/inner/path} as {@code traces} prints it
   * @throws IOException when it cannot be read or is no trace
   * @throws CommandFailure when the name is that of something else
   */
  static Trace read(String name) throws IOException {
    int inside = name.indexOf(IN_ARCHIVE);
    if (inside > 0 && !exists(name)) {
      path(name.substring(0, inside));
      return inArchive(name.substring(0, inside), name);
    }
    Path path = path(name);
    if (Files.isDirectory(path)) {
      throw new CommandFailure(
          ExitCode.USAGE,
          name + ": is a folder; show reads one trace, 'frebscope traces' lists those in a folder");
    }
    if (name.toLowerCase(Locale.ROOT).endsWith(".zip")) {
      throw new CommandFailure(
          ExitCode.USAGE,
          name
              + ": is an archive; show reads one trace, such as farm.zip!/web01/fr000001.xml;"
              + " 'frebscope traces' lists those in an archive");
    }
    return Frebscope.read(path);
  }

  private static Trace inArchive(String archive, String name) throws IOException {
    try {
      return TraceReader.standard().read(TraceFile.named(name));
    } catch (NoSuchFileException e) {
      if (!name.equals(e.getFile())) {
        throw e; // the archive itself is missing
      }
      throw new CommandFailure(
          ExitCode.NOTHING_READABLE,
          name
              + ": no such file in the archive; 'frebscope traces "
              + archive
              + "' lists those that are there");
    }
  }

  /** What is inside an archive may have a name that is no path here. */
  private static boolean exists(String name) {
    try {
      return Files.exists(Path.of(name));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static Path path(String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new CommandFailure(
          ExitCode.USAGE, name + ": not a path on this system (" + e.getReason() + ")");
    }
  }
}

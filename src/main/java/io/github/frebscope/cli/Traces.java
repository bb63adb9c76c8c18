package io.github.frebscope.cli;

import io.github.frebscope.parse.TraceReader;
import io.github.frebscope.source.TraceFile;
import io.github.frebscope.trace.Trace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;

/** Reads the single traces that a command is asked for. */
final class Traces {
  private static final String IN_ARCHIVE = "!/";

  private Traces() {}

  /** As {@link #read(String, String)}, for {@code show}. */
  static Trace read(String name) throws IOException {
    return read("show", name);
  }

  /**
   * Reads a trace.
   *
   * @param command how the command is called that reads one trace, not many
   * @param name a path, or {@code archive.zip!/inner/path} as {@code traces} prints it
   * @throws IOException when it cannot be read or is no trace
   * @throws CommandFailure when the name is that of something else
   */
  static Trace read(String command, String name) throws IOException {
    if (name.isBlank()) {
      throw new CommandFailure(ExitCode.USAGE, "the name of the file is empty");
    }
    Wildcards.complaint(name, command + " reads one trace, 'frebscope traces' lists many")
        .ifPresent(
            text -> {
              throw new CommandFailure(ExitCode.USAGE, text);
            });
    TraceFile file = file(inArchive(name));
    if (file.path().filter(Files::isDirectory).isPresent()) {
      throw new CommandFailure(
          ExitCode.USAGE,
          name
              + ": is a folder; "
              + command
              + " reads one trace, 'frebscope traces' lists those in a folder");
    }
    if (file.path().isPresent() && name.toLowerCase(Locale.ROOT).endsWith(".zip")) {
      throw new CommandFailure(
          ExitCode.USAGE,
          name
              + ": is an archive; "
              + command
              + " reads one trace, such as farm.zip!/web01/fr000001.xml;"
              + " 'frebscope traces' lists those in an archive");
    }
    return TraceReader.standard().read(file);
  }

  /** In an archive {@code /} stands between folders; who types a path on Windows writes \. */
  private static String inArchive(String name) {
    int at = name.toLowerCase(Locale.ROOT).indexOf(".zip!\\");
    if (at < 0) {
      return name;
    }
    int inner = at + ".zip".length();
    return name.substring(0, inner) + name.substring(inner).replace('\\', '/');
  }

  private static TraceFile file(String name) throws IOException {
    try {
      return TraceFile.named(name);
    } catch (InvalidPathException e) {
      throw new CommandFailure(
          ExitCode.USAGE, name + ": not a path on this system (" + e.getReason() + ")");
    } catch (NoSuchFileException e) {
      if (!name.equals(e.getFile())) {
        throw e; // the archive itself is missing
      }
      throw new CommandFailure(
          ExitCode.NOTHING_READABLE,
          name
              + ": no such file in the archive; 'frebscope traces "
              + name.substring(0, name.indexOf(IN_ARCHIVE))
              + "' lists those that are there");
    }
  }
}

package io.github.frebscope.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Names with {@code *} or {@code ?}, which cmd.exe and PowerShell hand over as they are. */
final class Wildcards {
  /** The prefix of a long path on Windows. */
  private static final String LONG = "\\\\?\\";

  private Wildcards() {}

  /** What to say about such a name when there is no such file. */
  static Optional<String> complaint(String name, String advice) {
    String plain = name.startsWith(LONG) ? name.substring(LONG.length()) : name;
    boolean isOne = plain.indexOf('*') >= 0 || plain.indexOf('?') >= 0;
    return isOne && !exists(name)
        ? Optional.of(name + ": * and ? are not expanded; " + advice)
        : Optional.empty();
  }

  private static boolean exists(String name) {
    try {
      return Files.exists(Path.of(name));
    } catch (InvalidPathException e) {
      return false; // Windows allows them in no name.
    }
  }
}

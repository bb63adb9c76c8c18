package io.github.frebscope.source;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place to look for traces: a file, a folder or a zip archive, and the server it came from when
 * the caller knows.
 *
 * @param server the server's name; empty when it was not given
 * @param path the file or folder; relative paths stay relative
 */
public record TraceRoot(Optional<String> server, Path path) {
  private static final Pattern NAMED =
      Pattern.compile("(?<server>[A-Za-z0-9._-]+)=(?<path>.*)", Pattern.DOTALL);

  /**
   * Refuses nulls and a blank server name.
   *
   * @throws IllegalArgumentException when the server's name is blank
   */
  public TraceRoot {
    Objects.requireNonNull(server, "server");
    Objects.requireNonNull(path, "path");
    if (server.isPresent() && server.get().isBlank()) {
      throw new IllegalArgumentException("server is blank");
    }
  }

  /** A place whose server was not given. */
  public static TraceRoot of(Path path) {
    return new TraceRoot(Optional.empty(), path);
  }

  /**
   * Reads {@code PATH} or {@code NAME=PATH}.
   *
   * <p>A name is made of letters, digits, {@code .}, {@code _} and {@code -} only, so the {@code =}
   * in {@code C:\a=b\x} belongs to the path. A text that is, as a whole, the path of something that
   * exists is that path; {@code ./a=b} is always a path. Looks at the file system only for the
   * former; whether the path exists is otherwise left to {@link TraceFinder#find}.
   *
   * @throws IllegalArgumentException when the text is blank, names no path after {@code =}, or
   *     cannot be a path on this system; the message says which and what to do
   */
  public static TraceRoot parse(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("no path given; expected PATH or NAME=PATH");
    }
    Matcher named = NAMED.matcher(text);
    if (!named.matches() || exists(text)) {
      return of(path(text));
    }
    if (named.group("path").isBlank()) {
      throw new IllegalArgumentException(
          text + ": no path after '='; expected PATH or NAME=PATH, as in WEB01=D:\\logs");
    }
    return new TraceRoot(Optional.of(named.group("server")), path(named.group("path")));
  }

  private static boolean exists(String text) {
    try {
      return Files.exists(Path.of(text), LinkOption.NOFOLLOW_LINKS);
    } catch (InvalidPathException e) {
      // On Windows WEB01=D:\logs cannot be a path; it is NAME=PATH.
      return false;
    }
  }

  private static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      // The Windows shell turns "D:\logs\" into D:\logs" : the last \ guards the quotation mark.
      String advice =
          text.endsWith("\"")
              ? "leave out the \\ before the closing quotation mark"
              : "expected PATH or NAME=PATH, with a name of letters, digits, '.', '_' and '-'";
      throw new IllegalArgumentException(
          text + ": not a path on this system (" + e.getReason() + "); " + advice, e);
    }
  }

  /** In the form that {@link #parse} reads: {@code NAME=PATH} or {@code PATH}. */
  @Override
  public String toString() {
    return server.map(name -> name + "=").orElse("") + path;
  }
}

package io.github.frebscope.farm;

import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Which folder on the way to a file is the server's, by the names of the folders that IIS and
 * Windows make inside it: {@code farm/web01/inetpub/logs/LogFiles/W3SVC1} is {@code web01}'s, and
 * so is {@code farm/logs/web01/W3SVC1}.
 */
final class ServerFolder {
  /** Only ever inside a server's folder. */
  private static final Pattern INSIDE =
      Pattern.compile("w3svc\\d*|failedreqlogfiles|logfiles|httperr|inetsrv|inetpub");

  /** Inside a server's folder, or around the folders of all. */
  private static final Pattern EITHER =
      Pattern.compile("config|events|logs|sites|windows|system32|[a-z]\\$?");

  private ServerFolder() {}

  /**
   * The server's folder.
   *
   * @param root where the search began
   * @param file a file or folder below it
   * @return the root itself when no folder below it is the server's
   */
  static Path of(Path root, Path file) {
    Path between = root.relativize(file).getParent();
    if (between == null) {
      return root;
    }
    int end = 0;
    while (end < between.getNameCount() && !is(INSIDE, between.getName(end))) {
      end++;
    }
    while (end > 0 && is(EITHER, between.getName(end - 1))) {
      end--;
    }
    return end == 0 ? root : root.resolve(between.subpath(0, end));
  }

  /** What to call the server of a folder that was named by its path alone. */
  static String name(Path folder) {
    Path way = folder.toAbsolutePath().normalize();
    for (int i = way.getNameCount() - 1; i >= 0; i--) {
      Path name = way.getName(i);
      if (!is(INSIDE, name) && !is(EITHER, name)) {
        return name.toString();
      }
    }
    return host(way.getRoot());
  }

  /** The {@code web01} of {@code \\web01\D$\}. */
  private static String host(Path root) {
    String text = root == null ? "" : root.toString().replace('/', '\\');
    String host = text.startsWith("\\\\") ? text.substring(2) : "";
    int end = host.indexOf('\\');
    return end <= 0 ? "this server" : host.substring(0, end);
  }

  private static boolean is(Pattern names, Path name) {
    return names.matcher(name.toString().toLowerCase(Locale.ROOT)).matches();
  }
}

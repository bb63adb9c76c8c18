package io.github.frebscope.farm;

import java.util.Locale;
import java.util.Set;

/** Which paths are files that IIS sends itself, by their endings. */
final class StaticFiles {
  private static final Set<String> ENDINGS =
      Set.of(
          "avif",
          "bmp",
          "css",
          "csv",
          "eot",
          "gif",
          "gz",
          "htm",
          "html",
          "ico",
          "jpeg",
          "jpg",
          "js",
          "json",
          "map",
          "mjs",
          "mp3",
          "mp4",
          "otf",
          "pdf",
          "png",
          "svg",
          "ttf",
          "txt",
          "webm",
          "webmanifest",
          "webp",
          "woff",
          "woff2",
          "xml",
          "zip");

  private StaticFiles() {}

  /** Whether a path ends as files do; one without an ending, or a page's, does not. */
  static boolean isFile(String path) {
    int dot = path.lastIndexOf('.');
    return dot > path.lastIndexOf('/')
        && ENDINGS.contains(path.substring(dot + 1).toLowerCase(Locale.ROOT));
  }
}

package io.github.frebscope.config;

import com.google.common.base.Splitter;
import java.util.List;

/**
 * The path of a tracing rule as a pattern of URLs.
 *
 * <p>As the tracing module does it: in upper case, {@code *} and slash in front unless it begins
 * with either, {@code *} for any characters and also none, slashes included; nothing else is
 * special.
 */
final class PathPattern {
  private final List<String> parts;

  private PathPattern(List<String> parts) {
    this.parts = parts;
  }

  static PathPattern of(String path) {
    String whole = path.startsWith("*") || path.startsWith("/") ? path : "*/" + path;
    return new PathPattern(Splitter.on('*').splitToList(upper(whole)));
  }

  /** Whether the pattern fits a path, see {@link UrlPath}. */
  boolean matches(String urlPath) {
    String text = upper(urlPath);
    String first = parts.get(0);
    String last = parts.get(parts.size() - 1);
    if (parts.size() == 1) {
      return text.equals(first);
    }
    if (text.length() < first.length() + last.length()
        || !text.startsWith(first)
        || !text.endsWith(last)) {
      return false;
    }
    // What lies between the stars is looked for from the left: the earliest place leaves most room.
    int from = first.length();
    int end = text.length() - last.length();
    for (String part : parts.subList(1, parts.size() - 1)) {
      int at = text.indexOf(part, from);
      if (at < 0 || at + part.length() > end) {
        return false;
      }
      from = at + part.length();
    }
    return true;
  }

  /** Letter by letter, as Windows does it: {@code String.toUpperCase} makes two of a sharp s. */
  private static String upper(String text) {
    StringBuilder upper = new StringBuilder(text.length());
    text.codePoints().map(Character::toUpperCase).forEach(upper::appendCodePoint);
    return upper.toString();
  }
}

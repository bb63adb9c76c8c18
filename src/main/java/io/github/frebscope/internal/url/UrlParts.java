package io.github.frebscope.internal.url;

import java.util.Locale;
import java.util.Optional;

/**
 * The parts of a URL as a client asked for it. Not by {@code java.net.URI}: a client may send what
 * a URI may not hold.
 */
public final class UrlParts {
  private UrlParts() {}

  /** The host in small letters and without its port; empty when there is none. */
  public static Optional<String> host(String url) {
    int start = hostStart(url);
    if (start < 0) {
      return Optional.empty();
    }
    String authority = url.substring(start, pathStart(url));
    String host = authority.substring(authority.lastIndexOf('@') + 1);
    int port = host.lastIndexOf(':');
    String bare = port > host.lastIndexOf(']') ? host.substring(0, port) : host;
    return bare.isEmpty() ? Optional.empty() : Optional.of(bare.toLowerCase(Locale.ROOT));
  }

  /** The path without the query, as it was sent; empty when there is none. */
  public static Optional<String> path(String url) {
    int start = pathStart(url);
    int end = start;
    while (end < url.length() && "?#".indexOf(url.charAt(end)) < 0) {
      end++;
    }
    return start == end ? Optional.empty() : Optional.of(url.substring(start, end));
  }

  /**
   * Where the host begins, -1 when there is none: two slashes may also be doubled ones of a path,
   * or stand in its query.
   */
  private static int hostStart(String url) {
    int slashes = url.indexOf("//");
    for (int i = 0; i < slashes; i++) {
      if ("/?#".indexOf(url.charAt(i)) >= 0) {
        return -1;
      }
    }
    return slashes < 0 ? -1 : slashes + 2;
  }

  private static int pathStart(String url) {
    int host = hostStart(url);
    int at = Math.max(host, 0);
    if (host < 0 && url.startsWith("/")) {
      return 0;
    }
    while (at < url.length() && "/?#".indexOf(url.charAt(at)) < 0) {
      at++;
    }
    return at;
  }
}

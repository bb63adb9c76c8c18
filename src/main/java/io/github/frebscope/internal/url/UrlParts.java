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
    int scheme = url.indexOf("//");
    if (scheme < 0) {
      return Optional.empty();
    }
    String authority = url.substring(scheme + 2, pathStart(url));
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

  private static int pathStart(String url) {
    int scheme = url.indexOf("//");
    int at = scheme < 0 ? 0 : scheme + 2;
    while (at < url.length() && "/?#".indexOf(url.charAt(at)) < 0) {
      at++;
    }
    return at;
  }
}

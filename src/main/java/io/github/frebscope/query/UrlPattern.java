package io.github.frebscope.query;

import java.util.Optional;
import java.util.regex.Pattern;

/** Paths with place-holders for what is an identifier. */
final class UrlPattern {
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  private UrlPattern() {}

  /** The pattern of a URL's path; empty when it has none. */
  static Optional<String> of(String url) {
    return UrlParts.path(url).map(path -> NUMBER.matcher(path).replaceAll("{n}"));
  }
}

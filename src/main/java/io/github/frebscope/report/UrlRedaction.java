package io.github.frebscope.report;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Masks the values of parameters with secret names in a URL or a query string. A value ends at the
 * next {@code &}, in a path at the next {@code /} or {@code ?} too: IIS writes URLs decoded, so
 * that a blank or a semicolon may be part of a password.
 */
final class UrlRedaction {
  private static final Pattern URL =
      Pattern.compile("(?is)(?:[a-z][a-z0-9+.-]{1,20}:)?//.*|/[^\\s?]*(?:\\?.*)?|\\?.*");

  private static final Pattern QUERY = Pattern.compile("(?s)[^\\s=&?/]{1,100}=.*");

  /** How often an address inside an address inside an address is decoded. */
  private static final int DEEPEST = 3;

  private UrlRedaction() {}

  /** Whether the text is one URL, path or query string, rather than a sentence with one inside. */
  static boolean looksLikeOne(String text) {
    return URL.matcher(text).matches() || QUERY.matcher(text).matches();
  }

  static String mask(String url) {
    return TokenRedaction.mask(parameters(url, 0));
  }

  private static String parameters(String url, int depth) {
    if (url.indexOf('=') < 0 && url.indexOf('%') < 0) {
      return url;
    }
    StringBuilder masked = new StringBuilder(url.length() + 16);
    boolean inPath = !QUERY.matcher(url).matches();
    int at = 0;
    while (at < url.length()) {
      int delimiter = next(url, at, "?&;#");
      int equals = url.indexOf('=', at);
      if (equals < 0 || equals >= delimiter) {
        masked.append(url, at, delimiter);
      } else {
        String name = decode(url.substring(at, equals));
        masked.append(url, at, equals + 1);
        if (SecretNames.isParameter(name.substring(name.lastIndexOf('/') + 1))) {
          delimiter = next(url, equals + 1, inPath ? "/?&" : "&");
          masked.append(Mask.of(url.substring(equals + 1, delimiter)));
        } else {
          masked.append(nested(url.substring(equals + 1, delimiter), depth));
        }
      }
      if (delimiter < url.length()) {
        inPath = inPath && url.charAt(delimiter) != '?' && url.charAt(delimiter) != '#';
        masked.append(url.charAt(delimiter));
      }
      at = delimiter + 1;
    }
    return masked.toString();
  }

  /** An encoded address as a value: masked as a whole when there is a secret in it. */
  private static String nested(String value, int depth) {
    if (value.indexOf('%') < 0 || depth == DEEPEST) {
      return value;
    }
    String decoded = decode(value);
    String masked = TokenRedaction.mask(parameters(decoded, depth + 1));
    return masked.equals(decoded) ? value : Mask.of(value);
  }

  private static int next(String url, int from, String delimiters) {
    int i = from;
    while (i < url.length() && delimiters.indexOf(url.charAt(i)) < 0) {
      i++;
    }
    return i;
  }

  /** Decodes %XX as UTF-8; what is no such escape stays. */
  private static String decode(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int length = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '%' && i + 2 < bytes.length) {
        int high = Character.digit(bytes[i + 1], 16);
        int low = Character.digit(bytes[i + 2], 16);
        if (high >= 0 && low >= 0) {
          bytes[length++] = (byte) (high * 16 + low);
          i += 2;
          continue;
        }
      }
      bytes[length++] = bytes[i];
    }
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }
}

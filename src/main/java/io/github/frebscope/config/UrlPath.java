package io.github.frebscope.config;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The absolute path of a URL as IIS compares it with rules: without host and query, decoded. */
final class UrlPath {
  private UrlPath() {}

  /**
   * The path of a URL, or of what follows its host.
   *
   * @param url {@code /a%20b?c}, or a whole URL as traces hold it
   * @return never empty; escapes that are none, or no UTF-8, stay as they are
   */
  static String of(String url) {
    String rest = url;
    int scheme = rest.indexOf("://");
    if (scheme > 0 && rest.indexOf('/') == scheme + 1) {
      int slash = rest.indexOf('/', scheme + 3);
      rest = slash < 0 ? "/" : rest.substring(slash);
    }
    int query = rest.indexOf('?');
    String path = query < 0 ? rest : rest.substring(0, query);
    return path.isEmpty() ? "/" : decoded(path);
  }

  private static String decoded(String path) {
    if (path.indexOf('%') < 0) {
      return path;
    }
    byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
    ByteBuffer out = ByteBuffer.allocate(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      int high = i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
      int low = i + 2 < bytes.length ? Character.digit(bytes[i + 2], 16) : -1;
      if (bytes[i] == '%' && high >= 0 && low >= 0) {
        out.put((byte) (high << 4 | low));
        i += 2;
      } else {
        out.put(bytes[i]);
      }
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(out.flip()).toString();
    } catch (CharacterCodingException e) {
      return path;
    }
  }
}

package io.github.frebscope.farm;

import com.google.common.base.Splitter;
import io.github.frebscope.internal.url.UrlParts;
import io.github.frebscope.log.AccessLine;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * URLs of logs, traces and clients, made comparable: a W3C log has the path unescaped and {@code +}
 * for blanks, a trace and a client have it as it was sent, and ARR adds words of its own to the
 * query that the front end logs ({@code X-ARR-CACHE-HIT}, {@code X-ARR-LOG-ID}, {@code
 * SERVER-STATUS}, {@code SERVER-ROUTED}).
 */
final class LoggedUrl {
  private static final Pattern OF_ARR =
      Pattern.compile(
          "(?i)(X-ARR-CACHE-HIT|X-ARR-LOG-ID|SERVER-STATUS|SERVER-ROUTED)=.*", Pattern.DOTALL);
  private static final Splitter WORDS = Splitter.on('&');

  private LoggedUrl() {}

  /** The path in one form for all: unescaped, in small letters, {@code +} for blanks. */
  static String path(String path) {
    String plain = path.indexOf('%') < 0 ? path : unescaped(path);
    return plain.replace(' ', '+').toLowerCase(Locale.ROOT);
  }

  /** The path of a whole URL in that form. */
  static Optional<String> pathOf(String url) {
    return UrlParts.path(url).map(LoggedUrl::path);
  }

  /** The query of a whole URL, empty when it has none. */
  static Optional<String> queryOf(String url) {
    int mark = url.indexOf('?');
    return mark < 0 ? Optional.empty() : query(url.substring(mark + 1));
  }

  /** A logged query without what ARR added; empty when nothing is left. */
  static Optional<String> query(String query) {
    String own =
        WORDS
            .splitToStream(query)
            .filter(word -> !OF_ARR.matcher(word).matches())
            .collect(Collectors.joining("&"));
    return own.isEmpty()
        ? Optional.empty()
        : Optional.of((own.indexOf('%') < 0 ? own : unescaped(own)).replace(' ', '+'));
  }

  /** Whether two queries can be of one request: the same, or not known of one. */
  static boolean isSameQuery(Optional<String> one, Optional<String> other) {
    return one.isEmpty() || other.isEmpty() || one.get().equalsIgnoreCase(other.get());
  }

  /** A word that ARR added to the query of a line, {@code SERVER-ROUTED} for example. */
  static Optional<String> wordOfArr(AccessLine line, String name) {
    String start = name + "=";
    return line.query().stream()
        .flatMap(WORDS::splitToStream)
        .filter(word -> word.regionMatches(true, 0, start, 0, start.length()))
        .map(word -> word.substring(start.length()))
        .filter(word -> !word.isEmpty())
        .findFirst();
  }

  /** All ids by which a line can be joined: a member that is a front end as well has two. */
  static Set<String> ids(AccessLine line) {
    Set<String> ids = new TreeSet<>();
    line.arrLogId().ifPresent(id -> ids.add(id(id)));
    wordOfArr(line, "X-ARR-LOG-ID").ifPresent(id -> ids.add(id(id)));
    ids.remove("");
    return ids;
  }

  /** An id in one form for all: without braces, in small letters. */
  static String id(String id) {
    return id.replaceAll("[{}\\s+]", "").toLowerCase(Locale.ROOT);
  }

  /** Escapes that are none stay as they are. */
  private static String unescaped(String text) {
    byte[] in = text.getBytes(StandardCharsets.UTF_8);
    byte[] out = new byte[in.length];
    int length = 0;
    for (int i = 0; i < in.length; i++) {
      int high = in[i] == '%' && i + 2 < in.length ? Character.digit(in[i + 1], 16) : -1;
      int low = high < 0 ? -1 : Character.digit(in[i + 2], 16);
      out[length++] = low < 0 ? in[i] : (byte) (high * 16 + low);
      i += low < 0 ? 0 : 2;
    }
    return new String(out, 0, length, StandardCharsets.UTF_8);
  }
}

package io.github.frebscope.compare;

import io.github.frebscope.trace.RequestInfo;
import java.util.List;

/** The parts of a request's URL, as IIS writes them: decoded, with host and port. */
final class Urls {
  private Urls() {}

  /** The path; an empty text when the trace does not tell the URL. */
  static String path(RequestInfo request) {
    return withoutQuery(local(request.url().orElse("")));
  }

  /**
   * The URL in the forms in which events repeat it: whole, from the path on, and the path alone.
   */
  static List<String> forms(RequestInfo request) {
    String url = request.url().orElse("");
    return List.of(url, local(url), withoutQuery(url), path(request), query(url));
  }

  private static String local(String url) {
    int scheme = url.indexOf("://");
    int path = scheme < 0 ? 0 : url.indexOf('/', scheme + 3);
    return path < 0 ? "" : url.substring(path);
  }

  private static String withoutQuery(String url) {
    int query = url.indexOf('?');
    return query < 0 ? url : url.substring(0, query);
  }

  private static String query(String url) {
    int query = url.indexOf('?');
    return query < 0 ? "" : url.substring(query + 1);
  }
}

package io.github.frebscope.query;

/**
 * Keys in quotes, as OData and the REST services of SharePoint have them in a path: {@code
 * Orders('ALFKI')}, {@code GetFileByServerRelativeUrl('/sites/hr/a.docx')}. They are data, whatever
 * they look like.
 */
final class UrlQuotes {
  private static final String[] QUOTES = {"'", "%27"};
  private static final String TOKEN = "{token}";

  private UrlQuotes() {}

  /** Where the segment ends that begins at a place: slashes between quotes are part of it. */
  static int segmentEnd(String path, int from) {
    int slash = end(path, from);
    if (slash == path.length() || path.lastIndexOf('(', slash) < from) {
      return slash;
    }
    for (String quote : QUOTES) {
      int open = path.indexOf('(' + quote, from);
      int close = open < 0 || open > slash ? -1 : path.indexOf(quote + ')', open + quote.length());
      if (close > slash) {
        return end(path, close);
      }
    }
    return slash;
  }

  private static int end(String path, int from) {
    int slash = path.indexOf('/', from);
    return slash < 0 ? path.length() : slash;
  }

  /** With a place-holder for each text in quotes that is an argument. */
  static String masked(String text) {
    int open = text.indexOf('\'');
    if (open < 0 || text.indexOf('(') < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder();
    int done = 0;
    while (open >= 0) {
      int close = opens(text, open) ? close(text, open + 1) : -1;
      if (close >= 0) {
        out.append(text, done, open).append(TOKEN);
        done = close + 1;
      }
      open = text.indexOf('\'', Math.max(open + 1, done));
    }
    return out.append(text, done, text.length()).toString();
  }

  private static boolean opens(String text, int at) {
    return at > 0 && "(=,".indexOf(text.charAt(at - 1)) >= 0;
  }

  /** A quote inside is doubled. */
  private static int close(String text, int from) {
    int at = text.indexOf('\'', from);
    while (at >= 0 && at + 1 < text.length() && ",)".indexOf(text.charAt(at + 1)) < 0) {
      at = text.indexOf('\'', at + (text.charAt(at + 1) == '\'' ? 2 : 1));
    }
    return at + 1 < text.length() ? at : -1;
  }
}

package io.github.frebscope.internal.url;

/**
 * Keys in quotes, as OData and the REST services of SharePoint have them in a path: {@code
 * Orders('ALFKI')}, {@code GetFileByServerRelativeUrl('/sites/hr/a.docx')}. They are data, whatever
 * they look like.
 */
final class UrlQuotes {
  private static final String[] QUOTES = {"'", "%27"};
  private static final String TOKEN = "{token}";

  /** Paths of files in SharePoint end at 400 letters, most of them escaped at the worst. */
  private static final int LONGEST_KEY = 1_200;

  private UrlQuotes() {}

  /** Where the segment ends that begins at a place: slashes between quotes are part of it. */
  static int segmentEnd(String path, int from) {
    int slash = end(path, from);
    for (int open = from; open < slash && slash < path.length(); open++) {
      if (path.charAt(open) == '(') {
        int close = closing(path, open + 1);
        if (close > slash) {
          return end(path, close);
        }
      }
    }
    return slash;
  }

  /** Where the quote that begins at a place is closed; -1 when none begins or is closed. */
  private static int closing(String path, int at) {
    for (String quote : QUOTES) {
      if (path.startsWith(quote, at)) {
        int last = Math.min(path.length(), at + LONGEST_KEY);
        for (int i = at + quote.length(); i < last; i++) {
          if (path.startsWith(quote, i) && path.startsWith(")", i + quote.length())) {
            return i;
          }
        }
      }
    }
    return -1;
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
      if (opens(text, open)) {
        int close = close(text, open + 1);
        if (close < 0) {
          break; // Nor are those after it closed.
        }
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

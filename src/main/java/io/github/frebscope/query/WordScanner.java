package io.github.frebscope.query;

import java.util.Locale;

/** A place in the words of a query that moves on as they are read. */
final class WordScanner {
  /** What word processors and web pages make of quotes. */
  private static final String CURLY = "\u201c\u201d\u201e\u2018\u2019\u201a\u00ab\u00bb";

  private static final String OPERATOR = "=!<>~";

  private final String text;
  private int at;

  WordScanner(String text) {
    this.text = text;
  }

  /**
   * A value, or two with {@code ..} between.
   *
   * @param text as it stands, without its quotes
   * @param isQuoted whether it stood in quotes, so that no sign in it means anything
   * @param at where it begins
   * @param to the other end of a range that was written with quotes; null for none
   */
  record Item(String text, boolean isQuoted, int at, Item to) {}

  int at() {
    return at;
  }

  void back(int place) {
    at = place;
  }

  boolean isAtEnd() {
    blanks();
    return at >= text.length();
  }

  void blanks() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  /** Takes that text when it stands next, after blanks. */
  boolean take(String wanted) {
    blanks();
    if (text.startsWith(wanted, at)) {
      at += wanted.length();
      return true;
    }
    return false;
  }

  /** Takes a word such as {@code and}, in any case, when it stands next and by itself. */
  boolean takeWord(String word) {
    blanks();
    int end = at + word.length();
    boolean isThere =
        text.regionMatches(true, at, word, 0, word.length())
            && (end == text.length()
                || Character.isWhitespace(text.charAt(end))
                || "()".indexOf(text.charAt(end)) >= 0);
    at = isThere ? end : at;
    return isThere;
  }

  /** A name: in quotes, or up to an operator, a blank, a comma or the end of a parenthesis. */
  String name() {
    blanks();
    return isQuote() ? quoted() : bare(OPERATOR + ",");
  }

  /** A name that a parenthesis or a blank ends, for what has arguments. */
  String word() {
    blanks();
    int from = at;
    while (at < text.length()
        && !Character.isWhitespace(text.charAt(at))
        && "(),".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return text.substring(from, at);
  }

  /** One value that only a blank or the end of a parenthesis ends: a regular expression. */
  Item expression() {
    blanks();
    int from = at;
    return isQuote() ? new Item(quoted(), true, from, null) : new Item(bare(""), false, from, null);
  }

  /** A value of a list. */
  Item item() {
    blanks();
    int from = at;
    boolean isQuoted = isQuote();
    String value = isQuoted ? quoted() : bare(",");
    if (!isQuoted && !value.isEmpty() && CURLY.indexOf(value.charAt(0)) >= 0) {
      throw fail("the quote " + value.charAt(0) + " is a printer's one; write ' instead", from);
    }
    if (isQuoted && text.startsWith("..", at)) {
      at += 2;
      return new Item(value, true, from, item());
    }
    if (!isQuoted && value.endsWith("..") && isQuote()) {
      return new Item(value.substring(0, value.length() - 2), false, from, item());
    }
    return new Item(value, isQuoted, from, null);
  }

  private boolean isQuote() {
    return at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == '\'');
  }

  private String quoted() {
    int from = at;
    char quote = text.charAt(at++);
    StringBuilder value = new StringBuilder();
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c != quote) {
        value.append(c);
      } else if (at < text.length() && text.charAt(at) == quote) {
        value.append(c);
        at++;
      } else {
        return value.toString();
      }
    }
    throw fail("the quote " + quote + " has no end", from);
  }

  /** Parentheses inside belong to it when they are closed again. */
  private String bare(String ends) {
    int from = at;
    int open = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      boolean isEnd = Character.isWhitespace(c) || (open == 0 && ends.indexOf(c) >= 0);
      boolean isRange = isQuote() && at > from + 1 && text.startsWith("..", at - 2);
      if (isEnd || isRange || (c == ')' && open == 0)) {
        break;
      }
      open += c == '(' ? 1 : c == ')' ? -1 : 0;
      at++;
    }
    return text.substring(from, at);
  }

  /** What stands next, for a message: a word, or a sign; empty at the end. */
  String next() {
    blanks();
    int end = at;
    while (end < text.length()
        && !Character.isWhitespace(text.charAt(end))
        && (end == at || "()=!<>~,".indexOf(text.charAt(end)) < 0)) {
      end++;
    }
    return TerminalText.line(text.substring(at, end));
  }

  /** What people write who know other languages. */
  String habit() {
    String next = next().toLowerCase(Locale.ROOT);
    if (next.startsWith("&")) {
      return "; write 'and'";
    }
    if (next.startsWith("|")) {
      return "; write 'or'";
    }
    if (next.startsWith(",") && next.matches(",\\d+.*")) {
      return "; a decimal point is a dot, as in 30.5s";
    }
    return switch (next) {
      case "like", "contains", "matches" -> "; write ~ and a regular expression, as in url~cart";
      case "is" -> "; write =- for what is missing, !=- for what is there";
      case "in" -> "; write = and commas, as in status=502,504";
      default -> "";
    };
  }

  WordsException fail(String problem) {
    blanks();
    return fail(problem, at);
  }

  WordsException fail(String problem, int place) {
    return new WordsException(problem, text, Math.min(place, text.length()));
  }
}

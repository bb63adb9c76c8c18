package io.github.frebscope.query;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The words of a command line in one text. Quoted as programs on Windows read it: in double quotes
 * a backslash counts only before a quote. Shells elsewhere read all but exotic texts the same.
 */
final class CommandWords {
  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_.:/=+-]+");

  private CommandWords() {}

  /** The words of a text. */
  static List<String> split(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean isWord = false;
    boolean isQuoted = false;
    int slashes = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        slashes++;
        isWord = true;
        continue;
      }
      boolean isQuote = c == '"';
      word.append("\\".repeat(isQuote ? slashes / 2 : slashes));
      boolean isLiteral = isQuote && slashes % 2 == 1;
      slashes = 0;
      if (isQuote && !isLiteral) {
        isQuoted = !isQuoted;
        isWord = true;
      } else if (Character.isWhitespace(c) && !isQuoted) {
        if (isWord) {
          words.add(word.toString());
          word.setLength(0);
          isWord = false;
        }
      } else {
        word.append(c);
        isWord = true;
      }
    }
    if (isQuoted) {
      throw new WordsException("the quote \" has no end", text, text.length());
    }
    word.append("\\".repeat(slashes));
    if (isWord) {
      words.add(word.toString());
    }
    return words;
  }

  /** A word, in quotes where a shell would take it for something else. */
  static String quoted(String word) {
    if (PLAIN.matcher(word).matches()) {
      return word;
    }
    StringBuilder quoted = new StringBuilder("\"");
    int slashes = 0;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c == '\\') {
        slashes++;
        continue;
      }
      quoted.append("\\".repeat(c == '"' ? 2 * slashes + 1 : slashes)).append(c);
      slashes = 0;
    }
    return quoted.append("\\".repeat(2 * slashes)).append('"').toString();
  }

  /**
   * The words of a condition or of aggregates with single quotes for double ones, wherever that is
   * the same, so that they need no backslashes inside the quotes of a shell.
   */
  static String singleQuotes(String text) {
    StringBuilder changed = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      int from = text.indexOf('"', at);
      if (from < 0) {
        break;
      }
      int end = end(text, from);
      String inside = text.substring(from + 1, end - 1);
      changed.append(text, at, from);
      boolean same = inside.indexOf('"') < 0 && inside.indexOf('\'') < 0;
      changed.append(same ? "'" + inside + "'" : text.substring(from, end));
      at = end;
    }
    return changed.append(text.substring(Math.min(at, text.length()))).toString();
  }

  /** The place after a quoted part in which quotes are doubled. */
  private static int end(String text, int from) {
    int at = from + 1;
    while (at < text.length()) {
      if (text.charAt(at) == '"') {
        if (at + 1 == text.length() || text.charAt(at + 1) != '"') {
          return at + 1;
        }
        at++;
      }
      at++;
    }
    return text.length();
  }
}

package io.github.frebscope.query;

import java.util.Objects;

/**
 * Words of a query that cannot be understood: says what is wrong, shows where, and tells what was
 * probably meant or which words there are. The message has several lines:
 *
 * <pre>
 * there is no attribute 'staus'; did you mean status?
 *   staus=502
 *   ^
 * </pre>
 */
public final class WordsException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;
  private static final int MOST = 70;

  private final String problem;
  private final String words;
  private final int at;

  WordsException(String problem, String words, int at) {
    super(problem + shown(words, at));
    this.problem = Objects.requireNonNull(problem, "problem");
    this.words = words;
    this.at = at;
  }

  /** What is wrong, without the place: one line. */
  public String problem() {
    return problem;
  }

  /** The words that were given. */
  public String words() {
    return words;
  }

  /** The place in them where it went wrong, from 0; their length for their end. */
  public int at() {
    return at;
  }

  /** The words around the place, and a mark below it. */
  private static String shown(String words, int at) {
    if (words.isBlank()) {
      return "";
    }
    int from = at < MOST ? 0 : at - MOST / 2;
    int to = Math.min(words.length(), from + MOST);
    String safe = TerminalText.line(words.substring(from, to));
    int mark = TerminalText.width(TerminalText.line(words.substring(from, at)));
    return "\n  " + safe + "\n  " + " ".repeat(mark) + "^";
  }
}

package io.github.frebscope.query;

import java.util.regex.Pattern;

/**
 * Looks for a regular expression in a text that anybody may have sent, and gives up before a
 * hostile pair of both takes hours or the stack.
 */
final class BoundedSearch {
  /** Less than a second; usual expressions look at each character of a URL a few times. */
  private static final int MOST_STEPS = 100_000_000;

  private BoundedSearch() {}

  /**
   * Whether the expression is found in the text.
   *
   * @throws WordsException if that takes too many steps
   */
  static boolean find(Pattern pattern, String text) {
    try {
      return pattern.matcher(new Counted(text, 0, text.length(), new Steps())).find();
    } catch (StackOverflowError | TooManySteps e) {
      throw new WordsException(
          "this regular expression takes too many steps on a value of "
              + ValueText.count(text.length())
              + " characters; write one without repetitions inside repetitions",
          pattern.pattern(),
          0);
    }
  }

  /** A text that counts how often it is looked at. */
  private record Counted(String text, int from, int to, Steps steps) implements CharSequence {
    @Override
    public int length() {
      return to - from;
    }

    @Override
    public char charAt(int index) {
      if (++steps.count > MOST_STEPS) {
        throw new TooManySteps();
      }
      return text.charAt(from + index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return new Counted(text, from + start, from + end, steps);
    }

    @Override
    public String toString() {
      return text.substring(from, to);
    }
  }

  private static final class Steps {
    private int count;
  }

  private static final class TooManySteps extends RuntimeException {
    private static final long serialVersionUID = 1;
  }
}

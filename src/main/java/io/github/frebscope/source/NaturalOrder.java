package io.github.frebscope.source;

import java.util.Comparator;

/**
 * Orders paths for people: digits as numbers of any length, no regard to case, what is in a folder
 * right after the folder. Texts that differ only in case or leading zeros follow in the order of
 * their characters, so only equal texts compare as 0.
 */
final class NaturalOrder implements Comparator<String> {
  static final NaturalOrder PATHS = new NaturalOrder();

  private NaturalOrder() {}

  @Override
  public int compare(String a, String b) {
    int i = 0;
    int j = 0;
    while (i < a.length() && j < b.length()) {
      int difference;
      if (isDigit(a.charAt(i)) && isDigit(b.charAt(j))) {
        int endA = endOfDigits(a, i);
        int endB = endOfDigits(b, j);
        difference = compareNumbers(a.substring(i, endA), b.substring(j, endB));
        i = endA;
        j = endB;
      } else {
        difference = Character.compare(folded(a.charAt(i)), folded(b.charAt(j)));
        i++;
        j++;
      }
      if (difference != 0) {
        return difference;
      }
    }
    int left = Integer.compare(a.length() - i, b.length() - j);
    return left != 0 ? left : a.compareTo(b);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static int endOfDigits(String text, int from) {
    int end = from;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** By value: without leading zeros the longer one is greater. */
  private static int compareNumbers(String a, String b) {
    String x = withoutZeros(a);
    String y = withoutZeros(b);
    int byLength = Integer.compare(x.length(), y.length());
    return byLength != 0 ? byLength : x.compareTo(y);
  }

  private static String withoutZeros(String digits) {
    int from = 0;
    while (from < digits.length() && digits.charAt(from) == '0') {
      from++;
    }
    return digits.substring(from);
  }

  private static char folded(char c) {
    return c == '/' || c == '\\' ? 0 : Character.toLowerCase(Character.toUpperCase(c));
  }
}

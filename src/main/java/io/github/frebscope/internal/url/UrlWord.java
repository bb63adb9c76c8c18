package io.github.frebscope.internal.url;

/**
 * A run of letters and digits.
 *
 * @param end where it ends
 * @param digits how many digits it has
 * @param changes how often a digit stands beside a letter
 * @param switches how often it goes from small letters to capitals, or between letters and digits
 * @param hasUpper whether it has a capital
 * @param hasLower whether it has a small letter
 */
record UrlWord(int end, int digits, int changes, int switches, boolean hasUpper, boolean hasLower) {
  /** The word that begins at a place and ends before another, or earlier. */
  static UrlWord at(String text, int from, int to) {
    int digits = 0;
    int changes = 0;
    int rises = 0;
    boolean upper = false;
    boolean lower = false;
    boolean lastDigit = false;
    boolean lastLower = false;
    int i = from;
    while (i < to && UrlWords.isWord(text.charAt(i))) {
      char c = text.charAt(i);
      boolean digit = UrlWords.isDigit(c);
      boolean isUpper = !digit && Character.isUpperCase(c);
      boolean isLower = !digit && !isUpper;
      if (digit) {
        digits++;
      }
      if (i > from && digit != lastDigit) {
        changes++;
      }
      if (lastLower && isUpper) {
        rises++;
      }
      upper |= isUpper;
      lower |= isLower;
      lastDigit = digit;
      lastLower = isLower;
      i++;
    }
    return new UrlWord(i, digits, changes, changes + rises, upper, lower);
  }
}

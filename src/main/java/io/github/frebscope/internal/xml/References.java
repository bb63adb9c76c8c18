package io.github.frebscope.internal.xml;

/** The references that XML knows without a DTD. */
final class References {
  private References() {}

  /** The character that {@code amp}, {@code #38} or {@code #x26} stand for; -1 for none. */
  static int value(String name) {
    return switch (name) {
      case "amp" -> '&';
      case "lt" -> '<';
      case "gt" -> '>';
      case "quot" -> '"';
      case "apos" -> '\'';
      default -> name.startsWith("#") ? number(name.substring(1)) : -1;
    };
  }

  private static int number(String digits) {
    boolean hex = digits.startsWith("x");
    String number = hex ? digits.substring(1) : digits;
    if (number.isEmpty() || !number.chars().allMatch(c -> Character.digit(c, hex ? 16 : 10) >= 0)) {
      return -1;
    }
    try {
      int value = Integer.parseInt(number, hex ? 16 : 10);
      return Character.isValidCodePoint(value) ? value : -1;
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  /** The text with its references replaced by what they stand for. */
  static String resolve(String text) {
    StringBuilder resolved = new StringBuilder(text.length());
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      int end = c == '&' ? text.indexOf(';', i) : -1;
      int value = end < 0 ? -1 : value(text.substring(i + 1, end));
      if (value < 0) {
        resolved.append(c);
        i++;
      } else {
        resolved.appendCodePoint(value);
        i = end + 1;
      }
    }
    return resolved.toString();
  }
}

package io.github.frebscope.internal.url;

/** Forms that a part of a path can have. Each answers where it ends, or -1 when it is not there. */
public final class UrlForms {
  private static final int[] GUID_GROUPS = {8, 4, 4, 4, 12};
  private static final String[] STAGES = {"alpha", "beta", "preview", "rc"};
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2099;

  private UrlForms() {}

  /** Eight, four, four, four and twelve hexadecimal digits, joined by dashes or underscores. */
  public static int guid(String text, int from, int to) {
    int at = from;
    for (int group = 0; group < GUID_GROUPS.length; group++) {
      if (group > 0) {
        if (at >= to || "-_".indexOf(text.charAt(at)) < 0) {
          return -1;
        }
        at++;
      }
      int end = at + GUID_GROUPS[group];
      if (end > to || !isHex(text, at, end)) {
        return -1;
      }
      at = end;
    }
    return isWordAt(text, at, to) ? -1 : at;
  }

  /**
   * Year, month and day, or day, month and year, joined by dashes, underscores or dots, perhaps
   * with a time after a {@code T}. Eight digits alone are a number: ids can look like that, and all
   * of them are to count together.
   */
  static int date(String text, int from, int to) {
    int first = digits(text, from, to);
    int second = digits(text, from + first + 1, to);
    int third = digits(text, from + first + second + 2, to);
    boolean yearFirst = first == 4 && second == 2 && third == 2;
    boolean yearLast = first == 2 && second == 2 && third == 4;
    if (!yearFirst && !yearLast) {
      return -1;
    }
    int middle = from + first + 1;
    int last = middle + second + 1;
    char joint = text.charAt(from + first);
    if ("-_.".indexOf(joint) < 0 || text.charAt(last - 1) != joint) {
      return -1;
    }
    int a = number(text, from, first);
    int b = number(text, middle, second);
    int c = number(text, last, third);
    boolean fits =
        yearFirst
            ? isYear(a) && isDay(c) && isMonth(b)
            : isYear(c) && isDay(a) && isDay(b) && (isMonth(a) || isMonth(b));
    return fits ? time(text, last + third, to) : -1;
  }

  /** Where the time after a date ends; the same place when there is none; -1 within a word. */
  private static int time(String text, int from, int to) {
    if (!isWordAt(text, from, to)) {
      return from;
    }
    if ("Tt".indexOf(text.charAt(from)) < 0 || digits(text, from + 1, to) == 0) {
      return -1;
    }
    int at = from + 1;
    while (at < to) {
      char c = text.charAt(at);
      boolean joins = ":.,-+".indexOf(c) >= 0 && digits(text, at + 1, to) > 0;
      if (!joins && !UrlWords.isDigit(c)) {
        break;
      }
      at++;
    }
    if (at < to && "Zz".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return isWordAt(text, at, to) ? -1 : at;
  }

  /** {@code v1}, {@code V2.0}, {@code v1beta1}: it chooses the handler. */
  static int version(String text, int from, int to) {
    if ("vV".indexOf(text.charAt(from)) < 0) {
      return -1;
    }
    int length = digits(text, from + 1, to);
    if (length == 0 || length > 3) {
      return -1;
    }
    int at = from + 1 + length;
    for (int part = 0; part < 3 && at < to && text.charAt(at) == '.'; part++) {
      int more = digits(text, at + 1, to);
      if (more == 0 || more > 3) {
        break;
      }
      at += 1 + more;
    }
    at = stage(text, at, to);
    return isWordAt(text, at, to) ? -1 : at;
  }

  private static int stage(String text, int at, int to) {
    for (String stage : STAGES) {
      if (text.regionMatches(true, at, stage, 0, stage.length())) {
        int end = Math.min(at + stage.length(), to);
        return end + Math.min(digits(text, end, to), 2);
      }
    }
    return at;
  }

  /** Where a number ends that goes on with dots or commas: {@code .6.0} after {@code 3}. */
  static int moreDigits(String text, int from, int to) {
    int at = from;
    while (at < to && ".,".indexOf(text.charAt(at)) >= 0) {
      int more = digits(text, at + 1, to);
      if (more == 0 || isWordAt(text, at + 1 + more, to)) {
        break;
      }
      at += 1 + more;
    }
    return at;
  }

  static boolean isHex(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      boolean hex = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
      if (!hex) {
        return false;
      }
    }
    return true;
  }

  private static boolean isWordAt(String text, int at, int to) {
    return at < to && UrlWords.isWord(text.charAt(at));
  }

  /** How many digits stand there. */
  private static int digits(String text, int from, int to) {
    int i = from;
    while (i < to && UrlWords.isDigit(text.charAt(i))) {
      i++;
    }
    return Math.max(0, i - from);
  }

  private static int number(String text, int from, int length) {
    int value = 0;
    for (int i = from; i < from + length; i++) {
      value = 10 * value + Character.digit(text.charAt(i), 10);
    }
    return value;
  }

  private static boolean isYear(int value) {
    return value >= FIRST_YEAR && value <= LAST_YEAR;
  }

  private static boolean isMonth(int value) {
    return value >= 1 && value <= 12;
  }

  private static boolean isDay(int value) {
    return value >= 1 && value <= 31;
  }
}

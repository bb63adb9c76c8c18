package io.github.frebscope.internal.xml;

import java.util.Locale;

/** What was repaired in one event, as one problem. */
final class Repairs {
  private int count;
  private Repair first;

  void add(Repair repair) {
    count += repair.count();
    if (first == null) {
      first = repair;
    }
  }

  boolean isEmpty() {
    return count == 0;
  }

  /** One problem for all of them. */
  Problem problem(long base, int event) {
    String what =
        switch (first.what()) {
          case CodePoints.BAD -> "a byte that is no UTF-8";
          case '&' -> "an ampersand that is not escaped";
          default -> String.format(Locale.ROOT, "the character U+%04X", first.what());
        };
    String message =
        count == 1
            ? what + " was repaired"
            : count + " characters that XML does not allow were repaired, the first is " + what;
    return new Problem(Problem.Kind.REPAIRED, message, base + first.offset(), event);
  }
}

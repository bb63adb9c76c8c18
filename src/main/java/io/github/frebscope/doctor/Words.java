package io.github.frebscope.doctor;

import java.util.List;
import java.util.Locale;

/** Parts of sentences. */
final class Words {
  private Words() {}

  /** {@code 1 request}, {@code 1,204 requests}. */
  static String count(long count, String noun) {
    return String.format(Locale.ROOT, "%,d %s%s", count, noun, count == 1 ? "" : "s");
  }

  /** With a capital letter and a full stop. */
  static String sentence(String text) {
    String stripped = text.strip();
    if (stripped.isEmpty()) {
      return "";
    }
    String whole = Character.toUpperCase(stripped.charAt(0)) + stripped.substring(1);
    return whole.endsWith(".") || whole.endsWith("!") || whole.endsWith("?") ? whole : whole + ".";
  }

  /** {@code web01}, {@code web01 and web02}, {@code web01, web02 and web03}. */
  static String list(List<String> names) {
    if (names.size() < 2) {
      return String.join("", names);
    }
    return String.join(", ", names.subList(0, names.size() - 1))
        + " and "
        + names.get(names.size() - 1);
  }
}

package io.github.frebscope.catalog;

import java.util.Locale;

/** GUIDs as text, in the one form IIS writes: in braces and upper case. */
final class Guids {
  private static final int LENGTH_WITHOUT_BRACES = 36;

  private Guids() {}

  /** The same GUID in braces and upper case; the very same object when it already is. */
  static String canonical(String guid) {
    String upper = hasLowerCase(guid) ? guid.toUpperCase(Locale.ROOT) : guid;
    boolean bare = upper.length() == LENGTH_WITHOUT_BRACES && upper.charAt(0) != '{';
    return bare ? "{" + upper + "}" : upper;
  }

  private static boolean hasLowerCase(String guid) {
    for (int i = 0; i < guid.length(); i++) {
      char c = guid.charAt(i);
      if (c >= 'a' && c <= 'z') {
        return true;
      }
    }
    return false;
  }
}

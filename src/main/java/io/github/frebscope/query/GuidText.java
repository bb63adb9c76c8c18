package io.github.frebscope.query;

import java.util.Locale;
import java.util.UUID;

/**
 * A GUID as IIS writes it, {@code {400000A2-0001-FA00-B63F-84710C7967BB}}, in less than half of the
 * memory of its text. Every trace has one of its own.
 *
 * @param high its first half
 * @param low its second half
 */
record GuidText(long high, long low) {
  private static final int LENGTH = 38;

  /** One of these, or the text itself when it is not written just so. */
  static Object packed(String text) {
    if (text.length() != LENGTH || text.charAt(0) != '{') {
      return text;
    }
    try {
      UUID id = UUID.fromString(text.substring(1, LENGTH - 1));
      GuidText packed = new GuidText(id.getMostSignificantBits(), id.getLeastSignificantBits());
      return packed.toString().equals(text) ? packed : text;
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  /** The text as it was written. */
  @Override
  public String toString() {
    return "{" + new UUID(high, low).toString().toUpperCase(Locale.ROOT) + "}";
  }
}

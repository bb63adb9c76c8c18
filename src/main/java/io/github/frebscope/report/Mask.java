package io.github.frebscope.report;

import io.github.frebscope.query.ValueText;
import java.util.regex.Pattern;

/** What stands in the place of a secret: its length and nothing else. */
final class Mask {
  private static final Pattern MASKED = Pattern.compile("\\[masked, [\\d,]+ characters?\\]");

  private Mask() {}

  /** {@code [masked, 24 characters]}; what is empty, or masked already, stays as it is. */
  static String of(String secret) {
    if (secret.isEmpty() || MASKED.matcher(secret).matches()) {
      return secret;
    }
    return "[masked, " + characters(secret) + "]";
  }

  /** {@code [body, 1,234 characters; --show-secrets shows it]}; what is empty stays so. */
  static String body(String body) {
    return body.isEmpty() ? body : "[body, " + characters(body) + "; --show-secrets shows it]";
  }

  private static String characters(String text) {
    return ValueText.count(text.length()) + (text.length() == 1 ? " character" : " characters");
  }
}

package io.github.frebscope.cause;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What ConfigExceptionInfo tells: {@code \\?\D:\site\web.config ( 42) :message}. IIS writes it the
 * same way in every language; only the message is translated.
 *
 * @param file the configuration file as an administrator writes it; empty when it is not told
 * @param line its line; empty when it is not told or 0, which is what IIS writes for "unknown"
 * @param message what is wrong, in a line; may be empty text
 */
record ConfigError(Optional<String> file, Optional<String> line, String message) {
  private static final Pattern PARTS =
      Pattern.compile("(.+?)\\s*\\(\\s*(\\d+)\\s*\\)\\s*:(.*)", Pattern.DOTALL);
  private static final String LONG_PATH = "\\\\?\\";

  /** Empty when the text is blank. */
  static Optional<ConfigError> parse(String text) {
    String stripped = Quote.head(text.strip());
    if (stripped.isEmpty()) {
      return Optional.empty();
    }
    Matcher parts = PARTS.matcher(stripped);
    return Optional.of(
        parts.matches()
            ? new ConfigError(
                Optional.of(file(parts.group(1))), line(parts.group(2)), Quote.line(parts.group(3)))
            : new ConfigError(Optional.empty(), Optional.empty(), Quote.line(stripped)));
  }

  private static String file(String path) {
    return path.startsWith(LONG_PATH) ? path.substring(LONG_PATH.length()) : path;
  }

  private static Optional<String> line(String digits) {
    String number = digits.replaceFirst("^0+", "");
    return number.isEmpty() ? Optional.empty() : Optional.of(number);
  }
}

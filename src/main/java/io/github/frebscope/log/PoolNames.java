package io.github.frebscope.log;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The application pool that an event is about. The messages of WAS and W3SVC name it between
 * apostrophes behind "application pool" (TechNet, events of IIS 7 and 7.5); other languages do
 * otherwise, and then nothing is found.
 */
final class PoolNames {
  private static final Pattern IN_MESSAGE =
      Pattern.compile(
          "application pool(?: named)?:? ['\u2018\u2019\"]([^'\u2018\u2019\"]+)['\u2018\u2019\"]",
          Pattern.CASE_INSENSITIVE);

  private PoolNames() {}

  static Optional<String> in(String message) {
    Matcher found = IN_MESSAGE.matcher(message);
    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
  }

  /** From data whose names say it, {@code AppPoolID} of WAS, else from the message. */
  static Optional<String> in(Map<String, String> data, String message) {
    for (Map.Entry<String, String> item : data.entrySet()) {
      String name = item.getKey();
      if ((name.equalsIgnoreCase("AppPoolID") || name.equalsIgnoreCase("AppPoolName"))
          && !item.getValue().isEmpty()) {
        return Optional.of(item.getValue());
      }
    }
    return in(message);
  }
}

package io.github.frebscope.log;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** ARR's id of a request where ARR itself writes it: at the end of the logged query string. */
final class ArrLogIds {
  private static final Pattern IN_QUERY =
      Pattern.compile("(?:^|&)X-ARR-LOG-ID=([^&]+)", Pattern.CASE_INSENSITIVE);

  private ArrLogIds() {}

  static Optional<String> in(String query) {
    Matcher found = IN_QUERY.matcher(query);
    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
  }
}

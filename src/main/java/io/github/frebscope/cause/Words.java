package io.github.frebscope.cause;

import io.github.frebscope.trace.TraceEvent;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a module said of its error: SET_RESPONSE_ERROR_DESCRIPTION, right after the status. */
final class Words {
  private static final String DESCRIPTION = "SET_RESPONSE_ERROR_DESCRIPTION";
  private static final Set<String> STATUSES =
      Set.of("MODULE_SET_RESPONSE_ERROR_STATUS", "MODULE_SET_RESPONSE_SUCCESS_STATUS");

  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private Words() {}

  /** It belongs to the status event before it. */
  static Optional<String> of(List<TraceEvent> events, TraceEvent setBy, int depth) {
    if (setBy == null) {
      return Optional.empty();
    }
    for (TraceEvent event : events) {
      if (event.index() > setBy.index() && event.requestDepth() == depth) {
        if (event.is(DESCRIPTION)) {
          return text(event);
        }
        if (STATUSES.contains(event.name())) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> text(TraceEvent description) {
    return description
        .data("ErrorDescription")
        .map(text -> BLANKS.matcher(text.strip()).replaceAll(" "))
        .filter(text -> !text.isEmpty());
  }
}

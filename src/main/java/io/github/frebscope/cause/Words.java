package io.github.frebscope.cause;

import io.github.frebscope.trace.TraceEvent;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a module said of its error: SET_RESPONSE_ERROR_DESCRIPTION, right after the status. */
final class Words {
  private static final String DESCRIPTION = "SET_RESPONSE_ERROR_DESCRIPTION";
  private static final Set<String> STATUSES =
      Set.of("MODULE_SET_RESPONSE_ERROR_STATUS", "MODULE_SET_RESPONSE_SUCCESS_STATUS");

  private Words() {}

  /** It belongs to the status event before it. */
  static Optional<String> of(List<TraceEvent> events, TraceEvent setBy, int depth) {
    return setBy == null
        ? Optional.empty()
        : events.stream()
            .filter(e -> e.index() > setBy.index() && e.requestDepth() == depth)
            .filter(e -> e.is(DESCRIPTION) || STATUSES.contains(e.name()))
            .findFirst()
            .filter(e -> e.is(DESCRIPTION))
            .flatMap(e -> e.data("ErrorDescription"))
            .map(text -> text.strip().replaceAll("\\s+", " "))
            .filter(text -> !text.isEmpty());
  }
}

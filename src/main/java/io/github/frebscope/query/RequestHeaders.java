package io.github.frebscope.query;

import io.github.frebscope.internal.text.HeaderLines;
import io.github.frebscope.trace.Trace;
import io.github.frebscope.trace.TraceEvent;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The headers that requests arrived with. */
final class RequestHeaders {
  /** What the word for a header begins with. */
  static final String WORD = "header:";

  private static final String EVENT = "GENERAL_REQUEST_HEADERS";

  private RequestHeaders() {}

  /** The attribute for the value of one header. */
  static Attribute<String> attribute(String name) {
    String lower = name.strip().toLowerCase(Locale.ROOT);
    if (lower.isEmpty()) {
      throw new IllegalArgumentException("the name of a header is blank");
    }
    return Attribute.ofTrace(
            WORD + lower,
            String.class,
            Set.of(EVENT),
            trace -> lines(trace).flatMap(lines -> HeaderLines.find(lines, lower)))
        .named("Header " + lower, "The value of the header " + lower + " of the request.");
  }

  /** The names in small letters, in the order of the alphabet, each once; empty when untraced. */
  static Optional<List<String>> names(Trace trace) {
    return lines(trace)
        .map(
            lines ->
                lines
                    .lines()
                    .filter(line -> line.indexOf(':') > 0)
                    .map(line -> line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT))
                    .distinct()
                    .sorted()
                    .toList());
  }

  /** A child request has the headers of its parent and those set since. */
  private static Optional<String> lines(Trace trace) {
    for (TraceEvent event : trace.events()) {
      if (event.requestDepth() == 0 && event.is(EVENT)) {
        return event.data("Headers");
      }
    }
    return Optional.empty();
  }
}

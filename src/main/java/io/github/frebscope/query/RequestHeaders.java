package io.github.frebscope.query;

import io.github.frebscope.internal.text.HeaderLines;
import io.github.frebscope.trace.Trace;
import io.github.frebscope.trace.TraceEvent;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The headers that requests arrived with. */
final class RequestHeaders {
  /** What the word for a header begins with. */
  static final String WORD = "header:";

  private static final String EVENT = "GENERAL_REQUEST_HEADERS";

  /** What can be the name of a header; a line that goes on with the one before it has none. */
  private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+:");

  private RequestHeaders() {}

  /** The attribute for the value of one header. */
  static Attribute<String> attribute(String name) {
    String lower = named(name);
    return Attribute.ofTrace(
            WORD + lower,
            String.class,
            Set.of(EVENT),
            trace -> lines(trace).flatMap(lines -> HeaderLines.find(lines, lower)))
        .named("Header " + lower, "The value of the header " + lower + " of the request.");
  }

  /** The name of a header in small letters; refuses a blank one. */
  static String named(String name) {
    String lower = name.strip().toLowerCase(Locale.ROOT);
    if (lower.isEmpty()) {
      throw new IllegalArgumentException("the name of a header is blank");
    }
    return lower;
  }

  /** The headers that an event lists; empty for other events. */
  static Optional<String> lines(TraceEvent event) {
    return event.is(EVENT) ? event.data("Headers") : Optional.empty();
  }

  /** The names in small letters, in the order of the alphabet, each once; empty when untraced. */
  static Optional<List<String>> names(Trace trace) {
    return lines(trace)
        .map(
            lines ->
                lines
                    .lines()
                    .filter(line -> NAME.matcher(line).lookingAt())
                    .map(line -> line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT))
                    .distinct()
                    .sorted()
                    .toList());
  }

  /** A child request has the headers of its parent and those set since. */
  private static Optional<String> lines(Trace trace) {
    for (TraceEvent event : trace.events()) {
      if (event.requestDepth() == 0 && event.is(EVENT)) {
        return lines(event);
      }
    }
    return Optional.empty();
  }
}

package io.github.frebscope.cause;

import io.github.frebscope.trace.TraceEvent;
import java.util.List;
import java.util.Optional;

/** The headers of a request, as they came and as modules set them. */
final class Headers {
  static final String ARRIVED = "GENERAL_REQUEST_HEADERS";
  static final String SET = "GENERAL_SET_REQUEST_HEADER";

  private final List<TraceEvent> events;
  private final int depth;
  private final int end;

  Headers(List<TraceEvent> events, int depth, int end) {
    this.events = events;
    this.depth = depth;
    this.end = end;
  }

  /** IIS writes all of them into one text, a line each. */
  Optional<String> arrived(String name) {
    return events.stream()
        .filter(e -> e.is(ARRIVED) && e.requestDepth() == depth)
        .findFirst()
        .flatMap(e -> e.data("Headers"))
        .flatMap(lines -> find(lines, name));
  }

  private static Optional<String> find(String lines, String name) {
    return lines
        .lines()
        .filter(line -> line.indexOf(':') == name.length())
        .filter(line -> line.regionMatches(true, 0, name, 0, name.length()))
        .map(line -> line.substring(name.length() + 1).strip())
        .findFirst();
  }

  Optional<String> set(String name) {
    return events.stream()
        .filter(e -> e.is(SET) && e.requestDepth() == depth && e.index() < end)
        .filter(e -> e.data("HeaderName").filter(name::equalsIgnoreCase).isPresent())
        .reduce((first, second) -> second)
        .flatMap(e -> e.data("HeaderValue"));
  }
}

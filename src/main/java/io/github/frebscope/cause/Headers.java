package io.github.frebscope.cause;

import io.github.frebscope.internal.text.HeaderLines;
import io.github.frebscope.trace.TraceEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The headers of a request, as they came and as modules set them. */
final class Headers {
  static final String ARRIVED = "GENERAL_REQUEST_HEADERS";
  static final String SET = "GENERAL_SET_REQUEST_HEADER";

  private final Optional<String> arrivedLines;
  private final List<TraceEvent> set = new ArrayList<>();

  Headers(List<TraceEvent> events, int depth, int end) {
    TraceEvent arrival = null;
    for (TraceEvent event : events) {
      if (event.requestDepth() == depth) {
        if (arrival == null && event.is(ARRIVED)) {
          arrival = event;
        } else if (event.index() < end && event.is(SET)) {
          set.add(event);
        }
      }
    }
    arrivedLines = Optional.ofNullable(arrival).flatMap(e -> e.data("Headers"));
  }

  Optional<String> arrived(String name) {
    return arrivedLines.flatMap(lines -> HeaderLines.find(lines, name));
  }

  Optional<String> set(String name) {
    for (int i = set.size() - 1; i >= 0; i--) {
      if (set.get(i).data("HeaderName").filter(name::equalsIgnoreCase).isPresent()) {
        return set.get(i).data("HeaderValue");
      }
    }
    return Optional.empty();
  }
}

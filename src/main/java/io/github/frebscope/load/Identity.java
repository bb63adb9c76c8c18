package io.github.frebscope.load;

import io.github.frebscope.trace.Trace;
import java.util.Optional;

/** A request is one and the same when all of this is. */
record Identity(String activityId, String start, String process, String server) {
  /** That of a trace; empty when it cannot be told. */
  static Optional<Identity> of(Trace trace) {
    if (trace.start().isEmpty() || trace.request().activityId().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Identity(
            trace.request().activityId().get(),
            trace.start().get().toString(),
            trace.request().attributes().getOrDefault("processId", ""),
            trace.server().orElse("")));
  }
}

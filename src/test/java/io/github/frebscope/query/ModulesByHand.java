package io.github.frebscope.query;

import io.github.frebscope.trace.Trace;
import io.github.frebscope.trace.TraceEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Time by module, worked out in another way than the product does: no tree, only a stack of the
 * modules and child requests that have begun, and each step of the clock goes to the innermost. For
 * traces that are complete.
 */
final class ModulesByHand {
  private static final String OUTSIDE = "(outside modules)";
  private static final String CHILD = "(child)";

  final Map<String, Duration> times = new HashMap<>();
  final Map<String, Integer> calls = new HashMap<>();
  Duration all = Duration.ZERO;

  ModulesByHand(Trace trace) {
    Deque<String> running = new ArrayDeque<>();
    Instant now = trace.events().get(0).time();
    for (TraceEvent event : trace.events()) {
      boolean begins = event.is("NOTIFY_MODULE_START") || event.is("PRE_BEGIN_REQUEST_START");
      boolean ends = event.is("NOTIFY_MODULE_END") || event.is("PRE_BEGIN_REQUEST_END");
      if (event.time().isAfter(now)) {
        Duration step = Duration.between(now, event.time());
        String innermost = running.isEmpty() ? OUTSIDE : running.peek();
        times.merge(innermost.equals(CHILD) ? OUTSIDE : innermost, step, Duration::plus);
        all = all.plus(step);
        now = event.time();
      }
      if (begins) {
        String module = event.data("ModuleName").orElseThrow();
        running.push(module);
        calls.merge(module, 1, Integer::sum);
        times.putIfAbsent(module, Duration.ZERO);
      } else if (ends && event.data("NotificationStatus").filter("1"::equals).isEmpty()) {
        String module = event.data("ModuleName").orElseThrow();
        if (!running.pop().equals(module)) {
          throw new IllegalStateException(event.toString());
        }
      } else if (event.is("GENERAL_CHILD_REQUEST_START")) {
        running.push(CHILD);
      } else if (event.is("GENERAL_CHILD_REQUEST_END")) {
        running.pop();
      }
    }
  }
}

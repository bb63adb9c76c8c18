package io.github.frebscope.timeline;

import io.github.frebscope.catalog.SpanKinds;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Puts the modules that were called for one notification under a span of that notification. IIS
 * records no events for it: it lasts from its first module to its last. Notifications that are
 * raised inside the steps of the pipeline, MAP_PATH for example, do not cut a step in two. They can
 * be raised many times, and each time is a span of its own.
 */
final class Notifications {
  private Notifications() {}

  /** Does so in a span and in all that lie in it. */
  static void group(Draft draft) {
    draft.children.forEach(Notifications::group);
    if (draft.children.stream().anyMatch(Notifications::isCalled)) {
      draft.children = grouped(draft.children);
    }
  }

  private static List<Draft> grouped(List<Draft> spans) {
    List<Draft> result = new ArrayList<>();
    int next = 0;
    while (next < spans.size()) {
      Draft first = spans.get(next);
      if (!isCalled(first)) {
        result.add(first);
        next++;
        continue;
      }
      int end = endOf(spans, next);
      result.add(Draft.around(SpanKinds.NOTIFICATION, first.call, inside(spans, next, end)));
      next = end;
    }
    return result;
  }

  /** The place after the last module of the notification that begins at that place. */
  private static int endOf(List<Draft> spans, int begin) {
    Call call = spans.get(begin).call;
    return call.isOrdered() ? endOfStep(spans, begin, call) : endOfRound(spans, begin, call);
  }

  /**
   * A response is sent in several parts, many paths are mapped: such a notification is over when a
   * module is called again for it, or other work begins.
   */
  private static int endOfRound(List<Draft> spans, int begin, Call call) {
    Set<String> called = new HashSet<>();
    int end = begin;
    while (end < spans.size()
        && isCalled(spans.get(end))
        && spans.get(end).call.equals(call)
        && called.add(spans.get(end).name)) {
      end++;
    }
    return end;
  }

  /** A step of the pipeline comes once. */
  private static int endOfStep(List<Draft> spans, int begin, Call call) {
    int end = begin + 1;
    for (int i = begin + 1; i < spans.size(); i++) {
      Draft span = spans.get(i);
      if (!isCalled(span)) {
        continue;
      }
      if (span.call.equals(call)) {
        end = i + 1;
      } else if (span.call.isOrdered()) {
        break;
      }
    }
    return end;
  }

  private static List<Draft> inside(List<Draft> spans, int begin, int end) {
    Call call = spans.get(begin).call;
    List<Draft> result = new ArrayList<>();
    List<Draft> others = new ArrayList<>();
    for (Draft span : spans.subList(begin, end)) {
      if (isCalled(span) && span.call.equals(call)) {
        result.addAll(grouped(others));
        others.clear();
        result.add(span);
      } else {
        others.add(span);
      }
    }
    result.addAll(grouped(others));
    return result;
  }

  private static boolean isCalled(Draft span) {
    return span.call != null && span.call.mask() >= 0 && span.kind != SpanKinds.NOTIFICATION;
  }
}

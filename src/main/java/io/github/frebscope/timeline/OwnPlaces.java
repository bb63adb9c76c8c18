package io.github.frebscope.timeline;

import io.github.frebscope.catalog.SpanKinds;
import java.util.ArrayList;
import java.util.List;

/**
 * The places of the events that a module or a request raised itself: those of the work inside it,
 * but not of other modules or child requests.
 */
final class OwnPlaces {
  private OwnPlaces() {}

  static List<Integer> of(Span span) {
    List<Integer> places = new ArrayList<>();
    collect(span, places);
    return places;
  }

  private static void collect(Span span, List<Integer> places) {
    int next = span.from();
    for (Span child : span.children()) {
      addAll(places, next, child.from());
      if (!isOthers(child)) {
        collect(child, places);
      }
      next = child.to();
    }
    addAll(places, next, span.to());
  }

  private static boolean isOthers(Span span) {
    return span.isModule() || span.isRequest() || span.kind() == SpanKinds.NOTIFICATION;
  }

  private static void addAll(List<Integer> places, int from, int to) {
    for (int place = from; place < to; place++) {
      places.add(place);
    }
  }
}

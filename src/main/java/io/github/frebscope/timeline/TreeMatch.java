package io.github.frebscope.timeline;

import io.github.frebscope.timeline.OpenEnds.Placed;
import io.github.frebscope.trace.TraceEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Aligns two span trees from the top down: what lies in spans that are the same step is aligned by
 * {@link ComparisonKeys}, the spans first and the events then. Every span and every event ends up
 * in exactly one place: in a pair, or on one side only, by itself or inside a span of that side.
 *
 * <p>A span that the other trace could not have, because it has no events of that area or level, is
 * looked through: what lies in it is aligned as if it lay in the span around.
 */
final class TreeMatch {
  private static final Comparator<TraceEvent> ORDER = Comparator.comparingInt(TraceEvent::index);

  final List<SpanPair> spans = new ArrayList<>();
  final List<EventPair> events = new ArrayList<>();
  final Side left;
  final Side right;

  private TreeMatch(TracedExtent left, TracedExtent right) {
    this.left = new Side(right);
    this.right = new Side(left);
  }

  /** What only one side has. */
  static final class Side {
    final List<Span> spans = new ArrayList<>();
    final List<Placed> events = new ArrayList<>();

    /** Spans that the other trace could not have; what lies in them is aligned. */
    final List<Span> lookedThrough = new ArrayList<>();

    private final TracedExtent other;

    private Side(TracedExtent other) {
      this.other = other;
    }

    /** The spans to align; the events of those that are looked through are handed out. */
    private List<Span> visible(List<Span> children, List<Placed> ownEvents) {
      List<Span> visible = new ArrayList<>();
      for (Span child : children) {
        if (other.outside(child).isEmpty()) {
          visible.add(child);
          continue;
        }
        lookedThrough.add(child);
        List<TraceEvent> ends = ends(child);
        OpenEnds.own(child).stream()
            .filter(placed -> !ends.contains(placed.event()))
            .forEach(ownEvents::add);
        visible.addAll(visible(child.children(), ownEvents));
      }
      return visible;
    }

    /** A span without a partner; its events without a certain place are handed out. */
    private List<Placed> addSpan(Span span) {
      spans.add(span);
      return OpenEnds.of(span);
    }

    /** Events without a partner; those without a certain place in an open span are handed out. */
    private List<Placed> addEvents(Span span, List<Placed> unmatched) {
      int firstUncertain = span.parent().isPresent() ? OpenEnds.firstOf(span) : Integer.MAX_VALUE;
      List<Placed> uncertain = new ArrayList<>();
      for (Placed placed : unmatched) {
        (placed.event().index() >= firstUncertain ? uncertain : events).add(placed);
      }
      return uncertain;
    }

    private void sort() {
      events.sort(Comparator.comparing(Placed::event, ORDER));
    }
  }

  /** Events that may belong to the spans around. */
  private record Uncertain(List<Placed> left, List<Placed> right) {
    Uncertain() {
      this(new ArrayList<>(), new ArrayList<>());
    }

    void add(Uncertain other) {
      left.addAll(other.left);
      right.addAll(other.right);
    }
  }

  /** Aligns two requests, of each of which is known what its trace could tell. */
  static TreeMatch of(Span left, Span right, TracedExtent leftExtent, TracedExtent rightExtent) {
    TreeMatch match = new TreeMatch(leftExtent, rightExtent);
    match.match(left, right);
    match.events.sort(Comparator.comparing(EventPair::left, ORDER));
    match.left.sort();
    match.right.sort();
    return match;
  }

  /** The events that begin and end a span. */
  static List<TraceEvent> ends(Span span) {
    return Stream.concat(span.startEvent().stream(), span.endEvent().stream()).toList();
  }

  private Uncertain match(Span leftSpan, Span rightSpan) {
    spans.add(new SpanPair(leftSpan, rightSpan));
    Uncertain fromInside = matchChildren(leftSpan.children(), rightSpan.children());
    List<Placed> leftEvents = merged(leftSpan, fromInside.left());
    List<Placed> rightEvents = merged(rightSpan, fromInside.right());
    int[] partners = Alignment.of(eventKeys(leftEvents), eventKeys(rightEvents));
    List<Placed> onlyLeft = new ArrayList<>();
    List<Placed> onlyRight = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < partners.length; i++) {
      if (partners[i] < 0) {
        onlyLeft.add(leftEvents.get(i));
      } else {
        onlyRight.addAll(rightEvents.subList(next, partners[i]));
        next = partners[i] + 1;
        events.add(new EventPair(leftEvents.get(i).event(), rightEvents.get(partners[i]).event()));
      }
    }
    onlyRight.addAll(rightEvents.subList(next, rightEvents.size()));
    return new Uncertain(left.addEvents(leftSpan, onlyLeft), right.addEvents(rightSpan, onlyRight));
  }

  private Uncertain matchChildren(List<Span> leftChildren, List<Span> rightChildren) {
    Uncertain uncertain = new Uncertain();
    List<Span> leftSpans = left.visible(leftChildren, uncertain.left());
    List<Span> rightSpans = right.visible(rightChildren, uncertain.right());
    int[] partners = Alignment.of(spanKeys(leftSpans), spanKeys(rightSpans));
    int next = 0;
    for (int i = 0; i < partners.length; i++) {
      if (partners[i] < 0) {
        uncertain.left().addAll(left.addSpan(leftSpans.get(i)));
        continue;
      }
      for (; next < partners[i]; next++) {
        uncertain.right().addAll(right.addSpan(rightSpans.get(next)));
      }
      uncertain.add(match(leftSpans.get(i), rightSpans.get(next++)));
    }
    for (; next < rightSpans.size(); next++) {
      uncertain.right().addAll(right.addSpan(rightSpans.get(next)));
    }
    return uncertain;
  }

  private static List<Placed> merged(Span span, List<Placed> uncertain) {
    List<Placed> all = OpenEnds.own(span);
    if (!uncertain.isEmpty()) {
      all.addAll(uncertain);
      all.sort(Comparator.comparing(Placed::event, ORDER));
    }
    return all;
  }

  private static List<String> spanKeys(List<Span> spans) {
    return spans.stream().map(ComparisonKeys::of).toList();
  }

  private static List<String> eventKeys(List<Placed> events) {
    return events.stream().map(placed -> ComparisonKeys.of(placed.event())).toList();
  }
}
